"""The axis of years: equal bands without gaps, provincial rounds and fictional cases told apart."""

from dataclasses import replace

from generator.library.edition import Edition
from generator.library.ids import EditionId
from generator.library.library import Library
from generator.library.lifecycle import Level
from generator.pages.staff import Band, staff
from generator.strings import labels, text
from tests.pages import toy
from tests.pages.rendering import render


def bands_of(library: Library | None = None) -> dict[str, Band]:
    bands = staff(toy.inputs(library))
    found = {band.label: band for band in bands}
    assert len(found) == len(bands)
    return found


def test_years_run_from_the_earliest_with_their_counts() -> None:
    bands = bands_of()
    assert list(bands) == ["2021", "2022", "2023"]
    assert bands["2022"].uri == "years/2022/"
    assert bands["2022"].said == text("pages.count.cases", real=2)
    assert bands["2022"].demonstration == text("pages.count.demonstration", demonstration=1)
    assert bands["2021"].demonstration == ""


def test_a_year_of_which_only_the_rules_are_known_says_so() -> None:
    assert bands_of()["2023"].said == text("pages.home.only_rules")
    assert bands_of()["2023"].uri == "years/2023/"


def test_a_year_between_without_anything_has_its_band_and_no_link() -> None:
    first, last = toy.case("2018-001"), toy.case("2021-001")
    gaps = replace(
        toy.library(), cases={item.id: item for item in (first, last)}, editions={}, notices={}
    )
    bands = bands_of(gaps)
    assert list(bands) == ["2018", "2019", "2020", "2021"]
    assert bands["2019"].uri == ""
    shown = render(toy.planned(gaps)[""])
    assert "years/2018/" in shown
    assert "2019" in shown
    assert "years/2019/" not in shown


def test_a_year_with_a_provincial_round_only_is_not_taken_for_a_national_one() -> None:
    plain = toy.library()
    assert bands_of(plain)["2022"].level == ""
    assert bands_of(plain)["2021"].level == "国家级 1 · 省级 1"
    province = Edition(id="2024-x", year=2024, title="X", level=Level.PROVINCIAL)
    held = replace(plain, editions={**plain.editions, EditionId("2024-x"): province})
    assert bands_of(held)["2024"].level == labels("level")["provincial"]
    assert labels("level")["provincial"] in render(toy.planned(held)[""])
