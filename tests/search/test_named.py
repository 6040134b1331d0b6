"""Libraries whose names no reader holds: the index itself puts titles and enterprises first."""

from dataclasses import replace
from pathlib import Path

import pytest

from generator.catalogue.catalogue import Catalogue
from generator.library.body import Body
from generator.search import results
from generator.search.answer import answer
from generator.search.built import Built
from generator.search.folding import fold
from generator.search.packs import ENDING
from generator.search.publish import Publication, mark_of, segments, write_search
from generator.search.query import parse
from generator.search.ranking import Tier
from generator.search.segment import Kind, Mark
from generator.search.sources import case_sources
from generator.search.table import table_of
from tests.pages import toy
from tests.search.answering import Published, published

LIMIT = 3
"""Fewer cases than the library has: names are in blocks."""
CASES = {
    "2020-001": ("推行韬铄管理法的经验", "甲公司", "正文。"),
    "2020-002": ("乙的经验", "韬铄铸造有限公司", "正文。"),
    "2021-001": ("经验之韬", "铄石公司", "提到韬铄管理一次。"),
    "2022-001": ("丁的经验", "丁公司", "韬铄管理。" * 20),
    "2022-002": ("丙的韬铄经验", "丙公司", "管理。"),
}
"""Id → title, enterprise, text; the newest, which would come first, is 2022-001."""


def built(site: Path, limit: int = LIMIT, cache: Path | None = None) -> Built:
    """Write the library with the pages that prove words, and open it."""
    held = [
        toy.case(case_id, Body(f"<p>{told}</p>"), title=title, enterprise=firm)
        for case_id, (title, firm, told) in CASES.items()
    ]
    library = replace(toy.library(), cases={case.id: case for case in held}, notices={})
    write_search(Catalogue.of(library), toy.config(), Publication(site, cache, limit=limit))
    for case_id, pieces in CASES.items():
        page = site / f"cases/{case_id}/index.html"
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text("".join(f"<p data-found>{one}</p>" for one in pieces), encoding="utf-8")
    return Built(site)


def found(site: Built, text: str) -> list[tuple[str, int]]:
    """Give the ids of all that is found and their scores, the first first."""
    hits = results.find(site, parse(text), "case", {}, 20).hits
    return [(hit.row.uri.split("/")[1], hit.score) for hit in hits]


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return built(tmp_path_factory.mktemp("large"))


@pytest.mark.parametrize(
    ("text", "first", "rest"),
    [
        ("韬铄", ["2022-002", "2020-001", "2020-002"], ["2022-001", "2021-001"]),
        ("韬铄管理", ["2020-001"], ["2022-001", "2021-001"]),
        ("铸造有限", ["2020-002"], []),
        ('"韬铄管理"', ["2020-001"], ["2022-001", "2021-001"]),
        ("铄", ["2022-002", "2021-001", "2020-001", "2020-002"], ["2022-001"]),
    ],
)
def test_names_come_before_a_text_that_says_it_often(
    large: Built, text: str, first: list[str], rest: list[str]
) -> None:
    assert found(large, text) == [
        *((case_id, Tier.TITLE) for case_id in first),
        *((case_id, Tier.TEXT) for case_id in rest),
    ]


def test_every_word_counts_by_itself(large: Built) -> None:
    assert found(large, "韬铄 管理") == [
        ("2020-001", 2 * Tier.TITLE),
        ("2022-002", Tier.TITLE + Tier.TEXT),
        ("2022-001", 2 * Tier.TEXT),
        ("2021-001", 2 * Tier.TEXT),
    ]


def test_names_in_memory_rank_by_themselves(tmp_path: Path) -> None:
    assert found(built(tmp_path, len(CASES)), "韬铄") == [
        ("2020-002", Tier.ENTERPRISE),
        ("2022-002", Tier.TITLE),
        ("2020-001", Tier.TITLE),
        ("2022-001", Tier.OFTEN),
        ("2021-001", Tier.TEXT),
    ]


def test_a_library_that_grows_past_the_limit_takes_no_marks_from_the_cache(tmp_path: Path) -> None:
    cache, sizes = tmp_path / "cache", (len(CASES), LIMIT, len(CASES))
    for number, limit in enumerate(sizes):
        built(tmp_path / f"new-{number}", limit)
        built(tmp_path / f"kept-{number}", limit, cache)
        trees = (tmp_path / f"{name}-{number}/search" for name in ("new", "kept"))
        new, kept = ({one.name: one.read_bytes() for one in tree.rglob("*.*")} for tree in trees)
        assert new == kept
        # As many as there are segments: those of the other marks are cleared away.
        assert len(list(cache.rglob(f"*{ENDING}"))) == 2


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> Published:
    return published(tmp_path_factory.mktemp("held"), 40, LIMIT)


def test_just_what_stands_in_one_name_is_marked(held: Published) -> None:
    table = table_of(held.catalogue.library, held.catalogue)
    names = [[fold(name) for name in one.names] for one in case_sources(held.catalogue, table)]
    words = [word for word in held.words(7, 400) if len(word) < 3 and "·" not in word]
    for row in names:
        words += [name[at : at + 2] for name in row for at in range(0, len(name) - 1, 5)]
    marked = 0
    for word in filter(lambda word: "·" not in word, words):
        has, is_exact = held.index.find(Kind.CASE, word)
        assert is_exact
        assert [bool(one == 2) for one in has] == [any(word in one for one in row) for row in names]
        marked += int((has == 2).sum())
    assert marked > 400
    assert any(len(row) > 2 for row in names), "other names of an enterprise are names"


def test_the_columns_and_the_index_split_at_the_same_size(held: Published) -> None:
    assert "names" not in held.file("columns")
    assert [mark_of(count, 5) for count in (0, 5, 6)] == [Mark.OFTEN, Mark.OFTEN, Mark.NAMED]
    catalogue = Catalogue.of(toy.library())
    table = table_of(catalogue.library, catalogue)
    heads = [source.head() for source in case_sources(catalogue, table)]
    for limit, mark in ((len(heads), Mark.OFTEN), (len(heads) - 1, Mark.NAMED)):
        runs = segments(catalogue, heads, table.newest, limit)
        assert {run.mark for run in runs if run.kind is Kind.CASE} == {mark}
        assert {run.mark for run in runs if run.kind is Kind.NOTICE} == {Mark.OFTEN}


def test_a_word_of_which_a_case_has_only_the_parts_is_found_nowhere(tmp_path: Path) -> None:
    site, word = built(tmp_path, len(CASES)), "韬铄石"
    assert answer(parse(word), site.index, site.searched(Kind.CASE)).rows
    found_nowhere = results.find(site, parse(word), "case", {}, 20)
    assert found_nowhere.total == 0
    assert found_nowhere.counts == ((word, 0),)
    assert found_nowhere.lost == (word,)
    assert "铄石公司" in [near.label for near in found_nowhere.near]
