"""Formulas as pictures: the editor of an official account keeps no MathML."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.publication.blocks.tree import BodyTree
from generator.publication.pdf.press import Press
from generator.publication.pdf.text import Mathematician, formulas_of

_PPI = 300
_SIZE = 11.0
"""Points of Typst's own text, and so of a formula's letters."""
_WIDTH = slice(16, 20)
"""Where a PNG says its width in pixels (IHDR)."""


@dataclass(frozen=True, slots=True)
class FormulaPicture:
    """A formula as it is shown."""

    png: bytes
    width: float
    """In em."""


def formula_pictures(
    trees: Iterable[BodyTree], press: Press, pandoc: Mathematician
) -> Mapping[str, FormulaPicture]:
    """Give TeX → picture for all formulas of texts; without those that cannot be set."""
    found = formulas_of(trees, pandoc, press)
    return {tex: _drawn(formula, press) for tex, formula in found.items()}


def _drawn(formula: str, press: Press) -> FormulaPicture:
    main = (
        "#set page(width: auto, height: auto, margin: 2pt, fill: white)\n"
        '#set math.equation(alt: "")\n'
        f"#set text(size: {_SIZE}pt)\n$ {formula} $"
    )
    png = press.png(main, ppi=_PPI)
    pixels = int.from_bytes(png[_WIDTH], "big")
    return FormulaPicture(png, round(pixels / _PPI * 72 / _SIZE, 2))
