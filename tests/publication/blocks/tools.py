"""Short ways to read a text in tests, and another way to know what a page shows."""

import copy
import re
from pathlib import Path

from lxml import etree

from generator.publication.blocks.place import Place
from generator.publication.blocks.reading import read_html
from generator.publication.blocks.tree import BodyTree, Table
from generator.rendering.markdown import render

PICTURE = Path("/pictures/a.png")
PLACE = Place("cases/2022-001/", "https://example.org/lib/", {"cases/2022-001/a.png": PICTURE})


def html(markdown: str) -> str:
    """Render as a case is rendered, addresses as typed."""
    return render(markdown, first_line=1, publish=lambda _: None, numbered=True).html


def read(markdown: str, place: Place = PLACE) -> BodyTree:
    """Read what a page shows of Markdown."""
    return read_html(html(markdown), place)


def shown(written: str) -> str:
    """Give the text of HTML that a browser shows, without white space, by lxml's HTML parser.

    Ways back from notes are left out, notes come last, and marks of quotations and readings stand
    where a browser adds them.
    """
    closed = re.sub(r"<(br|col|hr|img|wbr)\b([^>]*?)/?>", r"<\1\2/>", written)
    parser = etree.XMLParser(recover=True, huge_tree=True)
    clean = re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]", "", closed)
    root = etree.fromstring(f"<div>{clean.replace('&nbsp;', chr(160))}</div>", parser)
    parts = [root, *notes_of(root)]
    return without_space("".join(map(visible, parts)))


def notes_of(root: etree._Element) -> list[etree._Element]:
    """Take the footnotes out of a page and give them in order, without the ways back."""
    _drop([a for a in root.iter("a") if a.get("class") == "footnote-back"])
    notes = [li for li in root.iter("li") if (li.get("id") or "").startswith("fn-")]
    notes.sort(key=lambda li: int((li.get("id") or "")[3:]))
    _drop(notes)
    return [*map(_bare, notes)]


def without_space(text: str) -> str:
    """Take all white space out of a text."""
    return "".join(text.split())


def _bare(note: etree._Element) -> etree._Element:
    note = copy.deepcopy(note)
    note.tail = None
    return note


def _drop(elements: list[etree._Element]) -> None:
    """Take elements out of a tree, the text behind each stays."""
    for element in elements:
        parent = element.getparent()
        if parent is None:
            continue
        place = parent.index(element)
        stays = etree.Element("span")
        stays.tail, element.tail = element.tail, None
        parent.insert(place, stays)
        parent.remove(element)


def visible(element: etree._Element, quotes: int = 0) -> str:
    """Give the text of an element as a browser shows it."""
    before, after = _marks(element, quotes)
    if element.tag == "rp":
        return ""
    if element.tag == "img":
        path = element.get("src")
        return "" if path == "a.png" else element.get("alt", "")
    inner = quotes + (element.tag == "q")
    texts = [visible(child, inner) + (child.tail or "") for child in _ordered(element)]
    return before + (element.text or "") + "".join(texts) + after


def _ordered(element: etree._Element) -> list[etree._Element]:
    """Give what is in an element in the order in which a browser shows it."""
    children = list(element)
    if element.tag == "table":
        order = {"caption": 0, "thead": 1, "tfoot": 3}
        children.sort(key=lambda child: order.get(str(child.tag), 2))
    return children


def _marks(element: etree._Element, quotes: int) -> tuple[str, str]:
    if element.tag == "q":
        return ("“", "”") if quotes == 0 else ("‘", "’")
    if element.tag == "rt" and any(True for _ in element.iterancestors("ruby")):
        return "（", "）"
    return "", ""


def table(markdown: str) -> Table:
    """Read Markdown that is one table."""
    (block,) = read(markdown).blocks
    assert isinstance(block, Table)
    return block
