"""What a page shows becomes blocks."""

import pytest

from generator.publication.blocks.reading import read_html
from generator.publication.blocks.tree import (
    Alert,
    Blocks,
    BodyTree,
    Break,
    Caption,
    CaptionKind,
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
    Text,
)
from tests.publication.blocks.tools import PICTURE, PLACE, read, table

STRONG = Manner.STRONG


def p(*inlines: str | Text | Set | Link | Code | NoteMark | Break | Formula) -> Paragraph:
    return Paragraph(tuple(Text(one) if isinstance(one, str) else one for one in inlines))


def one(markdown: str) -> object:
    (block,) = read(markdown).blocks
    return block


def line(markdown: str) -> Inlines:
    (block,) = read(markdown).blocks
    assert isinstance(block, Paragraph)
    return block.inlines


def items(markdown: str) -> list[tuple[int, str, int]]:
    """Give first number, style and length of each list."""
    blocks = read(markdown).blocks
    assert all(isinstance(block, ListBlock) for block in blocks)
    return [(b.start, b.style, len(b.items)) for b in blocks if isinstance(b, ListBlock)]


def test_nothing() -> None:
    assert read("") == BodyTree()
    assert read("<!-- -->\n\n<p> </p><ul></ul><blockquote></blockquote><table></table>") == (
        BodyTree()
    )


@pytest.mark.parametrize(
    ("markdown", "heading"),
    [
        (
            "## 三、甲 *乙*",
            Heading(2, "一、", (Text("甲 "), Set(Manner.EMPHASIS, (Text("乙"),))), "甲-乙"),
        ),
        ("#### 甲", Heading(4, "1. ", (Text("甲"),), "甲")),
        ("###### 甲", Heading(6, "", (Text("甲"),), "甲")),
        ("# 甲", Heading(2, "一、", (Text("甲"),), "甲")),
        ("<h3>甲<p>乙</p></h3>", Heading(3, "", (Text("甲"), Break(), Text("乙")), "")),
    ],
)
def test_heading(markdown: str, heading: Heading) -> None:
    assert one(markdown) == heading


@pytest.mark.parametrize(
    ("html", "manner"),
    [
        ("b", STRONG),
        ("strong", STRONG),
        ("em", Manner.EMPHASIS),
        ("cite", Manner.EMPHASIS),
        ("u", Manner.UNDERLINE),
        ("ins", Manner.UNDERLINE),
        ("s", Manner.STRIKE),
        ("del", Manner.STRIKE),
        ("sup", Manner.SUPERSCRIPT),
        ("sub", Manner.SUBSCRIPT),
        ("mark", Manner.MARK),
        ("small", Manner.SMALL),
    ],
)
def test_manner(html: str, manner: Manner) -> None:
    assert line(f"甲<{html}>乙</{html}>") == (Text("甲"), Set(manner, (Text("乙"),)))


@pytest.mark.parametrize("tag", ["span", "abbr", "bdi", "time"])
def test_transparent(tag: str) -> None:
    assert line(f"甲<{tag}>乙</{tag}>丙") == (Text("甲乙丙"),)


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("a  b\nc", "a b c"),
        ("甲\n乙", "甲乙"),
        ("<span> a </span> <span> b </span>", "a b"),
        ("a&nbsp; &nbsp;b", "a\xa0 \xa0b"),
        ("甲\u3000\u3000乙", "甲\u3000\u3000乙"),
        ("a<wbr>b", "ab"),
        ("a\x01b\x7fc", "abc"),
        ("a\u2028b", "a b"),
        ("<q>甲<q>乙<q>丙</q></q></q>", "“甲‘乙‘丙’’”"),
        ("<ruby>字<rp>(</rp><rt>zì</rt><rp>)</rp></ruby>", "字（zì）"),
        ("<ruby>字<rt>zì</rt></ruby>", "字（zì）"),
    ],
)
def test_words(written: str, text: str) -> None:
    assert line(written) == (Text(text),)


