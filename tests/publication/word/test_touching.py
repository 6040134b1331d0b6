"""Tables and lists in cells and boxes, as Word gets them."""

from pathlib import Path

import pytest
from PIL import Image

from generator.errors import BiaoganError
from generator.publication.blocks.tree import (
    Alert,
    BodyTree,
    Cell,
    Figure,
    ListBlock,
    Picture,
    Table,
)
from generator.publication.word.case import write_case
from generator.publication.word.draft import A4_LINE
from generator.publication.word.pandoc import Pandoc
from generator.publication.word.widths import column_shares
from tests.publication.word.docx import NS, Docx, w
from tests.publication.word.samples import IMPRINT, cell, chapter_of, para

LIST = ListBlock(((para("项目一"),), (para("项目二"), ListBlock(((para("内"),),)))))
WIDEST_DIGIT = 0.636
"""Of the face that stands in for Times on many a computer (DejaVu Serif), in characters."""


def made_of(pandoc: Pandoc, *blocks: Table | Alert) -> Docx:
    return Docx(write_case(chapter_of(BodyTree(blocks)), IMPRINT, pandoc))


def test_a_list_in_a_cell_has_the_letters_of_the_cell_and_room(pandoc: Pandoc) -> None:
    made = made_of(pandoc, Table(2, (), ((Cell((LIST,)), cell("乙")),)))
    items = made.find("//w:tc//w:p[w:pPr/w:numPr]")
    assert [one.find("w:pPr/w:pStyle", NS).get(w("val")) for one in items] == ["TableCell"] * 3
    left = [int(one.find("w:pPr/w:ind", NS).get(w("left"))) for one in items]
    assert left == [315, 315, 630]
    [width] = made.find("//w:tbl[1]//w:tr[1]/w:tc[1]/w:tcPr/w:tcW/@w:w")[:1]
    assert int(width) >= left[0] + 3 * 210 + 170


def test_a_list_in_a_box_stands_in_the_box(pandoc: Pandoc) -> None:
    made = made_of(pandoc, Alert("note", "提示", (para("话"), LIST)))
    assert len(made.text_in("AlertItem")) == 3
    assert made.styles["AlertItem"].find("w:pPr/w:pBdr", NS) is not None
    first = made.find("//w:p[w:pPr/w:pStyle/@w:val='AlertItem'][1]/w:pPr/w:ind")[0]
    edge = int(first.get(w("left"))) - int(first.get(w("hanging")))
    assert edge == int(made.value("Alert", "w:pPr/w:ind", "left") or 0)


def test_two_boxes_stay_two(pandoc: Pandoc) -> None:
    made = made_of(pandoc, Alert("note", "甲", (para("话"),)), Alert("tip", "乙", (para("话"),)))
    styles = [style for style, _ in made.paragraphs()]
    first = styles.index("AlertTitle")
    assert styles[first : first + 5] == ["AlertTitle", "Alert", "AfterTable", "AlertTitle", "Alert"]


def test_an_empty_cell_holds_one_small_paragraph(pandoc: Pandoc) -> None:
    rows = ((cell("甲", rows=2), cell("")), (cell("乙"),))
    made = made_of(pandoc, Table(2, (), rows))
    for one in made.find("//w:tc"):
        [paragraph] = one.findall("w:p", NS)
        assert paragraph.find("w:pPr/w:pStyle", NS).get(w("val")) == "TableCell"


def test_a_table_in_a_cell_is_no_wider_than_the_cell(pandoc: Pandoc) -> None:
    inner = Table(2, (), ((cell("内表甲"), cell("很长的内表格子，" * 20)),))
    made = made_of(pandoc, Table(2, (), ((cell("乙" * 40), Cell((inner,))),)))
    [outer] = made.find("//w:tc[w:tbl]/w:tcPr/w:tcW/@w:w")
    [width] = made.find("//w:tc/w:tbl/w:tblPr/w:tblW")
    assert width.get(w("type")) == "dxa"
    assert 1000 < int(width.get(w("w"))) <= int(outer)


def test_a_picture_fits_its_cell(pandoc: Pandoc, tmp_path: Path) -> None:
    path = tmp_path / "wide.png"
    Image.new("RGB", (2000, 100)).save(path)
    row = (Cell((Figure(Picture(path, "宽")),)), cell("右" * 200))
    made = made_of(pandoc, Table(2, (), (row,)))
    [width] = made.find("//w:tc[.//wp:inline]/w:tcPr/w:tcW/@w:w")
    [shown] = made.find("//wp:inline/wp:extent/@cx")
    assert int(shown) / 635 <= int(width) - 170


def test_full_tables_take_the_whole_line_and_rows_stay_whole(pandoc: Pandoc) -> None:
    made = made_of(pandoc, Table(2, (), ((cell("话" * 99), cell("话" * 99)),)))
    widths = made.find("//w:tbl[1]/w:tblGrid/w:gridCol/@w:w")[:2]
    assert sum(map(int, widths)) == pytest.approx(A4_LINE * 20, abs=4)
    assert len(made.find("//w:tr/w:trPr/w:cantSplit")) == len(made.find("//w:tr"))


def test_years_and_figures_stay_on_one_line() -> None:
    head = ("指标", "单位", "2019", "2020", "2021", "行业平均", "行业最佳", "本企业名次", "方向")
    body = ("主营业务收入" * 6, "万元", "286000", "318000", "362000", "-", "-", "5", "越大越好")
    table = Table(len(head), (tuple(map(cell, head)),), (tuple(map(cell, body)),))
    for share, said in list(zip(column_shares(table, A4_LINE), body, strict=True))[2:5]:
        assert share * A4_LINE - 8.5 >= len(said) * WIDEST_DIGIT * 10.5


def test_more_columns_than_word_takes_are_said(pandoc: Pandoc) -> None:
    table = Table(64, (), (tuple(cell(str(n)) for n in range(64)),))
    with pytest.raises(BiaoganError, match="64 列"):
        made_of(pandoc, table)
