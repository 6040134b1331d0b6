"""The sitemap's dates: a page that shows records has the newest day that these state."""

import html5lib
import pytest

from generator.catalogue.dimensions import Dimension
from generator.pages.modified import (
    day_of_case,
    day_of_notice,
    newest_case,
    newest_notice,
    newest_of_all,
    newest_of_terms,
)
from generator.pages.planned import PlannedPage
from generator.pages.service import SitemapEntry, SitemapView
from tests.pages import toy
from tests.pages.rendering import render

INPUTS = toy.inputs()
CASES = INPUTS.library.cases
NOTICES = INPUTS.catalogue.notices.notices
URL = "https://library.example/"


def test_a_case_changed_on_the_day_of_its_approval_or_of_its_end() -> None:
    days = {str(case.id): day_of_case(INPUTS, case) for case in CASES.values()}
    assert (days["2022-001"], days["2022-009"], days["2022-002"]) == (
        "2022-10-01",
        "2024-03-15",
        "",
    )


def test_a_notice_changed_on_its_day() -> None:
    days = {str(notice.id): day_of_notice(notice) for notice in NOTICES}
    assert (days["2022-06-call"], days["2022-national"]) == ("2022-06-14", "")


def test_lists_have_the_newest_day_of_what_they_list() -> None:
    assert newest_case(INPUTS, CASES) == newest_of_all(INPUTS) == "2024-03-15"
    assert newest_case(INPUTS, [case.id for case in INPUTS.catalogue.cases]) == "2022-10-01"
    assert newest_notice(NOTICES) == "2022-10-01"
    assert (newest_case(INPUTS, ()), newest_notice(()), newest_of_terms(INPUTS, ())) == ("", "", "")
    firms = INPUTS.entries[Dimension.ENTERPRISE].values()
    assert newest_of_terms(INPUTS, firms) == "2024-03-15", (
        "a revoked case stands on its firm's page"
    )


@pytest.mark.parametrize(
    ("uri", "day"),
    [
        ("", "2024-03-15"),
        ("cases/", "2022-10-01"),
        ("cases/page/2/", ""),
        ("years/", "2024-03-15"),
        ("years/2022/", "2022-10-01"),
        ("fields/", "2022-10-01"),
        ("fields/digital/", "2022-10-01"),
        ("methods/spc/", "2022-10-01"),
        ("recommenders/mech/", "2022-10-01"),
        ("regions/province/", "2022-10-01"),
        ("enterprises/", "2024-03-15"),
        ("notices/page/3/", "2022-06-14"),
        ("notices/kind/publicity/", "2022-09-01"),
        ("sessions/", ""),
        ("videos/", "2022-10-01"),
        ("revocations/", "2024-03-15"),
        ("statistics/", "2024-03-15"),
        ("site-map/", "2024-03-15"),
        ("search/", ""),
    ],
)
def test_every_kind_of_page_says_when_it_changed(uri: str, day: str) -> None:
    assert toy.planned()[uri].modified_on == day


def test_the_clock_says_nothing() -> None:
    days = {page.modified_on for page in toy.planned(site_url=URL).values()}
    assert days == {"", "2022-06-14", "2022-09-01", "2022-10-01", "2024-03-15"}


def test_the_index_of_sitemaps_says_when_each_changed() -> None:
    entries = (SitemapEntry("a", "2022-10-01"), SitemapEntry("b", ""))
    page = PlannedPage("sitemap.xml", "sitemap_index.html", "x", lambda: SitemapView(entries))
    tree = html5lib.parse(render(page), namespaceHTMLElements=False)
    parts = [{node.tag: node.text for node in part} for part in tree.iter("sitemap")]
    assert parts == [{"loc": "a", "lastmod": "2022-10-01"}, {"loc": "b"}]
