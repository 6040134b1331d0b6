"""Regions as tiles: 34 provinces, 5 cities with separate plans and the corps, near their places.

A scheme and no map, and it says so. The six that a province contains are round and dashed.
"""

from collections.abc import Iterator, Mapping
from math import ceil
from types import MappingProxyType
from typing import Final

from generator.charts import svg
from generator.charts.values import Bar, said, shown
from generator.strings import text

PLACES: Final[Mapping[str, tuple[int, int]]] = MappingProxyType(
    {
        "heilongjiang": (7, 0),
        "xpcc": (0, 1),
        "ningxia": (3, 1),
        "neimenggu": (4, 1),
        "beijing": (5, 1),
        "liaoning": (6, 1),
        "jilin": (7, 1),
        "xinjiang": (0, 2),
        "qinghai": (1, 2),
        "gansu": (2, 2),
        "shaanxi": (3, 2),
        "shanxi": (4, 2),
        "hebei": (5, 2),
        "tianjin": (6, 2),
        "dalian": (7, 2),
        "xizang": (1, 3),
        "sichuan": (2, 3),
        "chongqing": (3, 3),
        "henan": (4, 3),
        "shandong": (5, 3),
        "qingdao": (6, 3),
        "yunnan": (2, 4),
        "guizhou": (3, 4),
        "hubei": (4, 4),
        "anhui": (5, 4),
        "jiangsu": (6, 4),
        "shanghai": (7, 4),
        "guangxi": (3, 5),
        "hunan": (4, 5),
        "jiangxi": (5, 5),
        "zhejiang": (6, 5),
        "ningbo": (7, 5),
        "guangdong": (4, 6),
        "fujian": (5, 6),
        "xiamen": (6, 6),
        "taiwan": (7, 6),
        "hainan": (3, 7),
        "aomen": (4, 7),
        "shenzhen": (5, 7),
        "xianggang": (6, 7),
    }
)
"""Column and row of each region, by slug; row by row, as the keyboard walks them.

Placed by search: 63 of 72 neighbourhoods kept, the round ones beside their provinces.
"""
ROUND: Final = frozenset({"xpcc", "dalian", "qingdao", "ningbo", "xiamen", "shenzhen"})
"""Counted in a province too: cities with separate plans, and the corps."""

_PITCH: Final = 45
_TILE: Final = 42
_SHADES: Final = 4
_FEW: Final = 4
"""So many cases have the darkest shade at least: one case alone shall not."""
_LINE: Final = 17


def tile_map(title: str, description: str, tiles: Mapping[str, Bar]) -> str:
    """Give all 40 tiles; those that `tiles` (by slug) does not name, or count 0, show a dash.

    A tile has room for a short name only: the full one of its region is said, not shown.
    """
    top = max((tile.real for tile in tiles.values()), default=0)
    parts = (
        svg.label(text("pages.chart.no_map"), x=1.5, y=14, class_="dim"),
        *(_tile(slug, tiles.get(slug), top) for slug in PLACES),
        *_legend(tiles, top),
    )
    size = (8 * _PITCH, 8 * _PITCH)
    return svg.figure(title, description, size, parts, "tiles")


def shade(real: int, top: int) -> int:
    """Give the shade of a number, 0 (none) to 4; equal steps up to the largest number."""
    return ceil(_SHADES * real / max(top, _FEW))


def _tile(slug: str, tile: Bar | None, top: int) -> str:
    column, row = PLACES[slug]
    x, y = (column + 0.5) * _PITCH, (row + 0.5) * _PITCH
    if slug in ROUND:
        drawn = svg.element("circle", class_="tile round", cx=x, cy=y, r=_TILE / 2)
    else:
        drawn = svg.rectangle("tile", (x - _TILE / 2, y - _TILE / 2), (_TILE, _TILE))
    middle = {"x": x, "text_anchor": "middle"}
    drawn += svg.label(text(f"pages.chart.place.{slug}"), y=y - 2, **middle)
    if tile is None or not (tile.real or tile.demonstration):
        drawn += svg.label(text("pages.format.none"), y=y + 13, **middle)
        drawn = f'<g class="shade-0">{drawn}</g>'
    else:
        drawn += svg.label(shown(tile.real, tile.demonstration), y=y + 13, **middle)
        kind = f"shade-{shade(tile.real, top)}" if tile.real else "faint"
        drawn = f'<g class="{kind}">{drawn}</g>'
    if tile is None:
        return drawn
    return svg.linked(tile.href, said(tile.label, tile.real, tile.demonstration), drawn)


def _legend(tiles: Mapping[str, Bar], top: int) -> Iterator[str]:
    """Explain shades and shapes in the corner where no region is."""
    lines = [(f"shade-{step}", label) for step, label in enumerate(_ranges(top), start=1) if label]
    if any(tile.demonstration for tile in tiles.values()):
        lines.append(("faint", text("pages.chart.demonstration")))
    lines.append(("round", text("pages.chart.round")))
    bottom = 8 * _PITCH - 6
    for place, (kind, words) in enumerate(lines):
        y = bottom - (len(lines) - 1 - place) * _LINE
        if kind == "round":
            swatch = svg.element("circle", class_="tile round", cx=8, cy=y - 4, r=6)
        else:
            swatch = svg.rectangle("tile", (2, y - 10), (12, 12))
        yield f'<g class="{kind}">{swatch}</g>'
        yield svg.label(words, x=20, y=y, font_size=11, class_="dim")


def _ranges(top: int) -> Iterator[str]:
    """Give the numbers that each shade stands for; "" for a shade that none has."""
    full = max(top, _FEW)
    for step in range(1, _SHADES + 1):
        first = full * (step - 1) // _SHADES + 1
        last = full * step // _SHADES
        if not top or first > top:
            yield ""
        elif first == last:
            yield text("pages.chart.single", first=first)
        else:
            yield text("pages.chart.range", first=first, last=last)
