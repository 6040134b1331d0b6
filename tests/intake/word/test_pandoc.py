"""Markdown that the site's renderer shows as the text that it was."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from generator.intake.remarks import RefusedDocumentError
from generator.intake.word.pandoc import Tree, read_tree, write_markdown
from generator.rendering.markdown import render
from tests.intake.word.samples import docx, paragraph

Node = dict[str, Any]
API = [1, 23, 1, 1]
EMPTY: list[Any] = ["", [], []]


def words(written: str) -> list[Node]:
    nodes: list[Node] = []
    for number, word in enumerate(written.split(" ")):
        if number:
            nodes.append({"t": "Space"})
        if word:
            nodes.append({"t": "Str", "c": word})
    return nodes


def para(*inlines: Node) -> Node:
    return {"t": "Para", "c": list(inlines)}


def cell(written: str, rows: int = 1) -> list[Any]:
    return [EMPTY, {"t": "AlignDefault"}, rows, 1, [{"t": "Plain", "c": words(written)}]]


def table(*rows: list[list[Any]]) -> Node:
    columns = [[{"t": "AlignDefault"}, {"t": "ColWidthDefault"}]] * len(rows[0])
    lines = [[EMPTY, row] for row in rows]
    body = [[EMPTY, 0, [], lines[1:]]]
    parts = [EMPTY, [None, []], columns, [EMPTY, lines[:1]], body, [EMPTY, []]]
    return {"t": "Table", "c": parts}


def tree(*blocks: Node) -> Tree:
    return {"pandoc-api-version": API, "meta": {}, "blocks": list(blocks)}


def shown(markdown: str) -> str:
    """Give the text of the page, without blanks."""
    body = render(markdown, first_line=1, publish=lambda _address: None)
    page = html.fromstring(f"<div>{body.html}</div>")
    return re.sub(r"\s", "", "".join(map(str, page.itertext())))


@pytest.mark.parametrize(
    "written",
    [
        "5~10",
        "a_b_c",
        "[1]",
        "a # b",
        "#1 号",
        "a < b",
        "3 * 4",
        "$5",
        "a|b",
        "A&B",
        "“零缺陷”",
        "1.5",
        "2021-03",
        "{{ x }}",
        "5%",
        "=1+1",
    ],
)
def test_what_needs_no_escape_has_none(written: str) -> None:
    markdown = write_markdown(tree(para(*words(written))))
    assert markdown == f"{written}\n"
    assert shown(markdown) == written.replace(" ", "")


@pytest.mark.parametrize(
    "written",
    [
        "5~10 和 20~30",
        "1. 甲",
        "- 甲",
        "# 甲",
        "> 甲",
        ": 甲",
        "~ 甲",
        "---",
        "===",
        "&amp;",
        "<b>甲</b>",
        "[甲](乙)",
        "[^1]: 甲",
        "![甲](乙)",
        "`甲`",
        "$a$ 和 $b$",
        "\\(",
        "*甲*",
        "_甲_",
        "[甲]: 乙",
        "\U0010f02a\U0010f12a",
    ],
)
def test_signs_are_shown_as_signs(written: str) -> None:
    markdown = write_markdown(tree(para(*words("上")), para(*words(written))))
    expected = re.sub("[\U0010f000-\U0010f1ff]", "\ufffd", written).replace(" ", "")
    assert shown(markdown) == f"上{expected}"


def test_merged_cells_are_html_with_the_same_text() -> None:
    markdown = write_markdown(
        tree(
            table(
                [cell("头"), cell("a*b~c~ & <d>")], [cell("[甲]", rows=2), cell("1.")], [cell("|")]
            )
        )
    )
    assert markdown.startswith("<table>")
    assert shown(markdown) == "头a*b~c~&<d>[甲]1.|"


def test_bold_at_any_place_is_bold() -> None:
    bold = {"t": "Strong", "c": words(" （乙）　")}
    latin = {"t": "Strong", "c": words("(b)")}
    blocks = (para(*words("甲"), bold, *words("丙")), para(*words("a"), latin, *words("c")))
    markdown = write_markdown(tree(*blocks))
    assert markdown == "甲 **（乙）**　丙\n\na<strong>(b)</strong>c\n"
    body = render(markdown, first_line=1, publish=lambda _address: None)
    assert body.html.count("<strong>") == 2


def test_side_by_side_is_one() -> None:
    bold = [{"t": "Strong", "c": words(part)} for part in ("零", "缺陷")]
    markdown = write_markdown(tree(para(*bold, {"t": "Emph", "c": words("好")})))
    assert markdown == "<strong>零缺陷</strong><em>好</em>\n"


def test_html_in_code_begins_no_table() -> None:
    code = {"t": "Code", "c": [EMPTY, "<table>"]}
    markdown = write_markdown(tree(para(*words("甲"), code), para(*words("*乙*"))))
    assert shown(markdown) == "甲<table>*乙*"


def test_tables_in_lists_and_notes_are_html() -> None:
    merged = table([cell("头"), cell("*头*")], [cell("甲", 2), cell("乙*")], [cell("丙*")])
    note = {"t": "Note", "c": [merged]}
    listed = {"t": "BulletList", "c": [[para(*words("项")), merged]]}
    markdown = write_markdown(tree(listed, para(*words("见"), note), para(*words("*尾*"))))
    assert "\\*头" not in markdown
    assert "\\*尾\\*" in markdown


def test_bars_in_cells_end_no_cell() -> None:
    formula = {"t": "Math", "c": [{"t": "InlineMath"}, "|x|"]}
    code = {"t": "Code", "c": [EMPTY, "a|b*"]}
    row = [[*cell("")[:4], [para(*words("c|d"), formula, code)]], cell("尾")]
    markdown = write_markdown(tree(table([cell("头"), cell("头")], row)))
    assert shown(markdown) == r"头头c|d\vertx\verta|b*尾"


def test_terms_are_shown_as_such() -> None:
    explained = [words("1. 术语"), [[para(*words("- 解释"))]]]
    markdown = write_markdown(tree({"t": "DefinitionList", "c": [explained]}))
    body = render(markdown, first_line=1, publish=lambda _address: None)
    assert "<dt>1. 术语</dt>" in re.sub(r">\s+|\s+<", lambda edge: edge[0].strip(), body.html)
    assert shown(markdown) == "1.术语-解释"


def test_footnotes_formulas_and_lists() -> None:
    note = {"t": "Note", "c": [para(*words("[1] 注"))]}
    formula = {"t": "Math", "c": [{"t": "InlineMath"}, "x"]}
    items = [[para(*words("甲"))], [para(*words("乙"))]]
    markdown = write_markdown(
        tree(para(*words("见"), note, formula, *words("5")), {"t": "BulletList", "c": items})
    )
    assert markdown == "见[^1]$x$&#53;\n\n- 甲\n- 乙\n\n[^1]: [1] 注\n"


SIGNS = st.sampled_from(list("ab1 *_[]()<>#+-.!|~$&;=:\\`\"'^{}@/中，“：　0x,（）\u00a0"))
TEXTS = st.text(SIGNS, min_size=1, max_size=14).filter(str.strip)
Build = Callable[[str, str], tuple[list[Node], str]]
"""Blocks of two texts, and what a reader must see of them."""


def _titled(one: str, two: str) -> tuple[list[Node], str]:
    title = {"t": "Header", "c": [2, EMPTY, words(one)]}
    return [title, para(*words(two))], one + two


def _emphasised(kind: str) -> Build:
    def build(one: str, two: str) -> tuple[list[Node], str]:
        held = {"t": kind, "c": words(two)}
        return [para(*words(one), held, *words("尾"))], f"{one}{two}尾"

    return build


def _listed(one: str, two: str) -> tuple[list[Node], str]:
    items = [[{"t": "Plain", "c": words(one)}], [{"t": "Plain", "c": words(two)}]]
    return [{"t": "BulletList", "c": items}, para(*words("界"))], f"{one}{two}界"


def _around(one: str, two: str) -> tuple[list[Node], str]:
    strong = {"t": "Strong", "c": words("粗")}
    return [para(*words(one), strong, *words(two))], f"{one}粗{two}"


def _in_lines(one: str, two: str) -> tuple[list[Node], str]:
    return [para(*words(one), {"t": "LineBreak"}, *words(two))], one + two


def _linked(one: str, two: str) -> tuple[list[Node], str]:
    link = {"t": "Link", "c": [EMPTY, words(two), ["https://example.com/", ""]]}
    return [para(*words(one), link)], one + two


def _in_table(one: str, two: str) -> tuple[list[Node], str]:
    return [table([cell("头"), cell("头")], [cell(one), cell(two)])], f"头头{one}{two}"


def _merged(one: str, two: str) -> tuple[list[Node], str]:
    lines = [[cell(one, 2), cell(two)], [cell("尾")]]
    return [table([cell("头"), cell("头")], *lines)], f"头头{one}{two}尾"


BUILDS: tuple[Build, ...] = (
    _titled,
    _emphasised("Strong"),
    _emphasised("Emph"),
    _emphasised("Strikeout"),
    _listed,
    _around,
    _in_lines,
    _linked,
    _in_table,
    _merged,
)


@settings(max_examples=40)
@given(st.lists(st.tuples(st.sampled_from(BUILDS), TEXTS, TEXTS), min_size=1, max_size=20))
def test_the_page_shows_the_text(pieces: list[tuple[Build, str, str]]) -> None:
    built = [build(one, two) for build, one, two in pieces]
    markdown = write_markdown(tree(*(block for blocks, _ in built for block in blocks)))
    assert shown(markdown) == re.sub(r"\s", "", "".join(text for _, text in built)), markdown


def test_a_tree_without_end_is_refused() -> None:
    node: Node = {"t": "BlockQuote", "c": []}
    for _ in range(3000):
        node = {"t": "BlockQuote", "c": [node]}
    with pytest.raises(RefusedDocumentError):
        write_markdown(tree(node))


def test_pandoc_that_takes_too_long_is_ended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.intake.word.pandoc.TIMEOUT", 0.0001)
    with pytest.raises(RefusedDocumentError) as refused:
        read_tree(docx(tmp_path / "a.docx", paragraph("甲")), tmp_path)
    assert refused.value.remark.key == "intake_word.refused.too_slow"
