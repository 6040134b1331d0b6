"""The slides around the text: cover, videos, empty lines to write on, and where it comes from."""

from io import BytesIO
from typing import Final

from pptx.enum.shapes import MSO_CONNECTOR
from pptx.enum.text import PP_ALIGN
from pptx.oxml.ns import qn
from pptx.util import Pt

from generator.publication.codes import code_picture
from generator.publication.slides.drawing import (
    add_run,
    decorative,
    emu,
    move,
    name,
    new_slide,
    write_box,
    write_points,
)
from generator.publication.slides.fitting import SPACING, Box, Page, best_size, cut
from generator.publication.slides.foreign import Colour, Deck, Drawn, colour
from generator.publication.slides.plan import Closing, Cover
from generator.publication.slides.theme import (
    BODY,
    COVER,
    COVER_BODY,
    COVER_TITLE,
    RED,
)
from generator.strings import text

_COVER_SIZES: Final = (40.0, 36.0, 32.0, 28.0, 24.0, 20.0)
_CODE: Final = Box(744, 168, 160, 160)
_CODE_WORDS: Final = Box(712, 334, 224, 60)
_COVER_MARK: Final = Box(72, 466, 620, 24)
_CLOSING_CODE: Final = Box(744, 128, 160, 160)
_LINES: Final = (210.0, 310.0, 410.0)
"""Heights of the three empty lines."""
_SMALL: Final = (14.0, 12.0, 11.0, 10.0)


def draw_cover(deck: Deck, title: str, cover: Cover) -> Drawn:
    """Draw the first slide."""
    slide = new_slide(deck, COVER)
    size = best_size(title, _COVER_SIZES, COVER_TITLE)
    frame = slide.shapes.title.text_frame
    frame.paragraphs[0].line_spacing = Pt(round(size * SPACING * 0.9, 2))
    add_run(frame.paragraphs[0], cut(title, size, COVER_TITLE), size)
    below = slide.placeholders[1].text_frame
    lines = [(24.0, "", cover.byline), *((18.0, label, value) for label, value in cover.facts)]
    if not cover.address:
        lines.append((14.0, "", cover.number))
    for place, (points, label, value) in enumerate(lines):
        paragraph = below.paragraphs[0] if place == 0 else below.add_paragraph()
        paragraph.line_spacing = Pt(round(points * SPACING, 2))
        line = Box(COVER_BODY.x, 0, COVER_BODY.width - (5 * points if label else 0), 34)
        if label:
            add_run(paragraph, f"{label}\u3000", points)
        smaller = best_size(value, (points, 16.0, 14.0), line)
        add_run(paragraph, cut(value, smaller, line), smaller)
    if cover.mark:
        write_box(slide, _COVER_MARK, cover.mark, 16)
        slide.shapes[-1].text_frame.paragraphs[0].runs[0].font.color.rgb = _red()
        name(slide.shapes[-1], text("publication_slides.shape.mark"))
    if cover.address:
        _draw_code(slide, cover.address, _CODE)
        size = best_size(cover.address, _SMALL, _CODE_WORDS)
        shown = cut(cover.address, size, _CODE_WORDS)
        write_box(slide, _CODE_WORDS, shown, size, align=PP_ALIGN.CENTER)
    return slide


def draw_lines(slide: Drawn) -> None:
    """Draw three empty lines for what is said in the room."""
    for height in _LINES:
        line = slide.shapes.add_connector(
            MSO_CONNECTOR.STRAIGHT, Pt(BODY.x), Pt(height), Pt(BODY.x + BODY.width), Pt(height)
        )
        # The style that python-pptx gives has a shadow.
        style = line.element.find(qn("p:style"))
        line.element.remove(style)
        line.line.width = Pt(1)
        line.line.color.rgb = colour("767C82")
        name(line, text("publication_slides.shape.line"))
        decorative(line)


def closing_box(closing: Closing) -> Box:
    """Give where the words of the last slide stand: beside the code, if there is one."""
    narrower = _CLOSING_CODE.width + 32 if closing.address else 0
    return Box(BODY.x, BODY.y, BODY.width - narrower, BODY.height)


def write_closing(slide: Drawn, closing: Closing, page: Page, box: Box) -> None:
    """Write where the case stands, how it is cited and where its facts come from."""
    placeholder = slide.placeholders[1]
    move(placeholder, box)
    write_points(placeholder.text_frame, page)
    if closing.address:
        _draw_code(slide, closing.address, _CLOSING_CODE)


def _draw_code(slide: Drawn, address: str, box: Box) -> None:
    shape = slide.shapes.add_picture(BytesIO(code_picture(address)), *emu(box))
    said = text("publication_slides.closing.code", address=address)
    name(shape, text("publication_slides.shape.code"), said)


def _red() -> Colour:
    return colour(RED)
