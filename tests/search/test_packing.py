"""Numbers as text: what is written is read again, in Python and in the browser."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.search.packing import pack, unpack
from tests.search.javascript import run

EXAMPLES = [[], [0], [56], [57], [0, 57**2], [5, 0, 3249, 100_000], list(range(200)), [57**4]]


@given(st.lists(st.integers(0, 2**31 - 1)))
def test_what_is_written_is_read_again(values: list[int]) -> None:
    text = pack(values)
    assert unpack(text, len(values)) == values
    assert json.dumps(text) == f'"{text}"'


@pytest.mark.needs("node")
def test_the_browser_reads_the_same() -> None:
    given_texts = [[pack(values), len(values)] for values in EXAMPLES]
    body = "return given.map((pair) => Array.from(unpack(pair[0], pair[1])));"
    assert run(["40-columns.js"], body, given_texts) == EXAMPLES


def test_like_digits_stand_together() -> None:
    assert pack([0, 1, 57, 58]) == "##$$#$#$"
