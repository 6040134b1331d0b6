"""The finder's data of a site: complete, the same every time, and only of what is public."""

import json
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from generator import strings
from generator.catalogue.catalogue import Catalogue
from generator.library.library import Library
from generator.search import facts, publish, store
from generator.search.classes import FOLDING
from generator.search.facts import spoken
from generator.search.folding import fold, traditional_table
from generator.search.publish import (
    Publication,
    cache_of,
    searchable,
    segments,
    write_search,
)
from generator.search.reader import Index
from generator.search.segment import Kind
from generator.search.sources import case_sources, notice_sources
from generator.search.table import table_of
from generator.search.traditional import has_traditional
from tests.pages import toy
from tests.site.tools import tree


def written(site: Path, library: Library | None = None, cache: Path | None = None) -> Any:
    catalogue = Catalogue.of(library or toy.library())
    write_search(catalogue, toy.config(), Publication(site, cache))
    return json.loads((site / store.MANIFEST).read_text(encoding="utf-8"))


def written_until(site: Path, is_wanted: Callable[[], bool]) -> None:
    catalogue = Catalogue.of(toy.library())
    write_search(catalogue, toy.config(), Publication(site, None, is_wanted=is_wanted))


def named(manifest: dict[str, Any]) -> set[str]:
    """Give the files that the manifest names itself."""
    values = [manifest[key] for key in ("columns", "order", "others", "pinyin", "traditional")]
    return {f"{name}.{ending}" for name in values for ending in ("json", "bin")}


def test_the_manifest_names_files_that_are_there(tmp_path: Path) -> None:
    manifest = written(tmp_path)
    data = tmp_path / store.FOLDER
    assert manifest["version"] == 1
    assert manifest["folding"] == FOLDING
    assert manifest["has_traditional"] == {"names": False, "texts": False}
    assert {path for path in named(manifest) if not (data / path).is_file()} == set()
    for segment in manifest["segments"]:
        assert (data / f"{segment['directory']}.bin").is_file()
    assert manifest["words"]["total"].count("{count}") == 1
    assert len(store.get_json(data, manifest["columns"])) > 0


def test_every_document_is_in_one_segment_and_found_by_its_name(tmp_path: Path) -> None:
    manifest = written(tmp_path)
    catalogue = Catalogue.of(toy.library())
    runs = [(one["kind"], one["first"], one["count"]) for one in manifest["segments"]]
    table = table_of(catalogue.library, catalogue)
    listed, notices = len(table.ids), len(catalogue.notices.notices)
    assert runs == [
        ("case", 0, table.newest),
        ("case", table.newest, listed - table.newest),
        ("notice", 0, notices),
    ]
    assert searchable(catalogue) == listed + notices
    index = Index(tmp_path / "search")
    for kind, sources in (
        (Kind.CASE, case_sources(catalogue, table)),
        (Kind.NOTICE, notice_sources(catalogue)),
    ):
        for number, source in enumerate(sources):
            has, _ = index.find(kind, fold(source.names[0]).split("·")[0])
            assert len(has) == len(sources)
            assert has[number], source.uri


def test_what_is_not_public_is_in_no_file(tmp_path: Path) -> None:
    library = toy.library()
    secret = [case for case in library.cases.values() if not case.is_listed]
    assert secret
    written(tmp_path)
    public = {case.front.enterprise for case in library.cases.values() if case.is_listed}
    plain = "".join(
        path.read_text(encoding="utf-8") for path in (tmp_path / store.FOLDER).glob("*.json")
    )
    for case in secret:
        assert f"cases/{case.id}/" not in plain
        if case.front.title:
            assert case.front.title not in plain
        if case.front.status == "draft":
            assert case.front.enterprise in public or case.front.enterprise not in plain


