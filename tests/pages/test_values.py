"""Numbers, dates and addresses as a reader sees them."""

from datetime import date, datetime

import pytest

from generator.pages import values
from generator.strings import text


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (96.1, "96.1"),
        (412.0, "412"),
        (0.0, "0"),
        (100.0, "100"),
        (1e16, "10000000000000000"),
        (1e-7, "0.0000001"),
        (-1.5, "-1.5"),
        (1234567.25, "1234567.25"),
    ],
)
def test_a_number_has_no_exponent_and_no_needless_zero(value: float, shown: str) -> None:
    assert values.number(value) == shown


@pytest.mark.parametrize("value", [None, float("nan"), float("inf"), float("-inf")])
def test_what_is_no_number_is_a_dash(value: float | None) -> None:
    assert values.number(value) == text("pages.format.none")


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        ("https://example.org/a?b=1", True),
        ("HTTP://example.org/", True),
        ("javascript:alert(1)", False),
        (" javascript:alert(1)", False),
        ("java\nscript:alert(1)", False),
        ("data:text/html,x", False),
        ("//example.org/x", False),
        ("mailto:a@example.org", False),
        ("https:///nohost", False),
        ("http://[broken", False),
        ("", False),
    ],
)
def test_only_web_addresses_pass(url: str, *, kept: bool) -> None:
    assert values.web_address(url) == (url if kept else "")


def test_a_day_keeps_its_hour() -> None:
    assert values.day(date(2022, 6, 4)) == "2022-06-04"
    assert values.day(datetime(2022, 6, 24, 17, 0)) == "2022-06-24 17:00"  # noqa: DTZ001
    assert values.day(None) == ""


def test_a_span_of_one_day_is_that_day() -> None:
    first = date(2023, 12, 7)
    assert values.span(first, None) == values.span(first, first) == "2023-12-07"
    assert "2023-12-08" in values.span(first, date(2023, 12, 8))


def test_a_fact_without_value_is_no_fact() -> None:
    assert values.fact("year", "", values.Link("")) == ()
    (fact,) = values.fact("year", "", "2022")
    assert fact.values == (values.Link("2022"),)


def test_paragraphs_are_the_lines_with_text() -> None:
    assert values.paragraphs(" a \n\n\tb\n") == ("a", "b")
