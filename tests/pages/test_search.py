"""The search page without a script, and the description of the search for browsers."""

from xml.etree import ElementTree as ET

from generator.pages import routes
from tests.pages import toy
from tests.pages.rendering import render, shell

URL = "https://example.org/x/"
SPACE = "{http://a9.com/-/spec/opensearch/1.1/}"


def described(name: str) -> ET.Element:
    page = toy.planned(site_url=URL, site_name=name)[routes.OPENSEARCH]
    return ET.fromstring(render(page))


def test_the_search_page_offers_the_catalogues_and_has_the_finders_script() -> None:
    shown = render(toy.planned()[routes.SEARCH])
    for uri in ("cases/", "methods/", "enterprises/", "regions/"):
        assert f'<a href="../{uri}">' in shown
    assert '<script src="../assets/finder.js" defer></script>' in shown


def test_every_page_knows_the_root_and_the_finder_but_only_two_kinds_load_it() -> None:
    for uri, page in toy.planned().items():
        shown = render(page)
        if "<body" not in shown or page.template == "redirect.html":
            continue
        root = page.base or routes.root_from(uri)
        assert f' data-root="{root}" data-finder="{root}assets/finder.js">' in shown, uri
        loads = 'assets/finder.js" defer>' in shown
        assert loads == (page.template in ("cases.html", "search.html")), uri


def test_a_browser_learns_how_to_search_the_site() -> None:
    found = described("质量标杆 & 经验")
    assert found.tag == f"{SPACE}OpenSearchDescription"
    (url,) = found.iter(f"{SPACE}Url")
    assert url.attrib == {"type": "text/html", "template": f"{URL}search/?q={{searchTerms}}"}
    assert found.findtext(f"{SPACE}ShortName") == "质量标杆 & 经验"
    assert found.findtext(f"{SPACE}InputEncoding") == "UTF-8"
    assert "检索" in (found.findtext(f"{SPACE}Description") or "")
    assert found.findtext(f"{SPACE}Image") == f"{URL}assets/biaogan.svg"


def test_a_short_name_is_short_and_a_hostile_one_is_text() -> None:
    name = "</ShortName><&\"'{searchTerms}"
    found = described(name)
    assert found.findtext(f"{SPACE}ShortName") == name[:16]
    assert found.findtext(f"{SPACE}LongName") == name


def test_a_site_without_an_address_describes_nothing() -> None:
    pages = toy.planned()
    assert routes.OPENSEARCH not in pages
    assert 'rel="search"' not in render(pages[routes.SEARCH])
    linked = render(toy.planned(site_url=URL)["cases/2022-001/"], shell(site_url=URL))
    assert (
        '<link rel="search" type="application/opensearchdescription+xml" title="Site"'
        ' href="../../opensearch.xml">' in linked
    )
