"""`library.sqlite`: it answers queries, finds words of two characters, opens in Datasette."""

import asyncio
import re
import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.pages.inputs import Inputs
from generator.publication.opendata.columns import COLUMNS
from generator.publication.opendata.database import library_sqlite, pairs_of
from tests.pages import toy
from tests.publication.sheets.samples import DRAFT, HOSTILE, IN_PUBLICITY, REVOKED

PAGES = (
    "/",
    "/library",
    "/library/texts",
    "/library/texts?body__contains=质量",
    "/library/pairs_index",
    "/library/texts_index",
    "/library/real_cases_by_year",
)
ABSENT = ("质量管理", "没有这个词")
GUIDE = Path(__file__).resolve().parents[3] / "docs" / "opendata.md"


@pytest.fixture(scope="module")
def path(inputs: Inputs, tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("data") / "library.sqlite"
    made.write_bytes(library_sqlite(inputs, "CC-BY-4.0"))
    return made


@pytest.fixture
def base(path: Path) -> Iterator[sqlite3.Connection]:
    opened = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    yield opened
    opened.close()


def search_query() -> str:
    """Give the query that the guide shows to readers."""
    found = re.search(r"```sql\n(.*?:word.*?)```", GUIDE.read_text(encoding="utf-8"), re.DOTALL)
    assert found
    return found[1]


def held_by(base: sqlite3.Connection, word: str) -> set[str]:
    said = "title || ' ' || enterprise || ' ' || summary || ' ' || body"
    query = f"SELECT case_id FROM texts WHERE instr(lower({said}), lower(?))"
    return {row[0] for row in base.execute(query, (word,))}


def test_it_is_whole(base: sqlite3.Connection) -> None:
    assert base.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert base.execute("PRAGMA foreign_key_check").fetchall() == []
    assert base.execute("PRAGMA user_version").fetchone() == (1,)


def test_it_has_every_listed_case_and_no_other(inputs: Inputs, base: sqlite3.Connection) -> None:
    listed = {case.id for case in inputs.catalogue.cases}
    for column, table in (("id", "cases"), ("case_id", "texts")):
        found = [row[0] for row in base.execute(f"SELECT {column} FROM {table}")]
        assert sorted(found) == sorted(listed)
    everything = "\n".join(base.iterdump())
    for hidden in (REVOKED, IN_PUBLICITY, DRAFT):
        assert f"'{hidden}'" not in everything


def test_counts_are_those_of_the_site(inputs: Inputs, base: sqlite3.Connection) -> None:
    assert base.execute("SELECT count(*) FROM real_cases").fetchone() == (inputs.counted.real,)
    said = dict(base.execute("SELECT key, value FROM metadata"))
    assert said["cases"] == str(inputs.counted.real)
    assert said["license"] == "CC-BY-4.0"
    by_year = base.execute("SELECT sum(cases) FROM real_cases_by_year").fetchone()
    assert by_year == (inputs.counted.real,)


def test_trigrams_alone_find_no_word_of_two_characters(base: sqlite3.Connection) -> None:
    """What the two indexes are for: neither MATCH nor LIKE finds it there."""
    word = "质量"
    assert held_by(base, word)
    for condition in ("texts_index MATCH ?", "title LIKE '%' || ? || '%'"):
        query = f"SELECT count(*) FROM texts_index WHERE {condition}"
        assert base.execute(query, (word,)).fetchone() == (0,)


@pytest.mark.parametrize("word", ["质量", "经验", "示例", "有限公司", "质量管理", "没有这个词"])
def test_the_query_of_the_guide_finds_words_of_any_length(
    base: sqlite3.Connection, word: str
) -> None:
    found = {row[0] for row in base.execute(search_query(), {"word": word})}
    assert found == held_by(base, word)
    assert bool(found) == (word not in ABSENT)


@pytest.mark.parametrize("word", HOSTILE)
def test_any_word_can_be_asked_for(base: sqlite3.Connection, word: str) -> None:
    base.execute(search_query(), {"word": word.replace("\0", "")}).fetchall()


@given(st.text(alphabet="质量标杆 aB。", max_size=12))
def test_pairs_are_all_that_stand_together(said: str) -> None:
    pairs = set(pairs_of(said).split())
    for left, right in pairwise(said):
        if min(left, right) >= "一":
            assert left + right in pairs


def test_bodies_are_text_without_form(inputs: Inputs, base: sqlite3.Connection) -> None:
    bodies = dict(base.execute("SELECT case_id, body FROM texts WHERE body <> ''"))
    readable = {case.id for case in inputs.catalogue.cases if not case.body.is_empty}
    assert set(bodies) == readable
    assert not any(re.search(r"</?(p|h2|table|td)\b", body) for body in bodies.values())


def test_datasette_serves_it(path: Path, inputs: Inputs) -> None:
    # Half a second that no other test needs.
    from datasette.app import Datasette  # noqa: PLC0415

    async def ask() -> tuple[list[dict[str, object]], list[int], int]:
        served = Datasette([str(path)], settings={"num_sql_threads": 0})
        await served.invoke_startup()
        rows = await served.client.get("/library/cases.json?_shape=array&_size=max")
        pages = [(await served.client.get(uri)).status_code for uri in PAGES]
        query = {"sql": search_query(), "word": "质量", "_shape": "array"}
        found = await served.client.get("/library.json", params=query)
        return rows.json(), pages, len(found.json())

    # In a thread: a browser of an earlier test keeps a loop running in this one.
    with ThreadPoolExecutor(1) as aside:
        rows, statuses, found = aside.submit(lambda: asyncio.run(ask())).result()
    assert {row["id"] for row in rows} == {case.id for case in inputs.catalogue.cases}
    assert statuses == [200] * len(PAGES)
    assert found


def test_the_columns_are_those_of_the_csv(base: sqlite3.Connection) -> None:
    names = [row[1] for row in base.execute("PRAGMA table_info(cases)")]
    assert names == [column.key for column in COLUMNS]


@pytest.mark.parametrize("word", ["'; DROP TABLE cases; --", '"', "=1"])
def test_hostile_texts_stand_there_as_they_are(word: str, tmp_path: Path) -> None:
    made = tmp_path / "x.sqlite"
    made.write_bytes(library_sqlite(toy.inputs(toy.library(word)), word))
    opened = sqlite3.connect(made)
    titles = [row[0] for row in opened.execute("SELECT title FROM cases WHERE title <> ''")]
    opened.close()
    assert any(word in title for title in titles)


@pytest.mark.parametrize("word", ["六西", "西格玛", "六西格玛", "dmaic", "DMA", "AI", "玛 D"])
def test_words_of_any_script_are_found_in_every_text(word: str, tmp_path: Path) -> None:
    made = tmp_path / "x.sqlite"
    made.write_bytes(library_sqlite(toy.inputs(toy.library("六西格玛 DMAIC AI")), ""))
    opened = sqlite3.connect(made)
    found = {row[0] for row in opened.execute(search_query(), {"word": word})}
    expected = held_by(opened, word)
    opened.close()
    assert found == expected != set()
