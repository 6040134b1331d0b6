"""What a page is without JavaScript; the catalogue can be walked by links alone."""

from typing import Any, Final

import pytest
from playwright.sync_api import Page, expect

from tests.browser.visiting import WITHOUT_SCRIPTS, Windows

pytestmark = pytest.mark.needs("chromium")

# What a reader has before the eyes. Works where the page's own scripts are off.
SEEN: Final = """
() => {
  const shown = element => element.getClientRects().length > 0
    && getComputedStyle(element).visibility === "visible";
  const main = document.querySelector("main");
  const length = element => element.innerText.replace(/\\s+/g, "").length;
  // Words about what only a script can do are of no use without it.
  const forScripts = [...main.querySelectorAll(".needs-js")].filter(shown)
    .filter(element => !element.parentElement.closest(".needs-js"))
    .reduce((sum, element) => sum + length(element), 0);
  return {
    h1: [...document.querySelectorAll("h1")].filter(shown).map(h => h.innerText.trim()),
    text: length(main) - forScripts,
    links: [...main.querySelectorAll("a[href]")].filter(shown).length,
    menu: [...document.querySelectorAll("header nav a[href]")].filter(shown).length,
    needy: [...document.querySelectorAll(".needs-js, .needs-js *")].filter(shown).length,
    dead: [...document.querySelectorAll("main button, main [hidden]")]
      .filter(e => shown(e) && !e.matches("form[action] button"))
      .map(e => e.outerHTML.slice(0, 80)),
  };
}
"""


def seen(page: Page) -> dict[str, Any]:
    found: dict[str, Any] = page.evaluate(SEEN)
    return found


def lost_without_scripts(plain: dict[str, Any], scripted: dict[str, Any]) -> list[str]:
    """Compare what two readers see, one without scripts and one with them."""
    rules = {
        "not one h1": len(plain["h1"]) == 1,
        "another h1": plain["h1"] == scripted["h1"],
        "an empty h1": all(plain["h1"]),
        "the menu is missing": plain["menu"] >= 6,
        "hardly any text": plain["text"] >= 40,
        "a script brings text that others never see": plain["text"] >= 0.9 * scripted["text"],
        "a script brings links": plain["links"] >= 0.9 * scripted["links"],
        "what needs JavaScript is shown without it": plain["needy"] == 0,
        "buttons that do nothing": plain["dead"] == [],
    }
    return [f"{rule}: {plain}, {scripted}" for rule, is_kept in rules.items() if not is_kept]


def test_the_catalogue_can_be_walked(windows: Windows, site: str) -> None:
    with windows.visiting(site, WITHOUT_SCRIPTS) as visit:
        page = visit.open("")
        page.locator("header nav a[href$='cases/']").first.click()
        page.locator("main a[href$='cases/page/2/']").first.click()
        page.wait_for_url("**/cases/page/2/")
        page.locator("main .rows a[href*='cases/20']").first.click()
        page.wait_for_url("**/cases/20*/")
        expect(page.locator("h1")).to_have_count(1)
        page.locator("main a[href*='/years/']").first.click()
        page.wait_for_url("**/years/**")
