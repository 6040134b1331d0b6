"""Trees with every feature, and chapters around them."""

from pathlib import Path
from typing import Final

from generator.library.paper import PaperRule
from generator.publication.blocks.tree import (
    Alert,
    Alignment,
    Blocks,
    BodyTree,
    Break,
    Caption,
    CaptionKind,
    Cell,
    Code,
    CodeBlock,
    Definitions,
    Figure,
    Formula,
    Heading,
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
from generator.publication.manuscripts.chapter import Chapter, Imprint

PICTURES: Final = Path(__file__).resolve().parent.parent / "sampler"
IMPRINT: Final = Imprint("示例标杆库", "https://example.org/", "zh-Hans")


def para(words: str) -> Paragraph:
    return Paragraph((Text(words),))


def cell(words: str, columns: int = 1, rows: int = 1, side: Alignment = Alignment.NONE) -> Cell:
    return Cell((para(words),) if words else (), columns, rows, side)


def caption(kind: CaptionKind, number: int, words: str) -> Caption:
    label = {CaptionKind.FIGURE: "图", CaptionKind.TABLE: "表"}[kind]
    return Caption(kind, number, f"{label}{number}", (Text(words),))


def chapter_of(body: BodyTree, paper: PaperRule | None = None, summary: Blocks = ()) -> Chapter:
    return Chapter(
        number="2022-101",
        title="构建“零缺陷”质量管理模式的实践",
        byline="示例阀门有限公司",
        mark="演示材料：企业与数据均为虚构",
        summary_heading="摘要",
        summary=summary or (para("摘要的第一段。"), para("摘要的第二段。")),
        body=body,
        appendix=(Heading(2, "", (Text("相关荣誉"),), "honours"), ListBlock(((para("示例奖"),),))),
        colophon=(
            (Text("编号 2022-101"),),
            (Text("网址 "), Link("https://example.org/c/", (Text("https://example.org/c/"),))),
        ),
        address="https://example.org/c/",
        paper=paper or PaperRule(),
        issued_on="2022-10-20",
        methods=("六西格玛管理",),
        year=2022,
    )


_TABLE = Table(
    4,
    head=(
        (cell("指标", rows=2), cell("改进前后", columns=2), cell("说明", rows=2)),
        (cell("2019 年"), cell("2021 年")),
    ),
    body=(
        (
            cell("不良率"),
            cell("412", side=Alignment.RIGHT),
            cell("98", side=Alignment.RIGHT),
            cell("PPM", rows=2, side=Alignment.CENTER),
        ),
        (cell("返修率"), cell("", columns=2)),
    ),
    caption=caption(CaptionKind.TABLE, 1, "主要指标对比"),
)
_INLINES = Paragraph(
    (
        Text("前文 "),
        Set(Manner.STRONG, (Text("加粗"), Set(Manner.EMPHASIS, (Text("又强调"),)))),
        Set(Manner.UNDERLINE, (Text("下划线"),)),
        Set(Manner.STRIKE, (Text("删去"),)),
        Text("m"),
        Set(Manner.SUPERSCRIPT, (Text("2"),)),
        Text("H"),
        Set(Manner.SUBSCRIPT, (Text("2"),)),
        Set(Manner.MARK, (Text("标出"),)),
        Set(Manner.SMALL, (Text("小字"),)),
        Break(),
        Code("x = 1"),
        Link("https://example.org/?a=1&b=2", (Text("外部链接"),)),
        Text("见"),
        Link("#图1", (Text("图1"),)),
        Text("和"),
        Link("#表1", (Text("上面的表"),)),
        Text("以及"),
        Link("#打通 数据", (Text("前面"),)),
        Link("#没有这里", (Text("无处可去"),)),
        Text("公式"),
        Formula(r"\frac{a}{b}"),
        Text("注"),
        NoteMark(1),
        Text("再注"),
        NoteMark(1),
        Text("又注"),
        NoteMark(2),
    )
)
EVERYTHING: Final = BodyTree(
    blocks=(
        Heading(2, "一、", (Text("打通数据"),), "打通 数据"),
        _INLINES,
        Heading(3, "（一）", (Text("小节"),), "小节"),
        Figure(
            Picture(PICTURES / "dot.png", "一个点"),
            caption(CaptionKind.FIGURE, 1, "控制图"),
        ),
        _TABLE,
        para("表后的话。"),
        Heading(4, "1.", (Text("更小"),), "更小"),
        Heading(5, "（1）", (Text("最小"),), "最小"),
        ListBlock(
            (
                (para("第一步"), ListBlock(((para("内层"),),))),
                (para("第二步"), para("接着说")),
            ),
            is_ordered=True,
            start=3,
            style="A",
        ),
        ListBlock(((para("并列一"),), (para("并列二"),))),
        Definitions((((Text("失效机理"),), (para("引起失效的过程。"),)),)),
        Quote((para("引用的话。"),)),
        Alert("note", "提示", (para("留意的话。"), para("还有一段。"))),
        CodeBlock("if x:\n    y = 1", "python"),
        Rule(),
        Formula(r"C_{pk}=\frac{USL-\bar{x}}{3\sigma}"),
        Figure(Picture(None, "没有文件的图"), caption(CaptionKind.FIGURE, 2, "趋势图")),
        Figure(Picture(PICTURES / "dot.png", "无题的图")),
        Table(2, (), ((cell("甲"), cell("乙")),), caption(CaptionKind.TABLE, 2, "第二表")),
    ),
    notes=(
        (para("第一条注。"),),
        (Paragraph((Text("第二条注"), NoteMark(3))),),
        (para("注中注。"),),
    ),
)
