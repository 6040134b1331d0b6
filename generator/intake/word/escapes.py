r"""Escapes in Markdown as the site's renderer needs them, and hardly one more.

pandoc escapes for CommonMark at large: it sets backslashes where none is needed (`\[1\]`, `\#`),
and none where this renderer takes a sign for more: `5~10 … 20~30` is struck out, `&amp;` becomes
`&`, a line `: x` a definition. So pandoc gets every sign as a character that means nothing to it,
one of two: to be written with a backslash, or without. Afterwards they become signs again.
"""

import html
import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final, TypeAlias

from generator.intake.word.emphasis import settled
from generator.intake.word.signs import Block, Word, escaped_at_start, must_escape
from generator.intake.word.tightening import tightened

Node: TypeAlias = dict[str, Any]

_ESCAPED: Final = 0x10F000
_BARE: Final = 0x10F100
"""Private characters of the last plane; the sign's code is added."""
_SIGNS: Final = frozenset("\\`*_[]<>#+-.!|~$&()=:\"'^@{}")
_OURS: Final = re.compile("[\U0010f000-\U0010f1ff]")
_BLANKS: Final = re.compile("[ \t\n\r\f\v]+")
_IN_HTML: Final = re.compile("<(/?)(?:table|figure)(?=[ >])")
_LINE_START: Final = re.compile(r"[ >0-9.)-]*(?:\[\^[0-9]+\]: *)?")
"""What may stand before a block of pandoc's: marks of a list, a quotation or a note."""
_LINKS: Final = frozenset({"Link", "Image"})
_VERBATIM: Final = frozenset({"Code", "CodeBlock", "RawInline", "RawBlock"})
_SURROUNDING: Final = frozenset(
    {"Emph", "Strong", "Strikeout", "Underline", "Superscript", "Subscript", "SmallCaps", "Span"}
)


def marked(tree: Node) -> Node:
    """Give the tree with every sign of its text as a character that pandoc does not know."""
    return {**tree, "blocks": _walk(tightened(tree.get("blocks", [])), Block())}


def unmarked(markdown: str) -> str:
    """Make the characters signs again: with a backslash, or in an HTML table as HTML."""
    written: list[str] = []
    depth = position = 0
    for tag in _IN_HTML.finditer(markdown):
        line = markdown.rfind("\n", 0, tag.start()) + 1
        if not depth and (tag[1] or not _LINE_START.fullmatch(markdown, line, tag.start())):
            continue  # it stands in code
        piece = markdown[position : tag.start()]
        written.append(_OURS.sub(_as_html if depth else _as_markdown, piece))
        depth = max(0, depth - 1) if tag[1] else depth + 1
        position = tag.start()
    written.append(_OURS.sub(_as_html if depth else _as_markdown, markdown[position:]))
    return "".join(written)


def _as_markdown(found: re.Match[str]) -> str:
    code = ord(found[0])
    if code >= _BARE:
        return chr(code - _BARE)
    sign = chr(code - _ESCAPED)
    return f"&#{ord(sign)};" if sign.isalnum() else f"\\{sign}"


def _as_html(found: re.Match[str]) -> str:
    code = ord(found[0])
    return html.escape(chr(code - (_BARE if code >= _BARE else _ESCAPED)), quote=False)


def _walk(node: Any, block: Block) -> Any:  # noqa: ANN401 -- pandoc's JSON
    """Give a part of the tree anew; lists of inlines are told by what they hold."""
    if isinstance(node, list):
        if any(_kind(child) in {"Str", "Space", "Strong", "Emph", "Math"} for child in node):
            return _inlines(node, block, is_first=True)
        return [_walk(child, block) for child in node]
    if not isinstance(node, dict) or "c" not in node:
        return node
    return _element(node, block, is_first=True)


def _element(node: Node, block: Block, *, is_first: bool) -> Node:
    kind, content = _kind(node), node["c"]
    if kind in {"Para", "Plain", "Header"}:
        return _paragraph(node, block)
    if kind in _VERBATIM:
        is_split = kind == "Code" and block.in_table and "|" in content[1]
        return _as_text(content[1], block) if is_split else node
    if kind == "Math":
        return {**node, "c": [content[0], _in_cell(content[1])]} if block.in_table else node
    if kind in _LINKS:
        inner = replace(block, in_link=True)
        return {**node, "c": [content[0], _inlines(content[1], inner, is_first=False), content[2]]}
    if kind in _SURROUNDING:
        is_bare = kind == "Span"
        held = _inlines(content[1] if is_bare else content, block, is_first=is_first and is_bare)
        return {**node, "c": [content[0], held] if is_bare else held}
    return {**node, "c": _walk(content, Block(in_table=block.in_table or kind == "Table"))}


