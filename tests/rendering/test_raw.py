"""What the sanitiser takes from the author's own HTML, and where."""

import pytest

from tests.rendering.tools import body, html


def removed(markdown: str) -> list[tuple[str, int, int]]:
    return [(r.what, r.line, r.column) for r in body(markdown).removals]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("甲<script>x</script>", [("<script>", 1, 2)]),
        ("甲 <b onclick=x>乙</b>", [("onclick", 1, 6)]),
        ("<p\nclass='x'\nstyle='y'>甲</p>", [("class", 2, 1), ("style", 3, 1)]),
        ("<P ID=x>甲</P>", [("id", 1, 4)]),
        ("<iframe src=x></iframe>", [("<iframe>", 1, 1)]),
        ('<script class="footnote-ref">x</script>', [("<script>", 1, 1)]),
        ('<div class="markdown-alert">甲</div>', [("class", 1, 6)]),
        ("<img src=x srcset=y>", [("srcset", 1, 12)]),
        ("<?php x ?>", [("<?php>", 1, 1)]),
        ("> <font color=red>甲</font>", [("<font>", 1, 3)]),
        ("甲[^1] <i id=a>乙</i>\n\n[^1]: <i id=a>丙</i>\n", [("id", 1, 10), ("id", 3, 10)]),
        ("[^1]: <i id=a>丙</i>\n\n甲[^1] <u id=b>乙</u>\n", [("id", 1, 10), ("id", 3, 10)]),
        ("<table>\n<tr><td style=x>1</td></tr>\n</table>\n", [("style", 2, 9)]),
    ],
)
def test_removal(source: str, expected: list[tuple[str, int, int]]) -> None:
    assert removed(source) == expected


@pytest.mark.parametrize(
    "source",
    [
        "<table><tr><td rowspan=2 colspan=3 align=right valign=top>1</td></tr></table>",
        "H<sub>2</sub>O <br> <kbd>A</kbd> <ruby>质<rt>zhì</rt></ruby>",
        "<!-- 备注 <script> -->",
        "<details open><summary>甲</summary>乙</details>",
        "`<script>` \\<script>\n\n    <script>\n\n```\n<b onclick=x>\n```\n",
        "$<b onclick=x>$",
        "# 甲\n\n> [!NOTE]\n> 乙[^1]\n\n[^1]: 丙\n",
        "$x$ $$y$$\n\n```python\nz\n```\n\n术语\n\n: 义\n",
        "| a |\n|:-:|\n| ~~b~~ |\n\n![c](d)\n\n1. e\n\n<https://a.example>",
    ],
)
def test_nothing_removed(source: str) -> None:
    assert removed(source) == []


def test_places_pass_over_code() -> None:
    text = "`<b id=x>` <b id=x>甲</b>\n\n```\n<b id=x>\n```\n\n<b id=x>乙</b>\n"
    assert removed(text) == [("id", 1, 15), ("id", 7, 4)]


def test_lines_are_lines_of_the_file() -> None:
    assert [r.line for r in body("甲\n\n<font>乙</font>", first_line=40).removals] == [42]


def test_script_content_is_not_judged_and_not_shown() -> None:
    text = "甲 <script>document.write('<b onclick=x>')</script> 乙"
    assert removed(text) == [("<script>", 1, 3)]
    assert html(text) == "<p>甲  乙</p>"


def test_what_is_reported_is_what_vanishes() -> None:
    rendered = html("<p class=a id=b title=c onclick=d>甲</p>")
    assert rendered == '<p title="c">甲</p>'


def test_unsafe_address_is_a_link_and_no_removal() -> None:
    rendered = body("<a href=javascript:x>甲</a>")
    assert rendered.removals == ()
    assert [link.target for link in rendered.links] == ["javascript:x"]


def test_html_nested_too_deep_is_shown_as_text() -> None:
    rendered = body("<b>" * 300 + "甲\n\n<i>乙</i>")
    assert "&lt;b&gt;" in rendered.html
    assert "<i>" not in rendered.html
