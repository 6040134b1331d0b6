"""Which characters fonts have."""

import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

from fontTools.ttLib import TTFont

from generator.errors import BiaoganError
from generator.keeping import keep, kept
from generator.publication.pdf.font_files import FontFile, stamp_digest, stamp_of
from generator.publication.pdf.fonts import Face
from generator.strings import text

_INVISIBLE: Final = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp", "Zs"})
"""Unicode's categories of characters that need no glyph: controls, joiners, spaces."""
_SELECTORS: Final = ((0xFE00, 0xFE0F), (0xE0100, 0xE01EF))
"""Variation selectors: they choose a glyph and have none."""
_SHOWN: Final = 20
"""Characters that an error names."""


class GlyphError(BiaoganError):
    """A document has characters that no font has."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """The characters that a font has."""

    bounds: tuple[int, ...]
    """Where a run of codes begins and the code behind its end, by turns, ascending."""

    def __contains__(self, code: int) -> bool:
        return bisect_right(self.bounds, code) % 2 == 1


def coverage_of(font: FontFile, memory: Path | None = None) -> Coverage:
    """Give what a font has, kept in memory and in the folder `memory`; raises OSError."""
    return _coverage(font.index, stamp_of(font.path), memory)


def missing(words: str, faces: Iterable[Face], memory: Path | None = None) -> tuple[str, ...]:
    """Give the characters, each once and sorted, that no font of the faces has."""
    left = sorted({one for one in set(words) if not _is_invisible(one)})
    for face in faces:
        if not left:
            break
        covered = coverage_of(face.fonts[0], memory)
        left = [one for one in left if ord(one) not in covered]
    return tuple(left)


def named(characters: Iterable[str]) -> str:
    """Give characters with their codes, as an error names them."""
    every = list(characters)
    shown = (
        text("publication_pdf.press.character", character=one, code=f"{ord(one):04X}")
        for one in every[:_SHOWN]
    )
    return " ".join((*shown, *("…" for _ in every[_SHOWN : _SHOWN + 1])))


def _is_invisible(one: str) -> bool:
    code = ord(one)
    is_selector = any(first <= code <= last for first, last in _SELECTORS)
    return is_selector or unicodedata.category(one) in _INVISIBLE


@lru_cache(maxsize=64)
def _coverage(index: int, stamp: tuple[str, int, int], memory: Path | None) -> Coverage:
    place = memory / f"coverage-{stamp_digest([stamp]).hex()}-{index}" if memory else None
    found = kept(place) if place else None
    if isinstance(found, Coverage):
        return found
    with TTFont(stamp[0], fontNumber=index, lazy=True) as font:
        coverage = Coverage(tuple(_bounds(sorted(font.getBestCmap() or {}))))
    if place:
        keep(place, coverage)
    return coverage


def _bounds(codes: Iterable[int]) -> Iterator[int]:
    end: int | None = None
    for code in codes:
        if code != end:
            if end is not None:
                yield end
            yield code
        end = code + 1
    if end is not None:
        yield end
