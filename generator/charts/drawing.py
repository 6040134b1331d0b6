"""A chart that is not drawn yet: a view holds its values, the template asks for its markup.

Views are made of every page whenever a fact changed; most of them are found unchanged and never
drawn.
"""

from dataclasses import dataclass

from generator.charts.columns import columns
from generator.charts.lines import lines
from generator.charts.ranking import ranking
from generator.charts.squares import squares
from generator.charts.tiles import tile_map
from generator.charts.values import Bar, Row, Series


@dataclass(frozen=True, slots=True)
class Columns:
    """Numbers over the years, or other numbers in their order."""

    title: str
    description: str
    bars: tuple[Bar, ...]

    def __str__(self) -> str:
        """Draw it (SVG)."""
        return columns(self.title, self.description, self.bars)


@dataclass(frozen=True, slots=True)
class Ranking:
    """Terms by their numbers."""

    title: str
    description: str
    bars: tuple[Bar, ...]

    def __str__(self) -> str:
        """Draw it (SVG)."""
        return ranking(self.title, self.description, self.bars)


@dataclass(frozen=True, slots=True)
class Squares:
    """Terms against years."""

    title: str
    description: str
    years: tuple[str, ...]
    rows: tuple[Row, ...]

    def __str__(self) -> str:
        """Draw it (SVG)."""
        return squares(self.title, self.description, self.years, self.rows)


@dataclass(frozen=True, slots=True)
class Lines:
    """Courses of terms over the years."""

    title: str
    description: str
    years: tuple[str, ...]
    series: tuple[Series, ...]

    def __str__(self) -> str:
        """Draw it (SVG)."""
        return lines(self.title, self.description, self.years, self.series)


@dataclass(frozen=True, slots=True)
class Tiles:
    """The regions on their map."""

    title: str
    description: str
    slugs: tuple[str, ...]
    bars: tuple[Bar, ...]
    """Beside `slugs`."""

    def __str__(self) -> str:
        """Draw it (SVG)."""
        tiles = dict(zip(self.slugs, self.bars, strict=True))
        return tile_map(self.title, self.description, tiles)


Drawing = Columns | Ranking | Squares | Lines | Tiles
"""Its `str` is the markup."""
