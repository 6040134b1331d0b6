"""`cases.csv` and `library.xlsx`."""

import csv
import io

import openpyxl
import pytest

from generator.pages.inputs import Inputs
from generator.publication.opendata.cases import case_records
from generator.publication.opendata.columns import COLUMNS
from generator.publication.opendata.files import cases_csv, library_xlsx
from generator.publication.sheets.cells import from_csv
from generator.strings import text
from tests.pages import toy
from tests.publication.sheets.samples import HOSTILE


def lines_of(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_the_csv_has_every_listed_case_once(inputs: Inputs) -> None:
    lines = lines_of(cases_csv(inputs, ""))
    assert [line["id"] for line in lines] == [case.id for case in inputs.catalogue.cases]
    assert list(lines[0]) == [column.key for column in COLUMNS]


def test_the_csv_says_what_the_records_say(inputs: Inputs) -> None:
    for line, case in zip(lines_of(cases_csv(inputs, "")), case_records(inputs), strict=True):
        for column in COLUMNS:
            value = column.value(case)
            assert from_csv(line[column.key]) == ("" if value is None else str(value))


@pytest.mark.parametrize("word", [one for one in HOSTILE if one.isprintable()])
def test_no_text_becomes_a_formula(word: str) -> None:
    held = toy.inputs(toy.library(word))
    book = openpyxl.load_workbook(io.BytesIO(library_xlsx(held, word)))
    cells = [cell for page in book for row in page.iter_rows() for cell in row]
    assert not any(cell.data_type == "f" or cell.hyperlink for cell in cells)
    for line in lines_of(cases_csv(held, word)):
        assert not any(value.startswith(("=", "+", "-", "@")) for value in line.values())


def test_the_workbook_is_in_the_words_of_readers(inputs: Inputs) -> None:
    book = openpyxl.load_workbook(io.BytesIO(library_xlsx(inputs, "CC-BY-4.0")))
    assert book.sheetnames == ["经验", "指标", "通知公告", "届次", "说明"]
    rows = list(book["经验"].iter_rows(values_only=True))
    assert len(rows) == len(inputs.catalogue.cases) + 1
    assert rows[0][:4] == ("永久编号", "年度", "级别", "演示")
    assert {row[2] for row in rows[1:]} <= {"国家级", "省级", "市级"}
    made_up = {row[0] for row in rows[1:] if row[3] == text("publication_opendata.yes")}
    assert made_up == set(inputs.catalogue.fictional)
    said = {row[0]: row[1] for row in book["说明"].iter_rows(values_only=True)}
    assert said["许可"] == "CC-BY-4.0"


def test_measured_values_are_numbers(inputs: Inputs) -> None:
    book = openpyxl.load_workbook(io.BytesIO(library_xlsx(inputs, "")))
    rows = list(book["指标"].iter_rows(values_only=True))
    place = rows[0].index("数值")
    expected = [
        measured.value
        for case in case_records(inputs)
        for row in case.indicators
        for measured in row.values
    ]
    assert [row[place] for row in rows[1:]] == expected != []
