"""Short addresses lead to the session and to each case that has a page, and are said in full."""

from dataclasses import replace

from generator.library.ids import NoticeId
from generator.library.library import Library
from generator.library.lifecycle import NoticeKind
from generator.library.notice import ProgrammeItem
from generator.pages.service import RedirectView
from generator.pages.short_addresses import ShortAddress, short_address
from generator.strings import text
from tests.pages import toy
from tests.pages.rendering import render

URL = "https://example.org/biaogan/"
SESSION = NoticeId("2023-session")


def with_programme(*case_ids: str) -> Library:
    held = toy.library()
    notice = held.notices[SESSION]
    assert notice.front.session is not None
    items = tuple(ProgrammeItem(title=f"Talk {one}", case=one) for one in case_ids)
    session = notice.front.session.model_copy(update={"programme": items})
    changed = replace(notice, front=notice.front.model_copy(update={"session": session}))
    return replace(held, notices={**held.notices, SESSION: changed})


def targets(held: Library) -> dict[str, str]:
    found = {}
    for uri, page in toy.planned(held).items():
        if uri.startswith("s/"):
            view = page.make()
            assert isinstance(view, RedirectView)
            assert not page.indexed
            found[uri] = view.uri
    return found


def test_each_leads_to_its_page_and_one_without_a_page_leaves_a_gap() -> None:
    held = with_programme("2022-011", "2022-002", "2022-009", "2099-001", "2022-001")
    assert targets(held) == {
        "s/2023-1/": "notices/2023-session/",
        "s/2023-1/2/": "cases/2022-002/",
        "s/2023-1/3/": "cases/2022-009/",
        "s/2023-1/5/": "cases/2022-001/",
    }


def test_the_page_goes_there_at_once_from_its_depth() -> None:
    shown = render(toy.planned(site_url=URL)["s/2023-1/1/"])
    assert 'content="0; url=../../../cases/2022-001/"' in shown
    assert text("pages.short.lead") in shown
    assert text("pages.redirect.lead") not in shown
    assert f'<link rel="canonical" href="{URL}cases/2022-001/">' in shown


def test_it_is_said_with_the_host_where_the_site_knows_it() -> None:
    for url, said in (("", "s/2023-1/2/"), (URL, "example.org/biaogan/s/2023-1/2/")):
        inputs = toy.inputs(site_url=url)
        notice = inputs.library.notices[SESSION]
        assert short_address(inputs, notice, 2) == ShortAddress("s/2023-1/2/", said)


def test_a_notice_without_a_session_has_none() -> None:
    inputs = toy.inputs()
    call = next(
        item for item in inputs.library.notices.values() if item.front.kind is NoticeKind.CALL
    )
    assert short_address(inputs, call) is None


def test_the_notice_says_its_short_address() -> None:
    shown = render(toy.planned(site_url=URL)["notices/2023-session/"])
    assert '<a href="../../s/2023-1/">example.org/biaogan/s/2023-1/</a>' in shown
