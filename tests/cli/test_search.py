"""`biaogan search` on a built site: what it prints, and how it leaves."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from generator.catalogue.catalogue import Catalogue
from generator.cli.main import cli
from generator.cli.project import load_settings
from generator.errors import BiaoganError
from generator.search import results, store
from generator.search.built import Built
from generator.search.passages import pieces_of
from generator.search.query import parse
from generator.search.results import find
from generator.search.sources import case_sources
from generator.search.store import DamagedError
from generator.search.table import table_of
from generator.site import read
from tests.search.answering import passages
from tests.site.tools import build, copy_toy


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = copy_toy(tmp_path_factory.mktemp("search") / "library")
    build(root, root / "site")
    return root


@pytest.fixture(autouse=True)
def _inside(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(project)


def search(*arguments: str) -> Result:
    return CliRunner().invoke(cli, ["search", *arguments], prog_name="biaogan")


def found(*arguments: str) -> dict[str, Any]:
    """Give what is printed as JSON, by kind."""
    done = search(*arguments, "--format", "json")
    return {one["kind"]: one for one in json.loads(done.stdout)}


def broken(*arguments: str) -> str:
    """Give what is said of a foreseeable fault."""
    done = search(*arguments)
    assert isinstance(done.exception, BiaoganError), done.output
    return str(done.exception)


def test_a_hit_has_title_enterprise_address_and_snippet() -> None:
    done = search("数据驱动 管控", "--kind", "经验")
    assert done.exit_code == 0, done.output
    assert "经验：共 1 条" in done.stdout
    assert "构建数据驱动的过程质量管控模式" in done.stdout
    assert "示例智能装备有限公司 · 2022 年" in done.stdout
    assert "cases/2022-001/" in done.stdout


def test_a_snippet_names_its_section(project: Path) -> None:
    page = (project / "site/cases/2022-001/index.html").read_text(encoding="utf-8")
    piece = next(one for one in pieces_of(page) if one.anchor and len(one.text) > 20)
    hit = found(f'"{piece.text[2:14]}"')["case"]["hits"][0]
    assert hit["uri"] == "cases/2022-001/"
    assert (hit["section"], hit["anchor"]) == (piece.section, piece.anchor)
    assert piece.text[2:14] in hit["snippet"]


def test_every_passage_of_every_case_is_found(project: Path) -> None:
    config = load_settings("mkdocs.yml")
    catalogue = Catalogue.of(read(config).library)
    built = Built(project / "site")
    missing = []
    for source in case_sources(catalogue, table_of(catalogue.library, catalogue)):
        for passage in passages(source):
            query = parse(f'"{passage[:30]}"')
            hits = find(built, query, "case", {}, 100).hits
            if query.words and source.uri not in [hit.row.uri for hit in hits]:
                missing.append((source.uri, passage[:30]))
    assert missing == []


def test_nothing_found_leaves_with_1_and_names_the_word() -> None:
    done = search("数据驱动 鑫鑫鑫")
    assert done.exit_code == 1
    assert "没有找到。" in done.stdout
    assert "没有哪一条含有“鑫鑫鑫”。" in done.stdout
    assert "“数据驱动”" in done.stdout


def test_the_nearest_names_are_offered() -> None:
    assert "相近的条目：统计过程控制" in search("统计过程控治").stdout


def test_what_is_not_public_is_not_found() -> None:
    config = load_settings("mkdocs.yml")
    hidden = [case for case in read(config).library.cases.values() if not case.is_listed]
    assert hidden
    for case in hidden:
        hits = found(f'"{case.front.title or case.front.enterprise}"', "--kind", "经验")["case"]
        assert f"cases/{case.id}/" not in [hit["uri"] for hit in hits["hits"]]


def test_year_and_field_choose_cases() -> None:
    whole = found("示例", "--kind", "经验")["case"]
    years = {hit["uri"][6:10] for hit in whole["hits"]}
    assert len(years) > 1
    one = found("示例", "--year", "2022")
    assert list(one) == ["case"]
    assert {hit["uri"][6:10] for hit in one["case"]["hits"]} == {"2022"}
    both = found("示例", "--year", "2022", "--year", "2020")["case"]
    assert one["case"]["total"] < both["total"] <= whole["total"]
    field = found("示例", "--field", "质量数字化")["case"]
    assert 0 < field["total"] < whole["total"]


def test_kinds_are_searched_apart_and_together() -> None:
    every = found("示例")
    assert list(every) == ["case", "notice", "video", "term"]
    assert list(found("示例", "--kind", "公告")) == ["notice"]
    assert every["notice"]["total"] > 0
    assert every["notice"]["hits"][0]["uri"].startswith("notices/")
    assert every["term"]["total"] > 0
    assert found("数据驱动")["video"]["hits"][0]["uri"].startswith("cases/2022-001/#")


def test_letters_find_by_sound() -> None:
    done = search("tongjiguocheng", "--kind", "经验")
    assert done.exit_code == 0
    assert "按拼音" in done.stdout


def test_a_negative_word_takes_rows_away() -> None:
    whole, less = found("示例")["case"], found("示例 -数据驱动")["case"]
    assert less["total"] == whole["total"] - found("示例 数据驱动")["case"]["total"]
    alone = CliRunner().invoke(cli, ["search", "--kind", "经验", "--", "-示例"])
    assert alone.exit_code == 1


def test_limit_shows_fewer_and_counts_all() -> None:
    one = found("示例", "--limit", "1", "--kind", "经验")["case"]
    assert len(one["hits"]) == 1
    assert one["total"] > 1
    assert "只列出前 1 条" in search("示例", "--limit", "1").stdout


def test_explain_says_why() -> None:
    done = search("数据驱动", "--kind", "经验", "--explain")
    assert "得分 300：数据驱动 在标题中" in done.stdout


def test_faults_are_said_in_chinese(tmp_path: Path) -> None:
    assert "请写明要找什么" in broken()
    assert "请写明要找什么" in broken("--", "-- 。")
    assert "biaogan build" in broken("质量", "--site-dir", str(tmp_path))
    assert "没有“2099”这个年度" in broken("质量", "--year", "2099")
    assert "是不是 质量管理数字化" in broken("质量", "--field", "质量管理数子化")
    assert "公告" in broken("质量", "--kind", "公告", "--year", "2022")
    assert search("质量", "--kind", "x").exit_code == 2


def test_a_site_of_another_place_is_searched(project: Path, tmp_path: Path) -> None:
    site = shutil.copytree(project / "site", tmp_path / "elsewhere")
    (tmp_path / "empty").mkdir()
    assert search("示例", "-d", str(site)).exit_code == 0


@pytest.mark.parametrize("what", ["shard", "json", "manifest", "version", "gone"])
def test_damage_is_said_in_chinese(project: Path, tmp_path: Path, what: str) -> None:
    site = shutil.copytree(project / "site/search", tmp_path / "site/search").parent
    manifest = site / store.MANIFEST
    known = json.loads(manifest.read_text(encoding="utf-8"))
    columns = site / store.FOLDER / f"{known['columns']}.json"
    if what == "shard":
        for path in (site / store.FOLDER).glob("*.bin"):
            path.write_bytes(path.read_bytes()[:9])
    elif what == "json":
        columns.write_text('{"count": 5}', encoding="utf-8")
    elif what == "manifest":
        manifest.write_text("[", encoding="utf-8")
    elif what == "version":
        manifest.write_text(json.dumps({**known, "version": 99}), encoding="utf-8")
    else:
        columns.unlink()
    done = search("质量", "--site-dir", str(site))
    assert isinstance(done.exception, BiaoganError), done.output
    assert isinstance(done.exception.__cause__, DamagedError)
    assert "不完整或已损坏" in str(done.exception)
    assert "biaogan build" in str(done.exception)


@pytest.mark.parametrize("kind", [TypeError, AttributeError, KeyError, ValueError])
def test_a_fault_of_ours_is_not_called_damage(
    monkeypatch: pytest.MonkeyPatch, kind: type[Exception]
) -> None:
    def broken_nearest(*_: object) -> None:
        raise kind

    monkeypatch.setattr(results, "nearest", broken_nearest)
    assert isinstance(search("质量").exception, kind)
