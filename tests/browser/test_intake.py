"""The whole way of a package: taken from a RAR, checked, approved, and read by a visitor."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.server import served
from tests.browser.visiting import PHONE, visiting
from tests.intake.corpus.archives import rar5
from tests.intake.corpus.catalog import parcel
from tests.site.tools import biaogan, copy_project

pytestmark = pytest.mark.needs("chromium")

CASE = "2022-d06"


def test_from_the_package_to_the_page(browser: Browser, tmp_path: Path) -> None:
    project = copy_project(tmp_path / "project")
    enterprise, files, truth = parcel(1)
    package = tmp_path / f"{enterprise}.rar"
    package.write_bytes(rar5(files))
    draft = project / "cases" / "2022" / f"{CASE}.md"

    told = json.loads(biaogan(project, "intake", str(package), "--json"))
    assert [one["draft"] for one in told["submissions"]] == [f"cases/2022/{CASE}.md"]
    biaogan(project, "build", "--quiet")
    assert not (project / "site" / "cases" / CASE).exists(), "a draft is not published"

    text = draft.read_text(encoding="utf-8")
    draft.write_text(
        text.replace("status: 草稿", "status: 已公布\napproved_on: 2022-10-20"), encoding="utf-8"
    )
    biaogan(project, "check", str(draft))
    biaogan(project, "build", "--quiet")
    published = [path.name for path in (project / "site").rglob("*") if "取用" in path.name]
    assert published == []

    with served(project / "site") as site, visiting(browser, site, PHONE) as visit:
        page = visit.open_whole(f"cases/{CASE}/")
        expect(page.locator("h1")).to_have_text(truth.title)
        expect(page.locator("main")).to_contain_text(enterprise)
        shown = page.locator(".body h2, .body h3, .body h4, .body h5").all_inner_texts()
        assert len(shown) == len(truth.headings)
        for heading, words in zip(truth.headings, shown, strict=True):
            assert "".join(words.split()).endswith("".join(heading[1].split()))
        loaded = "all => all.map(image => image.complete && image.naturalWidth > 0)"
        pictures = page.locator(".body img").evaluate_all(loaded)
        assert pictures == [True] * len(truth.pictures)
        assert list(visit.all_complaints()) == []
