"""Reading of lists: encodings, workbooks, headers, notes, and what is not read."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.intake.list_table import ListTable, read_list
from generator.intake.spreadsheet import MAX_BYTES, clean
from tests.intake.samples import Value, row_xml, sheet_xml, write_csv, write_xlsx

DATA = Path(__file__).parent / "data"
HEADER = "年度,级别,企业名称,经验名称"
ROW = "2022,全国,示例甲有限公司,实施六西格玛设计的经验"
CELLS = {
    "year": "2022",
    "level": "全国",
    "enterprise": "示例甲有限公司",
    "title": "实施六西格玛设计的经验",
}


def problem_code(table: ListTable) -> str:
    return table.problem.code if table.problem else ""


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_csv_is_read_in_the_encodings_of_offices(tmp_path: Path, encoding: str) -> None:
    table = read_list(write_csv(tmp_path / "l.csv", HEADER, ROW, encoding=encoding))
    assert [dict(row.cells) for row in table.rows] == [CELLS]


@pytest.mark.parametrize("delimiter", ["\t", ";"])
def test_csv_may_be_cut_at_tabs_or_semicolons(tmp_path: Path, delimiter: str) -> None:
    lines = [line.replace(",", delimiter) for line in (HEADER, ROW)]
    (row,) = read_list(write_csv(tmp_path / "l.csv", *lines)).rows
    assert dict(row.cells) == CELLS


def test_the_header_is_found_below_titles_and_rows_keep_their_numbers(tmp_path: Path) -> None:
    lines = ["名单,,,", ",,,", " 年 度 ,级别,企业名称（盖章）,经验名称", ",,,", ROW]
    (row,) = read_list(write_csv(tmp_path / "l.csv", *lines)).rows
    assert (row.row, row.columns["enterprise"], dict(row.cells)) == (5, 3, CELLS)


def test_notes_after_the_table_end_it(tmp_path: Path) -> None:
    lines = [HEADER, ROW, "注：以上为示例,,,", "2023,全国,示例乙有限公司,"]
    assert len(read_list(write_csv(tmp_path / "l.csv", *lines)).rows) == 1


def test_a_repeated_header_is_no_row(tmp_path: Path) -> None:
    lines = [HEADER, ROW, HEADER, "2023,全国,示例乙有限公司,"]
    rows = read_list(write_csv(tmp_path / "l.csv", *lines)).rows
    assert [row.row for row in rows] == [2, 4]


def test_group_headings_reach_the_rows_below_them(tmp_path: Path) -> None:
    lines = [HEADER, "一、工业企业（46项）,,,", ROW, "二、中小企业,,,", "2022,全国,示例乙有限公司,"]
    rows = read_list(write_csv(tmp_path / "l.csv", *lines)).rows
    assert [row.cells["group"] for row in rows] == ["工业企业", "中小企业"]


def test_personal_columns_are_dropped_and_named_as_unknown_ones_are(tmp_path: Path) -> None:
    lines = ["年度,企业名称,申报联系人,资产总额,手 机", "2022,示例甲有限公司,某人,100,000"]
    table = read_list(write_csv(tmp_path / "l.csv", *lines))
    assert table.private == ("申报联系人", "手 机")
    assert table.ignored == ("资产总额",)
    assert dict(table.rows[0].cells) == {"year": "2022", "enterprise": "示例甲有限公司"}


def test_a_workbook_gives_whole_numbers_formula_like_text_and_all_its_sheets(
    tmp_path: Path,
) -> None:
    header: list[Value] = ["序号", "年度", "企业名称", "经验名称"]
    sheets = {
        "甲": sheet_xml([header, [1.0, 2022, "示例甲有限公司", "=1+1"]]),
        "说明": sheet_xml([["没有表"]]),
        "乙": sheet_xml([[None], header, [2, 2023, "示例乙有限公司", "@经验"]]),
    }
    rows = read_list(write_xlsx(tmp_path / "l.xlsx", sheets)).rows
    assert [(row.sheet, row.row) for row in rows] == [("甲", 2), ("乙", 3)]
    assert rows[0].cells["number"] == "1"
    assert rows[0].cells["year"] == "2022"
    assert [row.cells["title"] for row in rows] == ["=1+1", "@经验"]


def test_cells_merged_downwards_hold_for_all_their_rows_sideways_for_none(tmp_path: Path) -> None:
    rows: list[list[Value]] = [
        ["分组", "企业名称", "经验名称"],
        ["中小企业", "示例甲有限公司", "甲"],
        [None, "示例乙有限公司", None],
    ]
    path = write_xlsx(tmp_path / "l.xlsx", {"S": sheet_xml(rows, ["A2:A3", "B2:C3"])})
    found = read_list(path).rows
    assert [row.cells["group"] for row in found] == ["中小企业", "中小企业"]
    assert found[1].cells["enterprise"] == "示例乙有限公司"


@pytest.mark.parametrize("ending", ["xls", "et"])
def test_the_old_binary_format_is_read(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"l.{ending}"
    path.write_bytes((DATA / "list.xls").read_bytes())
    table = read_list(path)
    assert [row.cells["number"] for row in table.rows] == ["1", "2"]
    assert table.rows[1].cells["title"] == "=SUM的经验"
    assert table.private == ("联系电话",)


def test_a_stray_cell_far_away_is_a_problem_and_no_crash(tmp_path: Path) -> None:
    far = sheet_xml([["企业名称", "年度"]]).replace(
        "</sheetData>", row_xml(1048576, [1]).replace('"A', '"XFD') + "</sheetData>"
    )
    path = write_xlsx(tmp_path / "l.xlsx", {"S": far})
    assert problem_code(read_list(path)) == "sheet_too_large"


def test_each_unreadable_file_has_its_problem(tmp_path: Path) -> None:
    write_csv(tmp_path / "nothing.csv", "甲,乙", "1,2")
    (tmp_path / "broken.xlsx").write_bytes(b"PK\x03\x04 no archive")
    (tmp_path / "broken.xls").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    (tmp_path / "list.pdf").write_bytes(b"%PDF")
    (tmp_path / "odd.csv").write_bytes(b"\x81\xff\xff\x00")
    (tmp_path / "wide.csv").write_text("a" * 200_000, encoding="utf-8")
    with (tmp_path / "big.csv").open("wb") as stream:
        stream.truncate(MAX_BYTES + 1)
    found = {path.name: problem_code(read_list(path)) for path in tmp_path.iterdir()}
    assert found == {
        "nothing.csv": "no_header",
        "broken.xlsx": "file_damaged",
        "broken.xls": "file_damaged",
        "list.pdf": "file_format",
        "odd.csv": "file_encoding",
        "wide.csv": "file_damaged",
        "big.csv": "file_too_large",
    }
    assert problem_code(read_list(tmp_path)) == "file_unreadable"
    assert problem_code(read_list(tmp_path / "absent.csv")) == "file_unreadable"


@given(
    data=st.binary(max_size=400),
    start=st.sampled_from([b"", b"PK\x03\x04", b"\xff\xfe", HEADER.encode() + b"\n"]),
    ending=st.sampled_from(["csv", "xlsx", "xls"]),
)
def test_no_bytes_break_the_reader(
    tmp_path_factory: pytest.TempPathFactory, data: bytes, start: bytes, ending: str
) -> None:
    path = tmp_path_factory.mktemp("list") / f"l.{ending}"
    path.write_bytes(start + data)
    table = read_list(path)
    assert table.problem is None or not table.rows


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (1.0, "1"),
        (1.5, "1.5"),
        ("示例\n有限公司", "示例有限公司"),
        ("Example\nCo.,  Ltd.", "Example Co., Ltd."),
        ("联想(北京) 公司", "联想(北京) 公司"),
        ("\ufeff示\u200b例\x07", "示例"),
    ],
)
def test_cells_are_cleaned(value: object, expected: str) -> None:
    assert clean(value) == expected
