"""Addresses of pages, as far as rules must know them: who else claims one, where one leads.

`pages.routes` makes the addresses; a test holds the two together.
"""

from collections.abc import Iterator
from typing import Final

from generator.library.edition import EDITION_FILE
from generator.library.library import Library
from generator.library.lifecycle import Status
from generator.library.short_addresses import FOLDER
from generator.library.vocabulary import VocabularyName

HOME: Final = ""
SHORT: Final = FOLDER
"""Short addresses of sessions and of their cases."""
LISTS: Final = ("cases/", "notices/", "videos/", "sessions/", "statistics/", "revocations/")
"""Pages that every site has, besides the home page and the lists of terms."""
TERMS: Final = {
    "years/": None,
    "fields/": VocabularyName.FOCUS_AREAS,
    "methods/": VocabularyName.METHODS,
    "recommenders/": VocabularyName.RECOMMENDERS,
    "industries/": VocabularyName.INDUSTRIES,
    "regions/": VocabularyName.REGIONS,
    "enterprises/": None,
}
"""Folder of a way to browse → the vocabulary whose slugs its pages bear."""
FILES: Final = ("404.html", "sitemap.xml", "robots.txt")
_INDEX: Final = frozenset({"index", "readme"})


def generated() -> Iterator[str]:
    """Yield the addresses that the program takes for itself."""
    yield HOME
    yield from LISTS
    yield from TERMS
    yield from FILES


def document_uri(path: str) -> str:
    """Give the address of a hand-written page: docs/guide/index.md → guide/, docs/a.md → a/."""
    inside = path.removeprefix("docs/").removesuffix(".md")
    folder, _, stem = inside.rpartition("/")
    if stem.casefold() in _INDEX:
        return f"{folder}/" if folder else ""
    return f"{inside}/"


def records(library: Library) -> Iterator[tuple[str, str]]:
    """Yield (address, path) of every page that is made from a file."""
    for case in library.cases.values():
        if case.front.status not in (Status.DRAFT, Status.PUBLICITY):
            yield f"cases/{case.id}/", case.path
    for notice in library.notices.values():
        yield f"notices/{notice.id}/", notice.path
    for path in library.documents:
        yield document_uri(path), path


def unread_uris(library: Library, failed: frozenset[str]) -> tuple[str, ...]:
    """Give how the addresses begin that files with errors (paths) would have if they were read."""
    read = {path for _, path in records(library)}
    read |= {case.path for case in library.cases.values()}
    found: list[str] = []
    for path in sorted(failed - read):
        top, _, below = path.partition("/")
        folder, _, name = below.rpartition("/")
        if path.endswith(".md"):
            is_document = top not in ("cases", "notices")
            uri = document_uri(path) if is_document else f"{top}/{name.removesuffix('.md')}/"
            found += [uri] if uri else []
        elif folder == "vocabulary":
            found += [uri for uri, of in TERMS.items() if of == name.removesuffix(".yml")]
        elif name == EDITION_FILE and folder not in library.editions:
            found.append(f"years/{folder[:4]}/")
    return tuple(found)


def is_term_page(uri: str, library: Library) -> bool:
    """Tell whether an address is that of a term's page, as far as vocabularies and years say."""
    folder, _, rest = uri.partition("/")
    slug = rest.strip("/")
    if f"{folder}/" not in TERMS or not slug or "/" in slug:
        return False
    name = TERMS[f"{folder}/"]
    if name is not None:
        return name in library.vocabularies and slug in library.vocabularies[name].by_slug
    if folder == "years":
        return any(str(edition.year) == slug for edition in library.editions.values())
    return True
