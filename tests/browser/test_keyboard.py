"""Tab through every kind of page: the skip link, the menu, then all the rest, always in sight."""

from typing import Any, Final

import pytest
from playwright.sync_api import Page

from tests.browser.pages import KINDS, ONE_OF_EACH_TEMPLATE, Kind
from tests.browser.visiting import LIGHT, PHONE, Reader, Windows

pytestmark = pytest.mark.needs("chromium")

MOST_STOPS: Final = 600
STOPS_BELOW_THE_MENU: Final = 30
"""How far the walk goes on pages whose many links are all alike."""

# What the key sends when it goes down; Playwright's press takes twice the time for it.
TAB: Final = {"type": "rawKeyDown", "key": "Tab", "code": "Tab", "windowsVirtualKeyCode": 9}

# Before the walk: what a place looks like while it does not have the focus.
REMEMBER = """
() => {
  const look = element => {
    const style = getComputedStyle(element);
    return [style.outline, style.boxShadow, style.backgroundColor, style.color,
            style.borderColor, style.textDecorationLine].join("|");
  };
  window.atRest = new WeakMap();
  window.look = look;
  for (const element of document.querySelectorAll(
    "a, button, input, select, textarea, summary, label, video, audio, iframe, [tabindex]"
  )) window.atRest.set(element, look(element));
}
"""

# At every stop: what has the focus, whether it can be seen, and whether it shows that it has it.
STOP = """
() => {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const style = getComputedStyle(element);
  const boxes = [...element.getClientRects()].filter(box => box.width > 1 && box.height > 1);
  const inWindow = box => box.right > 0 && box.left < innerWidth
    && box.bottom > 0 && box.top < innerHeight;
  const box = boxes.find(inWindow);
  const faults = [];
  if (!box) faults.push("off the window or without size");
  if (style.visibility !== "visible" || Number(style.opacity) < 0.1) faults.push("invisible");
  if (box) {
    const x = (Math.max(box.left, 0) + Math.min(box.right, innerWidth)) / 2;
    const y = (Math.max(box.top, 0) + Math.min(box.bottom, innerHeight)) / 2;
    const there = document.elementFromPoint(x, y);
    if (!there || !(element.contains(there) || there.contains(element)))
      faults.push(`covered by ${there && there.tagName} ${there && there.className}`);
  }
  const label = element.labels && element.labels[0];
  const outlined = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
  const changed = window.atRest.get(element) !== window.look(element)
    || (label && window.atRest.get(label) !== window.look(label));
  // Inside a video the browser's own buttons have the focus and show it; no page can see them.
  const isInside = element.matches("video, audio") && !element.matches(":focus");
  if (!outlined && !changed && !isInside) faults.push("nothing shows the focus");
  const menu = document.querySelector("header nav");
  return {
    name: `${element.tagName.toLowerCase()} ${element.className} ${
      (element.textContent || element.getAttribute("aria-label") || "").trim().slice(0, 24)}`,
    isSkip: element.matches("body > a.skip, body > .skip a"),
    menuEntry: menu && menu.contains(element) && element.matches("a[href]")
      ? element.getAttribute("href") : null,
    inMain: !!element.closest("main"),
    faults,
  };
}
"""

MENU = """
() => [...document.querySelectorAll("header nav a[href]")].map(a => a.getAttribute("href"))
"""


def walk(page: Page, most: int) -> list[dict[str, Any]]:
    """Press Tab until the page is left, or so many stops below the menu were seen."""
    page.evaluate(REMEMBER)
    page.evaluate(f"window.stopHere = {STOP}")
    keyboard = page.context.new_cdp_session(page)
    stops: list[dict[str, Any]] = []
    while len(stops) < MOST_STOPS and sum(stop["inMain"] for stop in stops) < most:
        keyboard.send("Input.dispatchKeyEvent", TAB)
        stop = page.evaluate("stopHere()")
        if stop is None or (stops and stop["isSkip"]):  # it begins anew
            break
        stops.append(stop)
    keyboard.detach()
    return stops


WALKS: Final = [
    *((LIGHT, kind) for kind in KINDS),
    *((PHONE, kind) for kind in ONE_OF_EACH_TEMPLATE),
]


@pytest.mark.parametrize(("reader", "kind"), WALKS, ids=str)
def test_tab_leads_through_the_page(
    windows: Windows, site: str, reader: Reader, kind: Kind
) -> None:
    with windows.visiting(site, reader) as visit:
        page = visit.open_whole(kind.path)
        entries = page.evaluate(MENU)
        stops = walk(page, STOPS_BELOW_THE_MENU)
    assert stops, "nothing takes the focus"
    assert stops[0]["isSkip"], f"first comes {stops[0]['name']}"
    assert len(entries) >= 6
    assert [stop["menuEntry"] for stop in stops if stop["menuEntry"]] == entries
    before_main = [stop["menuEntry"] for stop in stops[: index_of_main(stops)]]
    assert [entry for entry in before_main if entry] == entries, "the menu comes before the page"
    faults = [f"{stop['name']}: {fault}" for stop in stops for fault in stop["faults"]]
    assert not faults, "\n".join(faults)


def index_of_main(stops: list[dict[str, Any]]) -> int:
    return next((number for number, stop in enumerate(stops) if stop["inMain"]), len(stops))


def test_the_skip_link_leads_past_the_menu(windows: Windows, site: str) -> None:
    with windows.visiting(site) as visit:
        page = visit.open("cases/2022-d01/")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        assert page.evaluate("!!document.activeElement.closest('main')")
