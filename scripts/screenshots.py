"""Take a picture of every kind of page: `make screenshots` fills build/screenshots/.

Names are `<kind>-<width>-<scheme>.png`; the kinds are those of `tests/browser/pages.py`. Pictures
are of whole pages with this repository's content. Kinds that are named are taken alone.
"""

import argparse
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from playwright.sync_api import Browser, sync_playwright

from tests.browser.pages import KINDS, Kind
from tests.browser.server import served
from tests.browser.visiting import DARK, LIGHT, Reader, launch, visiting

ROOT: Final = Path(__file__).resolve().parent.parent
PICTURES: Final = ROOT / "build" / "screenshots"
SITE: Final = ROOT / "build" / "screenshots-site"
WIDTHS: Final = (1280, 375)
TALLEST: Final = 12_000
"""Pixels: the longest pages are cut, or nobody could look at the picture."""


def readers() -> list[Reader]:
    """Give who looks: at both widths, in both schemes."""
    return [replace(reader, width=width) for width in WIDTHS for reader in (LIGHT, DARK)]


def take(browser: Browser, site: str, kinds: Sequence[Kind]) -> int:
    """Take the pictures and give how many."""
    for reader in readers():
        with visiting(browser, site, reader) as visit:
            for kind in kinds:
                page = visit.open_whole(kind.path)
                height = min(page.evaluate("document.documentElement.scrollHeight"), TALLEST)
                page.screenshot(
                    path=PICTURES / f"{kind.name}-{reader.width}-{reader.scheme}.png",
                    full_page=True,
                    clip={"x": 0, "y": 0, "width": reader.width, "height": height},
                )
    return len(kinds) * len(readers())


def main(arguments: Sequence[str]) -> None:
    """Build the site and take the pictures."""
    parser = argparse.ArgumentParser(prog="make screenshots", description=__doc__)
    parser.add_argument("--site", type=Path, help="a folder that was built already")
    parser.add_argument("kinds", nargs="*", metavar="kind")
    chosen = parser.parse_args(arguments)
    kinds = [kind for kind in KINDS if not chosen.kinds or kind.name in chosen.kinds]
    if not chosen.site:
        command = [sys.executable, "-m", "generator.cli", "build", "-d", str(SITE)]
        subprocess.run(command, cwd=ROOT, check=True)
    if not chosen.kinds:
        shutil.rmtree(PICTURES, ignore_errors=True)
    PICTURES.mkdir(parents=True, exist_ok=True)
    with served(chosen.site or SITE) as site, sync_playwright() as playwright:
        browser = launch(playwright)
        count = take(browser, site, kinds)
        browser.close()
    print(f"{count} 张图片：{PICTURES.relative_to(ROOT)}/")


if __name__ == "__main__":
    main(sys.argv[1:])
