"""List files and a library to import them into, all fictional."""

import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final
from xml.sax.saxutils import escape

from generator.library.edition import Edition, FocusAreaWording, PrintedRecommender
from generator.library.library import Library
from generator.library.lifecycle import Level
from generator.library.vocabulary import Term, Vocabularies
from tests.catalogue import samples

_HEAD: Final = '<?xml version="1.0" encoding="UTF-8"?>'
_MAIN: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"

Value = str | float | None


def row_xml(number: int, values: Sequence[Value], first: str = "A") -> str:
    """Give one row; a text that begins with `=` is a text, as its author typed it."""
    cells = []
    for offset, value in enumerate(values):
        place = f'r="{chr(ord(first) + offset)}{number}"'
        if isinstance(value, str):
            cells.append(f'<c {place} t="inlineStr"><is><t>{escape(value)}</t></is></c>')
        elif value is not None:
            cells.append(f"<c {place}><v>{value}</v></c>")
    return f'<row r="{number}">{"".join(cells)}</row>'


def sheet_xml(rows: Sequence[Sequence[Value]], merged: Sequence[str] = ()) -> str:
    """Give a sheet whose first row is row 1."""
    data = "".join(row_xml(number, row) for number, row in enumerate(rows, start=1))
    ranges = "".join(f'<mergeCell ref="{area}"/>' for area in merged)
    tail = f"<mergeCells>{ranges}</mergeCells>" if ranges else ""
    return f'{_HEAD}<worksheet xmlns="{_MAIN}"><sheetData>{data}</sheetData>{tail}</worksheet>'


def write_xlsx(path: Path, sheets: Mapping[str, str]) -> Path:
    """Write a workbook of sheets given as XML."""
    numbers = range(1, len(sheets) + 1)
    links = "".join(
        f'<Relationship Id="r{n}" Type="{_OFFICE}/worksheet" Target="worksheets/sheet{n}.xml"/>'
        for n in numbers
    )
    named = "".join(
        f'<sheet name="{name}" sheetId="{n}" r:id="r{n}"/>'
        for n, name in zip(numbers, sheets, strict=True)
    )
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="xml" ContentType="application/xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r" '
        f'Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}">'
        f"<sheets>{named}</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f"{links}</Relationships>",
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
        for number, content in zip(numbers, sheets.values(), strict=True):
            archive.writestr(f"xl/worksheets/sheet{number}.xml", content)
    return path


def write_csv(path: Path, *lines: str, encoding: str = "utf-8") -> Path:
    """Write a CSV file of whole lines."""
    path.write_bytes("".join(f"{line}\r\n" for line in lines).encode(encoding))
    return path


def words() -> Vocabularies:
    """Give small vocabularies with true names."""
    return samples.vocabularies(
        focus_areas=[
            Term(slug="digital", label="质量管理数字化"),
            Term(slug="sme", label="中小企业"),
        ],
        recommenders=[
            Term(slug="wuhan", label="示例推荐单位", aliases=("Example Recommender",)),
            Term(slug="other", label="示例协会"),
        ],
        industries=[Term(slug="34", label="通用设备制造业", parent="section-c")],
        regions=[
            Term(slug="shandong", label="山东", aliases=("山东省",)),
            Term(slug="qingdao", label="青岛", aliases=("青岛市",), parent="shandong"),
            Term(slug="hubei", label="湖北"),
        ],
    )


def editions() -> tuple[Edition, ...]:
    """Give a national round with its own wordings, and a provincial one."""
    national = samples.edition(
        "2022",
        focus_areas=(FocusAreaWording(number=1, area="digital", label="数字化升级"),),
        recommenders=(PrintedRecommender(number=1, id="wuhan", printed="示例推荐单位（2022）"),),
    )
    provincial = samples.edition("2021-shandong", level=Level.PROVINCIAL, region="shandong")
    return samples.edition("2019"), national, provincial


def empty_library() -> Library:
    """Give a library of editions and vocabularies without a case."""
    return samples.library(editions=editions(), words=words())
