"""Excel files: every text is text, and the file opens."""

import io
import zipfile

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.workbook import Workbook

from generator.publication.sheets.workbook import Sheet, sheet_name, workbook
from tests.publication.sheets.samples import HOSTILE, texts


def opened(data: bytes) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(data))


def no_formula(book: Workbook) -> bool:
    return not any(
        cell.data_type == "f" or cell.hyperlink
        for page in book
        for row in page.iter_rows()
        for cell in row
    )


@settings(max_examples=25)
@given(st.lists(texts, min_size=1, max_size=6))
def test_no_text_becomes_a_formula_a_link_or_a_number(values: list[str]) -> None:
    sheet = Sheet(values[0], ("文字",), [[value] for value in values], title=values[0], lines=())
    book = opened(workbook(values[0], [sheet]))
    assert no_formula(book)
    kinds = {cell.data_type for row in book.worksheets[0].iter_rows() for cell in row}
    assert kinds <= {"s", "n"}
    assert not any(
        isinstance(cell.value, int | float)
        for row in book.worksheets[0].iter_rows()
        for cell in row
    )


def test_hostile_texts_stand_there_as_they_were() -> None:
    kept = [one for one in HOSTILE if "\x00" not in one and "\r" not in one and "<r>" not in one]
    book = opened(workbook("x", [Sheet("x", ("a",), [[one] for one in kept])]))
    page = book.worksheets[0]
    assert [page.cell(row, 1).value for row in range(2, len(kept) + 2)] == kept
    data = workbook("x", [Sheet("x", ("a",), [["<r>x</r>"]])])
    assert opened(data).worksheets[0]["A2"].value == " <r>x</r>"


def test_numbers_are_numbers_and_nothing_is_empty() -> None:
    page = opened(workbook("x", [Sheet("x", ("a", "b", "c"), [[1, 2.5, None], ["", -3, "1"]])]))[
        "x"
    ]
    assert [cell.value for cell in page[2]] == [1, 2.5, None]
    assert [cell.value for cell in page[3]] == [None, -3, "1"]


def test_a_sheet_is_set_up_for_paper_and_screen() -> None:
    rows = [["短", "很长的名称" * 20]] * 3
    sheet = Sheet("名单", ("序号", "名称"), rows, title="题", lines=("行",), is_landscape=True)
    page = opened(workbook("x", [sheet]))["名单"]
    assert page.freeze_panes == "A4"
    assert page.auto_filter.ref == "A3:B6"
    assert page.print_title_rows == "$3:$3"
    assert str(page.page_setup.paperSize) == "9"
    assert page.page_setup.orientation == "landscape"
    setup = page.sheet_properties.pageSetUpPr
    assert setup
    assert setup.fitToPage
    assert page.page_setup.fitToHeight == 0
    assert page.column_dimensions["A"].width < page.column_dimensions["B"].width < 60
    assert sorted(str(one) for one in page.merged_cells.ranges) == ["A1:B1", "A2:B2"]


def test_an_empty_table_has_its_header() -> None:
    page = opened(workbook("x", [Sheet("x", ("a", "b"), [])]))["x"]
    assert [cell.value for cell in page[1]] == ["a", "b"]


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ("a/b:c*[d]?", "a b c d"),
        ("'quoted'", "quoted"),
        ("", "1"),
        ("History", "History 2"),
        ("名" * 40, "名" * 31),
    ],
)
def test_the_name_of_a_sheet_is_one_that_excel_takes(wanted: str, expected: str) -> None:
    assert sheet_name(wanted) == expected


def test_equal_names_are_told_apart() -> None:
    book = opened(workbook("x", [Sheet("Name", ("a",), [])] * 3))
    assert book.sheetnames == ["Name", "Name 2", "Name 3"]


def test_the_file_says_no_day_of_its_making() -> None:
    data = workbook("题", [Sheet("x", ("a",), [["b"]])])
    assert data == workbook("题", [Sheet("x", ("a",), [["b"]])])
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert {entry.date_time[0] for entry in archive.infolist()} == {1980}
        assert b"2000-01-01" in archive.read("docProps/core.xml")
