"""The columns in the browser: rows, orders, totals and counts against a plain reference."""

import random
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, Final

import pytest

from generator.catalogue.catalogue import Catalogue
from generator.search.columns import BLOCK, columns, name_blocks, order
from generator.search.facets import FacetName, Table
from generator.search.table import table_of
from tests.search.facet_reference import FACETS, SORTS, FacetReference
from tests.search.facet_samples import sample_library
from tests.search.javascript import run

pytestmark = pytest.mark.needs("node")

COMBINATIONS: Final = 600
_COMBINE: Final = """
  const columns = openColumns(given.columns);
  columns.setTitleOrder(given.order);
  const names = Object.keys(columns.facets);
  return given.asked.map(function (asked) {
    const mask = asked.mask && Uint8Array.from(asked.mask);
    const found = columns.look(asked.selection, mask);
    const tally = found.counts;
    const counts = { video: { yes: tally.video[0] }, text: { yes: tally.text[0] } };
    names.forEach(function (name) {
      counts[name] = {};
      columns.facets[name].nodes.forEach(function (node, at) {
        counts[name][node.value] = tally[name][at];
      });
    });
    const rows = Array.from(columns.sorted(found.rows, asked.sort, asked.scores));
    return { rows: rows, total: found.rows.filter(Boolean).length, counts: counts };
  });
"""


@cache
def sampled() -> tuple[Table, Catalogue, FacetReference]:
    """Give the synthetic library once."""
    catalogue = Catalogue.of(sample_library())
    return table_of(catalogue.library, catalogue), catalogue, FacetReference(catalogue)


def _asked(table: Table, reference: FacetReference) -> list[dict[str, Any]]:
    chance = random.Random("masks")
    asked = []
    for selection in reference.selections("columns", COMBINATIONS):
        share = chance.choice((None, 0.0, 0.02, 0.5, 0.9))
        mask = None if share is None else [int(chance.random() < share) for _ in table.ids]
        scores = [chance.choice((0, 10, 20, 300, 310, 900)) for _ in table.ids]
        sort = chance.choice(SORTS)
        asked.append({"selection": selection, "mask": mask, "sort": sort, "scores": scores})
    return asked


def _expected(table: Table, reference: FacetReference, asked: Mapping[str, Any]) -> dict[str, Any]:
    rows = {case_id: row for row, case_id in enumerate(table.ids)}
    mask = asked["mask"]
    held = None if mask is None else frozenset(name for name, row in rows.items() if mask[row])
    scores = {name: asked["scores"][row] for name, row in rows.items()}
    answer = reference.answer(asked["selection"], held, asked["sort"], scores)
    found = [rows[name] for name in answer.ids]
    return {"rows": found, "total": len(found), "counts": answer.counts}


def test_random_combinations_are_answered_as_by_the_reference() -> None:
    table, catalogue, reference = sampled()
    assert len(table.ids) >= 1000
    asked = _asked(table, reference)
    given = {
        "columns": columns(table, catalogue.library, catalogue),
        "order": order(table, catalogue),
        "asked": asked,
    }
    answers = run(["40-columns.js"], _COMBINE, given)
    expected = [_expected(table, reference, question) for question in asked]
    assert [at for at, answer in enumerate(answers) if answer != expected[at]] == []
    # The questions are worth asking: most find something, and not everything.
    partial = [found for found in expected if 0 < found["total"] < len(table.ids)]
    assert len(partial) > COMBINATIONS / 3


_DRAW: Final = """
  const columns = openColumns(given.columns);
  return Array.from({ length: columns.count }, function (_, row) {
    return [columns.id(row), columns.uri(row), columns.title(row), columns.enterprise(row),
      columns.hasText(row), columns.isDemonstration(row), columns.about(row), columns.names(row)];
  });
"""


def _drawn(table: Table, catalogue: Catalogue) -> list[list[Any]]:
    """Give what a row shows, from the library's records."""
    found = []
    library = catalogue.library
    offices = {entry.id: entry for entry in library.editions.values()}
    names_of_rows = [*table.names_of_rows()]
    for row, case_id in enumerate(table.ids):
        case = library.cases[case_id]
        known = catalogue.enterprises[case_id]
        shown = case.front.enterprise
        others = [name for name in (known.name, *known.other_names) if name != shown]
        title = case.front.title.replace("\t", " ").replace("\n", " ")
        edition = offices.get(case.edition)
        printed = {item.id: item.printed for item in edition.recommenders} if edition else {}
        office = printed.get(case.recommender, case.recommender.upper())
        level = {"national": "", "provincial": "省级", "municipal": "市级"}[case.front.level]
        fields = _narrowest(case.fields, table, row)
        about = [f"{case.front.year} 年", level, *fields, office]
        names = sorted({title, shown, *others, *names_of_rows[row]} - {""})
        uri = f"cases/{case_id}/"
        is_fictional = case.is_demonstration
        about = [label for label in about if label]
        has_text = table.has_text[row]
        found.append([case_id, uri, title, shown, has_text, is_fictional, about, names])
    return found


