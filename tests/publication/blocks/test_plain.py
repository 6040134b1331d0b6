"""The text that all forms share."""

from generator.publication.blocks.plain import caption_text, inline_text, plain_text
from generator.publication.blocks.tree import Break, Caption, CaptionKind, Link, NoteMark, Text
from generator.publication.blocks.walking import anchors, called
from tests.publication.blocks.tools import read

SAMPLE = """## 甲[^n]

![题](a.png)

表：目

| a | b |
|---|---|
| `c` | ![没有](b.png) |

> [!NOTE]
> $x$

[^n]: 注
"""


def test_all_that_is_shown() -> None:
    tree = read(SAMPLE)
    said = ["一、甲1", "图1 题", "表1 目", "a\tb", "c\t没有", "提示", "x", "注"]
    assert plain_text(tree.blocks, tree.notes).split("\n") == said


def test_a_line() -> None:
    line = (Text("甲"), Break(), Link("#乙", (Text("乙"),)), NoteMark(3))
    assert inline_text(line) == "甲\n乙3"
    assert caption_text(None) == ""
    assert caption_text(Caption(CaptionKind.TABLE, 0, "", line)) == "甲\n乙3"


def test_walking() -> None:
    tree = read(SAMPLE)
    assert anchors(tree.blocks) == {"甲", "图1", "表1"}
    assert [*called(tree.blocks)] == [1]
