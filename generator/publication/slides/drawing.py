"""The pieces of a slide: title, points, marks, boxes; each with what a screen reader says."""

from copy import deepcopy
from typing import Final

from lxml import etree
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.lang import MSO_LANGUAGE_ID
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.util import Pt

from generator.pages.controls import for_xml
from generator.publication.slides.fitting import SPACING, Box, Page, after, best_size, cut, size_of
from generator.publication.slides.foreign import Deck, Drawn, Frame, Line, Shape, colour
from generator.publication.slides.points import Point
from generator.publication.slides.theme import RED, SECTION, TITLE, WIDTH
from generator.strings import text

_TITLE_SIZES: Final = (28.0, 24.0, 20.0)
_SECTION_SIZE: Final = 14.0
_MARK: Final = Box(WIDTH - 56 - 56, 22, 56, 24)
_FOOT_KINDS: Final = ("ftr", "sldNum")


def new_slide(deck: Deck, layout: int) -> Drawn:
    """Add a slide of a layout: 0 cover, 1 title and content, 2 title only."""
    return deck.slides.add_slide(deck.slide_layouts[layout])


def set_title(slide: Drawn, title: str, section: str = "") -> None:
    """Write a slide's title, smaller where it is long, and above it the section it belongs to."""
    size = best_size(title, _TITLE_SIZES, TITLE)
    frame = slide.shapes.title.text_frame
    frame.text = for_xml(cut(title, size, TITLE))
    for run in frame.paragraphs[0].runs:
        run.font.language_id = MSO_LANGUAGE_ID.SIMPLIFIED_CHINESE
        if size != _TITLE_SIZES[0]:
            run.font.size = Pt(size)
    if section:
        write_box(slide, SECTION, cut(section, _SECTION_SIZE, SECTION), _SECTION_SIZE)
        name(slide.shapes[-1], text("publication_slides.shape.section"))


def write_points(frame: Frame, page: Page, *, is_plain: bool = False) -> None:
    """Write the points of a slide into a placeholder."""
    for place, point in enumerate(page.points):
        paragraph = frame.paragraphs[0] if place == 0 else frame.add_paragraph()
        paragraph.level = point.level
        size = size_of(page.size, point.level)
        paragraph.line_spacing = Pt(round(size * SPACING, 2))
        paragraph.space_after = Pt(round(after(size), 2))
        if point.lead:
            add_run(paragraph, point.lead, size, is_bold=True)
        if point.text:
            add_run(paragraph, point.text, size, link=point.link)
        _bullet(paragraph, point, is_plain=is_plain)


def add_run(
    paragraph: Line, content: str, size: float, *, is_bold: bool = False, link: str = ""
) -> None:
    """Add a run of Chinese text to a paragraph; `link` is an absolute address."""
    run = paragraph.add_run()
    run.text = for_xml(content)
    run.font.size = Pt(size)
    run.font.language_id = MSO_LANGUAGE_ID.SIMPLIFIED_CHINESE
    if is_bold:
        run.font.bold = True
    if link:
        run.hyperlink.address = for_xml(link)


def write_box(
    slide: Drawn, box: Box, content: str, size: float, *, align: PP_ALIGN = PP_ALIGN.LEFT
) -> None:
    """Write quiet text into a box of its own."""
    shape = slide.shapes.add_textbox(*emu(box))
    frame = shape.text_frame
    frame.word_wrap = True
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    paragraph = frame.paragraphs[0]
    paragraph.alignment = align
    paragraph.line_spacing = Pt(round(size * SPACING, 2))
    add_run(paragraph, content, size)
    paragraph.runs[0].font.color.theme_color = MSO_THEME_COLOR.TEXT_2


