"""The fonts that an SVG picture asks for, replaced by those that were found.

A picture names fonts of its author's machine, or only `sans-serif`: its Chinese text must show.
"""

import re
from collections.abc import Callable, Sequence
from html import unescape
from typing import Final

from generator.library.paper import Typeface
from generator.publication.pdf.fonts import Extra, Role

_FAMILY: Final = re.compile(
    rb"""(?P<start>font-family\s*=\s*)(?P<quote>["'])(?P<attribute>.*?)(?P=quote)"""
    rb"""|(?P<property>font-family\s*:\s*)(?P<value>(?:[^;"'{}<>]|'[^'<>]*')+)""",
    re.DOTALL,
)
_ROOT: Final = re.compile(rb"<svg(?=[\s>])")
_TAG: Final = re.compile(r"<[^>]*>", re.DOTALL)
_MONO: Final = re.compile(rb"mono|courier|consol|menlo", re.IGNORECASE)
_SANS: Final = re.compile(rb"sans|hei|gothic|arial|helvetica|verdana", re.IGNORECASE)
_SERIF: Final = re.compile(rb"serif|song|ming|times|georgia|simsun", re.IGNORECASE)


def with_families(svg: bytes, families: Callable[[Role], Sequence[str]]) -> bytes:
    """Give an SVG whose texts ask for our families: serif, sans-serif or monospace as they did."""
    if b"<text" not in svg:
        return svg

    def ours(found: re.Match[bytes]) -> bytes:
        value = found["attribute"] if found["quote"] else found["value"]
        listed = _listed(families(_role(value)))
        if found["quote"]:
            return found["start"] + b'"' + listed + b'"'
        return found["property"] + listed

    changed = _FAMILY.sub(ours, svg)
    default = _listed(families(Typeface.HEI))
    # An inherited family of the root's own wins over nothing: a rule of the picture over it.
    root = _ROOT.search(changed)
    if root is None or b"font-family" in changed[root.start() : changed.find(b">", root.start())]:
        return changed
    return changed[: root.end()] + b' font-family="' + default + b'"' + changed[root.end() :]


def words_of(svg: bytes) -> str:
    """Give all characters that an SVG may show."""
    return unescape(_TAG.sub(" ", svg.decode("utf-8", "replace")))


def _role(value: bytes) -> Role:
    if _MONO.search(value):
        return Extra.MONO
    if _SERIF.search(value) and not _SANS.search(value):
        return Typeface.SONG
    return Typeface.HEI


def _listed(families: Sequence[str]) -> bytes:
    return ", ".join(f"'{family}'" for family in families).encode()
