"""What a reader of a Word form sees: text of a paragraph or a cell with its ticks and choices.

python-docx leaves content controls out, and with them every box and every choice of the form of
2022; so the XML is read as it is. Ticks come out as the two signs of `symbol_fonts`, whatever made
them.
"""

from collections.abc import Callable, Iterator
from typing import Final

from lxml import etree

from generator.intake.word.symbol_fonts import EMPTY, TICKED, mark_of, translated
from generator.intake.wordings import pattern

_MAIN: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_WORD_2010: Final = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_FALLBACK: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_OFF: Final = frozenset({"0", "false", "off"})
_PLAIN: Final = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_UNSEEN: Final = frozenset(
    {_FALLBACK}
    | {
        _MAIN + name
        for name in (
            *("del", "moveFrom", "delText", "instrText", "delInstrText", "rt"),
            *("pPr", "rPr", "tcPr", "trPr", "tblPr", "tblGrid", "sdtPr", "tbl"),
        )
    }
)
"""What is deleted, says how, or stands aside; a table in a cell is a table of its own."""
_MAX_CHARACTERS: Final = 20_000
"""Of one cell: more than any field of a form holds."""

Element = etree._Element  # noqa: SLF001 - lxml's only name for it


def name(local: str) -> str:
    """Give the full name of an element or attribute of WordprocessingML."""
    return _MAIN + local


def seen_text(node: Element) -> str:
    """Give what stands in a paragraph or a cell, a paragraph a line, without placeholders."""
    text = "".join(_pieces(node))[:_MAX_CHARACTERS]
    return _without_placeholder(_within_control(node, text)).strip()


def is_on(node: Element | None) -> bool:
    """Tell whether a property is set: present, and not with the value of no."""
    return node is not None and node.get(name("val"), "1") not in _OFF


def is_unseen(node: Element) -> bool:
    """Tell whether an element stands in what is deleted or drawn a second time."""
    return any(
        parent.tag in (_FALLBACK, name("del"), name("moveFrom")) for parent in node.iterancestors()
    )


def _pieces(node: Element) -> Iterator[str]:
    for child in node:
        tag = child.tag
        if not isinstance(tag, str) or tag in _UNSEEN:
            continue
        reader = _READERS.get(tag)
        if reader:
            yield from reader(child)
        else:
            local = tag.removeprefix(_MAIN)
            yield from (_PLAIN[local],) if local in _PLAIN else _pieces(child)


def _paragraph(node: Element) -> Iterator[str]:
    yield from _pieces(node)
    yield "\n"


def _run(node: Element) -> Iterator[str]:
    if is_on(node.find(f"{_MAIN}rPr/{_MAIN}vanish")):
        return
    fonts = node.find(f"{_MAIN}rPr/{_MAIN}rFonts")
    text = "".join(_pieces(node))
    for kind in ("ascii", "hAnsi"):
        text = translated(text, fonts.get(name(kind), "")) if fonts is not None else text
    yield text


def _letters(node: Element) -> Iterator[str]:
    yield node.text or ""


def _symbol(node: Element) -> Iterator[str]:
    try:
        code = int(node.get(name("char"), ""), 16)
    except ValueError:
        return
    yield mark_of(node.get(name("font"), ""), code)


def _field(node: Element) -> Iterator[str]:
    """Read a legacy form field: its box or its choice; the text of others follows in runs."""
    box = node.find(f"{_MAIN}ffData/{_MAIN}checkBox")
    choices = node.find(f"{_MAIN}ffData/{_MAIN}ddList")
    if box is not None:
        own = box.find(name("checked"))
        yield TICKED if is_on(box.find(name("default")) if own is None else own) else EMPTY
    if choices is not None:
        yield _chosen(choices)


def _chosen(choices: Element) -> str:
    entries = [item.get(name("val"), "") for item in choices.findall(name("listEntry"))]
    result = choices.find(name("result"))
    if result is None:
        result = choices.find(name("default"))
    written = result.get(name("val"), "") if result is not None else "0"
    number = int(written) if written.isascii() and written.isdecimal() else -1
    return _without_placeholder(entries[number]) if 0 <= number < len(entries) else ""


def _control(node: Element) -> Iterator[str]:
    box = node.find(f"{_MAIN}sdtPr/{_WORD_2010}checkbox")
    if box is not None:
        state = box.find(f"{_WORD_2010}checked")
        is_ticked = state is not None and state.get(f"{_WORD_2010}val", "1") not in _OFF
        yield TICKED if is_ticked else EMPTY
        return
    content = node.find(name("sdtContent"))
    if content is not None:
        yield _filled(node, "".join(_pieces(content)))


def _filled(control: Element, text: str) -> str:
    """Give a control's text, or nothing while it shows its placeholder.

    Some programs leave the mark of the placeholder when a choice is made: a text that is one of the
    choices is believed.
    """
    properties = control.find(name("sdtPr"))
    if properties is None or not is_on(properties.find(name("showingPlcHdr"))):
        return _without_placeholder(text)
    items = properties.iter(name("listItem"))
    chosen = {item.get(name("displayText"), "") for item in items if item.get(name("value"))}
    return _without_placeholder(text) if text.strip() in chosen else ""


def _within_control(node: Element, text: str) -> str:
    """Mind a control that goes around a whole cell."""
    content = node.getparent()
    if node.tag != name("tc") or content is None or content.tag != name("sdtContent"):
        return text
    control = content.getparent()
    return text if control is None or len(content) != 1 else _filled(control, text)


def _without_placeholder(text: str) -> str:
    return "" if pattern("intake_form.pattern.placeholder").fullmatch(text.strip()) else text


_READERS: Final[dict[str, Callable[[Element], Iterator[str]]]] = {
    name("p"): _paragraph,
    name("r"): _run,
    name("t"): _letters,
    name("sym"): _symbol,
    name("fldChar"): _field,
    name("sdt"): _control,
}
