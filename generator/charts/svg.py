"""Elements of SVG as text: escaped values, rounded numbers, one figure with title and description.

A chart has no colour of its own: classes that `theme/styles/54-charts.css` paints, so that dark
mode, the elder mode and paper change it with the page. A unit is a pixel on a phone: charts are
about 360 units wide, and no text is smaller than 11.
"""

from collections.abc import Iterable
from typing import Final

from markupsafe import escape

WIDTH: Final = 360
"""Units across a chart that fills a phone."""
_NARROW: Final = 0.58
"""Width of a Latin letter or a digit in ems."""
_MORE: Final = "…"
_NOT_IN_XML: Final = dict.fromkeys([*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF])
"""Control characters, which no SVG file may hold."""


def number(value: float) -> str:
    """Give a coordinate without needless zeros."""
    return f"{value:.1f}".removesuffix(".0")  # a tenth of a unit is less than a pixel


def plain(content: str) -> str:
    """Give plain text as markup, for an element or an attribute."""
    # Most texts hold no control character, and this tells it faster than looking at each.
    known = content if content.isprintable() else content.translate(_NOT_IN_XML)
    if "&" in known or "<" in known or ">" in known or '"' in known or "'" in known:
        return str(escape(known))
    return known


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
    """Give a text element; `content` is plain text.

    A space follows, for what hears a link as one text: 2012 and 8 are not 20128.
    """
    return element("text", plain(content), **attributes) + " "


def rectangle(kind: str, place: tuple[float, float], size: tuple[float, float]) -> str:
    """Give a rectangle of a class; `place` is its upper left corner."""
    (x, y), (width, height) = place, size
    return (
        f'<rect class="{kind}" x="{number(x)}" y="{number(y)}"'
        f' width="{number(width)}" height="{number(height)}"/>'
    )


def linked(href: str, name: str, content: str) -> str:
    """Give markup as a link that is called `name`; as it is where there is no address."""
    return element("a", content, href=href, aria_label=name) if href else content


def figure(
    title: str, description: str, size: tuple[float, float], parts: Iterable[str], kind: str = ""
) -> str:
    """Give the whole picture, `size` in units wide and high, with what a screen reader says.

    A picture is one thing to a screen reader and hides what is inside; one with links is a group.
    """
    width, height = size
    drawn = "".join(parts)
    known = f"<title>{plain(title)}</title>"
    if description:
        known += f"<desc>{plain(description)}</desc>"
    role = "group" if "<a " in drawn else "img"
    return (
        f'<svg class="chart{" " + kind if kind else ""}" viewBox="0 0 {number(width)}'
        f' {number(height)}" role="{role}" font-size="12">{known}{drawn}</svg>'
    )


def width_of(content: str, size: float) -> float:
    """Estimate the width of a text in units, a little too wide rather than too narrow.

    A Chinese character has three bytes and is as wide as high; the rest is about half as wide.
    """
    wide = (len(content.encode(errors="replace")) - len(content)) / 2
    return size * (wide + (len(content) - wide) * _NARROW)


def fitted(content: str, size: float, room: float) -> str:
    """Shorten a text with … until it fits; one character stays."""
    if width_of(content, size) <= room:
        return content
    kept = content
    while len(kept) > 1 and width_of(kept + _MORE, size) > room:
        kept = kept[:-1]
    return kept + _MORE


def _value(value: object) -> str:
    if isinstance(value, float | int):
        return number(value)
    return plain(str(value))
