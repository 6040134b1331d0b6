"""Facts for machines."""

import json

import html5lib
from hypothesis import given
from hypothesis import strategies as st

from generator.pages.structured import Addresses, Location, breadcrumbs, graph, thing
from generator.pages.values import Link
from tests.pages import toy
from tests.pages.rendering import render

URL = "https://example.org/biaogan/"


def test_what_is_not_known_is_left_out() -> None:
    assert thing("Event", name="A", location=None, url="", about=()) == {
        "@type": "Event",
        "name": "A",
    }
    assert thing("Thing", id_="x")["@id"] == "x"
    assert thing("Thing", position=0)["position"] == 0


@given(st.text())
def test_any_text_stays_inside_its_script_element(word: str) -> None:
    written = graph([thing("Thing", name=f"</script><!--{word}")])
    page = html5lib.parse(
        f'<script type="application/ld+json">{written}</script><p>after</p>',
        namespaceHTMLElements=False,
    )
    script = page.find(".//script")
    assert script is not None
    assert json.loads(script.text or "")["@graph"][0]["name"] == f"</script><!--{word}"


def test_addresses_are_absolute_where_the_site_knows_its_own() -> None:
    assert Addresses(URL, "cases/x/").of("notices/中/") == f"{URL}notices/%E4%B8%AD/"
    assert Addresses("", "cases/x/").of("notices/y/") == "../../notices/y/"
    assert Addresses("", "").of("") == "./"
    assert Addresses(URL, "cases/x/").here == f"{URL}cases/x/"


def test_breadcrumbs_lead_from_the_home_page_to_the_page() -> None:
    way = breadcrumbs(
        Addresses(URL, "cases/x/"),
        Location("cases/x/", "X", (Link("All", "cases/"), Link("no link"))),
        "Home",
    )
    entries = way["itemListElement"]
    assert isinstance(entries, list)
    assert [(entry["position"], entry["name"], entry["item"]) for entry in entries] == [
        (1, "Home", URL),
        (2, "All", f"{URL}cases/"),
        (3, "X", f"{URL}cases/x/"),
    ]


def test_every_page_with_a_place_says_so_to_machines() -> None:
    silent = {"", "404.html"}
    for uri, page in toy.planned(site_url=URL).items():
        if not uri.endswith("/") or page.template == "redirect.html" or uri in silent:
            continue
        tree = html5lib.parse(render(page), namespaceHTMLElements=False)
        found = [
            node
            for script in tree.iter("script")
            if script.get("type") == "application/ld+json"
            for node in json.loads(script.text or "")["@graph"]
        ]
        ways = [node for node in found if node["@type"] == "BreadcrumbList"]
        assert len(ways) == 1, uri
        assert ways[0]["itemListElement"][-1]["item"] == f"{URL}{uri}", uri
