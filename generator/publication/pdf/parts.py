"""What a case says, for a document of its own and for a chapter of a book."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from generator.library.paper import PaperRule, Typeface, TypeSize
from generator.publication.blocks.tree import BodyTree, Heading, Paragraph, Text
from generator.publication.manuscripts.chapter import Chapter
from generator.publication.pdf.literals import dictionary, string
from generator.publication.pdf.qr import qr_svg
from generator.publication.pdf.text import Composer
from generator.strings import text

_SECTION: Final = 2
"""Level of a section's heading in a tree."""
_SMALLER: Final = {14.0: TypeSize.SMALL_THIRD, 12.0: TypeSize.FOURTH}
"""Size of the text in points → ours for its sections, where an edition leaves it open."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a case stands in its document."""

    qr: str
    """Name of the picture that leads to its page."""
    prefix: str = ""
    """Before all labels: the chapters of a book have equal ones."""
    shift: int = 0
    """How much lower its headings are than in a document of its own."""


def trees_of(chapter: Chapter) -> tuple[BodyTree, ...]:
    """Give the texts of a case in which there may be formulas."""
    return BodyTree(chapter.summary), chapter.body, BodyTree(chapter.appendix)


def case_text(chapter: Chapter, spot: Spot, composer: Composer) -> str:
    """Give the source of what stands below a case's title; raises BiaoganError."""
    return "\n\n".join(part for part in _parts(chapter, spot, composer) if part)


def case_pictures(chapter: Chapter, spot: Spot) -> dict[str, bytes]:
    """Give the pictures that are no part of the text, by name."""
    return {spot.qr: qr_svg(chapter.address)} if chapter.address else {}


def style_source(paper: PaperRule, top: int = 1) -> str:
    """Give an edition's form as Typst's dictionary, for `base-style` of base.typ.

    `top`: the level of the document's headings that sections have.
    """
    body = paper.body_size.points
    section = paper.section_size or _SMALLER.get(body, TypeSize.THIRD)
    subsection = paper.subsection_size.points if paper.subsection_size else body
    summary = paper.summary_size.points if paper.summary_size else 0.0
    return dictionary(
        {
            "top": str(top),
            "title": _type(paper.title_face, paper.title_size.points),
            "body": _type(paper.body_face, body),
            "caption": _type(paper.caption_face, paper.caption_size.points),
            "section": _type(paper.section_face, section.points),
            "subsection": _type(paper.subsection_face, subsection),
            "summary": f"{summary}pt",
            "table": f"{min(paper.caption_size.points, TypeSize.FIFTH.points)}pt",
        }
    )


def _type(face: Typeface, points: float) -> str:
    return dictionary({"face": string(face.value), "size": f"{points}pt"})


def _parts(chapter: Chapter, spot: Spot, composer: Composer) -> Iterator[str]:
    summary, body, appendix = trees_of(chapter)
    if summary.blocks:
        yield from _summary(chapter, spot, composer)
    yield composer.write(body, prefix=spot.prefix, shift=spot.shift)
    yield composer.write(appendix, prefix=f"{spot.prefix}appendix:", shift=spot.shift)
    yield _colophon(chapter, spot, composer)


def _summary(chapter: Chapter, spot: Spot, composer: Composer) -> Iterator[str]:
    above = Heading(_SECTION, "", (Text(chapter.summary_heading),), "")
    blocks = chapter.summary
    if chapter.paper.summary_size:
        yield f"#summary-heading(style, {string(chapter.summary_heading)})"
    else:
        blocks = (above, *blocks)
    yield composer.write(BodyTree(blocks), prefix=f"{spot.prefix}summary:", shift=spot.shift)


def _colophon(chapter: Chapter, spot: Spot, composer: Composer) -> str:
    lines = BodyTree(tuple(Paragraph(inlines) for inlines in chapter.colophon))
    body = composer.write(lines, prefix=f"{spot.prefix}colophon:", shift=spot.shift)
    qr = string(f"/{spot.qr}") if chapter.address else "none"
    alt = string(text("publication_pdf.case.qr", address=chapter.address))
    scan = string(text("publication_pdf.case.scan"))
    return f"#colophon(style, {qr}, {alt}, {scan})[{body}]"
