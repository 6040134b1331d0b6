"""Headings that skip a level, references without footnote."""

import pytest

from generator.library.body import Body, Heading
from generator.library.rules.structure import check_structure
from generator.rendering.markdown import render
from tests.library.rules.samples import FIRST_LINE, lines, source


def found(markdown: str) -> list[str]:
    body = render(markdown, first_line=FIRST_LINE, publish=lambda _address: None)
    return lines(check_structure("cases/2022/2022-001.md", body, source(markdown)))


@pytest.mark.parametrize(
    ("levels", "faults"),
    [
        ((2, 3, 4, 2, 3), []),
        ((2, 4, 4), ["heading-level 2:1"]),
        ((2, 3, 6, 2, 4), ["heading-level 3:1", "heading-level 5:1"]),
        ((3, 2), ["heading-level 1:1"]),
        ((), []),
    ],
)
def test_headings_skip_no_level(levels: tuple[int, ...], faults: list[str]) -> None:
    headings = tuple(Heading(level, "概况", "概况", n) for n, level in enumerate(levels, 1))
    body = Body(html="<p>", headings=headings)
    assert lines(check_structure("a.md", body, source())) == faults


@pytest.mark.parametrize(
    ("markdown", "faults"),
    [
        ("质量[^1]。\n\n[^1]: 注。", []),
        ("正文。\n\n质量[^9]。", ["footnote-missing 12:3"]),
        ("质量[^9]和[^9]，成本[^甲]。", ["footnote-missing 10:3", "footnote-missing 10:15"]),
        ("写法是 `[^9]`。", []),
        ("写法是 `[^9]`，此处[^9]。", ["footnote-missing 10:14"]),
        ("```\n[^9]\n```\n\n此处[^9]。", ["footnote-missing 14:3"]),
        ("```\n[^9]\n```", []),
        (r"写法是 \[^9]。", []),
        ("公式 $x[^2]$。", []),
        ("质量[^&]。", ["footnote-missing 10:3"]),
    ],
)
def test_references_have_their_footnote(markdown: str, faults: list[str]) -> None:
    assert found(markdown) == faults
