"""Redirects: from addresses that no page has, to addresses that one has."""

from collections.abc import Iterator
from typing import Final

from generator.findings import Fault
from generator.library.library import Library
from generator.library.rules.placing import at_key, at_name
from generator.library.rules.uris import generated, is_term_page, records

REDIRECTS_PATH: Final = "cases/redirects.yml"


def check_redirects(library: Library, path: str = REDIRECTS_PATH) -> Iterator[Fault]:
    """Let an old address be free and lead, in one step, to a page that is there. O(n).

    Our own rule: a renamed or merged page leaves a redirect that works.
    """
    if not library.redirects:
        return
    built = {uri for uri, _ in records(library)} | set(generated())
    taken = {uri.casefold() for uri in built}
    seen: dict[str, str] = {}
    for old, new in library.redirects.items():
        source = _page(old)
        if not _is_plain(old):
            yield at_name(path, "redirect-collision", (old,), old=old, variant="address")
        elif source.casefold() in taken:
            yield at_name(path, "redirect-collision", (old,), old=old)
        elif seen.setdefault(source.casefold(), old) != old:
            yield at_name(
                path, "redirect-collision", (old,), old=old, other=seen[source.casefold()],
                variant="repeated",
            )  # fmt: skip
        yield from _check_target(library, path, old, new, built)


def _check_target(
    library: Library, path: str, old: str, new: str, built: set[str]
) -> Iterator[Fault]:
    target = _page(new.partition("#")[0])
    variant = "" if _is_plain(new.partition("#")[0]) or new in ("", "/") else "address"
    if not variant and (target in built or is_term_page(target, library)):
        return
    if not variant and target == _page(old):
        variant = "self"
    elif not variant and any(_page(other) == target for other in library.redirects):
        variant = "chain"
    yield at_key(path, "redirect-target", (old,), old=old, new=new, variant=variant)


def _page(address: str) -> str:
    """Give an address as pages bear it: without a slash in front, with one behind."""
    bare = address.strip().strip("/")
    return bare if not bare or bare.endswith((".html", ".xml", ".txt")) else f"{bare}/"


def _is_plain(address: str) -> bool:
    """Tell whether an address is one inside the site that a file can answer."""
    bare = address.strip().strip("/")
    steps = bare.split("/")
    odd = any(sign in bare for sign in ("\\", ":", "?", "#"))
    return not odd and all(step not in ("", ".", "..") for step in steps)