def write_mark(slide: Drawn, mark: str) -> None:
    """Write the word that says that a case is fictional into the corner of a slide."""
    if not mark:
        return
    shape = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, *emu(_MARK))
    shape.shadow.inherit = False
    shape.fill.background()
    shape.line.color.rgb = colour(RED)
    shape.line.width = Pt(1.25)
    frame = shape.text_frame
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    frame.vertical_anchor = MSO_ANCHOR.MIDDLE
    paragraph = frame.paragraphs[0]
    paragraph.alignment = PP_ALIGN.CENTER
    add_run(paragraph, mark, 14, is_bold=True)
    paragraph.runs[0].font.color.rgb = colour(RED)
    name(shape, text("publication_slides.shape.mark"))


def write_foot(slide: Drawn, foot: str) -> None:
    """Give a slide the footer and the number of its layout: python-pptx leaves them out."""
    for placeholder in slide.slide_layout.placeholders:
        kind = placeholder.element.find(f".//{qn('p:ph')}").get("type")
        if kind not in _FOOT_KINDS:
            continue
        shape = deepcopy(placeholder.element)
        properties = shape.find(f".//{qn('p:cNvPr')}")
        properties.set("id", str(_next_id(slide)))
        slide.shapes.element.append(shape)
        if kind == "ftr":
            added = slide.shapes[-1]
            added.text_frame.text = ""
            add_run(added.text_frame.paragraphs[0], foot, 12)


def write_notes(slide: Drawn, notes: str) -> None:
    """Give the speaker the whole text."""
    if notes.strip():
        frame = slide.notes_slide.notes_text_frame
        if frame is not None:
            frame.text = for_xml(notes)


def name(shape: Shape, called: str, said: str = "") -> None:
    """Name a shape, and say what it shows for who cannot see it."""
    properties = shape.element.find(f".//{qn('p:cNvPr')}")
    properties.set("name", for_xml(called))
    if said:
        properties.set("descr", for_xml(said))


def decorative(shape: Shape) -> None:
    """Tell screen readers to pass over a shape."""
    properties = shape.element.find(f".//{qn('p:cNvPr')}")
    properties.append(etree.fromstring(_DECORATIVE))


def emu(box: Box) -> tuple[Pt, Pt, Pt, Pt]:
    """Give a box as python-pptx takes it."""
    return Pt(box.x), Pt(box.y), Pt(box.width), Pt(box.height)


def move(shape: Shape, box: Box) -> None:
    """Put a shape into a box."""
    shape.left, shape.top, shape.width, shape.height = emu(box)


def within(box: Box, size: tuple[float, float]) -> Box:
    """Give the largest box of a picture's proportions in the middle of a box."""
    width, height = max(1.0, size[0]), max(1.0, size[1])
    factor = min(box.width / width, box.height / height)
    wide, high = width * factor, height * factor
    return Box(box.x + (box.width - wide) / 2, box.y + (box.height - high) / 2, wide, high)


def no_bullets(frame: Frame) -> None:
    """Take the bullets and their indent from all paragraphs of a frame."""
    for paragraph in frame.paragraphs:
        _unbulleted(paragraph)


def _bullet(paragraph: Line, point: Point, *, is_plain: bool) -> None:
    if is_plain:
        _unbulleted(paragraph)
    elif point.number:
        properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001 -- python-pptx has no bullets
        for tag in ("a:buSzPct", "a:buFont"):
            properties.append(etree.SubElement(properties, qn(tag)))
        properties.find(qn("a:buSzPct")).set("val", "100000")
        properties.find(qn("a:buFont")).set("typeface", "+mj-lt")
        number = etree.SubElement(properties, qn("a:buAutoNum"))
        number.set("type", point.numbering or "arabicPeriod")
        number.set("startAt", str(max(1, point.number)))


def _unbulleted(paragraph: Line) -> None:
    properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001 -- python-pptx has no bullets
    properties.set("marL", "0")
    properties.set("indent", "0")
    etree.SubElement(properties, qn("a:buNone"))


def _next_id(slide: Drawn) -> int:
    found = slide.shapes.element.iter(qn("p:cNvPr"))
    return max((int(one.get("id")) for one in found), default=1) + 1


_DECORATIVE: Final = (
    '<a:extLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    '<a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative'
    ' xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/>'
    "</a:ext></a:extLst>"
)
