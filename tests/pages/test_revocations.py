"""The public list of revoked titles: the day it was checked, each ground and paper."""

from dataclasses import replace
from datetime import date

from generator.library.library import Library
from generator.pages.revocations import (
    RevocationListView,
    revocation_list_parts,
    revocation_list_view,
    revocations_held,
)
from generator.strings import labels, text
from tests.pages import toy
from tests.pages.rendering import render

TODAY = date(2026, 11, 21)


def view_of(library: Library | None = None) -> RevocationListView:
    inputs = toy.inputs(library, today=TODAY)
    return revocation_list_view(
        inputs, next(revocation_list_parts(inputs)), revocations_held(inputs)
    )


def test_a_row_names_day_ground_and_paper() -> None:
    (row,) = view_of().rows
    assert (row.revoked_on, row.year) == ("2024-03-15", 2022)
    assert row.ground == labels("ground")["fraud"]
    assert row.notice is not None
    assert row.notice.uri == "notices/2024-revocation/"


def test_the_list_says_how_many_on_the_day_of_the_build() -> None:
    view = view_of()
    assert view.checked == text("pages.revocations.holds", on="2026-11-21")
    assert view.count is not None
    assert str(view.count) == text("pages.count.cases", real=1)


def test_an_empty_list_says_that_nothing_is_known_and_shows_no_table() -> None:
    plain = toy.library()
    held = {key: item for key, item in plain.cases.items() if item.is_listed}
    view = view_of(replace(plain, cases=held))
    assert (view.rows, view.count) == ((), None)
    said = text("pages.revocations.none", on="2026-11-21")
    assert view.checked == said
    shown = render(toy.planned(replace(plain, cases=held), today=TODAY)["revocations/"])
    assert said in shown
    assert "<table" not in shown
    assert "<table" in render(toy.planned(today=TODAY)["revocations/"])
