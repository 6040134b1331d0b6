"""Texts as keys are made from them: what folding gives, and no text between the two."""

from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.search import folding
from generator.search.flow import flow
from generator.search.folding import APART, fold
from generator.search.keys import OFTEN, TRIGRAMS, UNIT, is_among, keys_of, units
from generator.search.traditional import has_traditional

TEXTS = st.text(
    st.sampled_from(
        "质量品質管理a1Bz9 \n\u3000，。·<&ｱﾞe\u0301\u2f00㈱㊖𠀀\U0002f800ΑΣ\u00ad\u200b\ud800İ가"
    )
    | st.characters(),
    max_size=40,
)


@pytest.fixture(params=["few", "many"], autouse=True)
def _looked_up(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Fold a few texts by the steps, and many by a table."""
    monkeypatch.setattr(folding, "_FEW", 10**9 if request.param == "few" else 0)


def runs(text: str) -> list[list[int]]:
    return [units(run).tolist() for run in fold(text).split(APART) if run]


def expected(text: str) -> Counter[int]:
    """Count the keys of a text as `keys.py` describes them."""
    found: Counter[int] = Counter()
    for run in runs(text):
        found.update(first << 16 | second for first, second in pairwise([*run, 0]))
        for three in zip(run, run[1:], run[2:], strict=False):
            letters = "".join(map(chr, three))
            if letters.isascii() and letters.isalnum():
                found[TRIGRAMS + int(letters, 36)] += 1
    return found


@given(TEXTS)
def test_a_flow_is_the_folded_text(text: str) -> None:
    found, may_be_traditional = flow(text)
    shown = "".join(map(chr, (found & UNIT).tolist()))
    assert [part for part in shown.split("\0") if part] == [
        "".join(map(chr, run)) for run in runs(text)
    ]
    assert shown.endswith("\0")
    assert may_be_traditional or not has_traditional([text])


@given(TEXTS)
def test_keys_are_those_of_every_run(text: str) -> None:
    keys, is_often = keys_of(flow(text * 3)[0])
    counts = expected(text * 3)
    assert keys.tolist() == sorted(counts)
    assert is_often.tolist() == [counts[key] >= OFTEN for key in keys.tolist()]


@given(TEXTS, TEXTS)
def test_keys_among_others_are_told(one: str, other: str) -> None:
    keys, few = keys_of(flow(one)[0])[0], keys_of(flow(other)[0])[0]
    assert is_among(few, keys).tolist() == [key in set(few.tolist()) for key in keys.tolist()]


def test_a_simplified_text_is_known_to_be_none(request: pytest.FixtureRequest) -> None:
    is_known = "many" in request.node.name
    assert flow("质量管理，2022 年")[1] is not is_known
    assert flow("品質管理")[1]
