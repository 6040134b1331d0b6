from pathlib import Path
from typing import Any

from lxml import html

from generator.intake.prose.case_text import CaseText
from generator.intake.prose.grids import make_grid
from generator.intake.prose.tree import para, string
from generator.rendering.markdown import render
from tests.intake.prose.documents import BODY, Word, keys, markdown


def shown(made: CaseText) -> list[list[list[tuple[str, str, int, int]]]]:
    """Give every table as the site shows it: rows of (tag, text, columns, rows)."""
    body = render(markdown(made), first_line=1, publish=lambda address: address)
    assert body.removals == ()
    tree: Any = html.fromstring(f"<div>{body.html}</div>")
    return [
        [
            [
                (str(cell.tag), " ".join(cell.text_content().split()), *_spans(cell))
                for cell in row.xpath("./th|./td")
            ]
            for row in table.xpath(".//tr")
        ]
        for table in tree.xpath(".//table")
    ]


def _spans(cell: Any) -> tuple[int, int]:
    return int(cell.get("colspan", 1)), int(cell.get("rowspan", 1))


def row(tag: str, *words: str) -> list[tuple[str, str, int, int]]:
    return [(tag, each, 1, 1) for each in words]


def test_a_simple_table_is_one_of_markdown_cell_by_cell(tmp_path: Path) -> None:
    word = Word().sections()
    word.table(("指标", "2019年", "2020年"), ("废品率", "1.86%", "a|b"), ("*返修率*", "", "<3"))
    made = word.taken(tmp_path)
    assert "<table>" not in markdown(made)
    assert shown(made) == [
        [
            row("th", "指标", "2019年", "2020年"),
            row("td", "废品率", "1.86%", "a|b"),
            row("td", "*返修率*", "", "<3"),
        ]
    ]
    assert "table_head" in keys(made)


def test_merged_cells_and_two_rows_of_head_survive(tmp_path: Path) -> None:
    word = Word().sections()
    table = word.table(
        ("指标", "年度", "", "备注"),
        ("", "2019", "2020", "说明"),
        ("质量", "1", "2", "共同"),
        ("", "3", "4 & <5>", ""),
    )
    table.cell(0, 0).merge(table.cell(1, 0))
    table.cell(0, 1).merge(table.cell(0, 2))
    table.cell(2, 0).merge(table.cell(3, 0))
    table.cell(2, 3).merge(table.cell(3, 3))
    assert shown(word.taken(tmp_path)) == [
        [
            [("th", "指标", 1, 2), ("th", "年度", 2, 1), ("th", "备注", 1, 1)],
            row("th", "2019", "2020", "说明"),
            [("td", "质量", 1, 2), ("td", "1", 1, 1), ("td", "2", 1, 1), ("td", "共同", 1, 2)],
            row("td", "3", "4 & <5>"),
        ]
    ]


def test_a_table_without_head_gets_none(tmp_path: Path) -> None:
    word = Word().sections()
    word.table(("1", "2"), ("3", "4"))
    assert shown(word.taken(tmp_path)) == [[row("td", "1", "2"), row("td", "3", "4")]]


def test_empty_rows_and_columns_are_left_out(tmp_path: Path) -> None:
    word = Word().sections()
    word.table(("指标", "", "数值"), ("", "", ""), ("废品率", "", "1"))
    assert shown(word.taken(tmp_path)) == [[row("th", "指标", "数值"), row("td", "废品率", "1")]]


def test_a_frame_round_text_is_taken_off(tmp_path: Path) -> None:
    word = Word().sections()
    word.table((BODY,))
    made = word.taken(tmp_path)
    assert shown(made) == []
    assert markdown(made).count(BODY) == 5


def test_paragraphs_of_a_cell_are_lines_of_it(tmp_path: Path) -> None:
    word = Word().sections()
    table = word.table(("做法", "结果"), ("甲", "丙"))
    table.cell(1, 0).add_paragraph("乙")
    made = word.taken(tmp_path)
    assert "甲<br>乙" in markdown(made)
    assert shown(made)[0][1] == [("td", "甲乙", 1, 1), ("td", "丙", 1, 1)]


def test_a_table_in_a_cell_becomes_text_and_is_told(tmp_path: Path) -> None:
    word = Word().sections()
    table = word.table(("做法", "结果"), ("甲", "丙"))
    inner = table.cell(1, 1).add_table(1, 2)
    inner.cell(0, 0).text, inner.cell(0, 1).text = "内一", "内二"
    made = word.taken(tmp_path)
    assert "table_nested" in keys(made)
    assert "内一；内二" in markdown(made)
    assert len(shown(made)) == 1


def test_spans_that_claim_too_much_are_not_believed() -> None:
    grid = make_grid([[(1, 10**9, [para([string("一")])]), (10**9, 1, [para([string("二")])])]], 0)
    assert [cell.text for cell in grid.cells] == ["一", "二"]
    assert (grid.rows, grid.columns) == (1, 2)


def test_a_heading_inside_a_cell_is_none(tmp_path: Path) -> None:
    word = Word().sections()
    word.table(("一、项目", "（一）内容"), ("二、做法", "1. 分析"))
    assert len(word.taken(tmp_path).headings) == 4
