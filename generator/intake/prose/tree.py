"""pandoc's JSON tree: its shape, its texts, and the nodes that we make."""

from collections.abc import Callable, Iterator
from typing import Any, Final

from generator.intake.remarks import RefusedDocumentError

Node = dict[str, Any]
"""One element as pandoc writes it: `{"t": "Str", "c": "text"}`."""
Tree = dict[str, Any]
"""The whole document: `blocks`, `meta`, `pandoc-api-version`."""

DEEPEST: Final = 240
"""Lists and objects inside one another; a table in a table in a list has less than sixty."""
WRAPPING: Final = frozenset(
    {"Strong", "Emph", "Strikeout", "Superscript", "Subscript", "Underline", "SmallCaps"}
)
"""Inline elements whose content is the list of their inlines."""
SPACES: Final = frozenset({"Space", "SoftBreak", "LineBreak"})


def check_depth(tree: object) -> None:
    """Let the tree be walked by recursion; raises RefusedDocumentError when it is too deep."""
    row: list[object] = [tree]
    for _ in range(DEEPEST):
        row = [child for parent in row for child in _children(parent)]
        if not row:
            return
    raise RefusedDocumentError("intake_prose.refused.deep")


def _children(parent: object) -> Iterator[object]:
    if isinstance(parent, dict):
        yield from parent.values()
    elif isinstance(parent, list):
        yield from parent


def walk(part: object) -> Iterator[Node]:
    """Yield every element below a part of the tree, in the order of reading."""
    if isinstance(part, dict):
        if "t" in part:
            yield part
        for child in part.values():
            yield from walk(child)
    elif isinstance(part, list):
        for child in part:
            yield from walk(child)


def text_of(part: object) -> str:
    """Give the text of a part: as it is shown, blocks by a space apart, formulas as their TeX."""
    return " ".join("".join(_texts(part)).split())


_ENDING: Final = frozenset({"Para", "Plain", "Header", "CodeBlock"})


def _texts(part: object) -> Iterator[str]:
    if isinstance(part, list):
        for child in part:
            yield from _texts(child)
        return
    if not isinstance(part, dict) or "t" not in part:
        return
    kind, content = part["t"], part.get("c", "")
    if kind in SPACES:
        yield " "
    elif kind == "Str":
        yield content
    elif kind in ("Code", "CodeBlock", "Math", "RawInline", "RawBlock"):
        yield content[-1]
    else:
        yield from _texts(content)
    if kind in _ENDING:
        yield " "


def inlines_of(block: Node) -> list[Node]:
    """Give the inlines of a paragraph or heading."""
    content = block["c"]
    return list(content[2] if block["t"] == "Header" else content)


def plain(inlines: list[Node]) -> str:
    """Give the text of inlines without their footnotes and without the words behind pictures."""
    return text_of(words_only(inlines))


def words_only(inlines: list[Node]) -> list[Node]:
    """Give inlines without their footnotes and pictures, also not those inside bold text."""
    kept = []
    for node in inlines:
        if node["t"] in WRAPPING:
            kept.append({"t": node["t"], "c": words_only(node["c"])})
        elif node["t"] not in ("Note", "Image"):
            kept.append(node)
    return kept


def notes_of(inlines: list[Node]) -> list[Node]:
    """Give the footnotes of inlines."""
    return [node for node in walk(inlines) if node["t"] == "Note"]


def mapped_inlines(part: object, change: Callable[[list[Node]], list[Node]]) -> object:
    """Give a part of the tree with every list of inlines changed, the innermost first."""
    if isinstance(part, dict):
        return {key: mapped_inlines(value, change) for key, value in part.items()}
    if not isinstance(part, list):
        return part
    children: list[Any] = [mapped_inlines(child, change) for child in part]
    return change(children) if _are_inlines(children) else children


_BLOCKS: Final = frozenset(
    {"Para", "Plain", "Header", "BulletList", "OrderedList", "DefinitionList", "Table", "Figure"}
    | {"Div", "BlockQuote", "CodeBlock", "RawBlock", "HorizontalRule", "LineBlock", "Null"}
)
_NO_INLINES: Final = frozenset(
    {"AlignDefault", "AlignLeft", "AlignRight", "AlignCenter", "ColWidth", "ColWidthDefault"}
    | {"DisplayMath", "InlineMath", "SingleQuote", "DoubleQuote"}
)


def _are_inlines(children: list[Any]) -> bool:
    return bool(children) and all(
        isinstance(child, dict)
        and "t" in child
        and child["t"] not in _BLOCKS
        and child["t"] not in _NO_INLINES
        for child in children
    )


def string(words: str) -> Node:
    """Make a piece of text without white space."""
    return {"t": "Str", "c": words}


def inlines(words: str) -> list[Node]:
    """Make the inlines of a text."""
    made: list[Node] = []
    for word in words.split():
        made += [{"t": "Space"}, string(word)] if made else [string(word)]
    return made


def para(content: list[Node]) -> Node:
    """Make a paragraph."""
    return {"t": "Para", "c": content}


def header(level: int, content: list[Node]) -> Node:
    """Make a heading."""
    return {"t": "Header", "c": [level, ["", [], []], content]}


def image(alt: str, target: str) -> Node:
    """Make a picture."""
    return {"t": "Image", "c": [["", [], []], inlines(alt), [target, ""]]}


def raw_html(html: str) -> Node:
    """Make a block of our own HTML."""
    return {"t": "RawBlock", "c": ["html", html]}
