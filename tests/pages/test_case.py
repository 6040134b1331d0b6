"""The page of a case as a value, and as a reader sees it."""

from dataclasses import replace
from urllib.parse import quote
from xml.etree.ElementTree import Element

import html5lib
from hypothesis import given
from hypothesis import strategies as st

from generator.library.body import Body, Heading
from generator.library.document import Document, DocumentFrontMatter
from generator.library.ids import CaseId
from generator.pages.case import CaseText, CaseView, case_view
from generator.pages.contents import contents_of
from generator.pages.values import Link
from generator.strings import labels, text
from tests.pages import toy
from tests.pages.rendering import render, shell
from tests.pages.toy_cases import full_case, videos


def view_of(case_id: str) -> CaseView:
    inputs = toy.inputs()
    return case_view(inputs, inputs.library.cases[CaseId(case_id)])


def uri_of(link: Link) -> str:
    return link.uri


def page_of(case_id: str, **settings: object) -> Element:
    """Give the page of a toy case as a reader's browser reads it."""
    page = toy.planned(toy.library(), **settings)[f"cases/{case_id}/"]
    tree: Element = html5lib.parse(render(page, shell()), namespaceHTMLElements=False)
    return tree


def words(node: Element | None) -> str:
    """Give what an element says, in one line."""
    assert node is not None
    return " ".join("".join(node.itertext()).split())


def test_contents_have_two_levels_and_encoded_anchors() -> None:
    first, second = view_of("2022-001").told.text.shown.contents
    assert (first.label, second.href) == ("First", "#d")
    assert [(entry.label, entry.href) for entry in first.entries] == [
        ("Below", "#%E5%AE%9E%E6%96%BD")
    ]


def test_contents_go_on_with_the_parts_that_follow_the_text() -> None:
    parts = [entry.href for entry in view_of("2022-001").told.appended]
    assert parts == ["#indicators", "#video", "#attachments", "#provenance", "#sessions", "#cite"]
    assert [entry.href for entry in view_of("2022-002").told.appended] == ["#cite"]


def test_every_entry_of_the_contents_leads_to_something() -> None:
    body = Body(
        '<h2 id="a">A</h2><h2 id="d">D</h2>', (Heading(2, "A", "a", 1), Heading(2, "D", "d", 2))
    )
    held = replace(toy.library(), cases={(case := replace(full_case(), body=body)).id: case})
    shown = render(toy.planned(held)["cases/2022-001/"])
    tree = html5lib.parse(shown, namespaceHTMLElements=False)
    there = {node.get("id") for node in tree.iter() if node.get("id")}
    links = tree.findall(".//nav[@class='contents']//a")
    assert len(links) == 8
    assert {link.get("href", "")[1:] for link in links} <= there


def test_files_lie_beside_the_page_and_other_hosts_are_only_named() -> None:
    told = view_of("2022-001").told
    here, elsewhere, nowhere = told.videos
    assert here.uri == "cases/2022-001/film%201.mp4"
    assert here.captions == "cases/2022-001/film.vtt"
    assert (elsewhere.uri, elsewhere.host) == ("", "www.bilibili.com")
    assert (nowhere.uri, nowhere.url) == ("", "")
    own, foreign, bad = told.attachments
    assert own.uri == "cases/2022-001/form.docx"
    assert foreign.host == "example.org"
    assert (bad.uri, bad.url) == ("", "")


def test_indicators_stand_under_all_years_that_occur() -> None:
    table = view_of("2022-001").told.indicators
    assert table is not None
    assert table.years == ("2019", "2021")
    (row,) = table.rows
    assert row.values == ("1.5", "1200000")
    assert (row.average, row.best, row.rank) == ("2", text("pages.format.none"), "1")


def test_a_revoked_case_keeps_its_facts_and_loses_its_text() -> None:
    view = view_of("2022-009")
    assert view.revocation is not None
    assert view.revocation.revoked_on == "2024-03-15"
    assert view.revocation.ground == labels("ground")["fraud"]
    assert view.revocation.notice is not None
    assert view.revocation.notice.uri == "notices/2024-revocation/"
    assert view.told == CaseText()
    assert (view.related, view.citation) == ((), None)
    assert not view.is_unpublished
    assert ("methods/retired/",) in {tuple(map(uri_of, fact.values)) for fact in view.facts}


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


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_contents_lead_to_the_percent_encoded_anchor(anchor: str) -> None:
    headings = tuple(Heading(2, "Text", anchor, line) for line in (1, 2))
    assert {entry.href for entry in contents_of(headings)} == {f"#{quote(anchor, safe='')}"}