def test_the_same_library_gives_the_same_bytes_with_and_without_a_cache(tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    written(tmp_path / "one")
    for name in ("two", "three"):
        written(tmp_path / name, cache=cache)
    written(tmp_path / "four", toy.library("乙"), cache)
    written(tmp_path / "five", cache=cache)
    trees = [tree(tmp_path / name) for name in ("one", "two", "three", "five")]
    assert all(one == trees[0] for one in trees)
    assert tree(tmp_path / "four") != trees[0]


def test_the_manifest_comes_last_and_not_at_all_for_work_that_nobody_wants(tmp_path: Path) -> None:
    asked = 0

    def is_wanted() -> bool:
        nonlocal asked
        assert not (tmp_path / store.MANIFEST).exists()
        asked += 1
        return asked < 3

    written_until(tmp_path, is_wanted)
    assert asked == 3
    assert not (tmp_path / store.MANIFEST).exists()


def test_a_manifest_that_was_overtaken_at_last_is_not_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    overtaken: list[str] = []

    def last(name: str) -> Mapping[str, object]:
        overtaken.append(name)
        return strings.table(name)

    monkeypatch.setattr(publish, "table", last)
    written_until(tmp_path, lambda: not overtaken)
    assert overtaken == ["finder"]
    assert not (tmp_path / store.MANIFEST).exists()


def test_a_folder_that_was_emptied_is_not_made_again(tmp_path: Path) -> None:
    asked: list[bool] = []

    def is_wanted() -> bool:
        asked.append((tmp_path / store.FOLDER).exists())
        shutil.rmtree(tmp_path / "search", ignore_errors=True)
        return True

    with pytest.raises(FileNotFoundError):
        written_until(tmp_path, is_wanted)
    assert asked == [True]
    assert not (tmp_path / "search").exists()


def test_names_in_no_case_are_looked_at_for_traditional_characters(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(facts, "others", lambda _: {"terms": [["品管", "x/", "", "", "品質"]]})
    assert written(tmp_path)["has_traditional"] == {"names": False, "texts": True}


def test_a_project_that_cannot_be_written_does_without_a_cache(tmp_path: Path) -> None:
    assert cache_of(toy.config(root=tmp_path)) == tmp_path / ".cache/search"
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert cache_of(toy.config(root=tmp_path / "file")) is None


def test_an_empty_library_has_data_too(tmp_path: Path) -> None:
    empty = Library({}, {}, {}, {}, {}, {})
    manifest = written(tmp_path, empty)
    assert manifest["segments"] == []
    index = Index(tmp_path / "search")
    assert len(index.find(Kind.CASE, "质量")[0]) == 0


def test_a_library_of_one_year_has_one_segment_of_cases() -> None:
    catalogue = Catalogue.of(toy.many(5))
    table = table_of(catalogue.library, catalogue)
    heads = [source.head() for source in case_sources(catalogue, table)]
    runs = [run for run in segments(catalogue, heads, table.newest) if run.kind is Kind.CASE]
    assert [(run.first, len(run.uris)) for run in runs] == [(0, 5)]


def test_sounds_are_those_of_the_columns_in_their_order() -> None:
    catalogue = Catalogue.of(toy.library())
    table = table_of(catalogue.library, catalogue)
    lists = spoken(catalogue, table)
    assert [*lists] == ["enterprise", "method", "recommender", "region"]
    listed = {catalogue.enterprise(case.id).label for case in catalogue.cases}
    assert {*lists["enterprise"]} == listed
    places = {entry.label: entry.place for entry in map(catalogue.enterprise, table.ids)}
    assert [places[name] for name in lists["enterprise"]] == sorted(places.values())


@pytest.mark.parametrize(
    ("text", "is_there"),
    [("质量管理", False), ("品質管理", True), ("㊖", True), ("\u2fa0f", False), ("", False)],
)
def test_traditional_characters_are_seen(text: str, is_there: bool) -> None:
    assert has_traditional(["甲", text]) == is_there


def test_every_character_that_the_table_changes_is_seen() -> None:
    traditional, _ = traditional_table()
    for character in traditional:
        assert has_traditional([f"质{character}量"]), character
