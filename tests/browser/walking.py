"""Tab through a page: what has the focus at every stop, and what is wrong there."""

import asyncio
from typing import Any, Final

from playwright.sync_api import CDPSession, Page

MOST_STOPS: Final = 600
STOPS_BELOW_THE_MENU: Final = 30
"""How far the walk goes on pages whose many links are all alike."""
KEYS_MORE: Final = 8
"""How many are pressed when the first were too few."""

# What the key sends when it goes down; Playwright's press takes twice the time for it.
TAB: Final = {"type": "rawKeyDown", "key": "Tab", "code": "Tab", "windowsVirtualKeyCode": 9}

# At every stop: what has the focus, whether it can be seen, and whether it shows that it has it.
STOP: Final = """
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

# Before the walk: what a place looks like while it does not have the focus. Whenever the key goes
# down, the stop that it leaves is noted. Gives how often to press it to see so many stops in main.
SET_OUT: Final = """
most => {
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
  const stop = STOP;
  window.passed = [];
  window.stopHere = stop;
  addEventListener("keydown", () => window.passed.push(stop()), true);
  const places = [...document.querySelectorAll(
    "a[href], button, input, select, textarea, summary, video, audio, [tabindex]"
  )].filter(element => element.getClientRects().length && element.tabIndex >= 0);
  const first = places.findIndex(element => element.closest("main"));
  const inMain = places.filter(element => element.closest("main")).length;
  return inMain >= most ? first + most : places.length + 1;
}
""".replace("STOP", STOP.strip())

MENU: Final = """
() => [...document.querySelectorAll("header nav a[href]")].map(a => a.getAttribute("href"))
"""


def press_tab(page: Page, keyboard: CDPSession, times: int) -> list[dict[str, Any] | None]:
    """Press Tab so often without waiting: Chromium draws no picture between two of the keys.

    Gives the stop after each; None where nothing of the page has the focus. Once the page is left,
    keys go elsewhere: what comes after the first None is of no worth.
    """

    async def press_all() -> None:
        keys = (keyboard._impl_obj.send("Input.dispatchKeyEvent", TAB, None) for _ in range(times))
        await asyncio.gather(*keys)

    keyboard._sync(press_all())
    stops: list[dict[str, Any] | None] = page.evaluate("[...passed.splice(0), stopHere()]")
    if times == 1:
        return stops[-1:]
    assert len(stops) == times + 1 or None in stops[1:], f"{len(stops) - 1} of {times} keys came"
    return stops[1:]


def walk(page: Page, most: int) -> list[dict[str, Any]]:
    """Press Tab until the page is left, or so many stops below the menu were seen."""
    keys, more = page.evaluate(SET_OUT, most), KEYS_MORE
    begin = page.evaluate("stopHere()")
    assert begin is None, f"before the first key {begin['name']} has the focus"
    if page.locator("video, audio, iframe").count():
        keys = more = 1  # inside them nothing of the page hears the key: one at a time
    keyboard = page.context.new_cdp_session(page)
    passed: list[dict[str, Any] | None] = []
    stops: list[dict[str, Any]] = []
    is_over = False
    while not is_over:
        passed += press_tab(page, keyboard, keys)
        stops, is_over = until_the_end(passed, most)
        keys = more
    keyboard.detach()
    return stops


def until_the_end(
    passed: list[dict[str, Any] | None], most: int
) -> tuple[list[dict[str, Any]], bool]:
    """Give the stops as far as a walk goes, and whether it has come to its end."""
    stops: list[dict[str, Any]] = []
    below = 0
    for stop in passed:
        if stop is None or (stops and stop["isSkip"]):  # it begins anew
            return stops, True
        stops.append(stop)
        below += stop["inMain"]
        if len(stops) == MOST_STOPS or below == most:
            return stops, True
    return stops, False


def faults_of_the_walk(page: Page) -> list[str]:
    """Tab through a page; the skip link comes first, the menu, then the rest, always in sight."""
    entries = page.evaluate(MENU)
    stops = walk(page, STOPS_BELOW_THE_MENU)
    if not stops:
        return ["nothing takes the focus"]
    faults = [f"{stop['name']}: {fault}" for stop in stops for fault in stop["faults"]]
    if not stops[0]["isSkip"]:
        faults.append(f"first comes {stops[0]['name']}")
    if len(entries) < 6:
        faults.append(f"a menu of {len(entries)}")
    passed = [stop["menuEntry"] for stop in stops if stop["menuEntry"]]
    if passed != entries:
        faults.append(f"the menu is {entries}, the walk passes {passed}")
    before_main = [stop["menuEntry"] for stop in stops[: index_of_main(stops)]]
    if [entry for entry in before_main if entry] != entries:
        faults.append(f"the menu does not come before the page: {before_main}")
    return faults


def index_of_main(stops: list[dict[str, Any]]) -> int:
    return next((number for number, stop in enumerate(stops) if stop["inMain"]), len(stops))
