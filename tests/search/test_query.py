"""What a query asks for."""

import json
import time
from pathlib import Path
from typing import Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.search.query import LONGEST, MOST_WORDS, Query, Word, parse

GOLDEN: Final = json.loads(
    (Path(__file__).parent / "queries.golden.json").read_text(encoding="utf-8")
)
TYPED: Final = st.text(
    st.one_of(
        st.sampled_from(' "“”「」-－−\u3000\t铸質量a1·,。'),
        st.characters(exclude_categories=["Cn"]),
    )
)
"""Characters that mean something here, and all others, lone surrogates too."""


def as_json(query: Query) -> list[dict[str, Any]]:
    return [
        {"shown": word.shown, "folded": word.folded, "is_not": word.is_not} for word in query.words
    ]


@pytest.mark.parametrize("case", GOLDEN, ids=lambda case: case["why"])
def test_golden_file(case: dict[str, Any]) -> None:
    assert as_json(parse(case["text"])) == case["words"]


@given(TYPED)
def test_any_text_is_a_query(text: str) -> None:
    words = parse(text).words
    assert len(words) <= MOST_WORDS
    assert len({(word.folded, word.is_not) for word in words}) == len(words)
    for word in words:
        assert word.folded
        word.shown.encode()  # no half of a character: it goes into an address


@given(st.lists(st.text("铸質量ab12-", min_size=1), max_size=8))
def test_words_are_what_stands_between_spaces(typed: list[str]) -> None:
    words = parse(" ".join(typed)).words
    assert {word.folded for word in words} <= {
        parse(f'"{text}"').words[0].folded for text in typed if text.strip("-")
    }


@pytest.mark.parametrize(
    "text", ["质" * 100_000, '"' * 100_000, "- " * 50_000, "\ud800" * 100_000, "a-" * 50_000]
)
def test_100_kb_cost_nothing(text: str) -> None:
    started = time.perf_counter()
    assert all(len(word.shown) <= LONGEST for word in parse(text).words)
    assert time.perf_counter() - started < 0.5


def test_positive_words_are_those_that_must_occur() -> None:
    assert parse("六西格玛 -湖北").positive == (Word("六西格玛", "六西格玛"),)
