"""Inlines without what Word adds for its own sake: anchors, sizes, underlines, indents, breaks."""

import re
from collections.abc import Iterator
from typing import Any, Final
from urllib.parse import urlsplit

from generator.intake.prose.grids import table_rows
from generator.intake.prose.saying import Report
from generator.intake.prose.tree import SPACES, WRAPPING, Node, string, text_of
from generator.intake.remarks import RemarkKind

_KEPT_WRAPPINGS: Final = frozenset({"Strong", "Emph", "Strikeout", "Superscript", "Subscript"})
_BREAKING: Final = frozenset({"LineBreak", "Image"})
_BLANK: Final = re.compile(r"[\s\u00a0\u1680\u180e\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+")
# Zero-width and control characters, and the private ones of symbol fonts.
_UNSEEN: Final = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufffc"
    r"\ud800-\udfff]"
)
_PRIVATE: Final = re.compile(r"[\ue000-\uf8ff]")
_WIDE: Final = re.compile(
    r"[\u2014\u2018\u2019\u201c\u201d\u2026\u3000-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    r"\ufe30-\ufe4f\uff01-\uff60\uffe0-\uffe6\U00020000-\U0003ffff]"
)


def clean(inlines: list[Node], report: Report) -> list[Node]:
    """Give cleaned inlines; line breaks and pictures are brought to the top and kept."""
    return tidied(list(_cleaned(inlines, report)))


def clean_block(block: Node, report: Report) -> list[Node]:
    """Clean a block that stays as it is made: a list, a note's paragraph; gives what remains."""
    kind, content = block["t"], block.get("c", [])
    if kind in ("Para", "Plain", "Header"):
        cleaned = joined(clean(content[2] if kind == "Header" else content, report))
        return [{"t": "Plain" if kind == "Plain" else "Para", "c": cleaned}] if cleaned else []
    if kind in ("BulletList", "OrderedList"):
        return _list(kind, content, report)
    if kind == "Table":
        return _flattened(block, report)
    if kind == "RawBlock":
        drop_raw(block, report)
        return []
    if kind == "CodeBlock":
        return [block]
    return clean_blocks(list(_inside(kind, content)), report)


def _list(kind: str, content: list[Any], report: Report) -> list[Node]:
    items = content if kind == "BulletList" else content[1]
    kept = [item for each in items if (item := clean_blocks(each, report))]
    if not kept:
        return []
    if all(sum(block["t"] == "Para" for block in item) <= 1 for item in kept):
        kept = [[_plain(block) for block in item] for item in kept]
    return [{"t": kind, "c": kept if kind == "BulletList" else [content[0], kept]}]


def _plain(block: Node) -> Node:
    """Give a paragraph as the line of a list whose items are one line each."""
    return {**block, "t": "Plain"} if block["t"] == "Para" else block


def _inside(kind: str, content: list[Any]) -> Iterator[Node]:
    """Yield the blocks inside one that only groups them; nothing of a ruler."""
    if kind == "BlockQuote":
        yield from content
    elif kind == "Div":
        yield from content[1]
    elif kind == "Figure":
        yield from (*content[2], *content[1][1])
    elif kind == "LineBlock":
        yield from ({"t": "Para", "c": line} for line in content)
    elif kind == "DefinitionList":
        for term, definitions in content:
            yield {"t": "Para", "c": term}
            for definition in definitions:
                yield from definition


def clean_blocks(blocks: list[Node], report: Report) -> list[Node]:
    """Clean the blocks inside an item, a cell or a note."""
    return [made for block in blocks for made in clean_block(block, report)]


def _flattened(table: Node, report: Report) -> list[Node]:
    """Give a table inside an item, a cell or a note as one paragraph a row."""
    report.say(RemarkKind.LOST, "table_nested", text_of(table))
    rows = [*table_rows(table)[0]]
    made = clean_blocks([*table["c"][1][1]], report)
    for row in rows:
        inside: list[Node] = []
        for _, _, blocks in row:
            for block in clean_blocks(blocks, report):
                words = block["c"] if block["t"] in ("Para", "Plain") else [string(text_of(block))]
                inside += [string("\uff1b"), *words] if inside else words
        if inside:
            made.append({"t": "Para", "c": tidied(inside)})
    return made


def drop_raw(node: Node, report: Report) -> None:
    """Leave raw markup out, and say so."""
    words = text_of(node)
    report.leave(words)
    report.say(RemarkKind.LOST, "raw", words)


def joined(inlines: list[Node]) -> list[Node]:
    """Give inlines without line breaks: between wide characters nothing stands in their place."""
    kept: list[Node] = []
    for place, node in enumerate(inlines):
        if node["t"] != "LineBreak":
            kept.append(node)
        elif not (_ends_wide(inlines[:place]) and _begins_wide(inlines[place + 1 :])):
            kept.append({"t": "Space"})
    return tidied(kept)


