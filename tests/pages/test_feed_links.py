"""How pages lead to their feeds: in the head for programs, below the list for people."""

import html5lib
import pytest

from generator.pages import routes
from generator.pages.planned import PlannedPage
from generator.strings import text
from tests.pages.feed_files import library, planned
from tests.pages.rendering import render, shell
from tests.pages.toy import case

FOLLOWED = {
    "": "feed",
    "notices/": "notices/feed",
    "notices/kind/call/": "notices/kind/call/feed",
    "notices/year/2022/": "notices/feed",
    "sessions/": "notices/kind/session/feed",
    "methods/spc/": "methods/spc/feed",
    "fields/digital/": "fields/digital/feed",
}
"""Page → the feed of its list."""


def alternates(page: PlannedPage) -> dict[str, tuple[str, str]]:
    """Give what a page's head names: media type → address and title."""
    tree = html5lib.parse(render(page, shell()), namespaceHTMLElements=False)
    return {
        node.get("type", ""): (node.get("href", ""), node.get("title", ""))
        for node in tree.iter("link")
        if node.get("rel") == "alternate"
    }


def anchors(page: PlannedPage) -> list[str]:
    tree = html5lib.parse(render(page, shell()), namespaceHTMLElements=False)
    return [node.get("href", "") for node in tree.iter("a")]


@pytest.mark.parametrize("uri", FOLLOWED)
def test_a_page_names_the_feed_of_its_list_to_programs_and_to_people(uri: str) -> None:
    pages = planned()
    there = routes.root_from(uri) + FOLLOWED[uri]
    named = alternates(pages[uri])
    assert {kind: address for kind, (address, _) in named.items()} == {
        "application/atom+xml": f"{there}.xml",
        "application/feed+json": f"{there}.json",
    }
    assert all(title.endswith(" - Site") for _, title in named.values())
    assert {f"{there}.xml", f"{there}.json"} <= set(anchors(pages[uri]))
    assert f"{FOLLOWED[uri]}.xml" in pages
    assert f"<b>{text('pages.feeds.label')}</b>" in render(pages[uri], shell())


@pytest.mark.parametrize("uri", ["cases/2022-001/", "years/2022/", "about/", "recommenders/"])
def test_other_pages_name_none(uri: str) -> None:
    assert alternates(planned()[uri]) == {}


def test_every_page_of_a_long_list_names_the_feed_of_the_list() -> None:
    held = library(case(f"2022-{number:03}", methods=("spc",)) for number in range(1, 6))
    second = planned(held)["methods/spc/page/2/"]
    assert alternates(second)["application/atom+xml"][0] == ("../../../../methods/spc/feed.xml")


def test_a_term_without_cases_names_none() -> None:
    pages = planned(library([case("2022-001", fields=("digital",))]))
    assert alternates(pages["fields/digital/"])
    assert alternates(pages["methods/spc/"]) == {}
    assert not any("feed." in address for address in anchors(pages["methods/spc/"]))


def test_a_site_without_an_address_names_none() -> None:
    pages = planned(site_url="")
    assert all(alternates(pages[uri]) == {} for uri in FOLLOWED)
    assert not any("feed." in address for address in anchors(pages["site-map/"]))


def test_the_map_of_the_site_lists_them_but_for_the_many_of_methods() -> None:
    pages = planned()
    listed = {address.removeprefix("../") for address in anchors(pages["site-map/"])}
    feeds = {uri for uri in pages if uri.endswith("feed.xml")}
    assert listed & feeds == {uri for uri in feeds if not uri.startswith("methods/")}
    assert text("pages.feeds.methods") in render(pages["site-map/"])
