"""Pages written by other processes: all of them, the same bytes, and a failure that is told."""

from pathlib import Path

import pytest

from generator.errors import BiaoganError
from generator.page_writer import ALONE, RUN, finish, share_out, start
from generator.pages.planned import PlannedPage


def planned(number: int) -> PlannedPage:
    return PlannedPage(f"cases/{number}/", "case.html", f"案例 {number}", lambda: number)


def rendered(page: PlannedPage) -> str:
    return f"<p>{page.title} {page.make()}"


PAGES = tuple(planned(number) for number in range(ALONE + 3 * RUN + 7))


def test_a_small_site_is_not_shared_out() -> None:
    assert share_out(PAGES[:ALONE], 8) == (PAGES[:ALONE], ())
    assert share_out(PAGES, 1) == (PAGES, ())


def test_every_page_is_given_out_once() -> None:
    ours, others = share_out(PAGES, 2)
    assert ours
    assert (*ours, *others) == PAGES


@pytest.mark.parametrize("processes", [1, 3])
def test_other_processes_write_every_page(tmp_path: Path, processes: int) -> None:
    finish(start(PAGES, rendered, tmp_path, processes))
    for page in PAGES:
        path = tmp_path / page.uri / "index.html"
        assert path.read_text(encoding="utf-8") == rendered(page)
    assert len(list(tmp_path.rglob("*.html"))) == len(PAGES)


def test_nothing_to_write_starts_nothing(tmp_path: Path) -> None:
    assert start((), rendered, tmp_path, 2) == ()


def test_a_refusing_disk_is_told_without_a_traceback(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    blocked = tmp_path / "site"
    blocked.write_text("a file where the folder should be", encoding="utf-8")
    with pytest.raises(BiaoganError):
        finish(start(PAGES, rendered, blocked, 1))
    said = capfd.readouterr().err
    assert "生成失败" in said
    assert "Traceback" not in said