def test_a_video_that_plays_is_an_action_with_its_length() -> None:
    assert view_of("2022-001").told.watch == text("pages.case.watch_for", minutes="30 分钟")
    assert view_of("2022-002").told.watch == ""


def test_a_video_without_length_or_address_makes_no_empty_promise() -> None:
    _, elsewhere, nowhere = videos("")
    found = {}
    for name, video in (("elsewhere", elsewhere), ("nowhere", nowhere)):
        case = toy.case("2022-003", videos=(video,))
        inputs = toy.inputs(replace(toy.library(), cases={case.id: case}, notices={}))
        found[name] = case_view(inputs, case).told.watch
    assert found == {"elsewhere": text("pages.case.watch"), "nowhere": ""}


def test_actions_lead_to_parts_of_the_page() -> None:
    tree = page_of("2022-001")
    links = tree.findall(".//p[@class='actions']/a")
    assert [link.get("href") for link in links] == ["#video", "#cite", "#attachments"]
    there = {node.get("id") for node in tree.iter()}
    assert {"video", "cite", "attachments"} <= there
    (button,) = tree.findall(".//p[@class='actions']/button")
    assert "needs-js" in button.get("class", "").split()


def test_a_list_entry_has_no_action_that_leads_nowhere() -> None:
    links = page_of("2021-shandong-003").findall(".//p[@class='actions']/a")
    assert [link.get("href") for link in links] == ["#cite"]


def test_a_revoked_case_says_so_before_its_title_and_gives_no_citation() -> None:
    tree = page_of("2022-009")
    order = [node.get("class") or node.tag for node in tree.iter()]
    assert order.index("revoked") < order.index("h1")
    assert "cite" not in {node.get("id") for node in tree.iter()}
    assert text("pages.citation.standard") not in words(tree)


def test_the_citation_can_be_read_without_scripts() -> None:
    tree = page_of("2022-001", site_url="https://example.org/x/", site_name="Site")
    said = words(tree.find(".//p[@id='cite-text']"))
    today = text("pages.citation.today")
    assert said == (
        f"Firm One. Title[EB/OL]. (2022-10-01)[{today}]. https://example.org/x/cases/2022-001/."
    )
    records = tree.findall(".//section[@id='cite']/details")
    assert [words(record.find("summary")) for record in records] == ["BibTeX", "RIS", "CSL-JSON"]
    copied = {node.get("data-copy") for node in tree.iter("button")} - {None}
    assert copied == {"cite-text", *(record.find("pre").get("id") for record in records)}  # type: ignore[union-attr]


def test_the_page_ends_with_its_permanent_number_and_address() -> None:
    end = page_of("2022-001", site_url="https://example.org/").find(".//footer[@class='colophon']")
    assert "2022-001" in words(end)
    assert "https://example.org/cases/2022-001/" in words(end)


def test_a_mistake_is_reported_where_the_library_says_how() -> None:
    guide = Document("docs/corrections.md", DocumentFrontMatter(title="Mistakes"), toy.BODY)
    held = replace(toy.library(), documents={guide.path: guide})
    shown = render(toy.planned(held)["cases/2022-001/"])
    assert 'href="../../corrections/"' in shown
    assert "corrections/" not in render(toy.planned()["cases/2022-001/"])
    assert 'href="mailto:office@example.org?subject=2022-001"' in words_of_links(shown)


def words_of_links(shown: str) -> str:
    """Give the links of the colophon as written."""
    return shown[shown.index('<footer class="colophon">') :].partition("</footer>")[0]


def test_what_only_a_screen_can_use_is_kept_from_paper() -> None:
    tree = page_of("2022-001")
    kept = {
        node.get("id") for node in tree.iter() if "screen-only" in node.get("class", "").split()
    }
    assert {"video", "attachments"} <= kept
    assert kept.isdisjoint({"indicators", "cite", "provenance"})
