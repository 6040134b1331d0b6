"""Drawings taken apart: pictures, texts and values that pandoc would drop with the drawing.

Of a text box pandoc takes the text but loses the paragraph that it hangs on; of a group all, of a
chart all, of a diagram all.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from generator.intake.remarks import RemarkKind
from generator.intake.word.blocks import listed, picture_paragraph, table_of
from generator.intake.word.charts import read_chart
from generator.intake.word.ledger import Ledger
from generator.intake.word.names import (
    DGM,
    PARAGRAPH,
    A,
    C,
    Element,
    O,
    R,
    V,
    W,
    above,
    drop,
    paragraph_of,
    place_of,
    shown,
    texts,
)
from generator.intake.word.parts import WordParts
from generator.strings import text

_DRAWINGS: Final = (f"{W}drawing", f"{W}pict", f"{W}object")
_BOX: Final = f"{W}txbxContent"
_PICTURES: Final = (f"{A}blip", f"{V}imagedata")
_GROUPS: Final = ("{*}wgp", "{*}wpc", "{*}lockedCanvas", f"{V}group")
_ANCHOR: Final = "{*}anchor"
_LINES: Final = f"{V}rect"


@dataclass(frozen=True, slots=True)
class Story:
    """One part of text with what its drawings refer to."""

    root: Element
    parts: WordParts
    targets: Mapping[str, str]
    """Parts that are there, by the id of the relation."""
    bullet: str
    """The number of a list with bullets."""
    ledger: Ledger
    last: dict[Element, Element] = field(default_factory=dict)
    """Paragraph → the last block that was set after it."""

    def place(self, host: Element, block: Element) -> None:
        """Set a block after a paragraph and after what was set there before."""
        self.last.get(host, host).addnext(block)
        self.last[host] = block


def take_apart(story: Story) -> None:
    """Set pictures, texts and values of drawings after the paragraphs that hold them."""
    drawings = [(drawing, _has_text(drawing)) for drawing in story.root.iter(*_DRAWINGS)]
    drawings = [
        (drawing, _take_pictures(story, drawing, has_text=has_text) or has_text)
        for drawing, has_text in drawings
    ]
    for box in list(story.root.iter(_BOX)):
        _take_box(story, box)
    for drawing, is_taken in drawings:
        _take_rest(story, drawing, is_taken=is_taken)


def _has_text(drawing: Element) -> bool:
    return any(part.strip() for box in drawing.iter(_BOX) for part in texts(box))


def _own(drawing: Element, *tags: str) -> Iterator[Element]:
    """Yield what is the drawing's and not that of a drawing in one of its text boxes."""
    for element in drawing.iter(*tags):
        if next(element.iterancestors(*_DRAWINGS), None) is drawing:
            yield element


def _take_pictures(story: Story, drawing: Element, *, has_text: bool) -> bool:
    """Give every picture of a group, and one that floats beside a text, a paragraph of its own.

    Tells whether the drawing needs no further word: its pictures were taken, or reported.
    """
    pictures = list(_own(drawing, *_PICTURES))
    host = above(drawing, PARAGRAPH)
    if host is None or not pictures:
        return False
    inside = [picture for picture in pictures if _relation(picture) in story.targets]
    is_group = has_text or len(pictures) > 1 or next(_own(drawing, *_GROUPS), None) is not None
    is_floating = drawing.find(_ANCHOR) is not None and any(map(str.strip, texts(host)))
    if len(inside) < len(pictures):
        story.ledger.say(RemarkKind.LOST, "picture_missing", place_of(host))
    elif not is_group and not is_floating:
        return True
    described = next(drawing.iterfind("{*}*/{*}docPr"), None)
    words = "" if described is None or len(inside) > 1 else described.get("descr", "")
    for picture in inside:
        story.place(host, picture_paragraph(_relation(picture), words))
    for picture in pictures:
        drop(picture)
    if inside and (has_text or len(inside) > 1):
        story.ledger.say(RemarkKind.LOOK, "group", place_of(host), count=len(inside))
    return True


def _relation(picture: Element) -> str:
    return picture.get(f"{R}embed") or picture.get(f"{R}id") or ""


