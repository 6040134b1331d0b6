"""The page of a case as a value."""

from dataclasses import replace
from datetime import date
from urllib.parse import quote

from hypothesis import given
from hypothesis import strategies as st

from generator.library.body import Heading
from generator.library.ids import CaseId
from generator.pages.case import CaseView, case_view
from generator.pages.contents import contents_of
from generator.strings import labels, text
from generator.workdays import add_working_days
from tests.pages import toy


def view_of(case_id: str) -> CaseView:
    inputs = toy.inputs()
    return case_view(inputs, inputs.library.cases[CaseId(case_id)])


def facts_of(view: CaseView) -> dict[str, list[tuple[str, str]]]:
    return {fact.label: [(value.label, value.uri) for value in fact.values] for fact in view.facts}


def test_a_full_case_shows_its_facts_with_links() -> None:
    facts = facts_of(view_of("2022-001"))
    assert facts[text("pages.facts.focus_area")] == [("Digital", "fields/digital/")]
    assert facts[text("pages.facts.method")] == [("SPC", "methods/spc/"), ("QC", "methods/qc/")]
    assert facts[text("pages.facts.region")] == [("City", "regions/city/"), ("City", "")]
    assert facts[text("pages.facts.number")] == [("3", "")]


def test_the_publicity_period_ends_as_its_notice_says() -> None:
    facts = facts_of(view_of("2022-001"))
    ((said, _),) = facts[text("pages.facts.period")]
    ends_on = add_working_days(date(2022, 9, 1), 10)
    assert ends_on is not None
    assert said.startswith("2022-09-01")
    assert ends_on.isoformat() in said
    assert text("pages.facts.publicity_on") not in facts


def test_a_publicity_without_notice_shows_its_first_day() -> None:
    alone = toy.case("2022-002", publicity_on=date(2022, 9, 2))
    inputs = toy.inputs(replace(toy.library(), cases={alone.id: alone}, notices={}))
    facts = facts_of(case_view(inputs, alone))
    assert facts[text("pages.facts.publicity_on")] == [("2022-09-02", "")]
    assert text("pages.facts.period") not in facts


def test_a_recommender_has_the_name_that_its_edition_printed() -> None:
    facts = facts_of(view_of("2022-001"))
    assert facts[text("pages.facts.recommender")] == [("Printed", "recommenders/mech/")]


def test_only_a_round_that_the_year_does_not_name_is_a_fact() -> None:
    label = text("pages.facts.edition")
    assert label not in facts_of(view_of("2022-001"))
    (edition,) = facts_of(view_of("2021-shandong-003"))[label]
    assert edition == ("Shandong 2021", "years/2021/#edition-2021-shandong")


def test_contents_have_two_levels_and_encoded_anchors() -> None:
    first, second = view_of("2022-001").contents
    assert (first.label, second.href) == ("First", "#d")
    assert [(entry.label, entry.href) for entry in first.entries] == [
        ("Below", "#%E5%AE%9E%E6%96%BD")
    ]


def test_a_heading_deeper_than_any_before_it_does_no_harm() -> None:
    odd = (Heading(3, "x", "x", 1), Heading(2, "y", "y", 2), Heading(4, "z", "z", 3))
    assert [entry.label for entry in contents_of(odd)] == ["y"]


def test_files_lie_beside_the_page_and_other_hosts_are_only_named() -> None:
    view = view_of("2022-001")
    here, elsewhere, nowhere = view.videos
    assert here.uri == "cases/2022-001/film%201.mp4"
    assert here.captions == "cases/2022-001/film.vtt"
    assert (elsewhere.uri, elsewhere.host) == ("", "www.bilibili.com")
    assert (nowhere.uri, nowhere.url) == ("", "")
    own, foreign, bad = view.attachments
    assert own.uri == "cases/2022-001/form.docx"
    assert foreign.host == "example.org"
    assert (bad.uri, bad.url) == ("", "")


def test_indicators_stand_under_all_years_that_occur() -> None:
    table = view_of("2022-001").indicators
    assert table is not None
    assert table.years == ("2019", "2021")
    (row,) = table.rows
    assert row.values == ("1.5", "1200000")
    assert (row.average, row.best, row.rank) == ("2", text("pages.format.none"), "1")


def test_lineage_is_shown_both_ways() -> None:
    assert toy.labels_of(view_of("2022-001").grew_from) == ["Title 2021-002"]
    assert toy.labels_of(view_of("2021-002").grew_into) == ["Title"]


def test_notices_and_sessions_that_named_it_are_listed() -> None:
    links = [row.link.uri for row in view_of("2022-001").notices]
    assert links == ["notices/2022-publicity/", "notices/2022-result/", "notices/2023-session/"]


def test_a_revoked_case_keeps_its_facts_and_loses_its_text() -> None:
    view = view_of("2022-009")
    assert view.revocation is not None
    assert view.revocation.revoked_on == "2024-03-15"
    assert view.revocation.ground == labels("ground")["fraud"]
    assert view.revocation.notice is not None
    assert view.revocation.notice.uri == "notices/2024-revocation/"
    assert (view.html, view.summary, view.contents, view.related) == ("", (), (), ())
    assert not view.is_unpublished
    assert facts_of(view)[text("pages.facts.method")] == [("Retired", "methods/retired/")]


def test_a_list_entry_says_that_its_text_is_not_published() -> None:
    view = view_of("2021-shandong-003")
    assert view.is_unpublished
    assert view.title == text("pages.case.no_title")
    assert view.enterprise.label == "Firm Three"


def test_previous_and_next_follow_the_list_of_the_edition() -> None:
    view = view_of("2022-001")
    assert view.previous is None
    assert view.next is not None
    assert view.next.uri == "cases/2022-002/"


def test_related_cases_say_why() -> None:
    related = {item.link.uri: item.reasons for item in view_of("2022-001").related}
    assert text("pages.reason.ancestor") in related["cases/2021-002/"]
    assert text("pages.reason.method", names="SPC") in related["cases/2022-002/"]
    assert "cases/2022-d01/" not in related


def test_a_demonstration_is_marked() -> None:
    assert view_of("2022-d01").mark == text("pages.mark.demonstration")
    assert view_of("2022-001").mark == ""


def test_a_lone_heading_makes_no_contents() -> None:
    assert contents_of(toy.BODY.headings[:1]) == ()


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_contents_lead_to_the_percent_encoded_anchor(anchor: str) -> None:
    headings = tuple(Heading(2, "Text", anchor, line) for line in (1, 2))
    assert {entry.href for entry in contents_of(headings)} == {f"#{quote(anchor, safe='')}"}
