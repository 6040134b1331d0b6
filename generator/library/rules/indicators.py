"""Indicators: three years before the edition, values that do not contradict each other."""

from collections.abc import Iterator

from generator.findings import Fault, KeyPath
from generator.library.case import Case, Indicator
from generator.library.edition import Edition
from generator.library.lifecycle import Direction
from generator.library.rules.placing import at_key


def check_indicators(case: Case, edition: Edition | None) -> Iterator[Fault]:
    """Check years and values of each indicator; that they are finite, the record sees to.

    Source: 2022 申报书, 管理效益 and 经济效益统计表: 2019, 2020, 2021 with the industry's average
    and best value. 遴选管理办法 (2021), article 9: 近三年.
    """
    for number, indicator in enumerate(case.front.indicators):
        key = ("indicators", number)
        yield from _check_values(case.path, key, indicator)
        if edition and indicator.values:
            yield from _check_years(case.path, key, indicator, edition.year)


def _check_years(path: str, key: KeyPath, indicator: Indicator, year: int) -> Iterator[Fault]:
    expected = (year - 3, year - 2, year - 1)
    if sorted(indicator.values) != list(expected):
        yield at_key(
            path,
            "indicator-years",
            (*key, "values"),
            name=indicator.name,
            years=tuple(sorted(indicator.values)),
            expected=expected,
        )


def _check_values(path: str, key: KeyPath, indicator: Indicator) -> Iterator[Fault]:
    name = indicator.name
    if not indicator.values:
        yield at_key(path, "indicator-values", (*key, "values"), name=name, variant="empty")
    average, best = indicator.industry_average, indicator.industry_best
    if average is not None and best is not None and _contradict(indicator, average, best):
        yield at_key(
            path,
            "indicator-values",
            (*key, "industry_best"),
            name=name,
            best=f"{best:g}",
            average=f"{average:g}",
            variant="direction",
        )


def _contradict(indicator: Indicator, average: float, best: float) -> bool:
    """Tell whether the industry's best is worse than its average: often the direction is wrong."""
    lower = indicator.direction is Direction.LOWER
    return best > average if lower else best < average