def _take_box(story: Story, box: Element) -> None:
    """Set the paragraphs of a text box after the paragraph that it hangs on."""
    host = above(box, PARAGRAPH)
    blocks = list(box)
    written = "".join(texts(box))
    drop(box)
    if host is None:
        return
    if written.strip():
        beginning = shown(written)
        story.ledger.say(RemarkKind.LOOK, "text_box", place_of(host), beginning=beginning)
    for block in blocks:
        story.place(host, block)


def _take_rest(story: Story, drawing: Element, *, is_taken: bool) -> None:
    """Take values and words of what no text box holds, and drop what then is an empty shape."""
    host = above(drawing, PARAGRAPH)
    if host is None:
        drop(drawing)
        return
    charts = list(_own(drawing, f"{C}chart"))
    diagrams = list(_own(drawing, f"{DGM}relIds"))
    for chart in charts:
        _take_chart(story, host, chart)
    for diagram in diagrams:
        _take_diagram(story, host, diagram)
    painted = _painted_words(drawing)
    for words in painted:
        story.ledger.say(RemarkKind.LOOK, "text_box", place_of(host), beginning=shown(words))
        story.place(host, paragraph_of(words))
    _report_object(story, host, drawing)
    if next(_own(drawing, *_PICTURES), None) is not None:
        return
    if not (charts or diagrams or painted or is_taken or _is_line(drawing)):
        story.ledger.counts["shapes"] += 1
    drop(drawing)


def _painted_words(drawing: Element) -> list[str]:
    """Give texts that are drawn: words in a shape of a canvas, and WordArt."""
    found = [
        "".join(part.text or "" for part in block.iter(f"{A}t")) for block in _own(drawing, f"{A}p")
    ]
    found += [path.get("string", "") for path in _own(drawing, f"{V}textpath")]
    return [words.strip() for words in found if words.strip()]


def _is_line(drawing: Element) -> bool:
    """Tell whether a drawing is only a rule across the page."""
    return any(shape.get(f"{O}hr") for shape in _own(drawing, _LINES))


def _report_object(story: Story, host: Element, drawing: Element) -> None:
    """Report a formula or a file that is embedded: only its picture can be taken."""
    for embedded in _own(drawing, f"{O}OLEObject"):
        program = embedded.get("ProgID", "")
        name = "formula_object" if program.startswith("Equation") else "embedded"
        story.ledger.say(RemarkKind.LOST, name, place_of(host), program=program[:40])


def _take_chart(story: Story, host: Element, reference: Element) -> None:
    """Set the values of a chart after its place, under a line that says what they are."""
    root = _part(story, reference.get(f"{R}id", ""))
    chart = None if root is None else read_chart(root)
    if chart is None or not chart.tables:
        story.ledger.say(RemarkKind.LOST, "chart_without_values", place_of(host))
        return
    key = "titled" if chart.title else "untitled"
    caption = text(f"intake_word.chart.{key}", title=chart.title)
    for table in chart.tables:
        story.place(host, paragraph_of(caption))
        story.place(host, table_of(table.rows))
    name = "chart_cut" if chart.is_cut else "chart"
    story.ledger.say(RemarkKind.LOST, name, place_of(host), title=shown(caption))


def _take_diagram(story: Story, host: Element, reference: Element) -> None:
    """Set the words of a SmartArt diagram as a list; how they hang together is lost."""
    root = _part(story, reference.get(f"{R}dm", ""))
    lines = (
        "".join(part.text or "" for part in line.iter(f"{A}t")).strip()
        for point in (root.iter(f"{DGM}t") if root is not None else ())
        for line in point.iter(f"{A}p")
    )
    found = [line for line in lines if line]
    for word in found:
        story.place(host, listed(paragraph_of(word), story.bullet))
    story.ledger.say(RemarkKind.LOST, "diagram", place_of(host), count=len(found))


def _part(story: Story, relation: str) -> Element | None:
    name = story.targets.get(relation)
    root = story.parts.tree(name) if name else None
    if root is not None:
        etree.strip_tags(root, etree.Comment)
    return root