def test_breaks() -> None:
    assert line("a  \nb <br> <b> c</b><br>") == (
        Text("a"), Break(), Text("b"), Break(), Set(STRONG, (Text("c"),))
    )  # fmt: skip


def test_code_in_a_line() -> None:
    assert line("`a  b` <kbd>x<b>y</b></kbd>") == (
        Code("a b"), Text(" "), Code("x"), Set(STRONG, (Code("y"),))
    )  # fmt: skip


def test_links() -> None:
    tree = read("## 甲\n\n[a **b**](../x/) [](../y/) [c](#甲) [d](#无) <a>e</a>")
    assert tree.blocks[1] == p(
        Link("https://example.org/lib/cases/x/", (Text("a "), Set(STRONG, (Text("b"),)))),
        " ",
        Link("#甲", (Text("c"),)),
        " ",
        Link("https://example.org/lib/cases/2022-001/#%E6%97%A0", (Text("d"),)),
        " e",
    )


def test_an_anchor_that_was_lost_leads_to_the_page() -> None:
    """A heading in a heading is no heading of the text."""
    tree = read("<h2><div>\n\n### 内\n\n</div></h2>\n\n[x](#内)")
    assert tree.blocks[-1] == p(
        Link("https://example.org/lib/cases/2022-001/#%E5%86%85", (Text("x"),))
    )


def test_figures() -> None:
    blocks = read("![图 3：甲](a.png)\n\n![](a.png)\n\n![乙](b.png)").blocks
    assert blocks == (
        Figure(Picture(PICTURE, "甲"), Caption(CaptionKind.FIGURE, 1, "图1", (Text("甲"),))),
        Figure(Picture(PICTURE, "")),
        Figure(Picture(None, "乙"), Caption(CaptionKind.FIGURE, 2, "图2", (Text("乙"),))),
    )


def test_figures_by_hand() -> None:
    picture = Picture(PICTURE, "甲")
    image = "<img src=a.png alt=甲>"
    caption = Caption(CaptionKind.FIGURE, 0, "", (Text("题"),))
    assert one(f"<figure><div>{image}</div><figcaption>题</figcaption></figure>") == (
        Figure(picture, caption)
    )
    assert read(f"<figure>{image}文<figcaption>题</figcaption></figure>").blocks == (
        Paragraph((picture, Text("文"))),
        p("题"),
    )
    assert one(f"<div>{image}</div>") == Figure(picture)
    assert table(f"<table><tr><td>{image}</table>").body[0][0].blocks == (Paragraph((picture,)),)


def test_formulas() -> None:
    assert read("甲 $x<y$ 乙$$z$$丙\n\n$$\nw\n$$").blocks == (
        p("甲 ", Formula("x<y"), " 乙"), Formula("z"), p("丙"), Formula("w")
    )  # fmt: skip


def test_lists() -> None:
    assert items("- a\n- b") == [(1, "1", 2)]
    assert items("3. a\n4. b") == [(3, "1", 2)]
    assert items("<ol type=I start=4><li>a<li>b<li value=9>c<li>d</ol>") == [
        (4, "I", 2),
        (9, "I", 2),
    ]
    assert items("<ol reversed><li>a<li>b</ol>") == [(2, "1", 1), (1, "1", 1)]
    assert items("<ol type=x start=-4><li>a</ol>") == [(0, "1", 1)]
    assert items("<ol type=i start=5000><li>a</ol>") == [(5000, "1", 1)]
    assert items(f"<ol start={'9' * 5000}><li>a</ol>") == [(1, "1", 1)]
    assert items("<li>a") == [(1, "1", 1)]


def test_items_hold_blocks() -> None:
    assert one("- a\n\n  b\n  1. c") == ListBlock(
        ((p("a"), p("b"), ListBlock(((p("c"),),), is_ordered=True)),)
    )


