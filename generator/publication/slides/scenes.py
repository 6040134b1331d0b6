"""How each content of a slide is drawn; what does not fit goes on, marked as continued."""

from collections.abc import Iterator
from functools import singledispatch
from io import BytesIO
from typing import Final

from PIL import Image
from pptx.enum.text import PP_ALIGN

from generator.pages.controls import for_xml
from generator.publication.manuscripts.slides import ChartManuscript
from generator.publication.pictures import for_word
from generator.publication.slides import covers
from generator.publication.slides.charts import draw_chart
from generator.publication.slides.drawing import (
    emu,
    move,
    name,
    new_slide,
    no_bullets,
    set_title,
    within,
    write_box,
    write_points,
)
from generator.publication.slides.fitting import (
    ABOVE_SIZE,
    Box,
    Page,
    best_size,
    cut,
    pages,
    points_height,
)
from generator.publication.slides.foreign import Deck, Drawn
from generator.publication.slides.grids import sheets
from generator.publication.slides.plan import (
    Closing,
    Content,
    Cover,
    Discussion,
    Grid,
    PictureShown,
    Points,
    Slide,
)
from generator.publication.slides.points import Point
from generator.publication.slides.tables import draw_table
from generator.publication.slides.theme import BODY, CONTENT, TITLE_ONLY
from generator.strings import text

_CAPTION: Final = 36.0
"""Height of the words below a picture or above a table."""
_READING: Final = 58.0
"""Height of the words below a chart."""
_SMALL: Final = (18.0, 16.0, 14.0, 12.0)


@singledispatch
def draw(content: Content, deck: Deck, slide: Slide) -> list[Drawn]:
    """Draw a slide, and the further ones that it needs."""
    raise NotImplementedError(type(content))


@draw.register
def _(content: Points, deck: Deck, slide: Slide) -> list[Drawn]:
    shown = pages(content.points, BODY)
    if not shown:
        return [_begun(deck, slide, TITLE_ONLY)]
    drawn = []
    for page, title in zip(shown, _titles(slide.title, len(shown)), strict=True):
        begun = _begun(deck, slide, CONTENT, title)
        write_points(begun.placeholders[1].text_frame, page, is_plain=content.is_plain)
        drawn.append(begun)
    return drawn


@draw.register
def _(content: PictureShown, deck: Deck, slide: Slide) -> list[Drawn]:
    begun = _begun(deck, slide, CONTENT)
    above = points_height(content.points)
    picture = content.drawn or for_word(content.path)
    with Image.open(BytesIO(picture)) as opened:
        size = opened.size
    box = Box(BODY.x, BODY.y + above, BODY.width, BODY.height - above - _CAPTION - 6)
    shape = begun.shapes.add_picture(BytesIO(picture), *emu(within(box, size)))
    name(shape, text("publication_slides.shape.picture"), content.description)
    below = Box(BODY.x, BODY.y + BODY.height - _CAPTION, BODY.width, _CAPTION)
    if not content.points:
        _caption(begun, content.caption, below)
        return [begun]
    placeholder = begun.placeholders[1]
    move(placeholder, Box(BODY.x, BODY.y, BODY.width, above))
    write_points(placeholder.text_frame, Page(content.points, ABOVE_SIZE))
    fit = best_size(content.caption, _SMALL, below)
    write_box(begun, below, cut(content.caption, fit, below), fit, align=PP_ALIGN.CENTER)
    return [begun]


@draw.register
def _(content: Grid, deck: Deck, slide: Slide) -> list[Drawn]:
    top = _CAPTION if content.caption else 0
    box = Box(BODY.x, BODY.y + top, BODY.width, BODY.height - top)
    parts = sheets(content, box)
    if not parts:
        # Too much for a slide: its name here, its text in the notes.
        said = (Point(content.caption),) if content.caption else ()
        return draw(Points(said), deck, slide)
    drawn = []
    for part, title in zip(parts, _titles(slide.title, len(parts)), strict=True):
        begun = _begun(deck, slide, CONTENT if content.caption else TITLE_ONLY, title)
        if content.caption:
            _caption(begun, content.caption, Box(BODY.x, BODY.y, BODY.width, _CAPTION))
        draw_table(begun, part, box, content.caption or slide.title)
        drawn.append(begun)
    return drawn


@draw.register
def _(content: ChartManuscript, deck: Deck, slide: Slide) -> list[Drawn]:
    begun = _begun(deck, slide, CONTENT)
    draw_chart(begun, content, Box(BODY.x, BODY.y, BODY.width, BODY.height - _READING))
    words = "\u3000".join(part for part in (*_course(content), content.note) if part)
    below = Box(BODY.x, BODY.y + BODY.height - _READING + 4, BODY.width, _READING - 4)
    _caption(begun, words, below)
    return [begun]


@draw.register
def _(content: Cover, deck: Deck, slide: Slide) -> list[Drawn]:
    return [covers.draw_cover(deck, slide.title, content)]


@draw.register
def _(_content: Discussion, deck: Deck, slide: Slide) -> list[Drawn]:
    begun = _begun(deck, slide, TITLE_ONLY)
    covers.draw_lines(begun)
    return [begun]


@draw.register
def _(content: Closing, deck: Deck, slide: Slide) -> list[Drawn]:
    box = covers.closing_box(content)
    shown = pages(content.points, box)
    drawn = []
    for page, title in zip(shown, _titles(slide.title, len(shown)), strict=True):
        begun = _begun(deck, slide, CONTENT, title)
        covers.write_closing(begun, content, page, box)
        drawn.append(begun)
    return drawn


def _begun(deck: Deck, slide: Slide, layout: int, title: str = "") -> Drawn:
    begun = new_slide(deck, layout)
    set_title(begun, title or slide.title, slide.section)
    return begun


def _titles(title: str, count: int) -> Iterator[str]:
    """Yield the titles of the slides of one subject."""
    for number in range(count):
        yield text("publication_slides.continued", title=title) if number else title


def _course(chart: ChartManuscript) -> Iterator[str]:
    key = "course" if len(chart.years) > 1 else "single"
    yield text(
        f"publication_slides.indicator.{key}",
        first=chart.years[0],
        begin=chart.shown[0],
        last=chart.years[-1],
        end=chart.shown[-1],
    )
    yield chart.reading


def _caption(slide: Drawn, content: str, box: Box) -> None:
    """Write the words of a picture, a table or a chart into the slide's own placeholder."""
    placeholder = slide.placeholders[1]
    if not content.strip():
        placeholder.element.getparent().remove(placeholder.element)
        return
    move(placeholder, box)
    size = best_size(content, _SMALL, box)
    point = Point(for_xml(cut(content, size, box)))
    write_points(placeholder.text_frame, Page((point,), size), is_plain=True)
    no_bullets(placeholder.text_frame)
    placeholder.text_frame.paragraphs[0].alignment = PP_ALIGN.CENTER
