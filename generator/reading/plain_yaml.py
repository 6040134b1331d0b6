"""The YAML that nearly all front matters are written in, read line by line.

Keys with a value on their line, lists, mappings below each other, comments: no anchors, tags,
escapes or texts of several lines. What is read here libyaml reads alike (a property test compares
the two); whatever else a text holds, a fault too, makes the whole text libyaml's. Measured: 39 µs
for a front matter of 64 lines instead of 130, for libyaml makes three Python objects an event.
"""

import re
from typing import Final

NULLS: Final = frozenset({"", "~", "null", "Null", "NULL"})
"""Plain text that means nothing was typed."""
MAX_OPEN: Final = 8
"""Lists and mappings open at once, with what stands around the text; more are libyaml's matter."""

Block = dict[str, object] | list[object]
_Open = list[tuple[int, Block]]
"""The lists and mappings around a line, the outermost first, each with its column."""
_Waiting = tuple[int, dict[str, object], str]
"""Column, mapping and key whose value, if any, begins on the next line."""
_NOWHERE: Final = -2
"""A column in which no key stands."""
_DASH: Final = "- "

_TEXT: Final = re.compile(
    "[\n -~\xa0-\u2027\u202f-\u2065\u206a-\ud7ff\ue000-\ufefe\uff00-\ufffd]*+"
)
"""What libyaml takes for printable, but for tabs and what `source.CONTROL` refuses."""
_KEY: Final = r"[A-Za-z0-9_$][A-Za-z0-9_$-]{0,60}+"
_FIRST: Final = r"[^\s\-?:,\[\]{}#&*!|>'\"%@`]"
"""With what a plain text may begin here: YAML allows more."""
_PLAIN: Final = rf"(?:{_FIRST}|-(?=[0-9]))[^:#\n]*+(?:(?::(?! |$)|(?<! )#)[^:#\n]*+)*+$"
_QUOTED: Final = r"'[^'\n]*+' *+$|\"[^\"\\\n]*+\" *+$"
_ITEM: Final = rf" *+{_FIRST}[^?:,\[\]{{}}#&*!|>'\"%@`\n]*+"
_LIST: Final = rf"\[(?:{_ITEM}(?:,{_ITEM})*+| *+)\] *+$"
_LINE: Final = re.compile(
    rf"^( *+)({_DASH})?+(?:({_KEY}):(?: ++|$))?+"
    rf"(?:({_PLAIN})|({_QUOTED}|{_LIST}))?+$|^ *+#.*$|(.+)",
    re.ASCII | re.MULTILINE,
)
"""Margin, dash, key, plain value, other value; or what is no such line.

No repetition gives back what it took: the time is linear."""


def read_plain(text: str) -> Block | None:
    """Give the list or mapping that a text holds; None when libyaml has to look at it."""
    if not _TEXT.fullmatch(text):
        return None
    around: dict[str, object] = {"": None}
    waiting: _Waiting | None = (-1, around, "")
    open_: _Open = [(-1, around)]
    at, block = _NOWHERE, None
    value: object
    for margin, dash, key, plain, special, other in _LINE.findall(text):
        if not (dash or key):
            if plain or special or other:
                return None
            continue
        column = len(margin)
        if dash or waiting or column != at:  # not just the next key of a mapping
            at, block = _turn(open_, waiting, column, dash, key)
            waiting = None
        if plain:
            typed = plain.rstrip(" ")
            value = None if typed in NULLS else typed
        else:
            value = _value(special)
        if isinstance(block, dict) and key not in block:
            block[key] = value
            if not (plain or special):
                waiting = at, block, key
        elif isinstance(block, list) and (plain or special):
            block.append(value)
        else:
            return None
    root = around[""]
    return root if isinstance(root, (dict, list)) else None


def _begin(open_: _Open, waiting: _Waiting, column: int, *, is_list: bool) -> None:
    """Open the list or mapping that a key waits for, when a line belongs to it."""
    at, mapping, key = waiting
    # The items of a list may stand right below their key.
    if column > at or (is_list and column == at):
        block: Block = [] if is_list else {}
        mapping[key] = block
        open_.append((column, block))


def _turn(
    open_: _Open, waiting: _Waiting | None, column: int, dash: str, key: str
) -> tuple[int, Block | None]:
    """Give the list or mapping that a line belongs to, and the column of its further keys."""
    if waiting:
        _begin(open_, waiting, column, is_list=bool(dash))
    while open_[-1][0] > column:
        open_.pop()
    at, block = open_[-1]
    if dash:
        if at != column or isinstance(block, dict) or len(open_) > MAX_OPEN:
            return _NOWHERE, None
        if not key:
            return _NOWHERE, block
        mapping: dict[str, object] = {}
        block.append(mapping)
        open_.append((column + len(dash), mapping))
        return open_[-1]
    if at == column and isinstance(block, list):
        # A list right below its key ends where the next key begins.
        open_.pop()
        at, block = open_[-1]
    is_there = at == column and isinstance(block, dict) and len(open_) <= MAX_OPEN
    return (at, block) if is_there else (_NOWHERE, None)


def _value(typed: str) -> object:
    """Give quoted text or a list on one line."""
    if not typed:
        return None
    inner = typed.rstrip(" ")[1:-1]
    if typed[0] != "[":
        return inner
    items = [item.strip(" ") for item in inner.split(",")] if inner.strip(" ") else []
    return [None if item in NULLS else item for item in items]
