"""Nothing is lost silently: trees of any make come out whole, or what is missing is said."""

from collections import Counter
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.intake.prose.case_text import CaseText, make_text
from generator.intake.prose.completeness import han_of, han_of_tree, missing
from generator.intake.remarks import RefusedDocumentError
from tests.intake.prose.documents import EDITION, EDITION_2020, Word

Node = dict[str, Any]
NUMBERS = [
    "",
    "",
    "一、",
    "二、",
    "（一）",
    "1.",
    "2．",
    "1.1 ",
    "（1）",
    "①",
    "第一章 ",
    "图1 ",
    "表1 ",
    "摘要：",
    "经验名称：",
]
WORDS = [
    "企业概况",
    "实施背景",
    "实施过程（8000字以内）",
    "实施成效",
    "摘要",
    "目录",
    "承诺书",
    "打通数据",
    "典型经验",
]
words = st.one_of(
    st.sampled_from(WORDS),
    st.text(st.sampled_from("质量标杆测试甲乙丙丁。，；：、 　a1.（）"), min_size=1, max_size=30),
)
texts = st.builds(
    lambda number, rest: {"t": "Str", "c": number + rest}, st.sampled_from(NUMBERS), words
)
breaks = st.sampled_from([{"t": "Space"}, {"t": "SoftBreak"}, {"t": "LineBreak"}])
EMPTY = ["", [], []]


