"""Soft line breaks."""

import pytest

from tests.rendering.tools import html


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("质量\n管理", "质量管理"),
        ("质量，\n管理", "质量，管理"),
        ("他说：\n“好”", "他说：“好”"),
        ("“好”\n的", "“好”的"),
        ("quality\nmanagement", "quality\nmanagement"),
        ("said “x”\n“y” more", "said “x”\n“y” more"),
        ("质量\nTQM", "质量\nTQM"),
        ("TQM\n质量", "TQM\n质量"),
        ("**粗**\n体", "<strong>粗</strong>体"),
        ("粗\n**体**", "粗<strong>体</strong>"),
        ("**粗**\n*体*", "<strong>粗</strong><em>体</em>"),
        ("**粗**\nA", "<strong>粗</strong>\nA"),
        ("甲[乙](x)\n丙", '甲<a href="x">乙</a>丙'),
        ("甲\n\U00020000", "甲\U00020000"),
        ("甲  \n乙", "甲<br>\n乙"),
    ],
)
def test_break(source: str, shown: str) -> None:
    assert html(source) == f"<p>{shown}</p>"


def test_code_keeps_its_lines() -> None:
    assert html("```\n质量\n管理\n```") == "<pre><code>质量\n管理\n</code></pre>"


def test_lines_beside_code_are_joined() -> None:
    assert html("    甲\n    乙\n\n丙\n丁\n") == "<pre><code>甲\n乙\n</code></pre>\n<p>丙丁</p>"
