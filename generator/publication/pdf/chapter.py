"""A case as a chapter of a book: Typst source for a file of its own."""

from dataclasses import dataclass
from typing import Final

from generator.publication.manuscripts.chapter import Chapter
from generator.publication.pdf.literals import dictionary, string
from generator.publication.pdf.parts import Spot, case_pictures, case_text, style_source
from generator.publication.pdf.text import Composer
from generator.strings import text

SECTION: Final = 2
"""Level of the heading of a section in a book."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a chapter stands."""

    number: int
    """From 1."""

    @property
    def anchor(self) -> str:
        """Give the label of its heading."""
        return f"chapter_{self.number}"

    @property
    def file(self) -> str:
        """Give the name of its file."""
        return f"{self.anchor}.typ"

    @property
    def spot(self) -> Spot:
        """Give where its text stands; its labels begin with its anchor: none occurs twice."""
        return Spot(f"{self.anchor}-qr.svg", f"{self.anchor}:", SECTION - 1)


def chapter_source(chapter: Chapter, place: Place, composer: Composer) -> str:
    """Give the source of a chapter; raises BiaoganError where a picture is broken."""
    words = {
        "title": chapter.title,
        "byline": chapter.byline,
        "mark": chapter.mark,
        "short": text("pages.mark.before"),
    }
    anchor = f"label({string(place.anchor)})"
    said = dictionary({key: string(value) for key, value in words.items()})
    return (
        '#import "/book.typ": *\n'
        f"#let style = {style_source(chapter.paper, top=SECTION)}\n"
        f"#chapter(style, {anchor}, {said})[\n{case_text(chapter, place.spot, composer)}\n]\n"
    )


def chapter_pictures(chapter: Chapter, place: Place) -> dict[str, bytes]:
    """Give the pictures that are no part of the text, by name."""
    return case_pictures(chapter, place.spot)
