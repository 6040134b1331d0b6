"""Elements of SVG as text: escaped values, rounded numbers, one figure with title and description.

A chart has no colour of its own: classes that `theme/styles/54-charts.css` paints, so that dark
mode, the elder mode and paper change it with the page.
"""

from collections.abc import Iterable
from typing import Final

from markupsafe import escape

_DIGITS: Final = 1
"""Decimals of a coordinate: a tenth of a unit is less than a pixel."""


def number(value: float) -> str:
    """Give a coordinate without needless zeros."""
    return f"{value:.{_DIGITS}f}".removesuffix(".0")


def element(name: str, content: str = "", /, **attributes: object) -> str:
    """Give an element; `content` is markup. `class_` and `text_anchor` lose and change their `_`.

    Attributes that are None or empty are left out; numbers are rounded, texts escaped.
    """
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{_value(value)}"'
        for key, value in attributes.items()
        if value not in (None, "")
    )
    return f"<{name}{written}>{content}</{name}>" if content else f"<{name}{written}/>"


def label(content: str, /, **attributes: object) -> str:
    """Give a text element; `content` is plain text."""
    return element("text", str(escape(content)), **attributes)


def figure(title: str, description: str, size: tuple[float, float], parts: Iterable[str]) -> str:
    """Give the whole picture, `size` in units wide and high, with what a screen reader says."""
    width, height = size
    known = element("title", str(escape(title)))
    if description:
        known += element("desc", str(escape(description)))
    return element(
        "svg",
        known + "".join(parts),
        class_="chart",
        viewBox=f"0 0 {number(width)} {number(height)}",
        role="img",
        aria_label=title,
    )


def _value(value: object) -> str:
    if isinstance(value, float | int):
        return number(value)
    return str(escape(str(value)))