def _as_text(written: str, block: Block) -> Node:
    """Give code as text: in a cell, a bar in code would end the cell."""
    return {
        "t": "Str",
        "c": _mark(Word(written, is_first=False, before="Code", after="Code"), block),
    }


def _paragraph(node: Node, block: Block) -> Node:
    content, is_header = node["c"], _kind(node) == "Header"
    inlines = content[2] if is_header else content
    known = replace(block, is_header=is_header, **_signs_of(inlines))
    made = _inlines(inlines, known, is_first=True)
    return {**node, "c": [*content[:2], made] if is_header else made}


def _in_cell(formula: str) -> str:
    """Write a formula so that no bar in it ends the cell of a table."""
    return formula.replace("\\|", "\\Vert ").replace("|", "\\vert ")


def _signs_of(inlines: Sequence[Node]) -> dict[str, bool]:
    """Tell which signs a paragraph holds so often that two of them could make a pair."""
    tildes = dollars = breaks = 0
    waiting: list[Any] = [inlines]
    while waiting:
        node = waiting.pop()
        if isinstance(node, list):
            waiting.extend(node)
        elif isinstance(node, dict):
            kind = _kind(node)
            breaks += kind in {"LineBreak", "SoftBreak"}
            tildes += 2 * (kind == "Strikeout")
            dollars += 2 * (kind == "Math")
            waiting.append(node.get("c"))
        elif isinstance(node, str):
            tildes, dollars = tildes + node.count("~"), dollars + node.count("$")
    return {"has_tildes": tildes > 1, "has_dollars": dollars > 1, "is_of_lines": breaks > 0}


def _kind(node: Any) -> str:  # noqa: ANN401 -- pandoc's JSON
    return str(node.get("t", "")) if isinstance(node, dict) else ""


def _inlines(nodes: Sequence[Node], block: Block, *, is_first: bool) -> list[Node]:
    """Mark a sequence of inlines; `is_first`: it begins a line."""
    whole = settled(_words_apart(nodes))
    made: list[Node] = []
    for index, node in enumerate(whole):
        kind = _kind(node)
        before = _kind(whole[index - 1]) if index else ""
        if kind == "Str":
            after = _kind(whole[index + 1]) if index + 1 < len(whole) else ""
            word = Word(node["c"], is_first, before, after)
            made.append({"t": "Str", "c": _mark(word, block)})
        else:
            made.append(_element(node, block, is_first=is_first) if "c" in node else node)
        is_blank = kind == "Space" or (kind == "Span" and not node["c"][1])
        is_first = kind in {"LineBreak", "SoftBreak"} or (is_first and is_blank)
    return made


def _words_apart(nodes: Sequence[Node]) -> list[Node]:
    """Join texts that stand side by side, and give blanks in them as such."""
    whole: list[Node] = []
    for node in nodes:
        if _kind(node) != "Str":
            whole.append(node)
            continue
        for number, word in enumerate(_BLANKS.split(node["c"])):
            if number:
                whole.append({"t": "Space"})
            if word and whole and _kind(whole[-1]) == "Str":
                whole[-1] = {"t": "Str", "c": whole[-1]["c"] + word}
            elif word:
                whole.append({"t": "Str", "c": word})
    return whole


def _mark(word: Word, block: Block) -> str:
    clean = replace(word, written=_OURS.sub("\ufffd", word.written))
    at_start = escaped_at_start(clean, block)
    made = []
    for index, sign in enumerate(clean.written):
        if sign in _SIGNS:
            is_escaped = index == at_start or must_escape(clean, index, block)
            made.append(chr(ord(sign) + (_ESCAPED if is_escaped else _BARE)))
        elif not index and word.before == "Math" and sign.isascii() and sign.isdigit():
            made.append(chr(ord(sign) + _ESCAPED))
        else:
            made.append(sign)
    return "".join(made)
