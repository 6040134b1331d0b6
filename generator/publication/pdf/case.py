"""A case as PDF."""

from generator.library.paper import PaperRule, Typeface, TypeSize
from generator.publication.blocks.tree import BodyTree, Heading, Paragraph, Text
from generator.publication.manuscripts.chapter import Chapter, Imprint
from generator.publication.pdf.literals import dictionary, string
from generator.publication.pdf.press import Info, Press
from generator.publication.pdf.qr import qr_svg
from generator.publication.pdf.text import Composer, Mathematician, formulas_of
from generator.strings import text

_QR = "qr.svg"
_SECTION = 2
"""Level of a section's heading in a tree."""
_SMALLER = {14.0: TypeSize.SMALL_THIRD, 12.0: TypeSize.FOURTH}
"""Size of the text in points → ours for its sections, where an edition leaves it open."""


def print_case(chapter: Chapter, imprint: Imprint, press: Press, pandoc: Mathematician) -> bytes:
    """Give a case as PDF/UA-1; raises BiaoganError where a font, glyph or picture is missing."""
    trees = (BodyTree(chapter.summary), chapter.body, BodyTree(chapter.appendix))
    composer = Composer(formulas_of(trees, pandoc, press))
    main = _source(chapter, imprint, composer)
    pictures = dict(composer.album.files)
    if chapter.address:
        pictures[_QR] = qr_svg(chapter.address)
    info = Info(chapter.title, chapter.byline, chapter.issued_on, imprint.language)
    return press.print(main, pictures, info=info)


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


def _source(chapter: Chapter, imprint: Imprint, composer: Composer) -> str:
    words = {
        "title": chapter.title,
        "byline": chapter.byline,
        "mark": chapter.mark,
        "site": imprint.site,
        "number": text("publication_pdf.case.number", number=chapter.number),
    }
    parts = (
        '#import "/case.typ": *',
        f"#let style = {style_source(chapter.paper)}",
        f"#let words = {dictionary({key: string(value) for key, value in words.items()})}",
        "#show: case-style.with(style, words)",
        "#case-title(style, words)",
        _summary(chapter, composer),
        composer.write(chapter.body),
        composer.write(BodyTree(chapter.appendix), prefix="appendix:"),
        _colophon(chapter, composer),
    )
    return "\n\n".join(part for part in parts if part)


def _summary(chapter: Chapter, composer: Composer) -> str:
    if not chapter.summary:
        return ""
    if chapter.paper.summary_size:
        above = f"#summary-heading(style, {string(chapter.summary_heading)})\n\n"
        return above + composer.write(BodyTree(chapter.summary), prefix="summary:")
    heading = Heading(_SECTION, "", (Text(chapter.summary_heading),), "")
    return composer.write(BodyTree((heading, *chapter.summary)), prefix="summary:")


def _colophon(chapter: Chapter, composer: Composer) -> str:
    lines = tuple(Paragraph(inlines) for inlines in chapter.colophon)
    body = composer.write(BodyTree(lines), prefix="colophon:")
    qr = string(f"/{_QR}") if chapter.address else "none"
    alt = string(text("publication_pdf.case.qr", address=chapter.address))
    scan = string(text("publication_pdf.case.scan"))
    return f"#colophon(style, {qr}, {alt}, {scan})[{body}]"
