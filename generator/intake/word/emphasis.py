"""Bold and italic text so that the asterisks around it are read as such, wherever it stands.

What is bold must begin and end with no blank, and a bracket or a quotation mark at its edge must
not touch a Latin letter outside; else the asterisks are shown. Blanks move out, and where that does
not help, the element is written as HTML.
"""

import unicodedata
from collections.abc import Sequence
from typing import Any, Final, TypeAlias

Node: TypeAlias = dict[str, Any]

_TAGS: Final = {"Emph": "em", "Strong": "strong", "Strikeout": "del"}
_CJK: Final = "\u2e80"
"""From here on nearly all are characters that the renderer takes for Chinese or Japanese."""
_EDGES: Final = " \t\n\u00a0\u2002\u2003\u2009\u3000\u200b\ufeff"


def settled(nodes: Sequence[Node]) -> list[Node]:
    """Give a sequence of inlines with every emphasis such that it is seen."""
    joined = _spread(_joined(nodes))
    made: list[Node] = []
    for index, node in enumerate(joined):
        tag = _TAGS.get(node.get("t", ""))
        if tag is None:
            made.append(node)
            continue
        before = _edge(joined[:index], last=True)
        after = _edge(joined[index + 1 :], last=False)
        if _is_seen(node["c"], before, after):
            made.append(node)
        else:
            made += [_raw(f"<{tag}>"), *node["c"], _raw(f"</{tag}>")]
    return made


def _joined(nodes: Sequence[Node]) -> list[Node]:
    """Make one of two that stand side by side, as Word leaves them after every change."""
    made: list[Node] = []
    for node in nodes:
        kind = node.get("t")
        if made and kind in _TAGS and made[-1].get("t") == kind:
            made[-1] = {"t": kind, "c": [*made[-1]["c"], *node["c"]]}
        else:
            made.append(node)
    return made


def _spread(nodes: Sequence[Node]) -> list[Node]:
    """Move blanks at the edges out; what holds nothing else is no emphasis."""
    made: list[Node] = []
    for node in nodes:
        if node.get("t") not in _TAGS:
            made.append(node)
            continue
        inner: list[Node] = list(node["c"])
        before: list[Node] = []
        after: list[Node] = []
        while inner and (blank := _blank(inner, 0)) is not None:
            before.append(blank)
        while inner and (blank := _blank(inner, -1)) is not None:
            after.insert(0, blank)
        made += [*before, *([{**node, "c": inner}] if inner else []), *after]
    return made


def _blank(inner: list[Node], at: int) -> Node | None:
    """Take a blank from the edge and give it, or nothing where there is none."""
    node = inner[at]
    if node.get("t") in {"Space", "SoftBreak", "LineBreak"}:
        return inner.pop(at)
    if node.get("t") != "Str":
        return None
    written = str(node["c"])
    kept = written.rstrip(_EDGES) if at else written.lstrip(_EDGES)
    if written and kept == written:
        return None
    cut = written[len(kept) :] if at else written[: len(written) - len(kept)]
    if kept:
        inner[at] = {"t": "Str", "c": kept}
    else:
        inner.pop(at)
    return {"t": "Str", "c": cut}


def _edge(nodes: Sequence[Node], *, last: bool) -> str:
    """Give the character that touches an emphasis: a blank at the end of the line."""
    if not nodes:
        return " "
    node = nodes[-1] if last else nodes[0]
    kind = node.get("t")
    if kind == "Str" and node["c"]:
        return str(node["c"])[-1 if last else 0]
    if kind in {"Space", "SoftBreak", "LineBreak"}:
        return " "
    return "*" if kind in _TAGS else "a"


def _is_seen(inner: Sequence[Node], before: str, after: str) -> bool:
    """Tell whether asterisks would do, by the rule of CommonMark and that for Chinese."""
    first, last = _edge(inner, last=False), _edge(inner[-1:], last=True)
    if "*" in (before, after, first, last):
        return False
    return _may_touch(first, before) and _may_touch(last, after)


def _may_touch(inside: str, outside: str) -> bool:
    if not _is_mark(inside):
        return True
    return outside.isspace() or _is_mark(outside) or outside >= _CJK


def _is_mark(sign: str) -> bool:
    return unicodedata.category(sign)[0] in "PS"


def _raw(tag: str) -> Node:
    return {"t": "RawInline", "c": ["html", tag]}
