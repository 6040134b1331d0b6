"""A case as a chapter of a book: Typst source for a file of its own."""

from dataclasses import dataclass
from typing import Final

from generator.publication.blocks.tree import BodyTree, Heading, Paragraph, Text
from generator.publication.manuscripts.chapter import Chapter
from generator.publication.pdf.case import style_source
from generator.publication.pdf.literals import dictionary, string
from generator.publication.pdf.qr import qr_svg
from generator.publication.pdf.text import Composer
from generator.strings import text

_SECTION: Final = 2
"""Level of the heading of a section, in a tree and in a book."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a chapter stands."""

    number: int
    """From 1."""

    @property
    def anchor(self) -> str:
        """Give the label of its heading."""
        return f"chapter-{self.number}"

    @property
    def file(self) -> str:
        """Give the name of its file."""
        return f"{self.anchor}.typ"

    @property
    def qr(self) -> str:
        """Give the name of the picture that leads to its page."""
        return f"{self.anchor}-qr.svg"


def chapter_source(chapter: Chapter, place: Place, composer: Composer) -> str:
    """Give the source of a chapter; its labels begin with its anchor, so that none occurs twice.

    Raises BiaoganError where a picture is broken.
    """
    words = {
        "title": chapter.title,
        "byline": chapter.byline,
        "mark": chapter.mark,
        "short": text("pages.mark.before"),
    }
    body = "\n\n".join(part for part in _parts(chapter, place, composer) if part)
    anchor = f"label({string(place.anchor)})"
    said = dictionary({key: string(value) for key, value in words.items()})
    return (
        '#import "/book.typ": *\n'
        f"#let style = {style_source(chapter.paper, top=_SECTION)}\n"
        f"#chapter(style, {anchor}, {said})[\n{body}\n]\n"
    )


def chapter_pictures(chapter: Chapter, place: Place) -> dict[str, bytes]:
    """Give the pictures that are no part of the text, by name."""
    return {place.qr: qr_svg(chapter.address)} if chapter.address else {}


def _parts(chapter: Chapter, place: Place, composer: Composer) -> tuple[str, ...]:
    anchor = place.anchor
    return (
        _summary(chapter, anchor, composer),
        composer.write(chapter.body, prefix=f"{anchor}:", shift=1),
        composer.write(BodyTree(chapter.appendix), prefix=f"{anchor}:appendix:", shift=1),
        _colophon(chapter, place, composer),
    )


def _summary(chapter: Chapter, anchor: str, composer: Composer) -> str:
    if not chapter.summary:
        return ""
    prefix = f"{anchor}:summary:"
    if chapter.paper.summary_size:
        heading = f"#summary-heading(style, {string(chapter.summary_heading)})\n\n"
        return heading + composer.write(BodyTree(chapter.summary), prefix=prefix, shift=1)
    above = Heading(_SECTION, "", (Text(chapter.summary_heading),), "")
    return composer.write(BodyTree((above, *chapter.summary)), prefix=prefix, shift=1)


def _colophon(chapter: Chapter, place: Place, composer: Composer) -> str:
    lines = tuple(Paragraph(inlines) for inlines in chapter.colophon)
    body = composer.write(BodyTree(lines), prefix=f"{place.anchor}:colophon:", shift=1)
    qr = string(f"/{place.qr}") if chapter.address else "none"
    alt = string(text("publication_pdf.case.qr", address=chapter.address))
    scan = string(text("publication_pdf.case.scan"))
    return f"#colophon(style, {qr}, {alt}, {scan})[{body}]"
