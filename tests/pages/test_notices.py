"""The lists of notices: by kind and by year, complete and each notice once."""

from collections import Counter
from dataclasses import replace
from datetime import date

from generator.library.library import Library
from generator.library.lifecycle import NoticeKind
from generator.library.notice import Notice, Publicity
from generator.pages.notices import (
    NoticeList,
    NoticeListView,
    kind_links,
    notice_filters,
    notice_list_parts,
    notice_list_view,
    notice_lists,
    notice_row,
)
from generator.pages.planned import PlannedPage
from generator.strings import labels, text
from tests.pages import toy
from tests.pages.rendering import render


def lists(**settings: object) -> dict[str, NoticeListView]:
    """Give the first page of every list by its address."""
    inputs = toy.inputs(None, **{"per_page": 50, **settings})
    every = notice_lists(inputs)
    filters = notice_filters(every)
    return {
        listed.uri: notice_list_view(
            inputs, filters, listed, next(notice_list_parts(inputs, listed))
        )
        for listed in every
    }


def addresses(view: NoticeListView) -> list[str]:
    return [row.link.uri for group in view.groups for row in group.rows]


def library_with(*notices: Notice) -> Library:
    return replace(toy.library(), notices={item.id: item for item in notices})


def test_every_notice_stands_on_one_list_of_a_kind_and_on_one_of_a_year() -> None:
    known = {f"notices/{notice_id}/" for notice_id in toy.library().notices}
    of_kinds: Counter[str] = Counter()
    of_years: Counter[str] = Counter()
    for uri, view in lists().items():
        if uri == "notices/":
            assert sorted(addresses(view)) == sorted(known)
            continue
        counts = of_kinds if uri.startswith("notices/kind/") else of_years
        counts.update(addresses(view))
    assert of_kinds == of_years == Counter(known)


def test_the_filters_count_what_their_lists_hold_and_mark_the_one_shown() -> None:
    views = lists()
    for uri, view in views.items():
        current = [item.uri for item in (*view.kinds, *view.years) if item.is_current]
        assert current == [uri]
        for item in (*view.kinds, *view.years):
            fictional = sum(
                bool(row.mark) for group in views[item.uri].groups for row in group.rows
            )
            assert item.count == len(addresses(views[item.uri])) - fictional
            assert bool(item.demonstration) == bool(fictional)


def test_a_second_page_still_marks_its_list() -> None:
    inputs = toy.inputs(per_page=2)
    known = notice_lists(inputs)
    every = known[0]
    _, second, *_ = notice_list_parts(inputs, every)
    view = notice_list_view(inputs, notice_filters(known), every, second)
    assert [item.uri for item in view.kinds if item.is_current] == ["notices/"]


def test_lists_are_grouped_by_year_and_the_list_of_a_year_by_kind() -> None:
    views = lists()
    years = [group.label for group in views["notices/"].groups]
    assert years == sorted(set(years), reverse=True)
    kinds = [labels("kind")[kind] for kind in NoticeKind]
    shown = [group.label for group in views["notices/year/2022/"].groups]
    assert shown == [label for label in kinds if label in shown]
    for uri, view in views.items():
        for group in view.groups:
            dates = [row.date for row in group.rows]
            assert dates == sorted(dates, reverse=True), uri


def test_a_line_names_its_kind_only_where_nothing_else_does() -> None:
    pages = toy.planned(per_page=50)
    kind = f'<span class="kind">{labels("kind")[NoticeKind.CALL]}</span>'
    assert kind in render(pages["notices/"])
    assert kind not in render(pages["notices/kind/call/"])
    assert kind not in render(pages["notices/year/2022/"])


def test_a_year_is_of_issue_where_the_id_says_another() -> None:
    late = toy.notice("2022-late", NoticeKind.RESULT, issued_on=date(2023, 1, 3))
    inputs = toy.inputs(library_with(late))
    assert [item.uri for item in notice_lists(inputs) if item.is_of_year] == ["notices/year/2023/"]


def test_a_kind_without_notices_has_no_link() -> None:
    inputs = toy.inputs(library_with(toy.notice("2022-a", NoticeKind.RESULT)))
    assert [item.uri for item in kind_links(inputs)] == ["notices/kind/result/"]


def test_a_row_carries_its_state() -> None:
    inputs = toy.inputs(today=date(2022, 9, 2))
    open_one = toy.notice(
        "2022-p", NoticeKind.PUBLICITY, publicity=Publicity(starts_on=date(2022, 9, 1))
    )
    state = notice_row(inputs, open_one).state
    assert state is not None
    assert state.phase == "during"
    assert notice_row(inputs, toy.notice("2022-r", NoticeKind.RESULT)).state is None


def test_a_page_says_the_day_of_its_states_and_gives_the_words_to_renew_them() -> None:
    pages = toy.planned(today=date(2022, 9, 2), per_page=50)
    shown = render(pages["notices/year/2022/"])
    said = text("pages.state.publicity.during", days=14)
    as_of = text("pages.state.as_of") + "2022-09-02" + text("pages.state.built")
    assert f"<b>{said}</b> <small>{as_of}</small>" in shown
    assert 'data-first="2022-09-01" data-last="2022-09-16"' in shown
    assert f'data-over="{text("pages.state.publicity.over")}"' in shown
    over = render(toy.planned(today=date(2022, 9, 17), per_page=50)["notices/year/2022/"])
    assert f'<span class="phase over"><span class="unseen">{text("pages.state.label")}' in over
    assert "data-first" not in over


def test_an_empty_library_says_so() -> None:
    page: PlannedPage = toy.planned(library_with())["notices/"]
    assert text("pages.notices.none") in render(page)


def test_a_list_of_all_has_no_label() -> None:
    assert NoticeList("notices/", "", ()).title == text("pages.notices.title")
