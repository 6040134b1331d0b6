"""Indicators: years and values. Notices' needs and sources, too small for files of their own."""

from datetime import date
from typing import Any

import pytest
from pydantic import ValidationError

from generator.library.case import Indicator
from generator.library.rules.indicators import check_indicators
from generator.library.rules.notices import check_notice_fields
from generator.library.rules.sources import check_sources
from tests.library.rules.samples import case, edition, lines, notice

YEARS = {2019: 1.0, 2020: 2.0, 2021: 3.0}


@pytest.mark.parametrize(
    ("values", "faults"),
    [
        ({}, []),
        ({"industry_average": 2, "industry_best": 4}, []),
        ({"industry_average": 4, "industry_best": 2, "direction": "lower"}, []),
        ({"industry_average": 2, "industry_best": 2}, []),
        (
            {"industry_average": 4, "industry_best": 2},
            ["indicator-values indicators.0.industry_best direction"],
        ),
        (
            {"industry_average": 2, "industry_best": 4, "direction": "lower"},
            ["indicator-values indicators.0.industry_best direction"],
        ),
        ({"values": {}}, ["indicator-values indicators.0.values empty"]),
        ({"values": {2020: 1, 2021: 2}}, ["indicator-years indicators.0.values"]),
        ({"values": {2019: 1, 2020: 2, 2022: 3}}, ["indicator-years indicators.0.values"]),
        ({"values": {**YEARS, 2018: 0}}, ["indicator-years indicators.0.values"]),
    ],
)
def test_indicators(values: dict[str, Any], faults: list[str]) -> None:
    indicator = Indicator.model_validate({"name": "合格率", "values": YEARS, **values})
    assert lines(check_indicators(case(indicators=[indicator]), edition("2022"))) == faults


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
def test_only_finite_values_make_a_record(value: float) -> None:
    with pytest.raises(ValidationError):
        Indicator.model_validate({"name": "合格率", "values": {2021: value}})


def test_years_need_an_edition() -> None:
    indicator = {"name": "合格率", "values": {1999: 1}}
    assert lines(check_indicators(case(indicators=[indicator]), None)) == []


SESSION = {"starts_on": date(2022, 1, 1), "place": "示例"}


@pytest.mark.parametrize(
    ("kind", "values", "faults"),
    [
        ("call", {}, []),
        ("download", {}, []),
        ("session", {"session": SESSION}, []),
        ("session", {}, ["notice-field-missing kind session"]),
        ("result", {"edition": "2022"}, []),
        ("result", {}, ["notice-field-missing kind edition"]),
        ("revocation", {"cases": ["2022-001"]}, []),
        ("revocation", {}, ["notice-field-missing kind cases"]),
        ("publicity", {"publicity": {"starts_on": date(2022, 1, 4)}, "edition": "2022"}, []),
        (
            "publicity",
            {},
            ["notice-field-missing kind publicity", "notice-field-missing kind edition"],
        ),
    ],
)
def test_needs_of_each_kind(kind: str, values: dict[str, Any], faults: list[str]) -> None:
    assert lines(check_notice_fields(notice("2022-x", kind, **values))) == faults


def test_real_records_have_sources() -> None:
    assert lines(check_sources(case())) == []
    assert lines(check_sources(case(sources=[]))) == ["source-missing sources case"]
    assert lines(check_sources(notice("2022-x", "call", sources=[]))) == [
        "source-missing sources notice"
    ]


def test_fictional_records_need_none() -> None:
    assert lines(check_sources(case("2022-d01", sources=[], demonstration=True))) == []
    assert lines(check_sources(case("2022-d01", sources=[]))) == []
    record = notice("2022-x", "call", sources=[], demonstration=True)
    assert lines(check_sources(record)) == []
