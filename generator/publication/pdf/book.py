"""A book of cases as PDF: cover, contents, a chapter a case, indexes with page numbers."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from generator.errors import BiaoganError
from generator.publication.blocks.tree import BodyTree, Paragraph
from generator.publication.manuscripts.book import BookManuscript, IndexEntry, contents_title
from generator.publication.pdf.chapter import SECTION, Place, chapter_pictures, chapter_source
from generator.publication.pdf.coverage import GlyphError, named
from generator.publication.pdf.literals import array, dictionary, string
from generator.publication.pdf.parts import style_source, trees_of
from generator.publication.pdf.press import Info, Press
from generator.publication.pdf.text import Composer, Mathematician, formulas_of
from generator.strings import text

_PAGES: Final = "pages"
"""Label of what tells on which pages the parts begin."""


@dataclass(frozen=True, slots=True)
class _Sources:
    """What Typst is given."""

    main: str
    files: Mapping[str, bytes | Path]
    info: Info
    anchors: tuple[str, ...]
    """Labels of all that the contents name, in order."""


def print_book(book: BookManuscript, press: Press, pandoc: Mathematician) -> bytes:
    """Give a book as PDF/UA-1; raises BiaoganError where a font, glyph or picture is missing."""
    made = _sources(book, press, pandoc)
    try:
        return press.print(made.main, made.files, info=made.info)
    except GlyphError as error:
        raise _placed(error, book, made, press) from error


def pages_of(book: BookManuscript, press: Press, pandoc: Mathematician) -> Mapping[str, str]:
    """Give the page on which each part of the contents begins in the PDF, by its anchor.

    The anchors are `chapter_1` and so on, and the keys of what follows the chapters.
    Raises BiaoganError where a picture is missing or broken.
    """
    made = _sources(book, press, pandoc)
    asked = f"{made.main}\n\n#tell-pages({string(_PAGES)}, {array(map(string, made.anchors))})"
    found = press.query(asked, made.files, info=made.info, label=_PAGES)
    return dict(zip(made.anchors, found, strict=True))


def _placed(error: GlyphError, book: BookManuscript, made: _Sources, press: Press) -> BiaoganError:
    """Give the error with the chapters in which the characters are, where they are in chapters."""
    places = []
    for number, chapter in enumerate(book.chapters, 1):
        source = made.files[Place(number).file]
        lacking = press.missing(source.decode()) if isinstance(source, bytes) else ()
        if lacking:
            said = {"number": chapter.number, "title": chapter.title, "characters": named(lacking)}
            places.append(text("publication_pdf.press.place", **said))
    return BiaoganError("\n".join((str(error), *places)))


def _sources(book: BookManuscript, press: Press, pandoc: Mathematician) -> _Sources:
    trees = (tree for chapter in book.chapters for tree in trees_of(chapter))
    composer = Composer(formulas_of(trees, pandoc, press))
    files: dict[str, bytes | Path] = {}
    for number, chapter in enumerate(book.chapters, 1):
        place = Place(number)
        files[place.file] = chapter_source(chapter, place, composer).encode()
        files |= chapter_pictures(chapter, place)
    back = dict(_back(book, composer))
    anchors = (*(Place(number + 1).anchor for number in range(len(book.chapters))), *back)
    info = Info(book.title, book.imprint.site, book.issued_on, book.imprint.language)
    return _Sources(_source(book, back), {**composer.album.files, **files}, info, anchors)


def _source(book: BookManuscript, back: Mapping[str, str]) -> str:
    parts = (
        '#import "/book.typ": *',
        f"#let style = {style_source(book.paper, top=SECTION)}",
        "#show: book-style.with(style)",
        f"#cover({_cover(book)})",
        f"#contents(style, {string(_said('contents'))}, {_entries(book, back)})",
        "#show: main-matter",
        *(f'#include "/{Place(number + 1).file}"' for number in range(len(book.chapters))),
        *(
            f"#back(style, {string(key)}, {string(_said(key))}, {body})"
            for key, body in back.items()
        ),
    )
    return "\n\n".join(parts)


def _said(key: str) -> str:
    heading = {"unread": "unread_heading", "colophon": "colophon_heading"}.get(key, key)
    return text(f"publication_book.{heading}")


def _cover(book: BookManuscript) -> str:
    return dictionary(
        {
            "title": string(book.title),
            "subtitle": array(map(string, book.subtitle)),
            "mark": string(book.mark),
            "counts": array(map(string, book.counts)),
            "site": string(book.imprint.site),
            "address": string(book.imprint.address),
        }
    )


def _entries(book: BookManuscript, back: Mapping[str, str]) -> str:
    """Give what the contents say of each part, by its label."""
    entries = {
        Place(number).anchor: _entry(contents_title(chapter), chapter.byline)
        for number, chapter in enumerate(book.chapters, 1)
    }
    return dictionary(entries | {key: _entry(_said(key)) for key in back})


def _entry(title: str, byline: str = "") -> str:
    return dictionary({"title": string(title), "byline": string(byline)})


def _back(book: BookManuscript, composer: Composer) -> Iterator[tuple[str, str]]:
    """Yield what follows the chapters: key and source."""
    if book.enterprises:
        yield "enterprises", _index(book.enterprises)
    if book.methods:
        yield "methods", _index(book.methods)
    if book.unread:
        yield "unread", f"plain-lines({array(map(string, book.unread))})"
    if book.colophon:
        lines = BodyTree(tuple(Paragraph(inlines) for inlines in book.colophon))
        yield "colophon", f"[{composer.write(lines, prefix='book:', shift=1)}]"


def _index(entries: Sequence[IndexEntry]) -> str:
    places = (
        array((string(one.name), array(string(Place(number).anchor) for number in one.chapters)))
        for one in entries
    )
    return f"index({array(places)})"