def wrapped(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    some = st.lists(inner, min_size=1, max_size=3)
    return st.one_of(
        st.builds(
            lambda kind, c: {"t": kind, "c": c},
            st.sampled_from(["Strong", "Emph", "Underline", "Superscript"]),
            some,
        ),
        st.builds(lambda c: {"t": "Span", "c": [EMPTY, c]}, some),
        st.builds(
            lambda c, to: {"t": "Link", "c": [EMPTY, c, [to, ""]]},
            some,
            st.sampled_from(["https://a.cn/", "#x", "file:///x"]),
        ),
        st.builds(lambda c: {"t": "Note", "c": [{"t": "Para", "c": c}]}, some),
        st.builds(lambda c: {"t": "Quoted", "c": [{"t": "DoubleQuote"}, c]}, some),
    )


pieces = st.one_of(
    texts,
    texts,
    breaks,
    st.just({"t": "Math", "c": [{"t": "InlineMath"}, "\\text{率}"]}),
    st.just({"t": "Image", "c": [EMPTY, [], ["/none.png", ""]]}),
    st.just({"t": "RawInline", "c": ["html", "<b>生</b>"]}),
    st.just({"t": "Code", "c": [EMPTY, "码"]}),
)
inlines = st.lists(st.recursive(pieces, wrapped, max_leaves=4), min_size=1, max_size=4)
paragraphs = st.one_of(
    st.builds(lambda c: {"t": "Para", "c": c}, inlines),
    st.builds(lambda c: {"t": "Para", "c": [{"t": "Strong", "c": [c]}]}, texts),
    st.builds(lambda level, c: {"t": "Header", "c": [level, EMPTY, c]}, st.integers(1, 6), inlines),
)


def table(rows: list[list[tuple[int, int, list[Node]]]], head: int, caption: list[Node]) -> Node:
    made = [
        [
            EMPTY,
            [[EMPTY, {"t": "AlignDefault"}, down, across, blocks] for down, across, blocks in row],
        ]
        for row in rows
    ]
    return {
        "t": "Table",
        "c": [
            EMPTY,
            [None, caption],
            [],
            [EMPTY, made[:head]],
            [[EMPTY, 0, [], made[head:]]],
            [EMPTY, []],
        ],
    }


def grouped(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    some = st.lists(inner, min_size=1, max_size=3)
    cells = st.tuples(st.integers(1, 3), st.integers(1, 3), st.lists(inner, max_size=2))
    rows = st.lists(st.lists(cells, min_size=1, max_size=3), min_size=1, max_size=4)
    return st.one_of(
        st.builds(lambda c: {"t": "BlockQuote", "c": c}, some),
        st.builds(
            lambda c, name: {"t": "Div", "c": [["", [], [["custom-style", name]]], c]},
            some,
            st.sampled_from(["题注", "Title", "x"]),
        ),
        st.builds(lambda c: {"t": "BulletList", "c": c}, st.lists(some, min_size=1, max_size=3)),
        st.builds(
            lambda c: {"t": "OrderedList", "c": [[1, {"t": "Decimal"}, {"t": "Period"}], c]},
            st.lists(some, min_size=1, max_size=3),
        ),
        st.builds(lambda c, cap: {"t": "Figure", "c": [EMPTY, [None, cap], c]}, some, some),
        st.builds(table, rows, st.integers(0, 2), st.lists(inner, max_size=1)),
        st.builds(lambda term, c: {"t": "DefinitionList", "c": [[term, [c]]]}, inlines, some),
        st.builds(lambda c: {"t": "LineBlock", "c": c}, st.lists(inlines, min_size=1, max_size=2)),
        st.just({"t": "CodeBlock", "c": [EMPTY, "代码"]}),
        st.just({"t": "RawBlock", "c": ["html", "<p>排版</p>"]}),
        st.just({"t": "HorizontalRule"}),
    )


documents = st.lists(st.recursive(paragraphs, grouped, max_leaves=5), max_size=12)


@settings(max_examples=30, deadline=None)
@given(documents, st.sampled_from([EDITION, EDITION_2020]), st.lists(texts, max_size=2))
def test_every_character_is_in_the_draft_or_left_out_on_purpose(
    blocks: list[Node], edition: Any, title: list[Node]
) -> None:
    meta = {"title": {"t": "MetaInlines", "c": title}} if title else {}
    made = make_text({"meta": meta, "blocks": blocks}, Path("/nowhere"), edition, "x")
    document = han_of_tree(blocks) + han_of_tree(title)
    assert made.unaccounted(document) == Counter()
    assert "intake_prose.remark.characters" not in [remark.key for remark in made.remarks]
    levels = [heading.level for heading in made.headings]
    assert all(2 <= level <= 6 for level in levels)


KINDS = ["Para", "Table", "Str", "Header", "Figure", "Link", "Image", "Note"]
scraps = st.one_of(st.none(), st.integers(), st.text(max_size=3))


def stuffed(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.one_of(
        st.lists(inner, max_size=4),
        st.dictionaries(st.sampled_from(["t", "c", "blocks", "meta"]), inner),
        st.builds(lambda kind, c: {"t": kind, "c": c}, st.sampled_from(KINDS), inner),
    )


@settings(max_examples=100, deadline=None)
@given(st.recursive(scraps, stuffed, max_leaves=12))
def test_any_json_is_a_text_or_refused(anything: Any) -> None:
    for tree in (anything, {"blocks": anything, "meta": {}}, {"blocks": [], "meta": anything}):
        with suppress(RefusedDocumentError):
            assert isinstance(make_text(tree, Path("/nowhere"), EDITION, "x"), CaseText)


def test_what_is_missing_is_counted() -> None:
    assert missing(han_of("质量质量标杆"), [han_of("质量"), han_of("标")]) == han_of("质量杆")


@pytest.mark.parametrize("words_", ["质量", "a1。", "〇", "\U00020000"])
def test_han_characters_only(words_: str) -> None:
    assert han_of(words_).total() == {"质量": 2, "a1。": 0, "〇": 0, "\U00020000": 1}[words_]


def test_a_real_document_is_whole(tmp_path: Path) -> None:
    word = Word().styled("Title", "实施六西格玛设计的经验").text("示例有限公司").sections()
    word.picture().text("图1 红")
    tree = word.tree(tmp_path)
    made = make_text(tree, tmp_path / "media-of-tree", EDITION, "x")
    document = han_of_tree(tree["blocks"]) + han_of("实施六西格玛设计的经验")
    assert made.unaccounted(document) == Counter()