def test_what_is_loose_in_a_list() -> None:
    blocks = read("<ul>x<li>a</li>y <b>z</b><ul><li>c</ul></ul>").blocks
    assert blocks == (
        p("x"),
        ListBlock(((p("a"), p("y ", Set(STRONG, (Text("z"),))), ListBlock(((p("c"),),))),)),
    )


def test_definitions() -> None:
    assert one("甲\n\n: 乙\n\n: 丙") == Definitions((((Text("甲"),), (p("乙"), p("丙"))),))
    assert one("<dl><dd>a<div><dt>b<dt>c<dd>d</div></dl>") == Definitions(
        (((), (p("a"),)), ((Text("b"),), ()), ((Text("c"),), (p("d"),)))
    )


def test_boxes() -> None:
    assert one("> [!NOTE]\n> a") == Alert("note", "提示", (p("a"),))
    assert one("> [!TIP] 我的\n> a") == Alert("tip", "我的", (p("a"),))
    assert one("> a\n> > b") == Quote((p("a"), Quote((p("b"),))))
    assert one("---") == Rule()


def test_details() -> None:
    html = "<details><summary>甲</summary>乙</details>"
    assert read(html).blocks == (p(Set(STRONG, (Text("甲"),))), p("乙"))


def test_code() -> None:
    assert one("```python\na\n\n  b\n```") == CodeBlock("a\n\n  b", "python")
    assert one("    a\n") == CodeBlock("a")
    assert one("<pre>\na<br><b>b</b></pre>") == CodeBlock("a\nb")
    assert one('<pre>a\n<a href="https://example.com/">b</a></pre>') == p(
        Code("a"), Break(), Link("https://example.com/", (Code("b"),))
    )


def test_set_off_blocks() -> None:
    assert read("<b>a<p>b</p></b>").blocks == (
        p(Set(STRONG, (Text("a"),))),
        p(Set(STRONG, (Text("b"),))),
    )


def test_notes() -> None:
    tree = read("a[^x] b[^y] c[^x]\n\n[^x]: d[^z]\n\n    e\n[^y]: f\n[^z]: g[^x]")
    assert tree.blocks == (p("a", NoteMark(1), " b", NoteMark(2), " c", NoteMark(1)),)
    assert tree.notes == ((p("d", NoteMark(3)), p("e")), (p("f"),), (p("g", NoteMark(1)),))


def test_a_mark_by_hand_is_a_link_or_a_mark() -> None:
    assert line('a<sup class="footnote-ref"><a href="#fn-1">1</a></sup>') == (
        Text("a"),
        Set(
            Manner.SUPERSCRIPT,
            (Link("https://example.org/lib/cases/2022-001/#fn-1", (Text("1"),)),),
        ),
    )


def test_notes_that_html_drew_into_each_other() -> None:
    tree = read("a[^x] b[^y]\n\n[^x]: <ul><li>c\n[^y]: d")
    assert tree.notes == ((ListBlock(((p("c"),),)),), (p("d"),))
    assert tree.blocks == (p("a", NoteMark(1), " b", NoteMark(2)),)


def test_a_note_that_nothing_calls_is_not_lost() -> None:
    tree = read("<rp>\n\na[^x]\n\n</rp>\n\nb\n\n[^x]: c")
    assert tree.blocks[-1] == ListBlock(((p("c"),),), is_ordered=True, start=1)
    assert tree.notes == ((),)


def test_deep_nesting_keeps_its_words() -> None:
    tree = read("> " * 300 + "甲" + "<b>乙</b>" * 3)
    assert "甲乙乙乙" in repr(tree)


@pytest.mark.parametrize("html", ["<p>a", "a</p>", "&lt;b&gt;", "a & b"])
def test_html_that_is_not_well_formed_still_reads(html: str) -> None:
    blocks: Blocks = read_html(html, PLACE).blocks
    assert blocks
