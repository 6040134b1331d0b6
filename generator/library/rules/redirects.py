"""Redirects: from addresses that no page has, to addresses that one has."""

from collections.abc import Iterator
from typing import Final

from generator.findings import Fault
from generator.library.library import Library
from generator.library.rules.placing import at_key, at_name
from generator.library.rules.uris import generated, is_term_page, records, unread_uris
from generator.library.short_addresses import short_uris

REDIRECTS_PATH: Final = "cases/redirects.yml"
_INDEX: Final = "index.html"


def check_redirects(
    library: Library, path: str = REDIRECTS_PATH, failed: frozenset[str] = frozenset()
) -> Iterator[Fault]:
    """Let an old address be free and lead, in one step, to a page that is there. O(n).

    Our own rule: a renamed or merged page leaves a redirect that works. A page
    whose file could not be read (its path in `failed`) is not missed.
    """
    if not library.redirects:
        return
    unread = unread_uris(library, failed)
    built = {uri for uri, _ in records(library)} | set(generated())
    taken = {uri.casefold() for uri in (*built, *short_uris(library.notices.values()))}
    first: dict[str, str] = {}
    for old in library.redirects:
        first.setdefault(_page(old).casefold(), old)
    for old, new in library.redirects.items():
        source = _page(old).casefold()
        if not _is_plain(old):
            yield at_name(path, "redirect-collision", (old,), old=old, variant="address")
        elif source in taken:
            yield at_name(path, "redirect-collision", (old,), old=old)
        elif first[source] != old:
            values = {"old": old, "other": first[source], "variant": "repeated"}
            yield at_name(path, "redirect-collision", (old,), **values)
        target = _page(new.partition("#")[0])
        is_there = target in built or is_term_page(target, library)
        if not is_there and not target.startswith(unread):
            variant = _shortcoming(old, new, redirected=target.casefold() in first)
            yield at_key(path, "redirect-target", (old,), old=old, new=new, variant=variant)


def _shortcoming(old: str, new: str, *, redirected: bool) -> str:
    """Say why there is no page at a new address: a variant of the wording."""
    if not _is_plain(new.partition("#")[0]):
        return "address"
    if _page(new) == _page(old):
        return "self"
    return "chain" if redirected else ""


def _page(address: str) -> str:
    """Give an address as pages bear it: without a slash in front, with one behind."""
    bare = address.strip().strip("/")
    if bare.casefold().rpartition("/")[2] == _INDEX:
        bare = bare[: -len(_INDEX)].strip("/")
    return bare if not bare or bare.endswith((".html", ".xml", ".txt")) else f"{bare}/"


def _is_plain(address: str) -> bool:
    """Tell whether an address is one inside the site that a file can answer."""
    bare = address.strip().strip("/")
    steps = bare.split("/")
    odd = any(sign in bare for sign in ("\\", ":", "?", "#"))
    return not odd and all(step not in ("", ".", "..") for step in steps)
