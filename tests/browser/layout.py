"""How a page is laid out: nothing wider than the window, every picture shows."""

from dataclasses import replace
from typing import Final

from playwright.sync_api import Page

from tests.browser.visiting import ELDER, LIGHT, PHONE, Reader

SMALL: Final = Reader("320", width=320)
TABLET: Final = Reader("768", width=768)
ELDER_ON_PHONE: Final = replace(ELDER, name="elder-375", width=375)

# What sticks out, so that a failure names its cause: not what scrolls in a box of its own.
STICKS_OUT: Final = """
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

UNDECODED: Final = """
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

WIDTHS: Final = (LIGHT, TABLET, PHONE, SMALL, ELDER_ON_PHONE, ELDER)
"""The readers for whom a page must be no wider than the window."""


def undecoded(page: Page) -> list[str]:
    """Load all pictures of a page and name those that cannot be shown."""
    found: list[str] = page.evaluate(UNDECODED)
    return found


def too_wide(page: Page, reader: Reader) -> list[str]:
    """Name what is wider than the window of a reader that the page was shown to."""
    width = page.evaluate("document.documentElement.clientWidth")
    wrong = [] if width == reader.width else [f"the window is {width} wide"]
    return [f"{reader}: {fault}" for fault in (*wrong, *page.evaluate(STICKS_OUT))]
