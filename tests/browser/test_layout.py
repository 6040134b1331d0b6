"""Every kind of page laid out: nothing wider than the window, every picture shows."""

from dataclasses import replace
from typing import Final

import pytest

from tests.browser.pages import KINDS, Kind
from tests.browser.visiting import ELDER, LIGHT, PHONE, Reader, Windows

pytestmark = pytest.mark.needs("chromium")

SMALL: Final = Reader("320", width=320)
TABLET: Final = Reader("768", width=768)
ELDER_ON_PHONE: Final = replace(ELDER, name="elder-375", width=375)

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
def test_nothing_is_wider_than_the_window_and_every_picture_shows(
    windows: Windows, site: str, kind: Kind
) -> None:
    wide = {}
    with windows.visiting(site) as visit:
        assert visit.open(kind.path).evaluate(UNDECODED) == []
        for reader in (LIGHT, TABLET, PHONE, SMALL, ELDER_ON_PHONE, ELDER):
            page = visit.become(reader)
            assert page.evaluate("document.documentElement.clientWidth") == reader.width
            if found := page.evaluate(STICKS_OUT):
                wide[reader.name] = found
    assert wide == {}
