"""Every kind of page in a real browser: nothing wider than the window, nothing refused."""

from pathlib import Path

import pytest

from tests.browser.chromium import probe, served

PAGES = [
    "",
    "cases/",
    "cases/2022-d01/",
    "cases/2022-d05/",
    "cases/2019-001/",
    "years/",
    "years/2022/",
    "fields/",
    "fields/digitalization/",
    "methods/",
    "enterprises/",
    "regions/",
    "industries/",
    "recommenders/",
    "statistics/",
    "notices/",
    "notices/2022-06-14-wuhan-call/",
    "videos/",
    "sessions/",
    "revocations/",
    "guide/",
    "guide/markdown/",
    "404.html",
]
WIDTHS = [320, 375, 768, 1280]

LOOK = """
const wide = [];
const frame = document.createElement("iframe");
frame.style.height = "900px";
frame.style.border = "0";
document.body.append(frame);
for (const page of pages) {
  await new Promise(resume => { frame.onload = resume; frame.src = "/" + page; });
  for (const width of widths) {
    frame.style.width = width + "px";
    const there = frame.contentDocument.scrollingElement;
    if (there.clientWidth !== width) wide.push([page, width, "not laid out"]);
    if (there.scrollWidth > there.clientWidth) wide.push([page, width, there.scrollWidth]);
  }
  const shown = frame.contentDocument;
  if (!shown.styleSheets.length) wide.push([page, 0, "no style sheet"]);
  for (const image of shown.images) {
    image.loading = "eager";
    await image.decode().catch(() => wide.push([page, 0, image.src]));
  }
}
return wide;
"""


@pytest.mark.needs("chromium")
def test_no_page_scrolls_sideways_and_every_picture_shows(real_site: Path, tmp_path: Path) -> None:
    for page in PAGES:
        path = real_site / page
        assert (path if page.endswith(".html") else path / "index.html").is_file(), page
    made = {"/probe": probe(LOOK, pages=PAGES, widths=WIDTHS)}
    with served(real_site, made) as server:
        assert server.visit("/probe", tmp_path / "profile") == []
