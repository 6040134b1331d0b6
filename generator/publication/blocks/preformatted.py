"""Preformatted text: lines for machines, unless an author put more than text into it."""

from typing import Final

from generator.publication.blocks.markup import Element
from generator.publication.blocks.tree import CodeBlock

_PLAIN: Final = frozenset({"b", "bdi", "br", "code", "em", "i", "kbd", "samp", "span"})
"""What may stand in lines of code without being lost there."""


def read_code(element: Element) -> CodeBlock | None:
    """Give lines of code, or None where the element holds a link, a picture or a block."""
    inner = [one for one in element.iter() if one is not element]
    if any(one.tag not in _PLAIN or (one.get("class") or "").startswith("math") for one in inner):
        return None
    if element.text and element.text.startswith("\n"):
        element.text = element.text[1:]  # HTML 13.2.6.4.7: a browser drops it too
    return CodeBlock(_text(element).removesuffix("\n"), _language(element))


def _text(element: Element) -> str:
    pieces = [element.text or ""]
    for child in element:
        pieces += ("\n" if child.tag == "br" else _text(child), child.tail or "")
    return "".join(pieces)


def _language(element: Element) -> str:
    code = element.find("code")
    kinds = (code.get("class") or "").split() if code is not None else []
    return next((k.removeprefix("language-") for k in kinds if k.startswith("language-")), "")
