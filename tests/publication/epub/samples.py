"""Chapters and books made up for tests: small ones, and one with all that a text can have."""

from dataclasses import replace
from pathlib import Path
from typing import Final

from generator.library.paper import PaperRule
from generator.publication.blocks.tree import (
    Alert,
    Alignment,
    Blocks,
    BodyTree,
    Caption,
    CaptionKind,
    Cell,
    Code,
    CodeBlock,
    Definitions,
    Figure,
    Formula,
    Heading,
    Inlines,
    Link,
    ListBlock,
    Manner,
    NoteMark,
    Paragraph,
    Picture,
    Quote,
    Rule,
    Set,
    Table,
    Text,
)
from generator.publication.manuscripts.book import BookManuscript, IndexEntry
from generator.publication.manuscripts.chapter import Chapter, Imprint

SVG: Final = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="120" height="60" viewBox="0 0 120 60">'
    '<rect width="120" height="60" fill="#eee"/><circle cx="60" cy="30" r="20"/></svg>'
)
IMPRINT: Final = Imprint("示例经验库", "https://example.org/", "zh-Hans")


def said(words: str) -> Inlines:
    return (Text(words),)


def line(words: str) -> Blocks:
    return (Paragraph(said(words)),)


def everything(folder: Path) -> BodyTree:
    """Give a text with every kind of block and inline; its picture is put into the folder."""
    picture = folder / "curve.svg"
    picture.write_text(SVG, encoding="utf-8")
    figure = Caption(CaptionKind.FIGURE, 1, "图1", said("均值的变化"))
    return BodyTree(
        (
            Heading(2, "一、", said("企业概况"), "企业概况"),
            Paragraph(_RUNNING),
            Heading(3, "（一）", said("实施"), "实施"),
            Figure(Picture(picture, "均值的变化"), figure),
            _table(),
            Formula(r"\bar{x}=\sum x_i"),
            *_SET_OFF,
            Heading(2, "二、", said("实施成效"), "实施成效"),
            *line("成效显著。"),
        ),
        (line("指测量系统。"), line("第二个注。")),
    )


def _table() -> Table:
    caption = Caption(CaptionKind.TABLE, 1, "表1", said("前后对比"))
    head = tuple(Cell(line(name), is_header=True) for name in ("项目", "之前", "之后"))
    rows = (
        (
            Cell(line("不良率"), rows=2),
            Cell(line("4.1"), alignment=Alignment.RIGHT),
            Cell(line("0.9")),
        ),
        (Cell(line("合计"), columns=2),),
    )
    return Table(3, (head,), rows, caption)


_RUNNING: Final[Inlines] = (
    Text("量具"),
    NoteMark(1),
    Text("与"),
    Set(Manner.STRONG, said("标杆 <&> \\x")),
    Formula(r"C_{pk}=\frac{1}{3\sigma}"),
    Text("，见"),
    Link("#图1", said("图1")),
    Text("和"),
    Link("#表1", said("表1")),
    Link("https://example.com/?a=1&b=2", said("外部")),
    Set(Manner.SUBSCRIPT, said("下标")),
    Set(Manner.MARK, said("标记")),
    Code("a < b"),
    NoteMark(2),
    NoteMark(1),
)
_SET_OFF: Final[Blocks] = (
    ListBlock((line("第一"), line("第二")), is_ordered=True),
    ListBlock((line("并列"),)),
    Definitions(((said("失效"), line("不能完成功能")),)),
    Quote(line("引文")),
    Alert("note", "提示", line("留意")),
    CodeBlock("x = 1\ny = 2", "python"),
    Rule(),
)


def chapter(number: str, title: str, byline: str, body: BodyTree, mark: str = "") -> Chapter:
    """Give a chapter of a fictional enterprise."""
    return Chapter(
        number=number,
        title=title,
        byline=byline,
        mark=mark,
        summary_heading="摘要",
        summary=line("本文讲述做法。"),
        body=body,
        appendix=(
            Heading(2, "", said("主要荣誉"), "honours"),
            ListBlock((line("示例奖"),)),
        ),
        colophon=(said(f"编号 {number}"), (Link("https://example.org/x", said("网址")),)),
        address=f"https://example.org/cases/{number}/",
        paper=PaperRule(),
        issued_on="2022-10-20",
        methods=("统计过程控制",),
        year=2022,
    )


def plain(number: int, paragraphs: int = 1) -> Chapter:
    """Give a short chapter with a note, whose anchors are those of every other."""
    words = "企业以数据为依据改进过程，把经验写进标准，逐年复核。" * 12
    blocks: Blocks = (
        Heading(2, "一、", said("企业概况"), "企业概况"),
        Paragraph((Text(words), NoteMark(1))),
        *(Paragraph((Text(words),)) for _ in range(paragraphs - 1)),
        Heading(2, "二、", said("实施成效"), "实施成效"),
        Paragraph((Text("见"), Link("#企业概况", said("企业概况")), Text("。"))),
    )
    body = BodyTree(blocks, (line(f"第 {number} 篇的注。"),))
    return chapter(f"2022-{number:03}", f"第{number}号经验的实践", f"示例{number}号有限公司", body)


def volume(*chapters: Chapter) -> BookManuscript:
    """Give the chapters as a book."""
    numbers = range(1, len(chapters) + 1)
    return BookManuscript(
        title="质量标杆典型经验汇编",
        subtitle=("2022 年", "质量方法：统计过程控制"),
        mark="书中案例均为虚构，仅供演示。",
        counts=(f"全文收录经验 {len(chapters)} 项",),
        chapters=chapters,
        enterprises=tuple(
            IndexEntry(one.byline, (number,)) for number, one in enumerate(chapters, 1)
        ),
        methods=(IndexEntry("统计过程控制", tuple(numbers)),),
        unread=("2022 年　示例未刊有限公司",),
        colophon=(said("本书由“示例经验库”的内容编成。"),),
        imprint=IMPRINT,
    )


def without_extras(one: Chapter) -> Chapter:
    """Give a chapter with its text alone."""
    return replace(one, summary=(), appendix=(), mark="")
