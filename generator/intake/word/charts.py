"""The values that a chart part keeps of its sheet, as tables."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from generator.intake.word.names import A, C, Element, number_of
from generator.strings import text

MOST_ROWS: Final = 200
MOST_SERIES: Final = 30
_FIRST_DAY: Final = date(1899, 12, 30)
_DECIMALS: Final = 10


@dataclass(frozen=True, slots=True)
class ChartTable:
    """Categories and series that share them; the first row names the series."""

    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """What a chart shows, without how."""

    title: str
    tables: tuple[ChartTable, ...]
    is_cut: bool
    """There were more values than are given."""


@dataclass(frozen=True, slots=True)
class _Series:
    name: str
    categories: dict[int, str]
    values: dict[int, str]


def read_chart(root: Element) -> Chart:
    """Read a chart part; without cached values there are no tables."""
    found = [_series(element) for element in root.iter(f"{C}ser")]
    drawn = [series for series in found if series.values]
    groups: list[list[_Series]] = []
    for series in drawn[:MOST_SERIES]:
        if groups and groups[-1][0].categories == series.categories:
            groups[-1].append(series)
        else:
            groups.append([series])
    longest = max((max(series.values) + 1 for series in drawn), default=0)
    return Chart(
        title=_title(root),
        tables=tuple(_table(group) for group in groups),
        is_cut=len(drawn) > MOST_SERIES or longest > MOST_ROWS,
    )


def _title(root: Element) -> str:
    title = root.find(f"{C}chart/{C}title")
    if title is None:
        return ""
    typed = "".join(part.text or "" for part in title.iter(f"{A}t"))
    return (typed or "".join(part.text or "" for part in title.iter(f"{C}v"))).strip()


def _series(element: Element) -> _Series:
    return _Series(
        name=" ".join(_points(element.find(f"{C}tx")).values()) or _own_text(element),
        categories=_first(element, "cat", "xVal"),
        values=_first(element, "val", "yVal"),
    )


def _own_text(element: Element) -> str:
    """Give a name that is typed into the chart and not taken from a cell."""
    typed = element.find(f"{C}tx/{C}v")
    return "" if typed is None else (typed.text or "").strip()


def _first(element: Element, *names: str) -> dict[int, str]:
    for name in names:
        found = element.find(f"{C}{name}")
        if found is not None:
            return _points(found)
    return {}


def _points(holder: Element | None) -> dict[int, str]:
    """Give the cached values by their index; of several levels of names all, the outer first."""
    points: dict[int, str] = {}
    for point in holder.iter(f"{C}pt") if holder is not None else ():
        index = number_of(point.get("idx"), -1)
        value = (point.findtext(f"{C}v") or "").strip()
        if index < 0 or not value:
            continue
        shown = _shown(value, _form_of(point))
        points[index] = f"{shown} {points[index]}" if index in points else shown
    return points


def _form_of(point: Element) -> str:
    own = point.get("formatCode")
    parent = point.getparent()
    return own or (parent.findtext(f"{C}formatCode") if parent is not None else "") or ""


def _shown(value: str, form: str) -> str:
    """Give a number as its format shows it: a share as per cent, a serial day as a date."""
    try:
        number = float(value)
    except ValueError:
        return value
    if "%" in form:
        decimals = len(form.partition("%")[0].partition(".")[2])
        return f"{number * 100:.{min(decimals, _DECIMALS)}f}%"
    if "y" in form.lower() and 1 <= number < 100_000:
        return (_FIRST_DAY + timedelta(days=int(number))).isoformat()
    return f"{number:.10g}" if abs(number) < 1e15 else value


def _table(group: list[_Series]) -> ChartTable:
    """Set series side by side that have the same categories."""
    indexes = sorted({index for series in group for index in series.values})[:MOST_ROWS]
    categories = group[0].categories
    unnamed = text("intake_word.chart.series")
    head = (
        text("intake_word.chart.category"),
        *(series.name or unnamed.format(number=number) for number, series in enumerate(group, 1)),
    )
    rows = (
        (
            categories.get(index, str(index + 1)),
            *(series.values.get(index, "") for series in group),
        )
        for index in indexes
    )
    return ChartTable((head, *rows))
