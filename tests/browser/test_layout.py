"""Every kind of page laid out: nothing wider than the window, every picture shows."""

import pytest
from playwright.sync_api import Browser

from tests.browser.pages import KINDS, Kind
from tests.browser.visiting import ELDER, HEIGHT, LIGHT, Reader, visiting

pytestmark = pytest.mark.needs("chromium")

WIDTHS = (320, 375, 768, 1280)

# What sticks out, so that a failure names its cause: not what scrolls in a box of its own.
STICKS_OUT = """
() => {
  const width = document.documentElement.clientWidth;
  if (document.scrollingElement.scrollWidth <= width) return [];
  const scrolls = element => /auto|scroll|hidden/.test(getComputedStyle(element).overflowX);
  const held = element => {
    for (let above = element.parentElement; above && above !== document.body;
         above = above.parentElement) if (scrolls(above)) return true;
    return false;
  };
  const named = element => element.tagName.toLowerCase() + (element.id ? "#" + element.id : "")
    + [...element.classList].map(name => "." + name).join("");
  const found = [...document.body.querySelectorAll("*")]
    .filter(element => element.getBoundingClientRect().right > width + 1 && !held(element))
    .map(named);
  return [`scrolls to ${document.scrollingElement.scrollWidth}`, ...new Set(found)].slice(0, 6);
}
"""

UNDECODED = """
async () => {
  const failed = [];
  for (const image of document.images) {
    image.loading = "eager";
    await image.decode().catch(() => failed.push(image.src));
    if (!image.naturalWidth) failed.push(image.src + " has no width");
  }
  return failed;
}
"""


@pytest.mark.parametrize("kind", KINDS, ids=str)
@pytest.mark.parametrize("reader", [LIGHT, ELDER], ids=str)
def test_no_page_scrolls_sideways(browser: Browser, site: str, kind: Kind, reader: Reader) -> None:
    with visiting(browser, site, reader) as visit:
        page = visit.open(kind.path)
        wide = {}
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": HEIGHT})
            assert page.evaluate("document.documentElement.clientWidth") == width
            if found := page.evaluate(STICKS_OUT):
                wide[width] = found
    assert wide == {}


@pytest.mark.parametrize("kind", KINDS, ids=str)
def test_every_picture_shows(browser: Browser, site: str, kind: Kind) -> None:
    with visiting(browser, site) as visit:
        assert visit.open(kind.path).evaluate(UNDECODED) == []
