"""Safe HTML as a tree of elements, made ready for reading."""

import re
from typing import Final, TypeAlias

from lxml import etree

Element: TypeAlias = etree._Element  # noqa: SLF001 -- the only name that lxml has for it

BLOCKS: Final = frozenset(
    {"blockquote", "caption", "dd", "details", "div", "dl", "dt", "figcaption", "figure"}
    | {"h1", "h2", "h3", "h4", "h5", "h6", "hr", "li", "ol", "p", "pre", "section", "summary"}
    | {"table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"}
)
"""Elements that stand on lines of their own."""
HOLDS: Final = "holds-blocks"
"""Our mark on an inline element with a block in it; an author's element has no such attribute."""

_VOID: Final = re.compile(r"<(br|col|hr|img|wbr)\b([^>]*?)/?>")
_NO_XML: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""What XML, and so Word, cannot hold, and other control characters; a browser shows none."""
_OF_NOTES: Final = re.compile(r"fn(?:ref)?-\d")
"""No heading has such an anchor: rendering.anchors keeps lower-case letters for the program."""
_NOTE: Final = re.compile(r"fn-(\d+)")


def parsed(html: str) -> Element:
    """Give safe HTML as one `div`; characters that no document may hold are left out."""
    html = _NO_XML.sub("", html.replace("&nbsp;", "\xa0"))
    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True, huge_tree=True)
    closed = _VOID.sub(r"<\1\2/>", html)
    root = etree.fromstring(f"<div>{closed}</div>", parser)
    assert root is not None, "safe HTML is well-formed"
    return root


def take_notes(root: Element) -> list[Element]:
    """Take the footnotes out of a text and give them in order, without the ways back.

    An author's unclosed element may have drawn one note into another, or the whole list anywhere.
    """
    for back in [a for a in root.iter("a") if a.get("class") == "footnote-back"]:
        _take(back)
    found = {
        int(match[1]): item
        for item in root.iter("li")
        if (match := _NOTE.fullmatch(item.get("id", "")))
    }
    for item in found.values():
        _take(item)
    return [found[number] for number in sorted(found)]


def text_of(element: Element) -> str:
    """Give all text in an element."""
    return "".join(map(str, element.itertext()))


def ids(root: Element) -> frozenset[str]:
    """Give the anchors of an HTML text, those of footnotes apart."""
    found = (element.get("id", "") for element in root.iter())
    return frozenset(one for one in found if one and not _OF_NOTES.match(one))


def is_display(element: Element) -> bool:
    """Tell whether an element in a line is a formula that stands on a line of its own."""
    return element.tag == "span" and element.get("class") == "math math-display"


def is_block(element: Element) -> bool:
    """Tell whether an element stands on lines of its own."""
    return element.tag in BLOCKS or is_display(element)


def _take(element: Element) -> None:
    """Take an element out; the text behind it stays."""
    parent = element.getparent()
    if parent is None:
        return
    tail, element.tail = element.tail, None
    before = element.getprevious()
    parent.remove(element)
    if tail and before is not None:
        before.tail = (before.tail or "") + tail
    elif tail:
        parent.text = (parent.text or "") + tail
