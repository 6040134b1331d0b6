from pathlib import Path

import pytest

from generator.search import folding
from generator.search.folding import fold
from tests.bench.search.ours import lines_of
from tests.bench.search.scoring import Truth
from tests.bench.search.texts import (
    prepare,
    read_folded,
    read_queries,
    read_texts,
    text_of,
    write_queries,
)
from tests.search.corpus import make
from tests.search.reference import Asked

COUNT = 6
ASKED = (
    Asked("everyday", "质量", ("质量",)),
    Asked("several", "质量 经验", ("质量", "经验")),
    Asked("absent", "甪里先生", ("甪里先生",)),
    Asked("title", make(2).title, (make(2).title,)),
)


@pytest.fixture(scope="module")
def work(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, tuple[Truth, ...]]:
    folder = tmp_path_factory.mktemp("texts")
    return folder, prepare(folder, COUNT, ASKED, 2)


Work = tuple[Path, tuple[Truth, ...]]


def test_every_engine_gets_every_case(work: Work) -> None:
    texts = list(read_texts(work[0]))
    assert texts == [text_of(make(key), key) for key in range(COUNT)]
    assert [one["key"] for one in read_folded(work[0])] == list(range(COUNT))


def test_truth_is_what_plain_comparison_says(work: Work) -> None:
    for asked, truth in zip(ASKED, work[1], strict=True):
        wanted = [fold(word) for word in asked.wanted]
        held = {
            text.key
            for text in read_texts(work[0])
            if all(any(word in fold(piece) for piece in text.pieces()) for word in wanted)
        }
        assert truth.rows == held
        assert truth.named <= truth.rows
    assert work[1][0].rows
    assert work[1][2].rows == frozenset()
    assert work[1][3].named == {2}


def test_our_index_reads_the_same_texts_line_by_line(work: Work) -> None:
    lines = lines_of(work[0])
    assert len({line.digest() for line in lines}) == COUNT
    for line, text in zip(lines, read_texts(work[0]), strict=True):
        assert line.text() == folding.APART.join(text.pieces())
        names = make(text.key).names()
        assert line.named() == "·".join(folded for name in names if (folded := fold(name)))


def test_queries_are_handed_over_without_their_answers(work: Work) -> None:
    write_queries(*work)
    assert read_queries(work[0])[1] == {
        "text": "质量 经验",
        "words": ["质量", "经验"],
        "kind": "several",
    }
