"""On a phone one can tab through every kind of page; a wide one: test_pages_open.py."""

import pytest

from tests.browser.pages import ONE_OF_EACH_TEMPLATE, Kind
from tests.browser.visiting import PHONE, Windows
from tests.browser.walking import faults_of_the_walk

pytestmark = pytest.mark.needs("chromium")


@pytest.mark.parametrize("kind", ONE_OF_EACH_TEMPLATE, ids=str)
def test_tab_leads_through_the_page_on_a_phone(windows: Windows, site: str, kind: Kind) -> None:
    with windows.visiting(site, PHONE) as visit:
        page = visit.open_whole(kind.path)
        page.wait_for_load_state("networkidle")  # what a script draws late moves the places
        faults = faults_of_the_walk(page)
    assert not faults, "\n".join(faults)


def test_the_skip_link_leads_past_the_menu(windows: Windows, site: str) -> None:
    with windows.visiting(site) as visit:
        page = visit.open("cases/2022-d01/")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        assert page.evaluate("!!document.activeElement.closest('main')")
