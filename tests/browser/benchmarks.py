"""What the benchmarking must say of a number, computed plainly from the cases' own front matter."""

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from pathlib import Path
from typing import Any, Final

import yaml

ROOT: Final = Path(__file__).resolve().parents[2]
LOWER: Final = "越小越好"


@dataclass(frozen=True, slots=True)
class Known:
    """What a case states of an indicator, in its last year."""

    enterprise: str
    year: int
    value: Decimal
    average: Decimal | None
    best: Decimal | None
    is_lower: bool


@cache
def fronts() -> tuple[dict[str, Any], ...]:
    """Give the front matter of all published cases."""
    found = []
    for path in sorted((ROOT / "cases").glob("*/*.md")):
        head = re.match(r"---\n(.*?)\n---\n", path.read_text(encoding="utf-8"), re.DOTALL)
        assert head, path
        front = yaml.safe_load(head[1])
        if front["status"] == "已公布":
            found.append(front)
    return tuple(found)


def known(name: str, unit: str) -> tuple[Known, ...]:
    """Give what the published cases state under exactly this name and unit."""
    return tuple(
        Known(
            front["enterprise"],
            max(row["values"]),
            Decimal(str(row["values"][max(row["values"])])),
            _decimal(row.get("industry_average")),
            _decimal(row.get("industry_best")),
            row["direction"] == LOWER,
        )
        for front in fronts()
        for row in front.get("indicators", ())
        if (row["name"], row.get("unit", "")) == (name, unit)
    )


def place(own: Decimal, cases: tuple[Known, ...]) -> str:
    """Give how many cases one's own number is better and worse than, and its rank."""
    lower = cases[0].is_lower
    assert all(case.is_lower is lower for case in cases)
    worse = sum(case.value < own if lower else case.value > own for case in cases)
    equal = sum(case.value == own for case in cases)
    better = len(cases) - worse - equal
    same = f"、相同 {equal} 个" if equal else ""
    way = "越小越好" if lower else "越大越好"
    return f"{way}，本企业好于 {better} 个、不及 {worse} 个{same}，连本企业排在第 {worse + 1} 位。"


def gap(own: Decimal, other: Decimal, unit: str, *, is_lower: bool) -> str:
    """Give the distance to a case's number: in the unit, and in per cent of that number."""
    distance = own - other
    if not distance:
        return "相同"
    word = "好" if (distance < 0) is is_lower else "差"
    size = _plain(abs(distance)) + ("个百分点" if unit == "%" else f" {unit}")
    if not other:
        return f"{word} {size}"
    share = abs(distance / other) * 100
    if share < Decimal("0.1"):
        return f"{word} {size}（不足 0.1%）"
    places = Decimal("0.1") if share < 1000 else Decimal(1)
    return f"{word} {size}（{_plain(share.quantize(places, ROUND_HALF_UP))}%）"


def ordered(cases: tuple[Known, ...]) -> list[Known]:
    """Give the cases, the best first."""
    sign = 1 if cases[0].is_lower else -1
    return sorted(cases, key=lambda case: (sign * case.value, -case.year))


def _plain(value: Decimal) -> str:
    written = format(value, "f")
    return written.rstrip("0").rstrip(".") if "." in written else written


def _decimal(value: object) -> Decimal | None:
    return None if value is None else Decimal(str(value))
