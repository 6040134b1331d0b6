"""One case of a library: fresh at every save, between its real neighbours."""

from pathlib import Path

import pytest

from generator.errors import ConfigurationError
from generator.serving import making
from generator.serving.one_case import path_of
from tests.serving.tools import CASE, DRAFT, maker_at, project_at, running, until

PAGE = "/cases/2020-001/"


def test_the_path_of_a_case(root: Path) -> None:
    assert path_of("2020-001", project_at(root)) == CASE


def test_a_wrong_id_names_the_nearest(root: Path) -> None:
    with pytest.raises(ConfigurationError, match=r"没有编号为“2022-0015”的案例.*2022-001"):
        path_of("2022-0015", project_at(root))
    with pytest.raises(ConfigurationError, match=r"没有编号为“\x1b~”的案例。$"):
        path_of("\x1b~", project_at(root))


def test_an_edit_reads_that_file_alone(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with running(root, maker_at(root, only="2020-001")) as preview:
        preview.ready()

        def refuse(*_arguments: object) -> None:
            raise AssertionError("everything was read again")

        monkeypatch.setattr(making, "prepare", refuse)
        neighbours = preview.ask(PAGE).text.split('class="turn"')[1]
        preview.append(CASE, "新加的一句话。")
        page = preview.until(PAGE, lambda reply: "新加的一句话。" in reply.text).text
        assert page.split('class="turn"')[1] == neighbours
        title = next(
            line for line in (root / CASE).read_text("utf-8").splitlines() if "title: " in line
        )
        preview.edit(CASE, title, "title: 一个别的题目")
        preview.until("/years/2020/", lambda reply: "一个别的题目" in reply.text)
        preview.append(CASE, "又一句话。")
        preview.until(PAGE, lambda reply: "又一句话。" in reply.text)
        assert preview.heard.problems == []


def test_other_files_are_not_watched_and_their_errors_stop_nothing(root: Path) -> None:
    other = root / "cases/2020/2020-003.md"
    other.write_text(f"---\nenterprize: x\n{other.read_text('utf-8')[4:]}", encoding="utf-8")
    with running(root, maker_at(root, only="2020-001")) as preview:
        assert preview.ready().ask(PAGE).status == 200
        (root / "cases/2020/2020-004.md").touch()
        (root / "notices/2022-06-01-call.md").touch()
        preview.append(CASE, "新加的一句话。")
        preview.until(PAGE, lambda reply: "新加的一句话。" in reply.text)
        assert preview.heard.changes == [{"2020-001.md"}]


def test_errors_of_the_case_are_said(root: Path) -> None:
    with running(root, maker_at(root, only="2020-001")) as preview:
        preview.ready().edit(CASE, "---\n", "---\nenterprize: x\n")
        told = until(preview.changes, lambda told: bool(told["problems"]))
        assert [problem["place"] for problem in told["problems"]] == [f"{CASE}:2:1"]
        preview.edit(CASE, "enterprize: x\n", "")
        until(preview.changes, lambda told: not told["problems"])


def test_a_case_that_is_wrong_from_the_start_is_mended(root: Path) -> None:
    path = root / CASE
    good = path.read_text(encoding="utf-8")
    path.write_text(good.replace("---\n", "---\nenterprize: x\n", 1), encoding="utf-8")
    with running(root, maker_at(root, only="2020-001")) as preview:
        reply = preview.until(PAGE, lambda reply: f"{CASE}:2:1" in reply.text)
        assert reply.status == 503
        path.write_text(good, encoding="utf-8")
        preview.until(PAGE, lambda reply: reply.status == 200)


def test_a_draft_has_its_preview(root: Path) -> None:
    with running(root, maker_at(root, only=Path(DRAFT).stem)) as preview:
        assert "biaogan-draft" in preview.ready().ask("/cases/2022-004/").text
        preview.append(DRAFT, "新加的一句话。")
        page = preview.until("/cases/2022-004/", lambda reply: "新加的一句话。" in reply.text)
        assert "biaogan-draft" in page.text


def test_after_a_change_of_mkdocs_yml_the_case_is_as_it_was_saved(root: Path) -> None:
    with running(root, maker_at(root, only="2020-001")) as preview:
        preview.ready().append(CASE, "新加的一句话。")
        preview.until(PAGE, lambda reply: "新加的一句话。" in reply.text)
        preview.edit("mkdocs.yml", "示例经验库", "别的名字")
        page = preview.until(PAGE, lambda reply: "别的名字" in reply.text)
        assert "新加的一句话。" in page.text


def test_a_new_picture_of_the_case_is_served(root: Path) -> None:
    with running(root, maker_at(root, only="2020-001")) as preview:
        preview.ready()
        (root / "cases/2020/2020-001/new.svg").write_text("<svg/>", encoding="utf-8")
        preview.append(CASE, "![新图](2020-001/new.svg)")
        preview.until("/cases/2020-001/new.svg", lambda reply: reply.status == 200)
