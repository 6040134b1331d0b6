"""The answer of an enterprise's page, at a glance and on the day of the build."""

from dataclasses import replace
from datetime import date

import pytest

from generator.catalogue.dimensions import Dimension, enterprise_slug
from generator.library.case import Case, Revocation
from generator.library.library import Library
from generator.library.lifecycle import Level, RevocationGround, Status
from generator.pages.answer import Answer, Verdict, answer_of
from generator.strings import labels, text
from tests.pages import toy

TODAY = date(2026, 11, 21)


def lost(case_id: str, enterprise: str, *, demonstration: bool = False) -> Case:
    """Make a title that was revoked."""
    revocation = Revocation(
        revoked_on=date(2024, 3, 15), ground=RevocationGround.FRAUD, notice="2024-revocation"
    )
    return toy.case(
        case_id,
        enterprise=enterprise,
        demonstration=demonstration,
        status=Status.REVOKED,
        revocation=revocation,
    )


def answer(name: str, library: Library | None = None) -> Answer:
    inputs = toy.inputs(library, today=TODAY)
    return answer_of(inputs, inputs.entries[Dimension.ENTERPRISE][enterprise_slug(name)])


def library(*cases: Case) -> Library:
    return replace(toy.library(), cases={item.id: item for item in cases}, notices={})


def shown(said: Answer, key: str) -> list[str]:
    facts = {fact.label: [link.label for link in fact.values] for fact in said.facts}
    return facts.get(text(f"pages.enterprise.fact.{key}"), [])


def level(name: str, count: int) -> str:
    return text("pages.enterprise.answer.level", level=labels("level")[name], count=count)


def test_a_holder_is_told_with_the_first_year_and_each_level() -> None:
    said = answer("Firm One")
    assert (said.kind, said.word) == (Verdict.VALID, text("pages.enterprise.word.valid"))
    assert shown(said, "since") == [text("pages.format.year", year=2021)]
    assert shown(said, "titles") == [level("national", 2)]
    assert shown(said, "validity") == [text("pages.enterprise.validity.valid", on="2026-11-21")]
    assert said.said == text(
        "pages.enterprise.answer.holds", since=2021, levels=level("national", 2), on="2026-11-21"
    )


def test_the_day_of_the_answer_is_the_day_of_the_build() -> None:
    inputs = toy.inputs(today=date(2025, 5, 1))
    entry = inputs.entries[Dimension.ENTERPRISE][enterprise_slug("Firm One")]
    said = answer_of(inputs, entry)
    assert any("2025-05-01" in value for value in shown(said, "validity"))
    assert "2025-05-01" in said.said


def test_a_provincial_title_is_not_said_to_be_national() -> None:
    assert shown(answer("Firm Three"), "titles") == [level("provincial", 1)]
    assert labels("level")["national"] not in answer("Firm Three").said


def test_levels_are_counted_apart_the_highest_first() -> None:
    both = library(
        toy.case("2022-001", enterprise="Both"),
        toy.case("2019-x-001", enterprise="Both", level=Level.PROVINCIAL),
        toy.case("2020-x-001", enterprise="Both", level=Level.PROVINCIAL),
    )
    said = answer("Both", both)
    assert shown(said, "titles") == [level("national", 1), level("provincial", 2)]
    assert shown(said, "since") == ["国家级 2022 年", "省级 2019 年"]


def test_who_is_only_reported_to_hold_a_title_is_not_said_to_hold_it() -> None:
    said = answer("Firm", library(toy.case("2022-001", enterprise="Firm")))
    assert (said.kind, said.word) == (Verdict.REPORTED, text("pages.enterprise.word.reported"))
    assert shown(said, "validity") == [text("pages.enterprise.validity.reported", on="2026-11-21")]
    assert not said.said.startswith(text("pages.enterprise.word.valid"))


def test_who_lost_all_titles_holds_none_and_since_is_not_said() -> None:
    said = answer("Fallen")
    assert (said.kind, said.word) == (Verdict.ENDED, text("pages.enterprise.word.ended"))
    assert shown(said, "since") == []
    assert shown(said, "titles") == []
    assert shown(said, "held_in") == [text("pages.format.year", year=2022)]
    assert shown(said, "validity") == [
        text("pages.enterprise.validity.ended", on="2026-11-21", revoked=1)
    ]


def test_who_lost_one_title_of_two_is_told_both() -> None:
    half = library(toy.case("2022-001", enterprise="Half"), lost("2020-001", "Half"))
    said = answer("Half", half)
    assert said.kind is Verdict.REPORTED
    assert shown(said, "since") == [text("pages.format.year", year=2022)]
    assert shown(said, "validity") == [
        text("pages.enterprise.validity.some", on="2026-11-21", revoked=1)
    ]


@pytest.mark.parametrize(
    ("made", "in_play"),
    [
        (toy.case("2022-d01", enterprise="Made up", demonstration=True), "valid"),
        (lost("2022-d01", "Made up", demonstration=True), "ended"),
    ],
)
def test_a_fictional_enterprise_holds_nothing_but_in_play(made: Case, in_play: str) -> None:
    said = answer("Made up", library(made))
    assert (said.kind, said.word) == (Verdict.FICTIONAL, text("pages.enterprise.word.fictional"))
    assert said.is_fictional
    assert shown(said, "in_play") == [text(f"pages.enterprise.word.{in_play}")]
    assert said.said.startswith(text("pages.enterprise.answer.fictional", answer=""))


def test_a_fictional_title_adds_nothing_to_a_real_firm() -> None:
    mixed = library(
        lost("2022-001", "Mixed"),
        toy.case("2022-d01", enterprise="Mixed", demonstration=True),
    )
    assert answer("Mixed", mixed).kind is Verdict.ENDED