def tidied(inlines: list[Node]) -> list[Node]:
    """Give inlines with single spaces, none at either end, and neighbours of one kind as one."""
    kept: list[Node] = []
    for node in inlines:
        kind = node["t"]
        if kind in ("Space", "SoftBreak"):
            if kept and kept[-1]["t"] not in SPACES:
                kept.append({"t": "Space"})
        elif kind == "LineBreak":
            _drop_space(kept)
            kept.append(node)
        elif kind == "Str" and kept and kept[-1]["t"] == "Str":
            kept[-1] = string(kept[-1]["c"] + node["c"])
        elif kind in _KEPT_WRAPPINGS and (before := _same_before(kept, kind)) is not None:
            inner = [*kept[before]["c"], *kept[before + 1 :], *node["c"]]
            kept[before:] = [{"t": kind, "c": tidied(inner)}]
        else:
            kept.append(node)
    while kept and kept[-1]["t"] in SPACES:
        kept.pop()
    while kept and kept[0]["t"] in SPACES:
        kept.pop(0)
    return kept


def _drop_space(kept: list[Node]) -> None:
    if kept and kept[-1]["t"] == "Space":
        kept.pop()


def _same_before(kept: list[Node], kind: str) -> int | None:
    """Give the place of the last element when it is of the same kind, a space after it aside."""
    last = len(kept) - 1
    if kind in ("Strong", "Emph") and last > 0 and kept[last]["t"] == "Space":
        last -= 1
    return last if last >= 0 and kept[last]["t"] == kind else None


def _cleaned(
    inlines: list[Node], report: Report, around: frozenset[str] = frozenset()
) -> Iterator[Node]:
    for node in inlines:
        kind, content = node["t"], node.get("c", [])
        if kind == "Str":
            yield from _words(content, report)
        elif kind in _KEPT_WRAPPINGS and kind not in around:
            yield from _wrapped(kind, list(_cleaned(content, report, around | {kind})))
        elif kind in WRAPPING:
            yield from _cleaned(content, report, around)
        elif kind in ("Span", "Cite", "Quoted"):
            yield from _cleaned(_in_quotes(kind, content), report, around)
        elif kind == "Link":
            yield from _link(node, report, around)
        else:
            yield from _other(node, report)


def _in_quotes(kind: str, content: list[Any]) -> list[Node]:
    if kind != "Quoted":
        return list(content[1])
    signs = "\u2018\u2019" if content[0]["t"] == "SingleQuote" else "\u201c\u201d"
    return [string(signs[0]), *content[1], string(signs[1])]


def _other(node: Node, report: Report) -> Iterator[Node]:
    kind = node["t"]
    if kind == "Note":
        blocks = clean_blocks(node["c"], report)
        if blocks:
            yield {"t": "Note", "c": blocks}
    elif kind == "RawInline":
        drop_raw(node, report)
    elif kind in ("SoftBreak", "Space"):
        yield {"t": "Space"}
    else:
        yield node


def _words(words: str, report: Report) -> Iterator[Node]:
    """Yield a text with its white space as spaces and without what nobody sees."""
    words = _UNSEEN.sub("", words)
    if _PRIVATE.search(words):
        report.say(RemarkKind.LOST, "symbol", words)
        words = _PRIVATE.sub("", words)
    end = 0
    for blank in _BLANK.finditer(words):
        if blank.start() > end:
            yield string(words[end : blank.start()])
        yield {"t": "Space"}
        end = blank.end()
    if end < len(words):
        yield string(words[end:])


def _wrapped(kind: str, inner: list[Node]) -> Iterator[Node]:
    """Yield bold text without its line breaks and pictures, and these between its pieces."""
    piece: list[Node] = []
    for node in [*inner, None]:
        if node is not None and node["t"] not in _BREAKING:
            piece.append(node)
            continue
        if piece and piece[0]["t"] == "Space":
            yield {"t": "Space"}
        content = tidied(piece)
        if content:
            yield {"t": kind, "c": content}
        if piece and piece[-1]["t"] == "Space":
            yield {"t": "Space"}
        piece = []
        if node is not None:
            yield node


def _link(node: Node, report: Report, around: frozenset[str]) -> Iterator[Node]:
    inner = list(_cleaned(node["c"][1], report, around))
    address = str(node["c"][2][0])
    pieces = [each for each in inner if each["t"] in _BREAKING]
    if _is_web(address) and inner and not pieces:
        yield {"t": "Link", "c": [["", [], []], tidied(inner), [address, ""]]}
        return
    yield from inner
    if not _is_web(address) and not address.startswith("#"):
        name = "mail" if address.lower().startswith("mailto:") else "link"
        kind = RemarkKind.PRIVATE if name == "mail" else RemarkKind.LOST
        report.say(kind, name, text_of(inner))


def _is_web(address: str) -> bool:
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    visible = address.isprintable() and not any(sign in address for sign in ' <>"\\^`{|}')
    return visible and parts.scheme.lower() in ("http", "https") and bool(parts.hostname)


def _ends_wide(inlines: list[Node]) -> bool:
    words = text_of(inlines[-1:])
    return bool(words) and _WIDE.match(words[-1]) is not None


def _begins_wide(inlines: list[Node]) -> bool:
    words = text_of(inlines[:1])
    return bool(words) and _WIDE.match(words[0]) is not None
