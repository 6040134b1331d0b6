"""The page of a notice: the sheet, what stands beside it, what it tells machines."""

import json
from dataclasses import replace
from datetime import date
from typing import Any

import html5lib
import pytest

from generator.library.ids import NoticeId
from generator.library.lifecycle import NoticeKind
from generator.pages.notice import NoticeView, notice_view
from generator.pages.revocations import (
    revocation_list_parts,
    revocation_list_view,
    revocations_held,
)
from generator.strings import labels, text
from tests.pages import toy
from tests.pages.rendering import render, shell

URL = "https://example.org/biaogan/"
HOSTILE = "\"'><script>alert(1)</script>&lt;</b>"


def view_of(notice_id: str, **settings: object) -> NoticeView:
    inputs = toy.inputs(None, **settings)
    return notice_view(inputs, inputs.library.notices[NoticeId(notice_id)])


def facts_of(view: NoticeView) -> dict[str, list[str]]:
    return {fact.label: [value.label for value in fact.values] for fact in view.facts}


def machine_facts(view: NoticeView, kind: str) -> dict[str, Any]:
    graph = json.loads(view.head.structured)["@graph"]
    (found,) = [thing for thing in graph if thing["@type"] == kind]
    return dict(found)


def lines_of(page: str, css_class: str) -> list[str]:
    tree = html5lib.parse(page, namespaceHTMLElements=False)
    return [
        "".join(node.itertext()).strip()
        for node in tree.iter()
        if css_class in node.get("class", "").split()
    ]


def test_a_sheet_shows_what_a_document_shows() -> None:
    sheet = view_of("2022-06-call").sheet
    assert (sheet.issuer, sheet.addressee, sheet.document_number) == ("City", "All", "No. 1")
    assert sheet.date == text("pages.format.day", year=2022, month=6, day=14)
    assert sheet.text.shown.html == "<p>text of the notice</p>"
    assert sheet.attachments[0].uri == "notices/2022-06-call/form.docx"
    assert sheet.mark == ""


def test_the_parts_of_a_sheet_stand_in_the_order_of_an_official_document() -> None:
    shown = render(toy.planned()["notices/2022-06-call/"])
    sheet = shown[shown.index('<article class="paper">') : shown.index("</article>")]
    order = [
        '<p class="issuer" data-found>City</p>',
        '<p class="document-number" data-found>No. 1</p>',
        '<hr class="red">',
        "<h1 data-found>",
        '<p class="addressee">All：</p>',
        "text of the notice",
        '<div class="attached">',
        '<div class="signature">',
        "<p>City</p>",
        "<p>2022年6月14日</p>",
    ]
    places = [sheet.index(part) for part in order]
    assert places == sorted(places)
    # A lone attachment has no number (GB/T 9704, 7.3.4).
    assert '<ol class="single">' in sheet


def test_the_title_may_break_only_between_words() -> None:
    title = "关于开展2022年全国质量标杆活动的通知"
    notice = toy.notice("2022-x", NoticeKind.CALL, title=title)
    held = replace(toy.library(), notices={notice.id: notice})
    shown = render(toy.planned(held)["notices/2022-x/"])
    assert (
        "<h1 data-found>关于<wbr>开展<wbr>2022年<wbr>全国<wbr>质量标杆<wbr>活动的通知<wbr></h1>"
        in shown
    )


def test_a_fictional_notice_is_marked_beside_the_sheet_and_on_it() -> None:
    page = render(toy.planned()["notices/2022-download/"])
    assert text("pages.mark.demonstration") in "".join(lines_of(page, "type"))
    assert text("pages.notice.demonstration_title") in "".join(lines_of(page, "fictional"))
    assert lines_of(render(toy.planned()["notices/2022-06-call/"]), "fictional") == []


def test_kind_and_state_stand_above_everything() -> None:
    page = render(toy.planned(today=date(2022, 6, 25))["notices/2022-06-call/"])
    assert lines_of(page, "type") == [labels("kind")["call"]]
    (state,) = lines_of(page, "now")
    assert text("pages.state.deadline.during", days=2) in state
    assert page.index('class="now"') < page.index("<article")


def test_dates_keep_the_hour_and_say_where_they_stand() -> None:
    first, second = view_of("2022-06-call", today=date(2022, 6, 25)).dates
    assert (first.when, first.what) == ("2022-06-24 17:00", "Send")
    assert first.state is not None
    assert second.state is not None
    assert first.state.label == text("pages.state.deadline.over")
    assert second.state.label == text("pages.state.deadline.during", days=2)


def test_a_publicity_notice_names_its_period_and_who_takes_opinions() -> None:
    view = view_of("2022-publicity")
    assert [item.what for item in view.dates] == [text("pages.notice.days_of.publicity")]
    assert facts_of(view)[text("pages.facts.opinions_to")] == ["Desk"]


