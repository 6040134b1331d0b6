"""A session as its notice shows it: timetable, code, state."""

from dataclasses import replace
from datetime import date

from generator.library.ids import NoticeId
from generator.pages.session import SessionView, qr_code, session_view
from generator.strings import text
from tests.pages import toy

URL = "https://example.org/biaogan/"


def view_of(**settings: object) -> SessionView:
    inputs = toy.inputs(None, **settings)
    notice = inputs.library.notices[NoticeId("2023-session")]
    assert notice.front.session is not None
    return session_view(inputs, notice, notice.front.session)


def test_a_timetable_links_only_to_cases_with_a_page_and_names_their_enterprise() -> None:
    talk, tea = view_of().programme
    assert (talk.time, talk.what.label, talk.what.uri) == ("09:00", "Talk", "cases/2022-001/")
    assert talk.case == "Title"
    assert talk.enterprise is not None
    case = toy.library().cases[next(key for key in toy.library().cases if key == "2022-001")]
    assert talk.enterprise.label == case.front.enterprise
    assert talk.enterprise.uri.startswith("enterprises/")
    assert (tea.what.label, tea.what.uri, tea.enterprise) == ("Tea", "", None)


def test_the_cases_presented_are_the_items_with_a_page() -> None:
    view = view_of()
    assert [item.what.label for item in view.presented] == ["Talk"]
    assert view.has_times


def test_a_case_under_its_own_title_is_not_named_twice() -> None:
    inputs = toy.inputs()
    notice = inputs.library.notices[NoticeId("2023-session")]
    session = notice.front.session
    assert session is not None
    item = session.programme[0].model_copy(update={"title": "Title", "time": ""})
    plain = session.model_copy(update={"programme": (item,)})
    view = session_view(inputs, notice, plain)
    assert view.programme[0].case == ""
    assert not view.has_times


def test_number_place_hosts_days_and_state_are_said() -> None:
    view = view_of(today=date(2023, 12, 8))
    assert view.number == text("pages.sessions.number", number=1)
    assert (view.place, view.hosts) == ("Hall", "Host")
    assert view.days == "2023-12-07 至 2023-12-08"
    assert view.state.label == text("pages.state.session.last")
    assert view.calendar_uri == "notices/2023-session/session.ics"


def test_a_code_needs_to_know_where_the_site_is() -> None:
    inputs = toy.inputs()
    notice = inputs.library.notices[NoticeId("2023-session")]
    assert qr_code(inputs, notice) is None
    code = qr_code(replace(inputs, config=toy.config(site_url=URL)), notice)
    assert code is not None
    assert code.address == f"{URL}notices/2023-session/"
    assert "<svg" in code.picture
