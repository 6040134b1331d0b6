"""Names in the XML of Word files, and the few moves that all steps of the preparation make."""

import re
from collections.abc import Iterator
from typing import Final, TypeAlias

from lxml import etree

Element: TypeAlias = etree._Element  # noqa: SLF001 -- the only name that lxml has for it

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
A: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
C: Final = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
DGM: Final = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"
MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
PIC: Final = "{http://schemas.openxmlformats.org/drawingml/2006/picture}"
V: Final = "{urn:schemas-microsoft-com:vml}"
O: Final = "{urn:schemas-microsoft-com:office:office}"  # noqa: E741 -- the usual prefix
W14: Final = "{http://schemas.microsoft.com/office/word/2010/wordml}"
PACKAGE: Final = "{http://schemas.openxmlformats.org/package/2006/relationships}"

PARAGRAPH: Final = f"{W}p"
RUN: Final = f"{W}r"
TEXT: Final = f"{W}t"
VAL: Final = f"{W}val"
SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
STORIES: Final = ("word/document.xml", "word/footnotes.xml", "word/endnotes.xml")
"""The parts that a reader of the text sees; headers, footers and comments are none of it."""

_STRICT: Final = "http://purl.oclc.org/ooxml/"
_OFF: Final = frozenset({"0", "false", "off", "none"})
_NUMBER: Final = re.compile(r"\s*-?[0-9]{1,9}\s*")
_PLACE_LENGTH: Final = 24
_PERSONAL: Final = re.compile(r"[0-9](?:[ -]?[0-9]){6,}|[^\s@]+@[^\s@]+")


def value_of(element: Element | None) -> str:
    """Give the `w:val` of an element, or nothing."""
    return "" if element is None else element.get(VAL, "")


def is_on(parent: Element | None, name: str) -> bool:
    """Tell whether a switch such as `w:vanish` is there and not turned off."""
    found = None if parent is None else parent.find(f"{W}{name}")
    return found is not None and found.get(VAL, "1").lower() not in _OFF


def number_of(written: str | None, default: int) -> int:
    """Give a whole number of a document; what is none, or is of ten digits, is the default."""
    return int(written) if written and _NUMBER.fullmatch(written) else default


def drop(element: Element) -> None:
    """Take an element with all that it holds out of its parent."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def above(element: Element, tag: str) -> Element | None:
    """Give the nearest element of this name that holds `element`, or nothing."""
    return next(element.iterancestors(tag), None)


def run_of(text: str, like: Element | None = None) -> Element:
    """Make a run of a text that looks like another run."""
    run = etree.Element(RUN)
    properties = None if like is None else like.find(f"{W}rPr")
    if properties is not None:
        run.append(_copy(properties))
    etree.SubElement(run, TEXT, {SPACE: "preserve"}).text = text
    return run


def paragraph_of(text: str) -> Element:
    """Make a plain paragraph of a text."""
    paragraph = etree.Element(PARAGRAPH)
    paragraph.append(run_of(text))
    return paragraph


def texts(element: Element) -> Iterator[str]:
    """Yield the typed texts in an element."""
    for text in element.iter(TEXT):
        yield text.text or ""


def place_of(paragraph: Element | None) -> str:
    """Give the beginning of a paragraph, or of the text before it, without personal numbers."""
    seen = 0
    while paragraph is not None and seen < 20:
        written = "".join("".join(texts(paragraph)).split())
        if written:
            return _short(written)
        paragraph, seen = paragraph.getprevious(), seen + 1
    return ""


def shown(written: str) -> str:
    """Give the beginning of a text as it may stand in a report."""
    return _short(" ".join(written.split()))


def _short(written: str) -> str:
    masked = _PERSONAL.sub("***", written[: 4 * _PLACE_LENGTH])
    return masked if len(masked) <= _PLACE_LENGTH else f"{masked[:_PLACE_LENGTH]}…"


def _copy(element: Element) -> Element:
    return etree.fromstring(etree.tostring(element, with_tail=False))


def is_strict(root: Element) -> bool:
    """Tell whether a part is written in the names of the "strict" kind, which ISO prefers."""
    return any(uri.startswith(_STRICT) for uri in root.nsmap.values() if uri)
