"""Which cases answer a query, and in which order."""

from collections.abc import Iterator

import numpy as np
import pytest

from generator.search.answer import answer
from generator.search.facets import FacetName
from generator.search.folding import fold
from generator.search.names import listed
from generator.search.nearest import Near, nearest
from generator.search.query import Query, parse
from generator.search.segment import Kind
from generator.search.store import DamagedError
from generator.search.table import table_of
from tests.search.answering import Published, published


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> Published:
    return published(tmp_path_factory.mktemp("answering"), 60)


def matching(held: Published, query: Query) -> list[int]:
    """Give the rows that answer by the plain rule."""
    return [
        row
        for row, pieces in enumerate(held.pieces)
        if all(any(word.folded in piece for piece in pieces) != word.is_not for word in query.words)
    ]


def test_200_queries_find_what_the_texts_hold(held: Published) -> None:
    wrong = []
    found_any = 0
    for text in held.queries(1, 200):
        found, truth = held.answer(text), matching(held, parse(text))
        possible = set(np.flatnonzero(found.mask).tolist())
        proved = sorted(held.proved(found))
        found_any += bool(truth)
        if not possible.issuperset(truth) or proved != truth:
            wrong.append((text, proved, truth))
        if found.is_exact and possible != set(truth):
            wrong.append((text, sorted(possible), truth))
    assert wrong == []
    assert found_any > 60


def places(held: Published) -> list[list[tuple[int, list[str]]]]:
    """Give for every row what its names count, from the library itself, the best first."""
    catalogue = held.catalogue
    table = table_of(catalogue.library, catalogue)

    def terms(name: FacetName, row: int) -> Iterator[str]:
        facet = table.facets[name]
        waiting = list(facet.of[row])
        while waiting:
            node = facet.nodes[waiting.pop()]
            yield from map(fold, (node.label, *node.others))
            waiting += [node.parent] if node.parent >= 0 else []

    found = []
    rest = [name for name in FacetName if name != FacetName.METHOD]
    for row, case_id in enumerate(table.ids):
        case, firm = catalogue.library.cases[case_id], catalogue.enterprises[case_id]
        labels = [fold(case.id), *(label for name in rest for label in terms(name, row))]
        firms = [fold(name) for name in (case.front.enterprise, firm.name, *firm.other_names)]
        methods = list(terms(FacetName.METHOD, row))
        title = [fold(case.front.title)]
        found.append([(400, firms), (300, title), (200, methods), (150, labels)])
    return found


def scored(names: list[tuple[int, list[str]]], word: str) -> int:
    for score, those in names:
        if any(word in name for name in those):
            return 500 if score == 400 and word in those else score
    return 0


def test_scores_follow_the_places(held: Published) -> None:
    tiers = set()
    known = places(held)
    for text in [*held.words(2, 200), *(pieces[1] for pieces in held.pieces[:10])]:
        found = held.answer(text)
        for row in found.rows:
            expected = scored(known[row], found.finds[0].word.folded)
            in_text = 20 if found.finds[0].has[row] == 2 else 10
            assert found.scores[row] == (expected or in_text), (text, row)
            tiers.add(int(found.scores[row]))
    assert {500, 400, 300, 200, 150, 20, 10} <= tiers


def test_order_is_score_then_newest(held: Published) -> None:
    for text in held.queries(3, 40):
        found = held.answer(text)
        keys = [(found.scores[row], row) for row in found.rows]
        assert keys == sorted(keys, reverse=True)


def test_what_names_prove_needs_no_text(held: Published) -> None:
    title = next(pieces[0] for pieces in held.pieces if len(pieces[0]) > 6)
    found = held.answer(title[1:7])
    row = next(row for row, pieces in enumerate(held.pieces) if pieces[0] == title)
    assert found.scores[row] == 300
    assert found.unproven(row) == ()


def test_a_negative_word_that_a_name_holds_drops_the_row(held: Published) -> None:
    whole = held.answer("")
    assert whole.mask.all()
    firm = next(pieces[1] for pieces in held.pieces)
    found = held.answer(f"-{firm}")
    assert not found.mask[0]
    assert not any(found.unproven(row) for row in found.rows if firm in held.pieces[row])


def test_letters_find_names_by_their_sound_only_when_nothing_else_does(held: Published) -> None:
    found = held.answer("hubei")
    assert found.by_pinyin
    named = {row for row, pieces in enumerate(held.pieces) if any("湖北" in one for one in pieces)}
    assert set(found.rows) <= named
    assert found.rows
    assert not held.answer("fmea").by_pinyin
    assert not held.answer("vvvvv").by_pinyin
    assert held.answer("-hubei").mask.all()


def test_traditional_characters_find_simplified_ones(held: Published) -> None:
    assert held.answer("質量").rows == held.answer("质量").rows != []


def test_without_an_index_the_names_answer(held: Published) -> None:
    found = answer(parse("湖北"), None, held.searched)
    assert found.is_exact
    assert found.rows
    assert set(found.scores[found.mask].tolist()) <= {500, 400, 300, 200, 150}


def test_a_list_of_names_is_searched_alike() -> None:
    videos = listed(None, [("六西格玛讲解", "海尔集团"), ("海尔的六西格玛",), ("其他",)])
    found = answer(parse("六西格玛 海尔"), None, videos)
    assert found.rows == [1, 0]
    assert found.scores.tolist() == [450, 600, 0]


def test_an_index_of_another_build_is_refused(held: Published) -> None:
    with pytest.raises(DamagedError, match="同一次生成"):
        answer(parse("质量"), held.index, listed(Kind.CASE, [("one",)]))


def test_the_nearest_names_are_offered(held: Published) -> None:
    found = held.answer("六西格码")
    assert [word.shown for word in found.lost] == ["六西格码"]
    near = nearest(["六西格码"], held.searched)
    assert near[0].kind == "method"
    assert "六西格玛" in near[0].label
    assert len([one for one in near if one.kind == "method"]) <= 3


def test_nothing_is_offered_when_nothing_is_near(held: Published) -> None:
    assert nearest(["鑫鑫", "x", "魑魅魍魉"], held.searched) == ()
    assert nearest([], held.searched) == ()


def test_a_firm_is_near_by_what_sets_it_apart(held: Published) -> None:
    group = next(group for group in held.searched.groups if group.key == "enterprise")
    name = max((names[0] for names in group.names), key=len)
    assert Near("enterprise", name) in nearest([fold(name)[:-1] + "厂"], held.searched)
