"""Drafts and cases in publicity have a preview, marked, and change nothing of the real site."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.serving.test_same_as_build import without_reload
from tests.serving.tools import CASE, DRAFT, IN_PUBLICITY, Running, maker_at, running, until
from tests.site.tools import copy_toy

PAGE = "/cases/2022-004/"
LIST = "/.biaogan/drafts/"


@pytest.fixture(scope="module")
def with_drafts(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    root = copy_toy(tmp_path_factory.mktemp("drafts") / "library")
    with running(root, maker_at(root, with_drafts=True)) as preview:
        yield preview.ready()


def test_an_unpublished_case_has_a_marked_page(with_drafts: Running) -> None:
    for path, status in ((DRAFT, "草稿"), (IN_PUBLICITY, "公示中")):
        reply = with_drafts.ask(f"/cases/{Path(path).stem}/")
        assert reply.status == 200
        assert '<meta name="robots" content="noindex">' in reply.text
        assert f'<div class="biaogan-draft" role="note">{status}：未公开' in reply.text
        assert 'rel="canonical"' not in reply.text


def test_the_preview_lists_them(with_drafts: Running) -> None:
    html = with_drafts.ask(LIST).text
    assert f'href="{PAGE}"' in html
    assert DRAFT in html
    assert IN_PUBLICITY in html


def test_the_real_pages_do_not_change(with_drafts: Running, looked_at: Running) -> None:
    for path in ("/", "/cases/", "/years/2022/", "/statistics/", "/site-map/", "/sitemap.xml"):
        with_them, without = with_drafts.ask(path), looked_at.ask(path)
        assert without_reload(with_them.text) == without_reload(without.text)


def test_without_the_switch_they_have_no_page(looked_at: Running) -> None:
    assert looked_at.ask(PAGE).status == 404
    assert looked_at.ask("/cases/2022-004").status == 404
    assert "--drafts" in looked_at.ask(LIST).text


def test_a_page_that_only_a_draft_needs_is_marked_too(root: Path) -> None:
    with running(root, maker_at(root, with_drafts=True)) as preview:
        text = (preview.ready().root / DRAFT).read_text(encoding="utf-8")
        line = next(line for line in text.splitlines() if line.startswith("enterprise: "))
        preview.edit(DRAFT, line, "enterprise: 示例草稿有限公司")
        page = preview.until(PAGE, lambda reply: "示例草稿有限公司" in reply.text).text
        address = page.split('<p class="enterprise"')[1].split('href="../../')[1].split('"')[0]
        firm = preview.until(f"/{address}", lambda reply: reply.status == 200)
        assert "因未公开的案例而有" in firm.text


def test_an_edited_draft_is_shown_with_its_mark(root: Path) -> None:
    with running(root, maker_at(root, with_drafts=True)) as preview:
        preview.ready().append(DRAFT, "新加的一句话。")
        page = preview.until(PAGE, lambda reply: "新加的一句话。" in reply.text)
        assert "biaogan-draft" in page.text


def test_a_case_that_becomes_a_draft_is_marked_and_the_notices_that_name_it_are_said(
    root: Path,
) -> None:
    with running(root, maker_at(root, with_drafts=True)) as preview:
        preview.ready().edit(CASE, "status: 已公布", "status: 草稿")
        preview.until("/cases/2020-001/", lambda reply: "biaogan-draft" in reply.text)
        assert CASE in preview.ask(LIST).text
        told = until(preview.changes, lambda told: bool(told["problems"]))
        assert any(problem["place"].startswith("notices/") for problem in told["problems"])
