"""The documents that are indexed: what a case or a notice is found by.

A document has *names* (title, enterprise), *labels* (terms, number) and *passages*: every block of
its page that tells something. The page marks the elements that hold these pieces with `data-found`,
so a browser can look a word up in the page itself. Drafts, cases in publicity and revoked cases are
no documents.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b

from generator.catalogue.catalogue import Catalogue
from generator.library.body import AnyBody
from generator.library.case import Case
from generator.library.notice import Notice
from generator.pages import routes
from generator.pages.chapters import chapters_of
from generator.pages.values import paragraphs
from generator.rendering.text import blocks
from generator.search.classes import APART
from generator.search.facets import Table
from generator.search.table import table_of


@dataclass(frozen=True, slots=True)
class IndexSource:
    """A case or a notice before it is indexed."""

    uri: str
    names: tuple[str, ...]
    """Title, enterprise and its other names; of a notice all that names it."""
    labels: tuple[str, ...]
    """The other names by which it is found: those of its terms, its number."""
    told: tuple[str, ...]
    """The pieces beside the body."""
    body: AnyBody
    """Its text is asked for only when the document is read."""

    def text(self) -> str:
        """Give everything in which the document is found, as `Source` says."""
        return APART.join((*self.names, *self.labels, *self.told, *blocks(self.body.html)))

    def named(self) -> str:
        """Give the names alone."""
        return APART.join(self.names)

    def folded(self) -> str:
        """Give the text by `folding.fold`."""
        # Not at the top: numpy takes 0.1 s, and where nothing changed no document is read.
        from generator.search.folding import fold  # noqa: PLC0415

        return fold(self.text())

    def is_traditional(self) -> bool:
        """Tell whether its texts, not its names, hold a traditional character."""
        from generator.search.traditional import has_traditional  # noqa: PLC0415 -- see above

        return has_traditional((*self.told, self.body.html))

    def head(self) -> bytes:
        """Give 16 bytes that change whenever anything but the body changes."""
        pieces = (*self.names, "", *self.labels, "", *self.told)
        return blake2b("\0".join(pieces).encode(errors="surrogatepass"), digest_size=16).digest()

    def digest(self) -> bytes:
        """Give 32 bytes that change whenever the folded text or the names may change."""
        return self.head() + self.body.digest


def case_sources(catalogue: Catalogue, table: Table) -> tuple[IndexSource, ...]:
    """Give every row of the table as a document."""
    cases = [catalogue.library.cases[case_id] for case_id in table.ids]
    return tuple(
        _of_case(case, _firm(catalogue, case), names)
        for case, names in zip(cases, table.names_of_rows(), strict=True)
    )


def sources_of_rows(catalogue: Catalogue, rows: Sequence[int]) -> tuple[IndexSource, ...]:
    """Give some documents as `case_sources` gives all; the names of terms hang on no other case."""
    oldest_first = catalogue.cases[::-1]
    table = table_of(catalogue.library, catalogue, [oldest_first[row] for row in rows])
    return case_sources(catalogue, table)


def notice_sources(catalogue: Catalogue) -> tuple[IndexSource, ...]:
    """Give every notice as a document, the oldest first: by (dated, id)."""
    return tuple(map(_of_notice, notices_in_order(catalogue)))


def notices_in_order(catalogue: Catalogue) -> tuple[Notice, ...]:
    """Give the notices in the order of their running numbers."""
    return tuple(sorted(catalogue.notices.notices, key=lambda item: (item.dated, item.id)))


def _firm(catalogue: Catalogue, case: Case) -> tuple[str, ...]:
    enterprise = catalogue.enterprises[case.id]
    return (enterprise.name, *enterprise.other_names)


def _of_case(case: Case, firm: tuple[str, ...], terms: tuple[str, ...]) -> IndexSource:
    front = case.front
    names = dict.fromkeys((front.title, front.enterprise, *firm))
    labels = dict.fromkeys((*terms, case.id))
    return IndexSource(
        uri=routes.case(case.id),
        names=tuple(name for name in names if name),
        labels=tuple(name for name in labels if name and name not in names),
        told=tuple(filter(None, _told(case))),
        body=case.body,
    )


def _told(case: Case) -> Iterator[str]:
    front = case.front
    yield from paragraphs(front.summary)
    yield from (indicator.name for indicator in front.indicators)
    for video in front.videos:
        yield video.title
        yield from (chapter.title for chapter in chapters_of(video))
    yield from front.honours


def _of_notice(notice: Notice) -> IndexSource:
    front = notice.front
    names = (front.title, front.document_number, front.issuer)
    return IndexSource(
        uri=routes.notice(notice.id),
        names=tuple(name for name in names if name),
        labels=(),
        told=tuple(filter(None, _announced(notice))),
        body=notice.body,
    )


def _announced(notice: Notice) -> Iterator[str]:
    """Give what stands beside a notice's text; never whom to turn to."""
    yield from (attachment.title for attachment in notice.front.attachments)
    session = notice.front.session
    if session:
        yield from (session.place, *session.hosts)
        yield from (item.title for item in session.programme)
