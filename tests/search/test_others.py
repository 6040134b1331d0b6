"""What the search page finds beside cases: every notice, video and term, each at its page."""

from urllib.parse import unquote

from generator.catalogue.dimensions import Dimension
from generator.pages.inputs import Inputs
from generator.pages.lists import counted
from generator.search.others import Record, others
from generator.strings import labels, text
from tests.pages import toy
from tests.pages.rendering import render


def found(word: str = "") -> dict[str, list[Record]]:
    return others(toy.inputs(toy.library(word)))


def term(uri: str) -> Record:
    (record,) = [record for record in found()["terms"] if record[1] == uri]
    return record


def test_every_address_leads_to_a_page_and_every_anchor_to_a_place_on_it() -> None:
    pages = toy.planned()
    for records in found().values():
        assert records
        for name, address, *_ in records:
            assert name
            uri, _, anchor = unquote(address).partition("#")
            assert uri in pages, uri
            assert not anchor or f'id="{anchor}"' in render(pages[uri]), address


def test_every_page_of_a_term_and_a_notice_can_be_found() -> None:
    known = {record[1] for records in found().values() for record in records}
    looked_up = ("term.html", "enterprise.html", "notice.html", "method.html", "recommender.html")
    for uri, page in toy.planned().items():
        if page.template in looked_up and "/page/" not in uri:
            assert uri in known, uri


def test_notices_are_in_the_order_of_the_index() -> None:
    inputs: Inputs = toy.inputs()
    notices = inputs.library.notices.values()
    expected = sorted(notices, key=lambda notice: (notice.dated, notice.id))
    assert [record[1] for record in found()["notices"]] == [f"notices/{n.id}/" for n in expected]
    for record, notice in zip(found()["notices"], expected, strict=True):
        assert record[4:] == [labels("kind")[notice.front.kind], notice.dated[:4]]
        assert notice.front.document_number in record[3].split("\n")


def test_a_video_is_found_by_its_chapters_and_by_the_names_of_its_case() -> None:
    inputs = toy.inputs()
    for record, entry in zip(found()["videos"], inputs.catalogue.videos, strict=True):
        case = inputs.library.cases[entry.case_id]
        names = record[3].split("\n")
        assert {part.title for part in entry.video.parts if part.title} <= {*names}
        assert case.front.enterprise in names
        assert case.front.enterprise in record[2]


def test_a_term_says_how_many_cases_it_has_and_how_else_it_is_called() -> None:
    method = term("methods/spc/")
    assert method[2] == text(f"pages.dimension.{Dimension.METHOD}.short")
    inputs = toy.inputs()
    entry = inputs.entries[Dimension.METHOD]["spc"]
    assert method[3] == str(counted(entry.counted))
    assert entry.term
    assert method[4].split("\n") == list(entry.term.aliases)


def test_an_enterprise_that_lost_every_title_stays_and_says_so() -> None:
    inputs = toy.inputs()
    lost = [
        entry
        for entry in inputs.entries[Dimension.ENTERPRISE].values()
        if entry.revoked_ids and not entry.count
    ]
    assert lost
    for entry in lost:
        assert term(f"enterprises/{entry.slug}/")[3] == labels("status")["revoked"]


def test_no_draft_no_publicity_and_no_revoked_case_is_a_record() -> None:
    inputs = toy.inputs()
    hidden = [case for case in inputs.library.cases.values() if not case.is_listed]
    assert hidden
    uris = {record[1].split("#")[0] for records in found().values() for record in records}
    assert not uris & {f"cases/{case.id}/" for case in hidden}


def test_a_hostile_name_is_data() -> None:
    word = "</script>\"'x"
    assert any(word in record[0] for records in found(word).values() for record in records)
