"""The home page: search, the doors with their counts, the steps, what is new."""

from dataclasses import replace
from datetime import date

import html5lib

from generator.catalogue.dimensions import Dimension
from generator.library.library import Library
from generator.library.lifecycle import NoticeKind
from generator.library.notice import Session
from generator.library.vocabulary import Term, Vocabulary, VocabularyName
from generator.pages import routes
from generator.pages.home import COMMON, LATEST, HomeView, home_view
from generator.pages.routes import file_of
from generator.strings import text
from tests.pages import toy
from tests.pages.rendering import render


def view_of(library: Library | None = None, **settings: object) -> HomeView:
    return home_view(toy.inputs(library, **settings))


def with_regions(*slugs: str) -> Library:
    """Give a library with one case in each region."""
    terms = tuple(Term(slug=slug, label=slug.upper()) for slug in slugs)
    held = [toy.case(f"2022-{place:03}", region=slug) for place, slug in enumerate(slugs, start=1)]
    plain = toy.library()
    name = VocabularyName.REGIONS
    known = {**plain.vocabularies, name: Vocabulary(name=name, terms=terms)}
    return replace(plain, cases={item.id: item for item in held}, notices={}, vocabularies=known)


def test_the_search_box_leads_to_the_search_page() -> None:
    pages = toy.planned()
    tree = html5lib.parse(render(pages[routes.HOME]), namespaceHTMLElements=False)
    forms = {form.get("aria-labelledby", ""): form for form in tree.iter("form")}
    form = forms["seek"]
    assert form.get("action") in pages
    (field,) = form.iter("input")
    (label,) = form.iter("label")
    assert (field.get("name"), field.get("id")) == ("q", label.get("for"))
    assert "".join(label.itertext()) == text("pages.home.search_label")


def test_common_methods_are_the_most_used_ones() -> None:
    labels = [link.label for link in view_of().common]
    assert labels == ["QC", "SPC"]
    many = replace(
        toy.library(),
        cases={
            item.id: item
            for number in range(1, COMMON + 3)
            for item in (toy.case(f"2022-{number:03}", methods=("spc", f"m{number}")),)
        },
    )
    shown = view_of(many).common
    assert len(shown) == COMMON
    assert shown[0].label == "SPC"


def test_doors_count_fictional_cases_apart() -> None:
    groups = {group.label: group for group in (*view_of().doors, *view_of().more_doors)}
    methods = {link.label: link for link in groups[text("pages.dimension.method.by")].links}
    assert (methods["QC"].count, methods["QC"].demonstration) == (
        2,
        text("pages.count.demonstration", demonstration=1),
    )
    assert (methods["SPC"].count, methods["SPC"].demonstration) == (2, "")
    assert set(groups) == {
        text(f"pages.dimension.{name}.by")
        for name in ("focus_area", "method", "industry", "recommender")
    }


def test_each_door_says_how_many_terms_there_are_in_all() -> None:
    inputs = toy.inputs()
    methods = home_view(inputs).doors[1]
    assert methods.more is not None
    assert methods.more.uri == routes.dimension(Dimension.METHOD)
    known = len(inputs.entries[Dimension.METHOD])
    assert methods.more.label == text("pages.home.all_method", count=known)
    assert known > len(methods.links)


def test_the_map_and_the_list_below_it_lead_to_the_same_regions() -> None:
    view = view_of(with_regions("hubei", "qingdao"))
    assert [link.uri for link in view.regions.links] == ["regions/hubei/", "regions/qingdao/"]
    for link in view.regions.links:
        assert f'href="{link.uri}"' in view.map
    assert view.map.count("<a ") == len(view.regions.links)


def test_every_step_leads_to_planned_pages() -> None:
    pages = {file_of(uri) for uri in toy.planned()}
    steps = view_of().steps
    assert len(steps) == 4
    assert all(step.links for step in steps)
    for step in steps:
        assert {file_of(link.uri) for link in step.links} <= pages


def test_sessions_stand_apart_from_notices_and_say_when_and_where() -> None:
    view = view_of(today=date(2023, 12, 7))
    assert view.notices
    assert "notices/2023-session/" not in {row.link.uri for row in view.notices}
    (session,) = view.sessions
    assert session.row.link.uri == "notices/2023-session/"
    assert "2023-12-07" in session.days
    assert session.place == "Hall"
    assert session.row.state is not None
    assert session.row.state.label in render(toy.planned(today=date(2023, 12, 7))[""])


def test_only_the_newest_notices_are_shown() -> None:
    plain = toy.library()
    made = [
        toy.notice(f"2024-{place:02}", NoticeKind.CALL, issued_on=date(2024, 1, place))
        for place in range(1, LATEST + 3)
    ]
    view = view_of(replace(plain, notices={item.id: item for item in made}))
    assert len(view.notices) == LATEST
    assert view.notices[0].date == f"2024-01-{LATEST + 2:02}"


def test_a_session_of_one_day_says_one_day() -> None:
    held = toy.notice(
        "2024-s",
        NoticeKind.SESSION,
        session=Session(starts_on=date(2024, 5, 6), ends_on=date(2024, 5, 6), place="Room"),
    )
    (session,) = view_of(replace(toy.library(), notices={held.id: held})).sessions
    assert session.days == "2024-05-06"


def test_only_cases_with_a_text_are_shown_to_begin_with() -> None:
    uris = [row.uri for row in view_of().latest]
    assert "cases/2022-001/" in uris
    assert "cases/2021-shandong-003/" not in uris
    assert "cases/2022-009/" not in uris


def test_the_description_names_years_and_counts_for_search_engines() -> None:
    said = view_of().head.description
    assert "2021" in said
    assert "2023" in said
    assert text("pages.count.cases", real=4) in said
    assert text("pages.count.demonstration", demonstration=1) in said


def test_an_empty_library_has_a_home_page() -> None:
    plain = toy.library()
    empty = replace(plain, cases={}, notices={}, editions={})
    view = view_of(empty)
    assert view.years == ()
    assert view.latest == ()
    assert text("pages.home.slogan") in render(toy.planned(empty)[""])
