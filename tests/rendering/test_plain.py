"""The short way gives what the long one gives, for every body that it takes."""

from unittest.mock import patch

import pytest
from hypothesis import given, settings

from generator.library.body import Body
from generator.rendering import markdown as rendering
from generator.rendering.options import clean_source
from generator.rendering.plain import plain_headed
from tests.rendering.test_recognising import FOREIGN, MARKUP, ORDINARY

CASE = """前言。

## 一、概况

甲[^1]**乙**，
丙[^注]。[^1]

### （一）做法 `x`

表：指标

| 甲 | 乙 |
|:-:|--|
| 1 | **2** |

- 甲
- 乙
  换行

***

> 引

## 二、成效[^2]
甲  \n乙

[^1]: 注

    - 项

[^注]: 注[^1]
[^2]: 注
"""
LONG_WAY = [
    "# 甲\n\n[乙](b.md)\n",
    "# 甲\n\n[乙]\n\n[乙]: b.md\n",
    "# 甲\n\n![乙](b.png)\n",
    "# 甲\n\n$x$\n",
    "> [!NOTE]\n> 甲\n",
    "```\n# 甲\n```\n\n乙\n===\n",
    "甲\n===\n",
    " # 甲\n",
    "- # 甲\n",
    "> # 甲\n",
    "[^1]\n\n[^1]: 注\n\n    # 甲\n",
    "# 甲\r\n",
    "<b>甲</b>\n",
]


def way(markdown: str, *, numbered: bool, is_short: bool) -> Body:
    """Render by either way."""
    chosen = plain_headed if is_short else lambda *_, **__: None
    with patch.object(rendering, "plain_headed", chosen):
        return rendering.render(markdown, first_line=9, publish=lambda _: None, numbered=numbered)


def check(markdown: str) -> None:
    for numbered in (False, True):
        short = way(markdown, numbered=numbered, is_short=True)
        long = way(markdown, numbered=numbered, is_short=False)
        assert short == long
        assert [s.characters for s in short.sections] == [s.characters for s in long.sections]


@settings(max_examples=1000, deadline=None)
@given(MARKUP)
def test_both_ways_give_the_same(markdown: str) -> None:
    check(markdown)


@pytest.mark.parametrize("markdown", [CASE, *ORDINARY, *LONG_WAY, *FOREIGN])
def test_both_ways_give_the_same_of(markdown: str) -> None:
    check(markdown)


def test_an_ordinary_case_goes_the_short_way() -> None:
    headed = plain_headed(CASE, 9, numbered=True)
    assert headed
    assert [(one.text, one.line) for one in headed.headings] == [
        ("概况", 11),
        ("做法 x", 16),
        ("成效", 32),
    ]


@pytest.mark.parametrize("markdown", LONG_WAY)
def test_what_needs_positions_goes_the_long_way(markdown: str) -> None:
    assert plain_headed(clean_source(markdown), 1, numbered=True) is None
