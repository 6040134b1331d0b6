"""Feeds: valid in both forms, bounded, in order, and of nothing that is not public."""

import json
from datetime import date, timedelta

import feedparser  # type: ignore[import-untyped]
import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.library.case import Case
from generator.library.lifecycle import NoticeKind, Status
from generator.library.notice import Deadline
from tests.pages import toy
from tests.pages.feed_files import (
    ATOM,
    JSON_FEED,
    URL,
    feeds,
    items,
    library,
    of_library,
    planned,
    root,
    schema,
    texts,
    titles,
)

HOSTILE = "x]]><script>alert(1)</script>&amp;\"'\x00\x0b\x1f\ufffe\U0001f600{{ 7*7 }}\n\ty"
CLEAN = "x]]><script>alert(1)</script>&amp;\"'\U0001f600{{ 7*7 }} y"


def dated(number: int, on: date | None = None, **front: object) -> Case:
    given = {"title": f"T{number}", "approved_on": on, "methods": ("spc",), **front}
    return toy.case(f"2022-{number:03}", toy.BODY, **given)


def whole(*cases: Case) -> str:
    return of_library(library(cases), "xml")["feed.xml"]


def test_there_is_a_feed_of_every_list_that_readers_follow() -> None:
    lists = {uri.removesuffix("feed.xml") for uri in feeds(planned(), "xml")}
    assert {"", "notices/", "notices/kind/call/", "methods/spc/"} <= lists
    assert {uri for uri in lists if uri.startswith("notices/kind/")} == {
        uri for uri in planned() if uri.startswith("notices/kind/") and uri.endswith("/")
    }
    assert any(uri.startswith("fields/") for uri in lists)
    assert lists == {uri.removesuffix("feed.json") for uri in feeds(planned(), "json")}
    assert not {uri.partition("/")[0] for uri in lists} - {"", "notices", "fields", "methods"}


def test_a_site_without_an_address_has_no_feed() -> None:
    assert not feeds(planned(site_url=""), "xml")
    assert not feeds(planned(site_url=""), "json")


def test_a_list_without_entries_has_no_feed_yet() -> None:
    assert not feeds(planned(library()), "xml")
    pages = planned(library([toy.case("2022-001", methods=("spc",), fields=())]))
    assert set(feeds(pages, "xml")) == {"feed.xml", "methods/spc/feed.xml"}
    assert any(uri.startswith("fields/") and uri.count("/") == 2 for uri in pages)


@pytest.mark.parametrize("word", ["", HOSTILE])
def test_every_feed_is_valid(word: str) -> None:
    pages = planned(toy.library(word))
    for uri, content in feeds(pages, "xml").items():
        assert schema().validate(root(content)), (uri, schema().error_log)
        parsed = feedparser.parse(content.encode())
        assert not parsed.bozo, (uri, parsed.get("bozo_exception"))
        assert parsed.version == "atom10"
        assert len(parsed.entries) == len(root(content).findall(f"{ATOM}entry")) > 0
    checker = jsonschema.FormatChecker()
    for content in feeds(pages, "json").values():
        jsonschema.validate(json.loads(content), JSON_FEED, format_checker=checker)


def test_a_feed_names_itself_and_the_page_whose_list_it_is() -> None:
    for uri, content in feeds(planned(), "xml").items():
        links = {node.get("rel"): node.get("href") for node in root(content).iter(f"{ATOM}link")}
        page = URL + uri.removesuffix("feed.xml")
        assert links["self"] == URL + uri
        assert texts(root(content), "id") == [page]
        assert page in [node.get("href") for node in root(content).findall(f"{ATOM}link")]
    for uri, content in feeds(planned(), "json").items():
        read = json.loads(content)
        assert read["feed_url"] == URL + uri
        assert read["home_page_url"] == URL + uri.removesuffix("feed.json")


def test_an_entry_says_what_the_catalogue_knows_and_not_the_text() -> None:
    case = toy.case(
        "2022-001",
        title="Title",
        enterprise="示例有限公司",
        approved_on=date(2022, 10, 20),
        summary="One.\nTwo.",
        methods=("spc",),
    )
    content = whole(case)
    (entry,) = feedparser.parse(content.encode()).entries
    assert entry.title == "Title（示例有限公司）"
    assert entry.author == "示例有限公司"
    assert entry.link == entry.id == f"{URL}cases/2022-001/"
    assert entry.updated == entry.published == "2022-10-20T00:00:00+08:00"
    assert entry.summary.startswith("2022 年")
    assert entry.summary.endswith("\nOne. Two.")
    assert {(tag.term, tag.scheme) for tag in entry.tags} >= {
        ("spc", f"{URL}methods/"),
        ("2022", f"{URL}years/"),
    }
    assert "text of the case" not in content


