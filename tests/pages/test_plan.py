"""The plan: every page once, no page too many, nothing that is not public."""

from dataclasses import FrozenInstanceError, fields, is_dataclass, replace

import pytest

from generator.catalogue.dimensions import Dimension
from generator.pages import routes
from generator.pages.service import SITEMAP_LIMIT, sitemaps
from tests.pages import toy

URL = "https://example.org/biaogan/"


def test_fixed_pages_are_there() -> None:
    pages = toy.planned()
    fixed = (
        routes.HOME,
        routes.CASES,
        routes.NOTICES,
        routes.VIDEOS,
        routes.SESSIONS,
        routes.STATISTICS,
        routes.REVOCATIONS,
        routes.NOT_FOUND,
        routes.ROBOTS,
        "about/",
        "notices/kind/publicity/",
        *(routes.dimension(name) for name in Dimension),
    )
    assert set(fixed) <= set(pages)


def test_every_view_is_a_frozen_value() -> None:
    for page in toy.planned(site_url=URL).values():
        view = page.make()
        assert is_dataclass(view)
        first = fields(view)[0].name
        with pytest.raises(FrozenInstanceError):
            setattr(view, first, None)
        assert view == page.make()


def test_drafts_and_cases_in_publicity_have_no_page() -> None:
    pages = toy.planned()
    assert "cases/2022-001/" in pages
    assert "cases/2022-009/" in pages
    assert "cases/2022-010/" not in pages
    assert "cases/2022-011/" not in pages


def test_page_titles_tell_pages_apart() -> None:
    pages = [page for page in toy.planned().values() if page.template != "redirect.html"]
    titles = [page.title for page in pages]
    assert sorted(titles) == sorted(set(titles))


def test_a_page_knows_its_source_and_its_date() -> None:
    pages = toy.planned()
    case = pages["cases/2022-001/"]
    assert (case.source, case.modified_on) == ("cases/2022/2022-001.md", "2022-10-01")
    assert pages["cases/2022-009/"].modified_on == "2024-03-15"
    assert pages["notices/2022-06-call/"].modified_on == "2022-06-14"
    assert pages["about/"].source == "docs/about.md"


def test_only_pages_for_readers_are_indexed() -> None:
    unseen = {page.uri for page in toy.planned(site_url=URL).values() if not page.indexed}
    feeds = {uri for uri in unseen if uri.rpartition("/")[2] in ("feed.xml", "feed.json")}
    assert {"feed.xml", "notices/feed.json"} <= feeds
    assert unseen - feeds == {
        "cases/old/",
        "404.html",
        "sitemap.xml",
        "robots.txt",
        "opensearch.xml",
        "cases/2022-001/video-1-chapters.vtt",
        "notices/2023-session/session.ics",
        "notices/2023-session/run-sheet/",
        "notices/2023-session/badges/",
        "notices/2023-session/qr-0.svg",
        "notices/2023-session/qr-1.svg",
        "s/2023-1/",
        "s/2023-1/1/",
        "notices/2022-06-call/dates.ics",
        "notices/2022-publicity/dates.ics",
        "calendar.ics",
        "platform/benchmarking/index.json",
        "platform/benchmarking/statements-1.json",
        "platform/compare/cases.json",
        "platform/evaluation/data.json",
        "platform/learning/lessons.json",
        "platform/verification/names.json",
        "platform/verification/titles.json",
    }


def test_a_site_without_address_has_no_sitemap() -> None:
    assert routes.SITEMAP not in toy.planned()
    assert list(sitemaps("", [("cases/", "")])) == []


def test_a_sitemap_has_absolute_encoded_addresses() -> None:
    ((uri, view),) = sitemaps(URL, [("guide/编写/", "2022-10-01")])
    assert uri == routes.SITEMAP
    assert view.entries[0].location == f"{URL}guide/%E7%BC%96%E5%86%99/"


def test_a_long_sitemap_is_split_under_an_index() -> None:
    pages = [(f"cases/{number}/", "") for number in range(SITEMAP_LIMIT + 1)]
    pages[1:3] = [("cases/a/", "2022-10-01"), ("cases/b/", "2022-06-14")]
    made = dict(sitemaps(URL, pages))
    assert [len(view.entries) for view in made.values()] == [2, SITEMAP_LIMIT, 1]
    assert [(entry.location, entry.modified_on) for entry in made[routes.SITEMAP].entries] == [
        (f"{URL}sitemap-1.xml", "2022-10-01"),
        (f"{URL}sitemap-2.xml", ""),
    ]


def test_a_sitemap_holds_as_many_addresses_as_the_protocol_allows() -> None:
    assert SITEMAP_LIMIT == 50_000
    pages = [(f"cases/{number}/", "") for number in range(SITEMAP_LIMIT)]
    assert [len(view.entries) for _, view in sitemaps(URL, pages)] == [SITEMAP_LIMIT]


@pytest.mark.parametrize("old", ["../out/", "cases//x/", "/"])
def test_a_redirect_never_leaves_the_site_folder(old: str) -> None:
    assert set(toy.planned(toy.library(redirects={old: "cases/"}))) == set(
        toy.planned(toy.library(redirects={}))
    )


def test_a_redirect_never_hides_a_page() -> None:
    pages = toy.planned(toy.library(redirects={"cases/2022-001/": "cases/"}))
    assert pages["cases/2022-001/"].template == "case.html"


def test_the_former_name_of_an_enterprise_leads_to_its_page() -> None:
    first = toy.case("2020-001", enterprise="Old Name")
    second = toy.case("2021-001", enterprise="New Name", enterprise_aliases=("Old Name",))
    held = replace(toy.library(), cases={first.id: first, second.id: second}, notices={})
    pages = toy.planned(held)
    moved = [page for page in pages.values() if page.template == "redirect.html"]
    assert {page.uri.split("/")[0] for page in moved} == {"cases", "enterprises"}


def test_no_page_grows_with_the_library() -> None:
    small = toy.planned(toy.many(30), per_page=5)
    large = toy.planned(toy.many(300), per_page=5)
    for uri in ("", "cases/", "years/2022/", "methods/spc/", "enterprises/", "statistics/"):
        assert len(repr(large[uri].make())) < 1.1 * len(repr(small[uri].make())) + 400


def test_two_plans_of_one_library_are_equal() -> None:
    first, second = toy.planned(), toy.planned()
    assert list(first) == list(second)
    assert [page.make() for page in first.values()] == [page.make() for page in second.values()]
