"""The finder of a built site, read in Python."""

from pathlib import Path

import pytest

from generator.search import results, store
from generator.search.built import Built, Cases
from generator.search.columns import write_columns
from generator.search.facets import FacetName
from generator.search.passages import Piece
from generator.search.query import parse
from generator.search.table import table_of
from tests.search.answering import Published, published


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> Published:
    return published(tmp_path_factory.mktemp("built"), 40)


def test_names_in_files_apart_are_names_in_the_one_file(held: Published, tmp_path: Path) -> None:
    whole = Built(held.site).cases
    table = table_of(held.catalogue.library, held.catalogue)
    columns, *_ = write_columns(store.Shelf(tmp_path, {}), table, held.catalogue, limit=1)
    apart = Cases(store.get_json(tmp_path, columns), tmp_path)
    assert "names" not in store.get_json(tmp_path, columns)
    assert [apart.row(row) for row in range(40)] == [whole.row(row) for row in range(40)]
    assert [apart.names(row) for row in range(40)] == [whole.names(row) for row in range(40)]


def test_a_row_is_its_case(held: Published) -> None:
    built = Built(held.site)
    table = table_of(held.catalogue.library, held.catalogue)
    for row, case_id in enumerate(table.ids):
        case = held.catalogue.library.cases[case_id]
        shown = built.row("case", row)
        title = case.front.title or case.front.enterprise
        assert (shown.title, shown.who) == (title, case.front.enterprise)
        assert shown.uri == f"cases/{case_id}/"
        assert shown.about[0] == f"{case.front.year} 年"
        assert built.cases.has_text(row) is not case.body.is_empty


def test_rows_are_chosen_by_terms_and_by_those_above(held: Published) -> None:
    cases = Built(held.site).cases
    table = table_of(held.catalogue.library, held.catalogue)
    for name in FacetName:
        facet = table.facets[name]
        for place, node in enumerate(facet.nodes):
            if name != FacetName.REGION or "." not in node.value:
                assert place in cases.places(name, node.value)
            chosen = cases.where(name, [place])
            for row, places in enumerate(facet.of):
                above = set(places)
                for one in places:
                    at = one
                    while (at := facet.nodes[at].parent) >= 0:
                        above.add(at)
                assert chosen[row] == (place in above)
    assert not cases.where(FacetName.YEAR, []).any()


def test_of_very_many_rows_only_those_shown_are_proved(
    held: Published, monkeypatch: pytest.MonkeyPatch
) -> None:
    built = Built(held.site)
    looked_at: list[str] = []

    def pieces(uri: str) -> tuple[Piece, ...]:
        looked_at.append(uri)
        return (Piece("质量管理"),)

    monkeypatch.setattr(results, "MOST_PROVED", 0)
    monkeypatch.setattr(built, "pieces", pieces)
    query = parse("质量管理")
    found = results.find(built, query, "case", {}, 3)
    assert found.is_about
    assert found.total == held.answer("质量管理").mask.sum()
    assert len(found.hits) == 3
    assert len(set(looked_at)) <= 3
    monkeypatch.setattr(results, "MOST_PROVED", 1000)
    assert not results.find(built, query, "case", {}, 3).is_about
    assert len(set(looked_at)) > 3
