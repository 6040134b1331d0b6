"""A book of cases as a Word document: cover, contents, a chapter a case, indexes.

Every part is a section: it begins on a new page, and its footnotes count from one, as on the page
of the case. The form is that of the first chapter's edition: a document has one set of styles.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from generator.pages.controls import for_xml
from generator.publication.manuscripts.book import BookManuscript, IndexEntry, contents_title
from generator.publication.manuscripts.chapter import Chapter
from generator.publication.word.book_sheet import BookStyle, book_sheet
from generator.publication.word.contents import UNKNOWN, Target, paged_line
from generator.publication.word.document import draft_for, write_document
from generator.publication.word.draft import Draft, Node, paragraph, plain_line, styled, words
from generator.publication.word.finishing import Properties
from generator.publication.word.names import Style
from generator.publication.word.note_marks import with_marks
from generator.publication.word.ooxml import empty_paragraph, raw_block
from generator.publication.word.pandoc import Pandoc
from generator.publication.word.sections import MARK, Paging, with_sections
from generator.publication.word.text import blocks_json, running_text
from generator.publication.zipping import pack, unpack
from generator.strings import text

_DOCUMENT: Final = "word/document.xml"
_NOTES: Final = "word/footnotes.xml"
_NOTHING: Final[Mapping[str, str]] = MappingProxyType({})
_HEADINGS: Final = {"unread": "unread_heading", "colophon": "colophon_heading"}
"""Part at the end → key of its heading, where that is another."""


def write_book(book: BookManuscript, pandoc: Pandoc, pages: Mapping[str, str] = _NOTHING) -> bytes:
    """Give a book as .docx, the same bytes every time.

    `pages`: the page on which each part begins (`part_anchors`), as the contents show it until Word
    computes it.
    Raises BiaoganError when a picture cannot be read or pandoc cannot write it.
    """
    sheet = book_sheet(book.paper)
    draft = draft_for(sheet)
    writer = _Writer(book, draft, pages)
    parts = [writer.cover(), writer.contents(), *writer.chapters(), *writer.back()]
    blocks = [*parts[0]]
    for part in parts[1:]:
        blocks += [raw_block(MARK), *part]
    properties = Properties(
        title=book.title,
        creator=book.imprint.site,
        day=book.issued_on,
        subject=book.imprint.site,
        keywords=(book.mark,) if book.mark else (),
    )
    members = unpack(write_document(blocks, draft, sheet, properties, pandoc))
    divided = with_sections(members[_DOCUMENT], _pagings(len(parts)))
    members[_DOCUMENT], members[_NOTES] = with_marks(divided, members[_NOTES])
    return pack(members.items())


def chapter_anchor(number: int) -> str:
    """Give the bookmark of a chapter's title; `number` counts from 1."""
    return f"chapter_{number}"


def part_anchors(book: BookManuscript) -> tuple[str, ...]:
    """Give the bookmarks of all that the contents name, in order."""
    chapters = (chapter_anchor(number + 1) for number in range(len(book.chapters)))
    return (*chapters, *(key for key, _ in _back(book)))


def _pagings(count: int) -> list[Paging]:
    """Give how the pages of cover, contents, the first chapter and the rest are counted."""
    fixed = [Paging.NONE, Paging.ROMAN, Paging.FIRST]
    return fixed + [Paging.ON] * (count - len(fixed))


def _back(book: BookManuscript) -> list[tuple[str, str]]:
    """Give what follows the chapters: key, which is its bookmark too, and heading."""
    there = {
        "enterprises": book.enterprises,
        "methods": book.methods,
        "unread": book.unread,
        "colophon": book.colophon,
    }
    return [
        (key, text(f"publication_book.{_HEADINGS.get(key, key)}"))
        for key, content in there.items()
        if content
    ]


@dataclass(frozen=True, slots=True)
class _Writer:
    """Writes the parts of one book."""

    book: BookManuscript
    draft: Draft
    pages: Mapping[str, str]

    def cover(self) -> list[Node]:
        """Give the cover."""
        book = self.book
        lines = (
            (BookStyle.TITLE, book.title),
            *((BookStyle.LINE, line) for line in book.subtitle),
            (BookStyle.MARK, book.mark),
            *(
                (BookStyle.FACT if place else BookStyle.FIRST_FACT, line)
                for place, line in enumerate(book.counts)
            ),
            (BookStyle.ISSUER, book.imprint.site),
            (BookStyle.FACT, book.imprint.address),
        )
        return [plain_line(style, said) for style, said in lines if said]

    def contents(self) -> list[Node]:
        """Give the contents."""
        lines = [plain_line(BookStyle.CONTENTS_TITLE, text("publication_book.contents"))]
        for number, chapter in enumerate(self.book.chapters, 1):
            lines.append(self._paged(contents_title(chapter), chapter_anchor(number)))
            lines += [plain_line(BookStyle.BYLINE, chapter.byline)] if chapter.byline else []
        return lines + [self._paged(heading, key) for key, heading in _back(self.book)]

    def chapters(self) -> Iterator[list[Node]]:
        """Yield the chapters."""
        for number, chapter in enumerate(self.book.chapters, 1):
            # The section's notes are counted from one.
            self.draft.notes = 0
            yield [*self._chapter(chapter, chapter_anchor(number))]

    def back(self) -> Iterator[list[Node]]:
        """Yield what follows the chapters."""
        for key, heading in _back(self.book):
            yield [_heading(1, heading, key), *self._part(key)]

    def _part(self, key: str) -> list[Node]:
        match key:
            case "enterprises":
                return self._index(self.book.enterprises)
            case "methods":
                return self._index(self.book.methods)
            case "unread":
                return [plain_line(BookStyle.NAME, line) for line in self.book.unread]
            case _:
                lines = (running_text(line, self.draft) for line in self.book.colophon)
                return [styled(Style.FIRST, [paragraph(line)]) for line in lines]

    def _chapter(self, chapter: Chapter, anchor: str) -> Iterator[Node]:
        yield _heading(1, chapter.title, anchor)
        for style, said in ((Style.BYLINE, chapter.byline), (Style.MARK, chapter.mark)):
            if said:
                yield plain_line(style, said)
        if chapter.summary:
            yield plain_line(Style.SUMMARY_HEADING, chapter.summary_heading)
            yield styled(Style.SUMMARY, blocks_json(chapter.summary, (), self.draft))
        notes, prefix = chapter.body.notes, f"{anchor}_"
        yield from blocks_json(chapter.body.blocks, notes, self.draft, prefix=prefix)
        prefix = f"{anchor}_appendix_"
        yield from blocks_json(chapter.appendix, (), self.draft, prefix=prefix)
        if chapter.colophon:
            yield empty_paragraph(Style.RULE)
            lines = [paragraph(running_text(line, self.draft)) for line in chapter.colophon]
            yield styled(Style.COLOPHON, lines)

    def _index(self, entries: Sequence[IndexEntry]) -> list[Node]:
        return [
            self._paged(one.name, *map(chapter_anchor, one.chapters), style=BookStyle.INDEX)
            for one in entries
        ]

    def _paged(self, said: str, *anchors: str, style: str = BookStyle.CHAPTER) -> Node:
        targets = [Target(anchor, self.pages.get(anchor, UNKNOWN)) for anchor in anchors]
        return paged_line(style, said, targets, self.draft.line)


def _heading(level: int, said: str, anchor: str) -> Node:
    return {"t": "Header", "c": [level, [anchor, [], []], [words(for_xml(said))]]}
