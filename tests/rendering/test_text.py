"""Plain text of HTML."""

from generator.rendering.text import one_line, plain_text


def test_inline_elements_join_and_blocks_part() -> None:
    assert one_line("<td>a</td><td>b<b>c</b>d</td>") == "a bcd"


def test_entities_are_decoded_once() -> None:
    assert plain_text("a &amp;lt; b") == "a &lt; b"


def test_footnote_marks_are_left_out() -> None:
    assert plain_text('甲<sup class="footnote-ref"><a href="#fn-1">1</a></sup>乙') == "甲乙"
