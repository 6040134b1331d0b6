"""What charts are made from: labels, numbers, and where a label leads."""

from dataclasses import dataclass

from generator.strings import text


@dataclass(frozen=True, slots=True)
class Bar:
    """One labelled number of cases, the fictional ones apart."""

    label: str
    real: int
    demonstration: int = 0
    href: str = ""
    """Address as the page writes it, or empty for no link."""


@dataclass(frozen=True, slots=True)
class Row:
    """One term against years."""

    label: str
    href: str
    """Address as the page writes it, or empty for no link."""
    cells: tuple[tuple[int, int], ...]
    """Real and fictional cases, beside the years of the chart."""


@dataclass(frozen=True, slots=True)
class Series:
    """One line of numbers over years."""

    label: str
    values: tuple[int, ...]
    """Beside the years of the chart."""


def shown(real: int, demonstration: int) -> str:
    """Give the number that stands in a chart: 5, 5+2 with fictional cases, +2 with these only."""
    if not demonstration:
        return str(real)
    return f"{real or ''}+{demonstration}"


def said(label: str, real: int, demonstration: int, short: str = "") -> str:
    """Give the name of a link in a chart, for ears: 湖北 5+2 项（演示 2）.

    It begins with what the link shows, so that one who speaks to the computer is understood; where
    it shows a shortened label, the full one follows.
    """
    key = "pages.chart.said_with_demonstration" if demonstration else "pages.chart.said"
    name = text(
        key,
        label=short or label,
        count=shown(real, demonstration),
        demonstration=demonstration,
    )
    return f"{name} {label}" if short not in ("", label) else name
