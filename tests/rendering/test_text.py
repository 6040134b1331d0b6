"""Plain text of HTML."""

import pytest

from generator.rendering.sanitising import TAGS
from generator.rendering.text import one_line, plain_text

INLINE = [
    "a",
    "abbr",
    "b",
    "bdi",
    "bdo",
    "cite",
    "code",
    "del",
    "dfn",
    "em",
    "i",
    "ins",
    "kbd",
    "mark",
    "q",
    "rp",
    "rt",
    "ruby",
    "s",
    "samp",
    "small",
    "span",
    "strong",
    "sub",
    "sup",
    "time",
    "u",
    "var",
    "wbr",
]


def test_inline_elements_join_and_blocks_part() -> None:
    assert one_line("<td>a</td><td>b<b>c</b>d</td>") == "a bcd"


@pytest.mark.parametrize("name", INLINE)
def test_an_inline_element_does_not_part_a_word(name: str) -> None:
    assert plain_text(f'1<{name} title="x">2</{name}>3') == "123"


@pytest.mark.parametrize("name", sorted(TAGS - set(INLINE)))
def test_every_other_element_does(name: str) -> None:
    assert plain_text(f"1<{name}>2</{name}>\n<{name}>3").split() == ["1", "2", "3"]


def test_entities_are_decoded_once() -> None:
    assert plain_text("a &amp;lt; b") == "a &lt; b"


def test_footnote_marks_are_left_out() -> None:
    assert plain_text('甲<sup class="footnote-ref"><a href="#fn-1">1</a></sup>乙') == "甲乙"
