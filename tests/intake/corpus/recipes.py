"""Which cases the corpus holds and how each is made."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Final

from tests.intake.corpus import phrases, pictures
from tests.intake.corpus.content import (
    Block,
    CaseContent,
    Chart,
    Contents,
    Diagram,
    Display,
    Figure,
    Gallery,
    Group,
    Items,
    Paragraph,
    Row,
    Span,
    TextBox,
    Way,
    plain,
)
from tests.intake.corpus.makes import (
    CHINESE,
    FULL_WIDTH,
    LOCAL,
    LOOSE,
    OWN,
    WORD,
    WPS,
    Captions,
    Headings,
    Make,
    Title,
)
from tests.intake.corpus.writing import Order, deep_table, simple_table, wide_table, written


class Maker:
    """Names of the programs that make a file."""

    RAW: Final = "raw"
    PYTHON_DOCX: Final = "python-docx"


@dataclass(frozen=True, slots=True)
class Recipe:
    """A case and how it is made."""

    name: str
    content: CaseContent
    make: Make = field(default_factory=Make)
    maker: str = Maker.RAW


_DIGITS: Final = frozenset({2, 6, 8, 13, 17, 60})
"""Seeds of long cases with headings that begin with a figure: one of most makes."""


def usual(seed: int) -> tuple[Block, ...]:
    """Give what stands in most cases: figures, tables, a list."""
    return (
        simple_table(),
        Figure(pictures.png(seed), "关键尺寸控制图（改进前与改进后）"),
        Items(phrases.LIST_ITEMS),
        wide_table(),
        Figure(pictures.jpeg(seed + 1), "质量数据平台总体架构"),
        deep_table(),
        plain("由图1、图2和表1至表3可以看出，改进前后的差异是显著的。"),
    )


def _long(seed: int, *extra: Block, spaces: bool = False) -> CaseContent:
    extra = extra or usual(seed)
    return written(Order(seed, sentences=4, extra=extra, spaces=spaces, digits=seed in _DIGITS))


def _short(seed: int, *extra: Block, traps: bool = False) -> CaseContent:
    order = Order(seed, sentences=2, paragraphs=1, fourth=False, traps=traps, extra=extra)
    return written(order)


def _with_contents(content: CaseContent, *, wrapped: bool) -> CaseContent:
    return replace(content, blocks=(Contents(wrapped=wrapped), *content.blocks))


def _heading_makes() -> Iterator[Recipe]:
    """Yield long cases over all makes of headings."""
    bold, plain_, auto = Headings.TYPED_BOLD, Headings.TYPED_PLAIN, Headings.STYLED_AUTO
    styled, numbered = Headings.STYLED_TYPED, Headings.BOLD_AUTO
    thousand, taiwan = "chineseCountingThousand", "taiwaneseCountingThousand"
    simple, complex_, heavy = Captions.SIMPLE_FIELD, Captions.COMPLEX_FIELD, Captions.TYPED_BOLD
    makes = {
        "typed-bold": Make(bold),
        "typed-bold-loose": Make(bold, WPS, heavy, Title.COVER, LOOSE),
        "typed-bold-wide": Make(bold, CHINESE, simple, typed=FULL_WIDTH),
        "typed-plain": Make(plain_),
        "typed-plain-loose": Make(plain_, CHINESE, heavy, Title.COVER, LOOSE),
        "typed-plain-wide": Make(plain_, WPS, complex_, typed=FULL_WIDTH),
        "styled-word": Make(styled, WORD, simple, Title.STYLE),
        "styled-wps": Make(styled, WPS, complex_, Title.STYLE),
        "styled-chinese": Make(styled, CHINESE, complex_, Title.BOLD_CENTRED, LOOSE),
        "styled-local": Make(styled, LOCAL, simple, Title.COVER),
        "styled-own": Make(styled, OWN, Captions.TYPED, Title.STYLE, FULL_WIDTH),
        "auto-word": Make(auto, WORD, complex_, Title.STYLE),
        "auto-wps": Make(auto, WPS, simple, Title.STYLE, counting=taiwan),
        "auto-chinese": Make(auto, CHINESE, complex_, counting="decimal"),
        "auto-local": Make(auto, LOCAL, Captions.TYPED, Title.COVER, counting=thousand),
        "auto-own": Make(auto, OWN, simple, Title.STYLE, counting="japaneseCounting"),
        "bold-auto": Make(numbered, WORD, Captions.TYPED),
        "bold-auto-cover": Make(numbered, WPS, heavy, Title.COVER, counting=thousand),
        "bold-auto-decimal": Make(numbered, CHINESE, complex_, counting="decimal"),
        "outline": Make(Headings.OUTLINE, WORD, Captions.TYPED),
    }
    for seed, (name, make) in enumerate(makes.items(), start=1):
        yield Recipe(name, _long(seed, spaces=seed % 3 == 0), make)


def _spans(*pieces: tuple[str, Way] | str) -> Paragraph:
    return Paragraph(tuple(Span(one) if isinstance(one, str) else Span(*one) for one in pieces))


def _revised() -> tuple[Block, ...]:
    moved = "这句话换了地方。"
    return (
        _spans(
            "改进前", ("平均", Way.INSERTED), "不良率为", ("约百分之五", Way.DELETED), "百分之三。"
        ),
        _spans("本段先写", (moved, Way.MOVED_FROM), "后写结论。"),
        _spans("结论之后", (moved, Way.MOVED_TO), "全段完。"),
        _spans("这里", ("增加一句说明，", Way.INSERTED), ("统计口径", Way.COMMENTED), "保持不变。"),
        _spans(
            ("整段都是后来补写的。", Way.INSERTED),
        ),
    )


def _fields() -> tuple[Block, ...]:
    return (
        _spans(
            "试点单位为",
            ("示例一分厂", Way.SIMPLE_FIELD),
            "，趋势见",
            ("图1", Way.COMPLEX_FIELD),
            "。",
        ),
        _spans(
            "责任人由", ("质量总监", Way.CONTROL), "指定", ("（内部稿勿外传）", Way.HIDDEN), "。"
        ),
        _spans("第一行", ("", Way.BREAK), "第二行，详见", ("平台说明", Way.LINK), "。"),
        _spans(("这一整句话被校对程序切成了许多小段，读者看不出来。", Way.SPLIT)),
    )


def _notes() -> tuple[Block, ...]:
    first, second, third = phrases.NOTES
    return (
        _spans("合格率按月统计", (first, Way.NOTE), "，按季公布", (second, Way.NOTE), "。"),
        _spans(
            "工序能力由 ", ("cpk", Way.FORMULA), " 评价，风险由 ", ("rpn", Way.FORMULA), " 排序。"
        ),
        Display("oee"),
        _spans("短期能力", (third, Way.NOTE), "与长期能力分别给出。"),
        Display("sum"),
    )


def _chart(title: str) -> Chart:
    years = ("2019年", "2020年", "2021年")
    return Chart(title, years, (("焊接不良率", (412, 236.5, 98)), ("行业平均", (380, 360, 350))))


def _drawn() -> tuple[Block, ...]:
    same = pictures.png(90)
    old = replace(pictures.png(93), vml=True)
    return (
        Figure(same, "现场改善前"),
        Figure(pictures.emf(91), "过程趋势矢量图"),
        Figure(pictures.wmf(92), "早期版本矢量图"),
        Figure(old, "旧格式图片"),
        Figure(same, "现场改善前（再次引用）"),
        Figure(replace(pictures.emf(94), vml=True), "旧格式矢量图"),
    )


def _layout() -> tuple[Block, ...]:
    """Give what is laid out as authors like it: pictures side by side, a unit, no caption."""
    sides = (pictures.png(101), pictures.jpeg(102))
    return (
        Gallery(sides, ("改善前的现场", "改善后的现场")),
        Row((pictures.png(103), pictures.png(104))),
        replace(simple_table("近三年质量成本构成"), unit="单位：万元"),
        replace(deep_table(), caption=""),
        _spans("上表没有题目，", ("图一", Way.BOLD), "与正文同行。"),
    )


def _features() -> Iterator[Recipe]:
    """Yield cases that each show one thing, in turn over the makes of headings."""
    box = TextBox("文本框：三不原则是不接受、不制造、不流出缺陷")
    group = Group((pictures.png(95), pictures.emf(96)), "组合图中的文字：先评审后放行")
    diagram = Diagram(("策划目标", "实施改进", "检查效果", "固化标准"))
    marked, unmarked = (
        (wide_table(), deep_table()),
        (
            wide_table(marks_header=False),
            deep_table(marks_header=False),
        ),
    )
    shown: dict[str, Sequence[Block]] = {
        "notes-formulas": _notes(),
        "revisions": _revised(),
        "fields": _fields(),
        "text-boxes": (box, TextBox("旁注：数据已脱敏")),
        "group": (group,),
        "charts": (_chart("焊接不良率变化"), _chart("与行业水平比较")),
        "diagram": (diagram,),
        "pictures": _drawn(),
        "tables": (simple_table(), *marked, *unmarked),
        "layout": _layout(),
        "lists": (Items(phrases.LIST_ITEMS), Items(phrases.LIST_ITEMS, ordered=True)),
        "all": (*_drawn(), *_notes(), *_revised(), *_fields(), box, group, diagram, *usual(97)),
    }
    turn = [
        Make(Headings.TYPED_BOLD),
        Make(Headings.STYLED_TYPED, WPS, Captions.COMPLEX_FIELD, Title.STYLE),
        Make(Headings.STYLED_AUTO, CHINESE, Captions.SIMPLE_FIELD, Title.STYLE),
        Make(Headings.BOLD_AUTO, WORD, Captions.TYPED_BOLD),
    ]
    for number, (name, extra) in enumerate(shown.items()):
        content = _long(30 + number, *extra) if name == "all" else _short(30 + number, *extra)
        yield Recipe(name, content, turn[number % len(turn)])


def _hard() -> tuple[Block, ...]:
    """Give what looks like headings and is none, besides the sentences that begin with numbers."""
    run_in = (Paragraph((Span(head, Way.BOLD), Span(rest))) for head, rest in phrases.RUN_IN)
    return (
        *map(plain, phrases.TRAPS),
        *run_in,
        _spans((phrases.BOLD_ITEM, Way.BOLD)),
        _spans(("企业坚持“质量第一、顾客至上”的方针不动摇。", Way.BOLD)),
    )


def _short_items(content: CaseContent) -> CaseContent:
    """Put the list of short items after the first paragraph; they belong together."""
    items = map(plain, (phrases.SHORT_LEAD, *phrases.SHORT_ITEMS))
    return replace(content, blocks=(*content.blocks[:2], *items, *content.blocks[2:]))


def _others() -> Iterator[Recipe]:
    bold, styled = Headings.TYPED_BOLD, Headings.STYLED_TYPED
    yield Recipe("contents", _with_contents(_long(50), wrapped=True), Make(styled, WPS))
    yield Recipe("contents-bare", _with_contents(_long(51), wrapped=False), Make(bold, CHINESE))
    yield Recipe("traps", _short(52, *_hard(), traps=True), Make(bold))
    yield Recipe("traps-plain", _short(53, *_hard()), Make(Headings.TYPED_PLAIN))
    yield Recipe("traps-styled", _short(55, *_hard(), traps=True), Make(styled, CHINESE))
    yield Recipe("traps-auto", _short(56, *_hard(), traps=True), Make(Headings.BOLD_AUTO))
    yield Recipe("items-bold", _short_items(_short(57)), Make(bold))
    yield Recipe("items-plain", _short_items(_short(58)), Make(Headings.TYPED_PLAIN))
    yield Recipe("short", _short(54), Make(bold))
    docx = {
        "library-styled": Make(styled, WORD, Captions.SIMPLE_FIELD, Title.STYLE),
        "library-bold": Make(bold, WORD, Captions.TYPED),
        "library-plain": Make(Headings.TYPED_PLAIN, WORD, Captions.TYPED, typed=LOOSE),
        "library-wide": Make(bold, WORD, Captions.SIMPLE_FIELD, typed=FULL_WIDTH),
    }
    for seed, (name, make) in enumerate(docx.items(), start=60):
        yield Recipe(name, _long(seed, spaces=seed % 2 == 0), make, Maker.PYTHON_DOCX)


@cache
def recipes() -> tuple[Recipe, ...]:
    """Give all cases that are made here as .docx."""
    return (*_heading_makes(), *_features(), *_others())


@cache
def conversions() -> tuple[tuple[str, Recipe], ...]:
    """Give the cases that LibreOffice makes, each with its way: doc, wps, odt or rtf."""
    bold, styled, auto = Headings.TYPED_BOLD, Headings.STYLED_TYPED, Headings.STYLED_AUTO
    revised = _revised()[0]
    ways = (
        ("doc", "doc-bold", _long(70), Make(bold)),
        ("doc", "doc-auto", _long(71), Make(auto, WORD, title=Title.STYLE)),
        ("doc", "doc-notes", _short(72, _notes()[0], revised, *usual(72)), Make(styled, WPS)),
        ("wps", "wps-bold-auto", _long(73), Make(Headings.BOLD_AUTO, CHINESE)),
        ("odt", "odt-styled", _long(74), Make(styled, WORD, Captions.COMPLEX_FIELD, Title.STYLE)),
        ("odt", "odt-bold-auto", _long(75), Make(Headings.BOLD_AUTO)),
        ("rtf", "rtf-bold", _long(76), Make(bold, CHINESE)),
        ("rtf", "rtf-styled", _long(77), Make(styled, WORD, title=Title.STYLE)),
    )
    return tuple((way, Recipe(name, content, make)) for way, name, content, make in ways)
