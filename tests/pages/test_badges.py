"""Cards with codes: one for the session, one for each case that still counts."""

from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest

from generator.library.ids import NoticeId
from generator.library.notice import ProgrammeItem
from generator.pages.badges import BadgesView, badges_view
from generator.pages.qr import qr_file, qr_picture
from generator.pages.verbatim import Verbatim
from generator.strings import text
from tests.pages import toy
from tests.pages.rendering import render
from tests.pages.test_qr import dark_modules

URL = "https://example.org/biaogan/"
SESSION = NoticeId("2023-session")
SVG = "{http://www.w3.org/2000/svg}"


def view_of(site_url: str = URL, cases: tuple[str, ...] = ("2022-001",)) -> BadgesView:
    inputs = toy.inputs(site_url=site_url)
    notice = inputs.library.notices[SESSION]
    assert notice.front.session is not None
    items = tuple(ProgrammeItem(title=f"Talk {one}", case=one) for one in cases)
    session = notice.front.session.model_copy(update={"programme": items})
    notice = replace(notice, front=notice.front.model_copy(update={"session": session}))
    return badges_view(inputs, notice, session)


def test_a_card_for_the_session_and_one_for_each_case() -> None:
    session, case = view_of().badges
    assert (session.number, session.id) == (0, "")
    assert session.about == text("pages.format.beside").join(("2023-12-07 至 2023-12-08", "Hall"))
    assert (case.number, case.name.label, case.about, case.id) == (
        1,
        "Title",
        "Firm One",
        "2022-001",
    )
    assert case.short is not None
    assert case.short.shown == "example.org/biaogan/s/2023-1/1/"


def test_the_code_is_the_permanent_address() -> None:
    session, case = view_of().badges
    assert session.code is not None
    assert case.code is not None
    assert session.code.address == f"{URL}notices/2023-session/"
    assert case.code.address == f"{URL}cases/2022-001/"
    assert case.code.title != session.code.title


def test_a_revoked_case_and_one_without_a_page_have_none_and_numbers_stay() -> None:
    found = view_of(cases=("2022-009", "2022-011", "2022-d01")).badges
    assert [badge.number for badge in found] == [0, 3]
    assert found[1].mark == text("pages.mark.demonstration")


def test_without_an_address_of_the_site_there_is_no_code_and_the_page_says_why() -> None:
    view = view_of("")
    assert [badge.code for badge in view.badges] == [None, None]
    assert view.badges[1].short is not None
    assert view.badges[1].short.shown == "s/2023-1/1/"
    shown = render(toy.planned()["notices/2023-session/badges/"])
    assert text("pages.badges.no_codes") in shown
    assert "<svg" not in shown.partition("<main")[2].partition("</main>")[0]
    assert not any(uri.endswith(".svg") for uri in toy.planned())


@pytest.mark.parametrize(("number", "uri"), [(0, "notices/2023-session/"), (1, "cases/2022-001/")])
def test_each_code_is_a_file_too(number: int, uri: str) -> None:
    page = toy.planned(site_url=URL)[f"notices/2023-session/qr-{number}.svg"]
    made = page.make()
    assert isinstance(made, Verbatim)
    written = render(page)
    root = ET.fromstring(written)
    assert root.tag == f"{SVG}svg"
    assert root.get("width") == "40mm"
    assert root.get("class") is None
    paths = root.findall(f"{SVG}path")
    assert [path.get("fill") for path in paths] == ["#fff", "#000", "#a3241b"]
    title = root.findtext(f"{SVG}title") or ""
    drawn = paths[1].get("d", "")
    assert f'd="{drawn}"' in qr_picture(URL + uri, title)
    assert dark_modules(qr_picture(URL + uri, title))


def test_a_file_says_any_title() -> None:
    title = '<b>"Title" & more</b>'
    root = ET.fromstring(qr_file("https://example.org/", title))
    assert root.findtext(f"{SVG}title") == title


def test_the_page_offers_each_file() -> None:
    page = toy.planned(site_url=URL)["notices/2023-session/badges/"]
    assert not page.indexed
    shown = render(page)
    for number in (0, 1):
        assert f'href="../../../notices/2023-session/qr-{number}.svg" download' in shown
    assert shown.count('<svg class="qr"') == 2
