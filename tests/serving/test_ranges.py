"""Parts of files: what players ask for, and whatever else a header may hold."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.serving.ranges import UnsatisfiableError, wanted_part


@pytest.mark.parametrize(
    ("header", "part"),
    [
        ("bytes=0-", range(10)),
        ("bytes=0-0", range(1)),
        ("bytes=4-6", range(4, 7)),
        ("bytes=4-99", range(4, 10)),
        ("bytes=-3", range(7, 10)),
        ("bytes=-99", range(10)),
    ],
)
def test_parts(header: str, part: range) -> None:
    assert wanted_part(header, 10) == part


@pytest.mark.parametrize(
    "header", ["", "bytes=-", "bytes=5-2", "bytes=1-2,4-5", "items=1-2", "bytes=a-b", "bytes=１-"]
)
def test_what_is_no_single_range_is_the_whole_file(header: str) -> None:
    assert wanted_part(header, 10) is None


@pytest.mark.parametrize("header", ["bytes=10-", "bytes=99-100", "bytes=-0"])
def test_nothing_of_the_file(header: str) -> None:
    with pytest.raises(UnsatisfiableError):
        wanted_part(header, 10)


@given(st.text() | st.from_regex(r"bytes=\d*-\d*"), st.integers(0, 1000))
def test_a_part_lies_in_the_file(header: str, size: int) -> None:
    try:
        part = wanted_part(header, size)
    except UnsatisfiableError:
        return
    assert part is None or (0 <= part.start < part.stop <= size and part.step == 1)
