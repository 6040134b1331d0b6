"""The files of the columns: everything of the library comes back from them."""

import gzip
import json
from itertools import chain
from pathlib import Path
from typing import Any

import pytest

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.ordering import label_key
from generator.library.library import Library
from generator.search.columns import BLOCK, columns, id_runs, name_blocks, order, write_columns
from generator.search.facets import Facet, Node, Table
from generator.search.packing import unpack
from generator.search.store import Shelf, get_json
from generator.search.table import table_of
from tests.pages import toy
from tests.search.facet_samples import sample_library
from tests.toy.library import GOOD, read_at


def libraries() -> dict[str, Library]:
    return {
        "toy": toy.library(),
        "good": read_at(GOOD).library,
        "empty": sample_library(0),
        "sample": sample_library(600),
    }


@pytest.fixture(params=["toy", "good", "empty", "sample"])
def catalogue(request: pytest.FixtureRequest) -> Catalogue:
    return Catalogue.of(libraries()[request.param])


def _facet(json_facet: dict[str, Any], count: int) -> Facet:
    counts = unpack(json_facet["counts"], count)
    places = iter(unpack(json_facet["places"], sum(counts)))
    nodes = tuple(
        Node(value, label, tuple(others), parent)
        for value, label, parent, *others in json_facet["nodes"]
    )
    return Facet(nodes, tuple(tuple(next(places) for _ in range(length)) for length in counts))


def _ids(runs: list[list[str | int]]) -> tuple[str, ...]:
    return tuple(
        f"{head}{int(digits) - back:0{len(str(digits))}}"
        for head, *pairs in runs
        for digits, length in zip(pairs[::2], pairs[1::2], strict=True)
        for back in range(int(length))
    )


def _read(whole: dict[str, Any]) -> Table:
    """Read the table back, by way of JSON."""
    known = json.loads(json.dumps(whole))
    count = known["count"]
    flags = unpack(known["flags"], count)
    return Table(
        ids=_ids(known["ids"]),  # type: ignore[arg-type]
        facets={name: _facet(facet, count) for name, facet in known["facets"].items()},
        has_video=tuple(bool(flag & 1) for flag in flags),
        has_text=tuple(bool(flag & 2) for flag in flags),
        newest=0,
    )


def _said(names: dict[str, Any]) -> list[tuple[str, str]]:
    """Give every row's title and enterprise as the case names it."""
    titles = names["titles"].split("\n")
    firms = [line.split("\t")[0] for line in names["firms"].split("\n")]
    codes = unpack(names["firm"], len(titles))
    said = {int(row): name for row, name in names["said"].items()}
    return [
        (title, said.get(row, firms[code]))
        for row, (title, code) in enumerate(zip(titles, codes, strict=True))
    ]


def _line(text: str) -> str:
    return text.replace("\t", " ").replace("\n", " ")


def _named(catalogue: Catalogue, table: Table) -> list[tuple[str, str]]:
    fronts = [catalogue.library.cases[case_id].front for case_id in table.ids]
    return [(_line(front.title), _line(front.enterprise)) for front in fronts]


def test_the_table_comes_back(catalogue: Catalogue) -> None:
    table = table_of(catalogue.library, catalogue)
    read = _read(columns(table, catalogue.library, catalogue))
    assert read.ids == table.ids
    assert dict(read.facets) == dict(table.facets)
    assert (read.has_video, read.has_text) == (table.has_video, table.has_text)


def test_titles_and_enterprises_come_back(catalogue: Catalogue) -> None:
    table = table_of(catalogue.library, catalogue)
    whole = json.loads(json.dumps(columns(table, catalogue.library, catalogue)))
    expected = _named(catalogue, table)
    assert _said(whole["names"])[: len(expected)] == expected
    firms = [line.split("\t") for line in whole["names"]["firms"].split("\n")]
    known = {item.name: item.other_names for item in catalogue.enterprises.values()}
    assert all(tuple(others) == known[name] for name, *others in firms if name)
    assert [line[0] for line in firms] == sorted(
        (line[0] for line in firms), key=lambda name: label_key(name, "")
    )