def _narrowest(slugs: Sequence[str], table: Table, row: int) -> list[str]:
    facet = table.facets[FacetName.FIELD]
    kept = {facet.nodes[place].value for place in facet.of[row]}
    return [slug.upper() for slug in slugs if slug in kept]


def test_a_row_is_drawn_without_another_file() -> None:
    table, catalogue, _ = sampled()
    rows = run(["40-columns.js"], _DRAW, {"columns": columns(table, catalogue.library, catalogue)})
    assert [[*row[:7], sorted(set(row[7]))] for row in rows] == _drawn(table, catalogue)


def test_unknown_values_choose_nothing_and_are_named() -> None:
    table, catalogue, _ = sampled()
    selection = {"year": ["2099", "2022"], "field": ["__proto__"], "video": True}
    body = """
      const columns = openColumns(given.columns);
      const total = (selection) => columns.look(selection).rows.filter(Boolean).length;
      return [columns.known(given.selection), total(given.selection),
        total({ year: ["2022"], video: true })];
    """
    whole = columns(table, catalogue.library, catalogue)
    given = {"columns": whole, "selection": selection}
    known, total, expected = run(["40-columns.js"], body, given)
    assert known == {**{name: [] for name in FACETS}, "year": ["2022"], "video": True}
    assert 0 < total == expected


_BLOCKS: Final = """
  const asked = [];
  let fails = true;
  const addresses = [];
  globalThis.fetch = function (address) {
    addresses.push(address);
    if (fails) { fails = false; return Promise.reject(new Error("no line")); }
    const name = address.replace(/.*[/](.*)[.](bin|json)$/, "$1");
    return Promise.resolve(new Response(JSON.stringify(given.files[name])));
  };
  const columns = (rootAddress = "../", openStore(), openColumns(given.columns));
  const shown = function (row) { return [columns.title(row), columns.enterprise(row)]; };
  const before = shown(given.last).concat(columns.canSort("enterprise"));
  columns.setTitleOrder(given.order);
  const sorted = Array.from(columns.sorted(null, "enterprise"));
  return columns.need([given.last]).catch(function (error) {
    before.push(error.reason);
    return Promise.all([columns.need([given.last, given.last - 1]), columns.need([given.last])]);
  }).then(function () {
    asked.push(shown(given.last), shown(0));
    return columns.need(new Int32Array([0, 1, given.last]));
  }).then(function () {
    asked.push(shown(0));
    return { before: before, asked: asked, sorted: sorted, isWhole: !!columns.firms,
      addresses: addresses };
  });
"""


def test_a_large_library_loads_the_names_it_shows() -> None:
    table, catalogue, _ = sampled()
    blocks = name_blocks(table, catalogue)
    names = [f"block{number}" for number in range(len(blocks))]
    last = len(table.ids) - 1
    assert len(blocks) == last // BLOCK + 1 > 2
    given = {
        "columns": columns(table, catalogue.library, catalogue, names),
        "order": order(table, catalogue, whole=False),
        "files": dict(zip(names, blocks, strict=True)),
        "last": last,
    }
    found = run(["20-store.js", "40-columns.js"], _BLOCKS, given)
    drawn = [[row[2], row[3]] for row in _drawn(table, catalogue)]
    assert not found["isWhole"]
    assert found["before"] == ["", "", False, "offline"]
    assert found["asked"] == [drawn[last], ["", ""], drawn[0]]
    # The last block twice, because the first time there was no line, and the first block once.
    assert found["addresses"] == [f"../search/data/{names[at]}.bin" for at in (-1, -1, 0)]
    expected = FacetReference(catalogue).answer({}, None, "enterprise").ids
    assert [table.ids[row] for row in found["sorted"]] == list(expected)


def test_a_library_without_cases_is_no_error() -> None:
    catalogue = Catalogue.of(sample_library(0))
    table = table_of(catalogue.library, catalogue)
    body = """
      const columns = openColumns(given.columns);
      columns.setTitleOrder(given.order);
      const found = columns.look({ year: ["2022"], video: true }, new Uint8Array(0));
      return columns.need([]).then(function () {
        return [columns.count, found.rows.length, Array.from(columns.sorted(null, "title"))];
      });
    """
    given = {
        "columns": columns(table, catalogue.library, catalogue),
        "order": order(table, catalogue),
    }
    assert run(["40-columns.js"], body, given) == [0, 0, []]
