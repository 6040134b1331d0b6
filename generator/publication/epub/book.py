"""A book of cases as an EPUB 3 file: a file a chapter, indexes whose entries are links."""

import uuid
from collections.abc import Iterator, Sequence

from generator.pages.controls import for_xml
from generator.publication.epub.album import BookAlbum
from generator.publication.epub.package import Frame, packed
from generator.publication.epub.text import chapter_blocks, colophon, title
from generator.publication.manuscripts.book import BookManuscript, IndexEntry, contents_title
from generator.publication.word.draft import Draft, Node, Profile, classed, paragraph, words
from generator.publication.word.pandoc import Pandoc
from generator.strings import text


def write_book(book: BookManuscript, pandoc: Pandoc) -> bytes:
    """Give a book as an EPUB file, the same bytes every time.

    Raises BiaoganError when pandoc or a picture fails.
    """
    draft = Draft(Profile.BOOK, album=BookAlbum())
    blocks = [
        node
        for number, chapter in enumerate(book.chapters, 1)
        for node in chapter_blocks(chapter, draft, chapter_anchor(number))
    ]
    blocks += _back(book, draft)
    frame = Frame(
        title=book.title,
        identifier=identifier(book),
        language=book.imprint.language,
        publisher=book.imprint.site,
        issued_on=book.issued_on,
        subtitle=book.subtitle,
        mark=book.mark,
        lines=book.counts,
        source=book.imprint.address,
        is_book=True,
        labels={
            chapter_anchor(number): contents_title(chapter)
            for number, chapter in enumerate(book.chapters, 1)
        },
    )
    return packed(blocks, frame, draft, pandoc)


def chapter_anchor(number: int) -> str:
    """Give the anchor of a chapter's heading; `number` counts from 1."""
    return f"c{number}"


def identifier(book: BookManuscript) -> str:
    """Give a URN that is the same for the same selection of the same library."""
    said = "\n".join((book.imprint.address or book.imprint.site, book.title, *book.subtitle))
    return uuid.uuid5(uuid.NAMESPACE_URL, said).urn


def _back(book: BookManuscript, draft: Draft) -> Iterator[Node]:
    """Yield what follows the chapters."""
    yield from _index(book, "enterprises", book.enterprises)
    yield from _index(book, "methods", book.methods)
    if book.unread:
        yield title(text("publication_book.unread_heading"), "unread")
        items = [[{"t": "Plain", "c": [words(for_xml(line))]}] for line in book.unread]
        yield classed("lines", [{"t": "BulletList", "c": items}])
    if book.colophon:
        yield title(text("publication_book.colophon_heading"), "about")
        yield from colophon(book.colophon, draft)


def _index(book: BookManuscript, key: str, entries: Sequence[IndexEntry]) -> Iterator[Node]:
    if not entries:
        return
    yield title(text(f"publication_book.{key}"), key)
    items = [[[words(for_xml(entry.name))], _places(book, entry)] for entry in entries]
    yield classed("index", [{"t": "DefinitionList", "c": items}])


def _places(book: BookManuscript, entry: IndexEntry) -> list[list[Node]]:
    return [[paragraph([_link(book, number)])] for number in entry.chapters]


def _link(book: BookManuscript, number: int) -> Node:
    shown = [words(for_xml(contents_title(book.chapters[number - 1])))]
    return {"t": "Link", "c": [["", [], []], shown, [f"#{chapter_anchor(number)}", ""]]}
