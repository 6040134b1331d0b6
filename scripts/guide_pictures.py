"""Make the pictures of the guide to `biaogan intake`: `python -m scripts.guide_pictures`.

A fictional enterprise's package goes all the way in a copy of this project: taken, checked,
approved, built. What the terminal says and what a reader sees are then pictured.
"""

import html
import tempfile
from pathlib import Path
from typing import Final

from playwright.sync_api import Browser, sync_playwright

from tests.browser.server import served
from tests.browser.visiting import launch
from tests.intake.corpus.archives import rar5
from tests.intake.corpus.catalog import parcel
from tests.site.tools import ROOT, biaogan, copy_project

PICTURES: Final = ROOT / "docs" / "guide" / "images"
PACKAGE: Final = 1
"""Which of the corpus's packages: one whose sections keep to their limits."""
APPROVED: Final = ("status: 草稿", "status: 已公布\napproved_on: 2022-10-20")
LINES: Final = 34
"""So much of the report fits into a picture that is read without scrolling."""
TERMINAL: Final = """
<!doctype html><meta charset="utf-8"><body style="margin:0;padding:20px 24px;width:912px;
background:#1b232b;color:#e8ecef;font:15px/1.6 'Noto Sans Mono CJK SC',monospace">
<pre style="margin:0;font:inherit;white-space:pre-wrap">{text}</pre>
"""


def main() -> None:
    """Take, approve, build, and picture."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        project = copy_project(Path(name, "project"))
        said, case_id = taken(project)
        built(project, case_id)
        browser = launch(playwright)
        picture_terminal(browser, said)
        with served(project / "site") as site:
            picture_page(browser, f"{site}cases/{case_id}/")
        browser.close()


def taken(project: Path) -> tuple[str, str]:
    """Take the package; give what was said and the id of the case."""
    enterprise, files, _ = parcel(PACKAGE)
    package = project / f"{enterprise}.rar"
    package.write_bytes(rar5(files))
    before = set(project.glob("cases/2022/*.md"))
    said = biaogan(project, "intake", package.name)
    (draft,) = set(project.glob("cases/2022/*.md")) - before
    text = draft.read_text(encoding="utf-8")
    draft.write_text(text.replace(*APPROVED), encoding="utf-8")
    return f"$ biaogan intake {package.name}\n{said}", draft.stem


def built(project: Path, case_id: str) -> None:
    """Check the approved case and build; the guide itself still waits for these pictures."""
    guide = project / "docs" / "guide" / "intake.md"
    guide.write_text(
        "\n".join(
            line
            for line in guide.read_text(encoding="utf-8").splitlines()
            if not line.startswith("![")
        ),
        encoding="utf-8",
    )
    biaogan(project, "check", f"cases/2022/{case_id}.md")
    biaogan(project, "build", "--quiet")


def picture_terminal(browser: Browser, said: str) -> None:
    """Picture the beginning of what the terminal shows."""
    page = browser.new_page(viewport={"width": 960, "height": 600}, device_scale_factor=1.5)
    page.set_content(TERMINAL.format(text=html.escape("\n".join(said.splitlines()[:LINES]))))
    page.screenshot(path=PICTURES / "intake-report.png", full_page=True)


def picture_page(browser: Browser, address: str) -> None:
    """Picture the top of the case's page."""
    page = browser.new_page(viewport={"width": 1280, "height": 1400})
    page.goto(address, wait_until="load")
    page.screenshot(path=PICTURES / "intake-page.png")


if __name__ == "__main__":
    main()
