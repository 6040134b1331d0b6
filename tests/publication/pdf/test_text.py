"""Every kind of block and of inline, and that no text is ever markup."""

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from PIL import Image

from generator.errors import BiaoganError
from generator.publication.blocks.tree import (
    Alert,
    Alignment,
    Block,
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
    Inline,
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
from generator.publication.pdf.literals import clean
from generator.publication.pdf.press import Info, Press
from generator.publication.pdf.text import Composer, formulas_of
from tests.publication.pdf.conftest import MATHEMATICS, paragraph, printed

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100" font-family="sans-serif">'
    '<text x="10" y="50">图中的字</text></svg>'
)


def heading(level: int, words: str, number: str = "", anchor: str = "") -> Heading:
    return Heading(level, number, (Text(words),), anchor)


def cell(words: str, **options: object) -> Cell:
    return Cell((paragraph(words),), **options)  # type: ignore[arg-type]


@pytest.fixture
def picture(tmp_path: Path) -> Picture:
    path = tmp_path / "chart.svg"
    path.write_text(SVG, encoding="utf-8")
    return Picture(path, "缺陷数逐年下降")


def test_bookmarks_are_the_headings(press: Press) -> None:
    made = printed(
        press,
        heading(2, "实施过程", "一、", "a"),
        heading(3, "打通数据", "（一）", "b"),
        heading(4, "统一身份", "1. "),
        heading(5, "激光刻码", "（1）"),
        heading(2, "实施成效", "二、", "c"),
        paragraph("完。"),
    )
    assert made.bookmarks == [
        (1, "一、实施过程"),
        (2, "（一）打通数据"),
        (3, "1. 统一身份"),
        (4, "（1）激光刻码"),
        (1, "二、实施成效"),
    ]
    assert {"/H1", "/H2", "/H3", "/H4"} <= made.kinds()


def test_headings_leave_no_level_out(press: Press) -> None:
    made = printed(press, heading(5, "深"), heading(2, "浅"), heading(6, "又深"))
    assert made.bookmarks == [(1, "深"), (1, "浅"), (2, "又深")]


def test_running_text(press: Press) -> None:
    pieces: tuple[Inline, ...] = (
        *(Set(manner, (Text(f"〔{manner}〕"),)) for manner in Manner),
        Break(),
        Code("x = [#1]"),
        Link("https://example.org/?a=1&b=%20", (Text("外面"),)),
        Text("“引号”——省略……"),
    )
    made = printed(press, Paragraph(pieces))
    for manner in Manner:
        assert f"〔{manner}〕" in made.bare
    assert "x=[#1]" in made.bare
    assert "“引号”——省略……" in made.bare
    assert "https://example.org/?a=1&b=%20" in addresses(made)


def addresses(made: object) -> list[str]:
    pages = made.reader.pages  # type: ignore[attr-defined]
    links = (note.get_object() for page in pages for note in page.get("/Annots", ()))
    return [str(link["/A"]["/URI"]) for link in links if "/URI" in link.get("/A", {})]


def test_links_within_a_text_lead_to_their_anchors(press: Press, picture: Picture) -> None:
    caption = Caption(CaptionKind.FIGURE, 1, "图1", (Text("趋势"),))
    made = printed(
        press,
        heading(2, "过程", "一、", "过程"),
        Paragraph((Link("#图1", (Text("见图"),)), Link("#过程", (Text("见过程"),)))),
        Paragraph((Link("#没有", (Text("断的"),)), Link("", (Text("空的"),)))),
        Figure(picture, caption),
    )
    inner = [
        note.get_object()
        for page in made.reader.pages
        for note in page.get("/Annots", ())
        if "/Dest" in note.get_object() or "/D" in note.get_object().get("/A", {})
    ]
    assert len(inner) == 2
    assert "断的" in made.bare
    assert "空的" in made.bare


def test_equal_anchors_are_no_fault(press: Press) -> None:
    made = printed(
        press,
        heading(2, "甲", "", "x"),
        heading(2, "乙", "", "x"),
        Paragraph((Link("#x", (Text("去"),)),)),
    )
    assert [title for _, title in made.bookmarks] == ["甲", "乙"]


def test_pictures_have_alternative_text_and_caption(press: Press, picture: Picture) -> None:
    caption = Caption(CaptionKind.FIGURE, 1, "图1", (Text("缺陷趋势"),))
    made = printed(press, Figure(picture, caption), Paragraph((Text("行内"), picture)))
    alts = [str(tag["/Alt"]) for tag in made.tags() if "/Alt" in tag]
    assert alts.count("缺陷数逐年下降") == 2
    assert "图1缺陷趋势" in made.bare
    assert "图中的字" in made.bare
    assert "/Caption" in made.kinds()


def test_a_picture_without_a_file_is_its_description(press: Press) -> None:
    lost = Picture(None, "产线照片")
    made = printed(press, Figure(lost), Paragraph((lost,)))
    assert made.bare.count("〔图：产线照片〕") == 2


def test_a_broken_picture_is_named(press: Press, tmp_path: Path) -> None:
    for name, data in (("a.png", b"no picture"), ("b.svg", b"<svg"), ("c.jpg", b"")):
        path = tmp_path / name
        path.write_bytes(data)
        with pytest.raises(BiaoganError, match=name):
            printed(press, Figure(Picture(path, "x")))
    cut = tmp_path / "cut.png"
    Image.new("RGB", (300, 300), "red").save(cut)
    cut.write_bytes(cut.read_bytes()[:200])
    with pytest.raises(BiaoganError, match=r"cut\.png"):
        printed(press, Figure(Picture(cut, "x")))


