"""Links between pages: to pages that are built, to anchors that are there."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import escape
from typing import Final

from generator.findings import Fault
from generator.library.addresses import is_safe, source_target
from generator.library.body import AnyBody, Reference
from generator.library.ids import CaseId, is_demonstration_id, parse_case_id, parse_notice_id
from generator.library.library import Library
from generator.library.lifecycle import Status
from generator.library.rules.context import Context
from generator.library.rules.files import is_published
from generator.library.rules.placing import at_line

_UNBUILT: Final = frozenset({Status.DRAFT, Status.PUBLICITY})
_MARKDOWN: Final = ".md"


@dataclass(frozen=True, slots=True)
class _Page:
    """A page that may link and be linked to."""

    body: AnyBody
    is_built: bool
    """False for a draft, and for a case in publicity: it stands on its notice only."""


_Pages = Mapping[str, _Page]


def check_links(library: Library, context: Context) -> Iterator[Fault]:
    """Follow every relative link of every body, to its page and to its anchor. O(links).

    Our own rule: no link of the site leads nowhere.
    """
    pages = _pages(library)
    anchors: dict[str, frozenset[str]] = {}
    for path, page in pages.items():
        for link in page.body.links:
            fault = _broken(path, link, pages, context)
            if fault is not None:
                yield fault
            else:
                yield from _check_anchor(path, link, pages, anchors)


def _pages(library: Library) -> _Pages:
    pages: dict[str, _Page] = {}
    for case in library.cases.values():
        pages[case.path] = _Page(case.body, case.front.status not in _UNBUILT)
    for notice in library.notices.values():
        pages[notice.path] = _Page(notice.body, is_built=True)
    for path, document in library.documents.items():
        pages[path] = _Page(document.body, is_built=True)
    return pages


def _broken(path: str, link: Reference, pages: _Pages, context: Context) -> Fault | None:
    variant = _shortcoming(path, link.target, pages, context)
    if variant is None:
        return None
    return at_line(
        path, "link-broken", link.line, link.column, address=link.target, variant=variant
    )


def _shortcoming(path: str, target: str, pages: _Pages, context: Context) -> str | None:
    """Say why a link leads nowhere: a variant of the wording, None if it leads somewhere."""
    if not target.strip():
        return "empty"
    resolved = source_target(path, target)
    if resolved is None:
        return _shortcoming_elsewhere(target)
    file, _ = resolved
    if file in pages:
        return "unbuilt" if pages[path].is_built and not pages[file].is_built else None
    if file in context.failed or not context.exists(file):
        return None if file in context.failed else ""
    if file.endswith(_MARKDOWN):
        return _shortcoming_of_page(file)
    return None if is_published(file) else "unpublished"


def _shortcoming_of_page(file: str) -> str | None:
    """Judge a Markdown file that made no record.

    One with faults of its own is reported there; a fictional case may be switched off.
    """
    *folders, name = file.split("/")
    stem = name.removesuffix(_MARKDOWN)
    if folders[:1] == ["cases"] and len(folders) == 2 and parse_case_id(stem):
        return "unbuilt" if is_demonstration_id(CaseId(stem)) else None
    if folders == ["notices"] and parse_notice_id(stem):
        return None
    return None if folders[:1] == ["docs"] else "unpublished"


def _shortcoming_elsewhere(target: str) -> str | None:
    """Judge what is no relative address inside the project."""
    if target.startswith("//") or ":" in target.partition("/")[0] or not is_safe(target):
        return None
    return "rooted" if target.startswith(("/", "\\")) else "outside"


def _check_anchor(
    path: str, link: Reference, pages: _Pages, anchors: dict[str, frozenset[str]]
) -> Iterator[Fault]:
    resolved = source_target(path, link.target)
    if resolved is None:
        return
    file, anchor = resolved
    page = pages.get(file)
    if not anchor or page is None or page.body.is_empty:
        return
    if file not in anchors:
        anchors[file] = frozenset(heading.anchor for heading in page.body.headings)
    if anchor in anchors[file] or f'id="{escape(anchor)}"' in page.body.html:
        return
    yield at_line(path, "link-anchor", link.line, link.column, anchor=anchor, address=link.target)