def test_a_notice_says_who_issued_it_and_which_days_it_sets() -> None:
    call = toy.notice(
        "2022-06-14-call",
        NoticeKind.CALL,
        title="Call",
        issuer="Office",
        document_number="X〔2022〕1",
        issued_on=date(2022, 6, 14),
        deadlines=(Deadline(label="Papers due", at=date(2022, 7, 15)),),
    )
    (item,) = items(of_library(library(notices=[call]), "json")["notices/feed.json"])
    assert item["title"] == "Call"
    assert item["authors"] == [{"name": "Office"}]
    assert item["content_text"] == "通知 · Office · X〔2022〕1\nPapers due：2022-07-15"
    assert item["tags"] == ["通知"]


def test_a_long_summary_is_cut_and_says_so() -> None:
    said = whole(dated(1, summary="字" * 151))
    assert f"\n{'字' * 150}……</summary>" in said
    assert f"\n{'字' * 150}</summary>" in whole(dated(1, summary="字" * 150))


def test_the_newest_fifty_stand_in_the_order_of_their_days() -> None:
    start = date(2022, 1, 2)
    content = whole(*(dated(number, start + timedelta(number)) for number in range(1, 61)))
    assert titles(content) == [f"T{number}（Firm）" for number in range(60, 10, -1)]
    assert texts(root(content), "updated") == [f"{start + timedelta(60)}T00:00:00+08:00"]


def test_what_has_no_day_stands_after_all_of_its_year_that_has_one() -> None:
    notices = [
        toy.notice(name, NoticeKind.DOWNLOAD, title=name, issued_on=None)
        for name in ("2022-a", "2021-06-b", "2023-c")
    ]
    cases = [dated(1), dated(2, date(2022, 1, 2)), dated(3, date(2021, 12, 31))]
    found = feedparser.parse(of_library(library(cases, notices), "xml")["feed.xml"].encode())
    assert [(entry.id.split("/")[-2], entry.updated[:10]) for entry in found.entries] == [
        ("2023-c", "2023-01-01"),
        ("2022-002", "2022-01-02"),
        ("2022-a", "2022-01-01"),
        ("2022-001", "2022-01-01"),
        ("2022-003", "2021-12-31"),
        ("2021-06-b", "2021-06-01"),
    ]


def test_only_listed_cases_and_all_notices_are_in_a_feed() -> None:
    hidden = [
        dated(number, date(2022, 10, number), status=status)
        for number, status in enumerate(Status, start=1)
        if status is not Status.APPROVED
    ]
    notice = toy.notice("2024-03-15-r", NoticeKind.REVOCATION, title="Withdrawn")
    for ending in ("xml", "json"):
        made = of_library(library([*hidden, dated(9)], [notice]), ending)
        assert not [uri for uri, content in made.items() for case in hidden if case.id in content]
        assert "Withdrawn" in made[f"notices/kind/revocation/feed.{ending}"]
        assert "2022-009" in made[f"feed.{ending}"]


def test_what_is_fictional_says_so_in_its_title() -> None:
    notice = toy.notice("2022-x", NoticeKind.CALL, title="Call", demonstration=True)
    held = library([toy.case("2022-d01", title="Case", demonstration=True)], [notice])
    assert titles(of_library(held, "xml")["feed.xml"]) == [
        "〔演示〕Call",
        "〔演示〕Case（Firm）",
    ]


def test_hostile_text_stays_text() -> None:
    content = whole(dated(1, title=HOSTILE, enterprise=HOSTILE, summary=HOSTILE))
    (entry,) = root(content).findall(f"{ATOM}entry")
    assert texts(entry, "title") == [f"{CLEAN}（{CLEAN}）"]
    assert [node.text for node in entry.iter(f"{ATOM}name")] == [CLEAN]
    assert not list(root(content).iter("script", f"{ATOM}script"))


@settings(max_examples=60)
@given(st.text(max_size=40))
def test_no_text_breaks_a_feed(value: str) -> None:
    held = library([dated(1, title=f"x{value}", enterprise=f"y{value}", summary=value)])
    content = of_library(held, "xml")["feed.xml"]
    assert schema().validate(root(content)), schema().error_log
    (item,) = items(of_library(held, "json")["feed.json"])
    assert titles(content) == [item["title"]]


def test_a_case_beyond_the_bound_changes_no_byte() -> None:
    held = [dated(number, date(2022, 10, 20)) for number in range(1, 51)]
    older = dated(60, date(2022, 1, 5), fields=())
    for ending in ("xml", "json"):
        before, after = (of_library(library(cases), ending) for cases in (held, [*held, older]))
        assert before == after


def test_an_entry_changes_with_its_own_facts_alone() -> None:
    first, second = dated(1, date(2022, 10, 20)), dated(2, date(2022, 10, 20))
    other = dated(2, date(2022, 10, 20), title="Another", summary="New.")
    before, after = (whole(first, case).split("<entry>") for case in (second, other))
    assert before[:2] == after[:2]
    assert before[2] != after[2]


def test_two_plans_give_equal_files_on_other_days() -> None:
    for ending in ("xml", "json"):
        one = feeds(planned(today=date(2020, 1, 1)), ending)
        assert one == feeds(planned(today=date(2026, 1, 1)), ending)


def test_a_feed_is_no_page_for_search_engines() -> None:
    pages = planned()
    assert not any(page.indexed for uri, page in pages.items() if "feed." in uri)
