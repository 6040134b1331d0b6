"""Lists as Excel files."""

import io

import openpyxl
import pytest

from generator.library.ids import EditionId
from generator.pages.inputs import Inputs
from generator.publication.manuscripts.list import year_list, year_lists
from generator.publication.sheets.list import Origin, write_lists
from generator.strings import text
from tests.publication.sheets.samples import good_inputs

ORIGIN = Origin("示例经验库", "https://example.org/", "CC-BY-4.0", "2022-10-20")


@pytest.fixture(scope="module")
def inputs(tmp_path_factory: pytest.TempPathFactory) -> Inputs:
    return good_inputs(tmp_path_factory.mktemp("toy") / "good")


def test_a_list_has_its_rows_with_the_group_beside_the_number(inputs: Inputs) -> None:
    made = year_list(inputs, EditionId("2022"))
    book = openpyxl.load_workbook(io.BytesIO(write_lists([made], ORIGIN)))
    page = book[made.title]
    rows = [[cell or "" for cell in row] for row in page.iter_rows(values_only=True)]
    header = rows.index(["序号", "分组", *made.columns[1:]])
    expected = [[row[0], group.label, *row[1:]] for group in made.groups for row in group.rows]
    assert rows[header + 1 :] == expected
    assert rows[0][0] == made.title
    assert [row[0] for row in rows[1:header]] == [made.subtitle, made.mark]


def test_a_sheet_says_what_the_lists_are(inputs: Inputs) -> None:
    lists = year_lists(inputs, 2022)
    book = openpyxl.load_workbook(io.BytesIO(write_lists(lists, ORIGIN)))
    assert book.sheetnames == [*(made.title for made in lists), "说明"]
    said = {row[0]: row[1] for row in book["说明"].iter_rows(values_only=True)}
    assert said["许可"] == "CC-BY-4.0"
    assert said["数据日期"] == "2022-10-20"
    notes = [row[1] for row in book["说明"].iter_rows(values_only=True) if row[0] == "说明"]
    assert notes == [note for made in lists for note in made.notes]


def test_without_a_licence_the_file_says_so(inputs: Inputs) -> None:
    lists = year_lists(inputs, 2022)
    book = openpyxl.load_workbook(io.BytesIO(write_lists(lists, Origin("", "", "", ""))))
    said = {row[0]: row[1] for row in book["说明"].iter_rows(values_only=True)}
    assert said["许可"] == text("publication_list.sheet.no_licence")
    assert said["数据日期"] == text("publication_list.sheet.no_date")
