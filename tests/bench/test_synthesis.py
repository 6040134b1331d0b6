import re
from datetime import date
from pathlib import Path

import pytest
import yaml

from generator.config import Config
from generator.site import read
from tests.bench.layouts import LAYOUTS, write_project
from tests.bench.synthesis import enterprises, id_of, make_case, make_cases

HAN = re.compile(r"[\u4e00-\u9fff]")


def test_a_case_depends_on_its_index_only() -> None:
    assert list(make_cases(5))[4] == make_case(4)
    assert make_case(4) != make_case(5)


def test_a_case_is_as_long_and_as_varied_as_a_real_one() -> None:
    for index in range(20):
        case = make_case(index)
        assert 5500 < len(HAN.findall(case.body)) < 7000
        assert len(re.findall(r"^##+ ", case.body, re.MULTILINE)) == 21
        assert case.body.count("\n| --- |") == 3
        assert case.body.count("[^1]: ") == 1
        assert 3 <= len(case.indicators) <= 5
        assert "{" not in case.body + case.title + case.summary


def test_titles_and_bodies_differ() -> None:
    cases = list(make_cases(200))
    assert len({case.body for case in cases}) == 200
    assert len({case.title for case in cases}) > 190
    assert len({case.id for case in cases}) == 200


@pytest.mark.parametrize("layout", LAYOUTS)
def test_writing_twice_gives_the_same_bytes(layout: str, tmp_path: Path) -> None:
    trees = []
    for name in ("one", "two"):
        write_project(layout, tmp_path / name, 3)
        files = sorted(path for path in (tmp_path / name).rglob("*") if path.is_file())
        trees.append([(path.relative_to(tmp_path / name), path.read_bytes()) for path in files])
    assert trees[0] == trees[1]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_program_gets_every_case_with_the_same_text(layout: str, tmp_path: Path) -> None:
    write_project(layout, tmp_path, 13)
    for index, case in enumerate(make_cases(13)):
        path = tmp_path / LAYOUTS[layout].source(index)
        assert path.stem == case.id == id_of(index)
        assert path.read_text(encoding="utf-8").endswith(case.body)
    assert len(list(tmp_path.rglob("20??-???.md"))) == 13


def test_names_of_enterprises_are_known_without_the_cases() -> None:
    assert set(enterprises(13)) == {case.enterprise for case in make_cases(13)}


def test_facts_stand_in_the_front_matter(tmp_path: Path) -> None:
    write_project("biaogan", tmp_path, 1)
    case = make_case(0)
    text = (tmp_path / "cases/2012/2012-001.md").read_text(encoding="utf-8")
    front = yaml.safe_load(text.split("---\n")[1])
    assert front["title"] == case.title
    assert tuple(front["method"]) == case.methods
    assert [one["name"] for one in front["indicators"]] == [one["name"] for one in case.indicators]


def test_the_library_obeys_its_own_rules(tmp_path: Path) -> None:
    write_project("biaogan", tmp_path, 24)
    reading = read(
        Config(
            root=tmp_path,
            cases_path=tmp_path / "cases",
            notices_path=tmp_path / "notices",
            redirects_path=tmp_path / "cases/redirects.yml",
            documents_path=tmp_path / "docs",
            today=date(2026, 11, 21),
        )
    )
    assert reading.findings == ()
    assert len(reading.library.cases) == 24
    assert len(reading.library.editions) == 12
