"""The short way reads what libyaml reads, or leaves it to libyaml."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.reading.front_matter import split
from generator.reading.plain_yaml import MAX_OPEN, Block, read_plain
from generator.reading.yaml_reader import read_yaml
from tests.reading.toy import CASE, NOTICE

TO_LIBYAML = "\n#\t"
"""A comment with a tab means nothing, and the short way refuses tabs."""

VALUES = (
    *("x", "x y ", "质量：管理", "06", "-1.5", "a:b", "https://x.org/#y", "x#y", "...", "=", "~"),
    *("null", "'x'", "'a: b' ", "''", '"x #y"', '"null"', "[]", "[ ]", "[a, b-c , ~]", "[\u3000]"),
    # What is left to libyaml, rightly read or rightly refused.
    *("x #y", "x: y", "x:", "- x", "-", "?", "&a x", "*a", "!t x", "|", ">", "'it''s'", '"\\n"'),
    *("[a", "[a,,b]", "['a']", "{a: b}", "@x", "`x", "%x", "'x' y", '"', "x\ty", "\x85", "\ufeff"),
)  # fmt: skip
KEYS = ("a", "b", "$schema", "2019", "x-y", "null", "")
LINES = st.one_of(
    st.builds(
        lambda margin, dash, key, value: (
            f"{margin}{dash}{key and key + ':'}{' ' * bool(key)}{value}"
        ),
        st.sampled_from(["", "", "", "  ", "  ", "    ", " "]),
        st.sampled_from(["", "", "- ", "- - ", "-  "]),
        st.sampled_from(KEYS),
        st.sampled_from(["", *VALUES]),
    ),
    st.sampled_from(["", "  ", "# x", "  # x: y", "---", "...", "<<: x", "a : x", "a:x", "质: x"]),
)


def by_libyaml(text: str) -> object:
    """Read a text whole, by libyaml; there must be no fault."""
    outcome = read_yaml(text + TO_LIBYAML, "a.yml")
    assert outcome.faults == ()
    assert outcome.value is not None
    return outcome.value.root


def check(text: str) -> Block | None:
    found = read_plain(text)
    if found is not None:
        assert found == by_libyaml(text)
    return found


@settings(max_examples=600)
@given(st.lists(LINES, max_size=8))
def test_any_lines(lines: list[str]) -> None:
    check("\n".join(lines))


@settings(max_examples=300)
@given(st.text(alphabet="ab1:-[],#'\" \n\t~质", max_size=40))
def test_any_text(text: str) -> None:
    check(text)


@pytest.mark.parametrize("value", VALUES)
def test_every_value_everywhere(value: str) -> None:
    for text in (
        f"a: {value}",
        f"- {value}",
        f"a:\n- b: {value}\n  c: x",
        f"a:\n  b:\n  - {value}",
    ):
        check(text)


@pytest.mark.parametrize("text", [CASE, NOTICE])
def test_an_ordinary_front_matter_goes_the_short_way(text: str) -> None:
    parts = split(text, "a.md").value
    assert parts is not None
    assert check(parts.block)


def test_lists_and_mappings_in_each_other() -> None:
    text = (
        "a:\n- b: 1\n  c:\n    2019: 1.5\n  d:\n  - x\n- b: 2\ne: [x, y]\nf:\n  g:\n    h:\ni: ''\n"
    )
    expected = {
        "a": [{"b": "1", "c": {"2019": "1.5"}, "d": ["x"]}, {"b": "2"}],
        "e": ["x", "y"],
        "f": {"g": {"h": None}},
        "i": "",
    }
    assert check(text) == expected
    assert check("- a: 1\n  b: 2\n- c\n") == [{"a": "1", "b": "2"}, "c"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# x",
        "x",
        "a: 1\na: 2",
        "a: 1\n b: 2",
        "a: 1\n  x",
        "a:\n  - b\n  c: 1",
        "- ",
        "a: &x 1",
    ],
)
def test_what_is_libyamls(text: str) -> None:
    assert read_plain(text) is None


def test_deeper_blocks_are_libyamls() -> None:
    def nested(depth: int) -> str:
        return "\n".join(" " * number + "a:" for number in range(depth))

    assert check(nested(MAX_OPEN - 1)) is not None
    assert check(nested(MAX_OPEN)) is None


@pytest.mark.parametrize(
    "unit", [":", "x:", " ", "- ", "[", "b,", "'", "#", " #", "\n", "a:\n", "a: "]
)
def test_hostile_repetition_ends(unit: str) -> None:
    for before in ("", "a: ", "a: [", "- "):
        check(before + unit * (60_000 // len(unit)))