def test_the_chain_marks_the_notice_shown() -> None:
    page = render(toy.planned()["notices/2022-06-call/"])
    tree = html5lib.parse(page, namespaceHTMLElements=False)
    current = [node for node in tree.iter("p") if node.get("aria-current") == "true"]
    assert len(current) == 1
    assert "Notice 2022-06-call" in "".join(current[0].itertext())
    assert [step.role for step in view_of("2022-national").chain] == [
        text("pages.notice.issued"),
        text("pages.notice.carried_out"),
    ]
    assert view_of("2022-result").chain == ()


def test_a_case_in_publicity_stands_on_its_notice_without_a_page() -> None:
    rows = [row for group in view_of("2022-publicity").groups for row in group.rows]
    states = {row.title: (row.uri, row.status) for row in rows}
    assert states["Title 2022-010"] == ("", labels("status")["publicity"])
    assert states["Title"] == ("cases/2022-001/", "")
    assert "Title 2022-011" not in states


def test_a_result_measures_its_list_and_keeps_the_revoked() -> None:
    groups = view_of("2022-result").groups
    assert [group.label for group in groups] == ["Industry", text("pages.notice.no_group")]
    assert "46" in groups[0].held
    assert groups[1].rows[0].status == labels("status")["revoked"]


def test_cases_of_a_programme_are_not_listed_a_second_time() -> None:
    inputs = toy.inputs()
    session = inputs.library.notices[NoticeId("2023-session")].front.session
    told = toy.notice("2023-x", NoticeKind.SESSION, session=session, cases=("2022-001",))
    more = toy.notice("2023-y", NoticeKind.SESSION, session=session, cases=("2022-001", "2022-009"))
    assert notice_view(inputs, told).groups == ()
    assert notice_view(inputs, more).groups != ()


def test_machines_learn_the_article() -> None:
    view = view_of("2022-06-call", site_url=URL)
    article = machine_facts(view, "Article")
    assert article["headline"] == "Notice 2022-06-call"
    assert article["datePublished"] == "2022-06-14"
    assert article["author"] == {"@type": "Organization", "name": "City"}
    assert article["isBasedOn"] == [f"{URL}notices/2022-national/"]
    assert view.head.article is not None
    assert (view.head.article.published_on, view.head.article.source) == ("2022-06-14", "City")


def test_machines_learn_the_session_as_an_event() -> None:
    event = machine_facts(view_of("2023-session", site_url=URL), "Event")
    assert (event["startDate"], event["endDate"]) == ("2023-12-07", "2023-12-08")
    assert event["location"]["@type"] == "Place"
    assert event["location"]["name"] == "Hall"
    assert event["organizer"] == [{"@type": "Organization", "name": "Host"}]
    assert event["eventStatus"] == "https://schema.org/EventScheduled"
    assert event["url"] == f"{URL}notices/2023-session/"


@pytest.mark.parametrize(("site_url", "codes"), [(URL, 1), ("", 0)])
def test_a_session_has_its_calendar_file_and_a_code_where_the_site_knows_itself(
    site_url: str, codes: int
) -> None:
    page = toy.planned(site_url=site_url)["notices/2023-session/"]
    shown = render(page, shell("", site_url))
    assert 'href="../../notices/2023-session/session.ics"' in shown
    assert shown.count('<svg class="qr"') == codes
    assert shown.count(f'">{URL}notices/2023-session/</a>') == codes
    call = render(toy.planned(site_url=site_url)["notices/2022-06-call/"], shell("", site_url))
    assert '<svg class="qr"' not in call


def test_hostile_text_is_shown_as_it_was_typed() -> None:
    pages = toy.planned(toy.library(HOSTILE), site_url=URL)
    national = html5lib.parse(render(pages["notices/2022-national/"]), namespaceHTMLElements=False)
    heading = national.find(".//h1")
    assert heading is not None
    assert "".join(heading.itertext()) == f"National{HOSTILE}"
    assert lines_of(render(pages["notices/2022-06-call/"]), "issuer") == [f"City{HOSTILE}"]
    session = render(pages["notices/2023-session/"])
    assert f"Talk{HOSTILE}" in " ".join(lines_of(session, "timetable"))
    assert "<script>alert" not in session


def test_revocations_have_their_list() -> None:
    inputs = toy.inputs(per_page=50)
    (revoked,) = revocation_list_view(
        inputs, next(revocation_list_parts(inputs)), revocations_held(inputs)
    ).rows
    assert (revoked.row.uri, revoked.revoked_on) == ("cases/2022-009/", "2024-03-15")
