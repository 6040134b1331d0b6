"""The content of a table's cells as HTML, for tables that Markdown's own cannot show."""

from collections.abc import Iterator
from html import escape
from typing import Final

from generator.intake.prose.tree import SPACES, Node, text_of
from generator.strings import text

_TAGS: Final = {
    "Strong": "strong",
    "Emph": "em",
    "Strikeout": "del",
    "Superscript": "sup",
    "Subscript": "sub",
}


def html_of(blocks: list[Node]) -> str:
    """Give the blocks of a cell as one line of HTML; paragraphs are parted by `<br>`."""
    return "<br>".join(line for line in _lines(blocks) if line)


def _lines(blocks: list[Node]) -> Iterator[str]:
    for block in blocks:
        kind, content = block["t"], block["c"]
        if kind in ("Para", "Plain"):
            yield _inlines(content)
        elif kind == "BulletList":
            for item in content:
                yield f"\u2022 {html_of(item)}"
        elif kind == "OrderedList":
            for number, item in enumerate(content[1], int(content[0][0])):
                yield f"{number}. {html_of(item)}"
        else:
            yield escape(text_of(block), quote=False)


def _inlines(inlines: list[Node]) -> str:
    return "".join(map(_inline, inlines))


def _inline(node: Node) -> str:
    kind, content = node["t"], node.get("c", [])
    if kind in _TAGS:
        return f"<{_TAGS[kind]}>{_inlines(content)}</{_TAGS[kind]}>"
    if kind == "Link":
        return f'<a href="{escape(content[2][0])}">{_inlines(content[1])}</a>'
    if kind == "Image":
        return f'<img src="{escape(content[2][0])}" alt="{escape(text_of(content[1]))}">'
    if kind == "Code":
        return f"<code>{escape(content[1], quote=False)}</code>"
    return escape(_words(node), quote=False)


def _words(node: Node) -> str:
    kind, content = node["t"], node.get("c", [])
    if kind == "Math":
        return f"${' '.join(content[1].split())}$"
    if kind == "Note":
        return text("intake_prose.note", words=text_of(content))
    return " " if kind in SPACES else text_of(node)