def test_tables_have_spans_captions_and_heads_that_repeat(press: Press) -> None:
    head = (
        (cell("项目", rows=2, is_header=True), cell("年度", columns=2, is_header=True)),
        (cell("前", is_header=True), cell("后", is_header=True)),
    )
    rows = tuple(
        (cell(f"第{n}项", is_header=True), cell("1.5", alignment=Alignment.RIGHT), cell("2"))
        for n in range(90)
    )
    caption = Caption(CaptionKind.TABLE, 2, "表2", (Text("对比"),))
    made = printed(press, Table(3, head, rows, caption))
    pages = [page.extract_text() for page in made.reader.pages]
    assert len(pages) > 2
    assert all("项目" in page for page in pages if "项\n" in page or "第" in page)
    assert made.bare.index("表2对比") < made.bare.index("项目")
    assert {"/Table", "/THead", "/TBody", "/TH", "/TD", "/TR"} <= made.kinds()


def test_a_short_row_moves_nothing(press: Press) -> None:
    table = Table(3, (), ((cell("甲"),), (cell("乙"), cell("丙"), cell("丁"))))
    made = printed(press, table)
    assert made.bare.index("甲") < made.bare.index("乙") < made.bare.index("丁")


def test_a_long_cell_breaks_over_pages(press: Press) -> None:
    long = Cell(tuple(paragraph("很长的一段话。" * 40) for _ in range(12)))
    made = printed(press, Table(2, (), ((long, cell("短")),)))
    assert len(made.reader.pages) >= 2
    assert made.bare.count("很长的一段话。") == 480


def test_footnotes_keep_their_numbers(press: Press) -> None:
    made = printed(
        press,
        Table(1, ((Cell((Paragraph((Text("头"), NoteMark(2))),), is_header=True),),), ()),
        Paragraph((Text("甲"), NoteMark(1), Text("乙"), NoteMark(2), Text("丙"), NoteMark(9))),
        notes=((paragraph("第一条注"),), (heading(2, "注里的题"), paragraph("第二条注"))),
    )
    assert "甲1乙2丙9" in made.bare
    assert "第一条注" in made.bare
    assert made.bare.count("第二条注") == 1
    assert made.bookmarks == []
    assert "/Note" in made.kinds()


def test_lists_definitions_quotes_alerts_code_and_rules(press: Press) -> None:
    blocks: tuple[Block, ...] = (
        ListBlock(((paragraph("一项"), ListBlock(((paragraph("内项"),),))), (paragraph("二项"),))),
        ListBlock(((paragraph("第三"),), (paragraph("第四"),)), is_ordered=True, start=3),
        ListBlock(((paragraph("乙项"),),), is_ordered=True, start=2, style="a"),
        ListBlock((), is_ordered=True),
        Definitions((((Text("失效机理"),), (paragraph("引起失效的过程。"),)),)),
        Quote((paragraph("引文"),)),
        *(Alert(kind, "提示", (paragraph("留意"),)) for kind in ("note", "caution", "other")),
        CodeBlock("if x:\n\treturn 1  # 注释\n", "python"),
        Rule(),
    )
    made = printed(press, *blocks)
    for words in ("一项", "内项", "3.第三", "4.第四", "b.乙项", "失效机理", "引文", "留意"):
        assert words in made.bare
    assert "#注释" in made.bare
    assert {"/L", "/LI", "/LBody"} <= made.kinds()


def test_formulas_have_alternative_text_or_are_shown_as_tex(press: Press) -> None:
    blocks = (Formula("C_{pk}"), Paragraph((Formula("x^2"), Formula("文"), Formula(r"\lost{x}"))))
    formulas = formulas_of([BodyTree((*blocks, Formula("broken")))], MATHEMATICS, press)
    assert formulas == {"C_{pk}": "C_(p k)", "x^2": "x^2", "文": '"文"'}
    made = printed(press, *blocks, Formula("broken"))
    alts = [str(tag["/Alt"]) for tag in made.tags() if "/Alt" in tag]
    assert {"公式：C_{pk}", "公式：x^2"} <= set(alts)
    assert r"\lost{x}" in made.bare
    assert "broken" in made.bare


MARKUP = '#panic() = * _ ` $ @x <y> \\ " ] [ } { // /* ~ --- \u201c'


@settings(max_examples=25)
@given(st.text(max_size=60))
@example(MARKUP)
@example("= 标题\n\n- 项\t\\u{41}")
@example('"]#import "/x.typ"\n#read("/etc/passwd")')
def test_no_text_is_markup_or_breaks_the_press(press: Press, words: str) -> None:
    # What no font has is an error of its own; the rest must come out.
    lacking = set(press.missing(words))
    shown = "".join(one for one in words if one not in lacking)
    blocks = (
        Heading(2, shown, (Text(shown),), words),
        Paragraph((Text(shown), Code(shown), Link(words, (Text(shown),)), Set(Manner.MARK, ()))),
        Alert(words, shown, (CodeBlock(shown, words),)),
        Table(1, (), ((cell(shown),),), Caption(CaptionKind.TABLE, 1, shown[:3], (Text("题"),))),
        Formula(shown),
    )
    data = press.print(
        f'#import "/base.typ": *\n{Composer().write(BodyTree(blocks))}',
        info=Info(f"题{shown}", shown),
    )
    assert data.startswith(b"%PDF")


def test_text_comes_out_as_it_went_in(press: Press) -> None:
    made = printed(press, paragraph(MARKUP), CodeBlock(MARKUP))
    assert made.bare.count("".join(MARKUP.split())) == 2


def test_what_has_no_glyph_and_no_meaning_is_dropped() -> None:
    assert clean("a\x00b\ud800\xadc\ufffed\U0001ffffe\n\t中\u200b") == "abcde\n\t中\u200b"