def test_the_order_is_that_of_titles_and_the_newest_first(catalogue: Catalogue) -> None:
    table = table_of(catalogue.library, catalogue)
    rows = unpack(order(table, catalogue)["title"], len(table.ids))
    shown = [title or firm for title, firm in _named(catalogue, table)]
    raw = [catalogue.library.cases[case_id].front for case_id in table.ids]
    keys = [label_key(front.title or front.enterprise, "") for front in raw]
    assert len(shown) == len(rows)
    assert rows == sorted(range(len(keys)), key=lambda row: (keys[row], -row))


def test_a_large_library_has_its_names_in_files_apart(tmp_path: Path) -> None:
    catalogue = Catalogue.of(libraries()["sample"])
    table = table_of(catalogue.library, catalogue)
    assert len(table.ids) > BLOCK
    columns_name, order_name, _ = write_columns(Shelf(tmp_path, {}), table, catalogue, limit=BLOCK)
    whole = get_json(tmp_path, columns_name)
    assert "names" not in whole
    assert whole["block"] == BLOCK
    blocks = [dict(get_json(tmp_path, str(name))) for name in whole["blocks"]]  # type: ignore[attr-defined]
    assert list(chain.from_iterable(map(_said, blocks))) == _named(catalogue, table)
    assert _read(dict(whole)).facets == table.facets
    orders = {
        key: unpack(str(text), len(table.ids))
        for key, text in get_json(tmp_path, order_name).items()
    }
    assert set(orders) == {"title", "enterprise"}
    places = [catalogue.enterprise(table.ids[row]).place for row in orders["enterprise"]]
    assert places == sorted(places)


def test_up_to_the_limit_one_file_holds_all(tmp_path: Path) -> None:
    catalogue = Catalogue.of(libraries()["good"])
    table = table_of(catalogue.library, catalogue)
    name, order_name, _ = write_columns(Shelf(tmp_path, {}), table, catalogue, limit=len(table.ids))
    assert {path.stem for path in tmp_path.iterdir()} == {name, order_name}
    expected = columns(table, catalogue.library, catalogue)
    assert get_json(tmp_path, name) == json.loads(json.dumps(expected))
    assert set(get_json(tmp_path, order_name)) == {"title"}


def test_two_builds_write_the_same(tmp_path: Path) -> None:
    names = []
    for _ in range(2):
        catalogue = Catalogue.of(sample_library(200))
        names.append(
            write_columns(Shelf(tmp_path, {}), table_of(catalogue.library, catalogue), catalogue)
        )
    assert names[0] == names[1]
    assert len(list(tmp_path.iterdir())) == 4


def test_a_block_does_not_change_with_cases_of_other_blocks() -> None:
    catalogue = Catalogue.of(sample_library(1200))
    table = table_of(catalogue.library, catalogue)
    newest = catalogue.cases[0].id
    less = {key: case for key, case in catalogue.library.cases.items() if key != newest}
    smaller = Catalogue.of(Library(less, {}, {}, catalogue.library.vocabularies, {}))
    before = name_blocks(table_of(smaller.library, smaller), smaller)
    assert name_blocks(table, catalogue)[0] == before[0]


@pytest.mark.parametrize(
    "ids",
    [
        (),
        ("2022-003", "2022-002", "2022-001"),
        ("2022-d02", "2022-d01", "2022-10001", "2022-10000", "2022-9999", "2022-015", "2022-15"),
        ("2021-shandong-03", "2021-shandong-01", "2021-01"),
        ("2021-1001", "2021-1000", "2021-999", "2021-998"),
    ],
)
def test_ids_come_back(ids: tuple[Any, ...]) -> None:
    assert _ids(id_runs(ids)) == ids


def test_ids_of_a_round_without_gaps_cost_nothing() -> None:
    ids: tuple[Any, ...] = tuple(f"2022-{number:03}" for number in range(999, 0, -1))
    assert id_runs(ids) == [["2022-", "999", 999]]


def test_the_column_of_a_facet_costs_less_than_its_numbers_would() -> None:
    catalogue = Catalogue.of(libraries()["sample"])
    whole = columns(table_of(catalogue.library, catalogue), catalogue.library, catalogue)
    column = whole["facets"]["method"]["places"]
    plain = json.dumps(unpack(column, len(column) // 2))
    assert len(gzip.compress(column.encode())) < len(gzip.compress(plain.encode()))
