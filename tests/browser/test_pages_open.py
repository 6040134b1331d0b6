"""Every kind of page, opened once: looked at, printed, laid out, asked about and tabbed through.

Opening a page is half of the work of a look at it: so one visit serves all that is checked. The
site's own policy would do; under the strict one, of which nothing may complain, the same is shown.
"""

from pathlib import Path
from typing import Any, Final

import pytest
from playwright.sync_api import Browser

from tests.browser.layout import WIDTHS, too_wide, undecoded
from tests.browser.pages import KINDS, Kind
from tests.browser.server import Manner, served
from tests.browser.test_axe import violations
from tests.browser.test_clean import complaints_to_the_end
from tests.browser.test_print import faults_on_paper
from tests.browser.test_without_scripts import lost_without_scripts, seen
from tests.browser.visiting import (
    LIGHT,
    READERS,
    WITHOUT_SCRIPTS,
    Visit,
    Windows,
    visiting,
)
from tests.browser.walking import faults_of_the_walk

pytestmark = pytest.mark.needs("chromium", "npm:axe-core")

ALL_READERS: Final = sorted({*READERS, *WIDTHS}, key=lambda reader: (reader.is_elder, reader.name))
"""Those who switched 长者模式 on come last: the switch is pressed twice for all of them."""


def seen_without_scripts(visit: Visit, kind: Kind) -> tuple[dict[str, Any], list[str]]:
    """Give what a reader without scripts sees, and what the browser complains about."""
    return seen(visit.open(kind.path)), list(visit.all_complaints())


def faults_for_readers(visit: Visit) -> dict[str, list[str]]:
    """Show the open page to every reader, and in the end as it was at first."""
    layout = undecoded(visit.page)
    axe = []
    for reader in ALL_READERS:
        page = visit.become(reader)
        if reader in WIDTHS:
            layout += too_wide(page, reader)
        if reader in READERS:
            axe += [f"{reader}: {violation}" for violation in violations(page)]
    visit.become(LIGHT)
    return {"layout": layout, "axe": axe}


def faults_of(visit: Visit, kind: Kind, plain: dict[str, Any]) -> dict[str, list[str]]:
    """Give what each check finds on a page; the walk comes last, for it leaves the focus behind."""
    page = visit.open_whole(kind.path)
    faults = {
        "complaints": complaints_to_the_end(visit),
        "without scripts": lost_without_scripts(plain, seen(page)),
    }
    page.evaluate("scrollTo(0, 0)")
    faults["paper"] = faults_on_paper(page, kind)
    faults |= faults_for_readers(visit)
    page.evaluate("scrollTo(0, 0)")
    return faults | {"keyboard": faults_of_the_walk(page)}


def listed(faults: dict[str, list[str]]) -> str:
    return "\n".join(f"{check}: {fault}" for check, found in faults.items() for fault in found)


@pytest.mark.parametrize("kind", KINDS, ids=str)
def test_nothing_is_wrong_with_the_page(
    windows: Windows, site: str, guarded_site: str, kind: Kind
) -> None:
    with windows.visiting(site, WITHOUT_SCRIPTS) as visit:
        plain, complaints = seen_without_scripts(visit, kind)
    with windows.visiting(guarded_site) as visit:
        faults = faults_of(visit, kind, plain)
    faults["complaints without scripts"] = complaints
    assert not any(faults.values()), listed(faults)


# Elder readers are known, as a page of the site knows them; all else is wrong.
WRONG: Final = """<!doctype html><html><head><title>x</title><script>
if (localStorage.getItem("biaogan.elder")) document.documentElement.dataset.elder = "";
</script></head><body><header><nav><a href="#here" style="outline: none">There</a></nav></header>
<main><h1>One</h1><h1>Two</h1><p style="width: 3000px">Wide</p><img src="data:,"></main>
<footer>The end</footer></body></html>"""


def test_every_check_finds_what_is_wrong(browser: Browser, tmp_path: Path) -> None:
    kind = Kind("wrong", "", "", sheets=(9, 9))
    with served(tmp_path, Manner(made={"/": WRONG})) as address:
        with visiting(browser, address, WITHOUT_SCRIPTS) as visit:
            plain, _ = seen_without_scripts(visit, kind)
        with visiting(browser, address) as visit:
            faults = faults_of(visit, kind, plain)
    found = listed(faults)
    for fault in (
        "complaints: no style sheet",
        "without scripts: not one h1",
        "paper: printed too: body > header",
        "paper: 1 sheets, not 9 to 9",
        "layout: data:,",
        *(f"layout: {reader}: scrolls to 30" for reader in WIDTHS),
        *(f"axe: {reader}: html-has-lang: html" for reader in READERS),
        "keyboard: a  There: nothing shows the focus",
        "keyboard: first comes a  There",
        "keyboard: a menu of 1",
    ):
        assert fault in found
