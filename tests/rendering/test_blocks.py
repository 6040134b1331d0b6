"""Alerts and formulas."""

import pytest

from tests.rendering.tools import html


@pytest.mark.parametrize(
    ("kind", "title"),
    [
        ("NOTE", "提示"),
        ("TIP", "技巧"),
        ("IMPORTANT", "重要"),
        ("WARNING", "注意"),
        ("CAUTION", "警告"),
    ],
)
def test_alert_has_a_chinese_title(kind: str, title: str) -> None:
    assert html(f"> [!{kind}]\n> 文字") == (
        f'<div class="alert alert-{kind.lower()}" role="note">\n'
        f'<p class="alert-title">{title}</p>\n<p>文字</p>\n</div>'
    )


def test_alert_keeps_the_authors_title() -> None:
    assert '<p class="alert-title">请注意</p>' in html("> [!NOTE] 请注意\n> 文字")


def test_formula_in_a_line_keeps_its_tex() -> None:
    assert html("能力 $C_{pk}<1.33$ 时") == (
        '<p>能力 <span class="math">C_{pk}&lt;1.33</span> 时</p>'
    )


def test_formula_alone_is_a_block() -> None:
    assert html("$$\n\\frac{a}{b}\n$$") == '<div class="math">\\frac{a}{b}</div>'


def test_display_formula_inside_a_paragraph() -> None:
    assert html("即 $$x$$ 也") == '<p>即 <span class="math math-display">x</span> 也</p>'


def test_forged_formula_is_none() -> None:
    assert 'class="math"' not in html("<span data-math-style=inline>x</span>")
    assert html("<div>\n<span data-math-style=inline>x</span></div>") == (
        "<div>\n<span>x</span></div>"
    )
