"""A case as PDF: what stands on its pages, and that the file is what it says."""

import subprocess
import sys
from pathlib import Path

import pytest

from generator.library.paper import PaperRule, Typeface, TypeSize
from generator.publication.blocks.tree import Alignment, Cell, Heading, Link, Table, Text
from generator.publication.pdf.parts import style_source
from generator.publication.pdf.press import Press
from tests.publication.pdf.conftest import Printed, paragraph, printed

TEXT = "对标改进，持续提升质量。" * 12


@pytest.fixture(scope="module")
def made(press: Press) -> Printed:
    appendix = (
        Heading(2, "", (Text("成效指标"),), "indicators"),
        Table(2, ((Cell((paragraph("指标"),), is_header=True), Cell((paragraph("2021"),))),), ()),
    )
    body = (
        Heading(2, "一、", (Text("实施过程"),), "过程"),
        *(paragraph(f"{n}。{TEXT}") for n in range(24)),
    )
    return printed(
        press,
        *body,
        mark="演示材料：企业与数据均为虚构",
        summary=(paragraph("这是摘要。"),),
        appendix=appendix,
        colophon=(
            (Text("编号 2022-001"),),
            (Text("网址："), Link("https://biaogan.example/cases/2022-001/", (Text("看网页"),))),
        ),
    )


def test_it_says_what_it_is(made: Printed) -> None:
    info = made.reader.metadata
    assert info is not None
    assert info.title == "构建过程质量预测管控模式"
    assert info.author == "示例轴承有限公司"
    assert info.creation_date is not None
    assert info.creation_date.date().isoformat() == "2022-10-20"
    assert made.root["/Lang"] == "zh-CN"
    assert made.root["/MarkInfo"]["/Marked"]
    metadata = made.root["/Metadata"].get_data()
    assert b"<pdfuaid:part>1</pdfuaid:part>" in metadata


def test_everything_of_the_chapter_is_there_in_order(made: Printed) -> None:
    parts = (
        "构建过程质量预测管控模式",
        "示例轴承有限公司",
        "摘要",
        "这是摘要。",
        "一、实施过程",
        "23。" + TEXT[:6],
        "成效指标",
        "编号2022-001网址",
    )
    found = [made.bare.find(part) for part in parts]
    assert -1 not in found
    assert found == sorted(found)
    assert [title for _, title in made.bookmarks] == ["摘要", "一、实施过程", "成效指标"]


def test_every_page_says_where_it_comes_from(made: Printed) -> None:
    pages = ["".join(page.extract_text().split()) for page in made.reader.pages]
    assert len(pages) > 3
    for number, page in enumerate(pages, 1):
        assert "质量标杆库" in page
        assert "编号2022-001" in page
        assert "演示材料：企业与数据均为虚构" in page
        assert f"{number}/{len(pages)}" in page
    assert pages[0].count("演示材料：企业与数据均为虚构") == 2


def test_the_page_has_the_form_of_the_edition(made: Printed) -> None:
    box = made.reader.pages[0].mediabox
    assert (round(box.width), round(box.height)) == (595, 842)
    assert {"NotoSerifCJKsc-Regular", "NotoSansCJKsc-Bold", "FandolKai-Regular"} <= made.fonts
    sizes: dict[str, set[float]] = {}

    def look(text: str, _cm: object, matrix: list[float], _font: object, size: float) -> None:
        sizes.setdefault(text.strip()[:4], set()).add(round(abs(matrix[3]) * size, 1))

    made.reader.pages[0].extract_text(visitor_text=look)
    every = {size for found in sizes.values() for size in found}
    assert {18.0, 14.0} <= every


def test_a_code_leads_to_the_page_where_the_site_has_an_address(
    press: Press, made: Printed
) -> None:
    alts = [str(tag["/Alt"]) for tag in made.tags() if "/Alt" in tag]
    assert alts == ["本页网址的二维码：https://biaogan.example/cases/2022-001/"]
    without = printed(press, paragraph("短"), address="")
    assert not [tag for tag in without.tags() if "/Alt" in tag]


def test_the_summary_of_an_edition_is_centred_or_a_section(press: Press) -> None:
    paper = PaperRule(summary_size=TypeSize.FOURTH, body_size=TypeSize.SMALL_FOURTH)
    two = printed(press, paragraph("正文"), summary=(paragraph("话"),), paper=paper)
    assert two.bookmarks == [(1, "摘要")]
    none = printed(press, paragraph("正文"))
    assert "摘要" not in none.text


def test_every_face_may_be_the_face_of_a_text(press: Press) -> None:
    for face in Typeface:
        paper = PaperRule(body_face=face, title_face=face, section_face=face, caption_face=face)
        # Rare characters of names come from the Song where the face has none.
        assert "镕喆示例☑" in printed(press, paragraph("镕喆示例☑"), paper=paper).bare


def test_the_form_is_stated_in_points() -> None:
    source = style_source(PaperRule(section_size=TypeSize.THIRD), top=2)
    assert '"section": ("face": "hei", "size": 16.0pt)' in source
    assert '"top": 2' in source


AGAIN = """
import sys
from pathlib import Path
from generator.publication.pdf.fonts import find_fonts
from generator.publication.pdf.press import Press
from generator.publication.blocks.tree import Heading, Text
from tests.publication.pdf.conftest import paragraph, printed
made = printed(Press(find_fonts({}, ())), Heading(2, "一、", (Text("题"),), "a"), paragraph("文"))
Path(sys.argv[1]).write_bytes(made.data)
"""


def test_another_process_gives_the_same_bytes(press: Press, tmp_path: Path) -> None:
    here = printed(press, Heading(2, "一、", (Text("题"),), "a"), paragraph("文"))
    out = tmp_path / "again.pdf"
    subprocess.run([sys.executable, "-c", AGAIN, str(out)], check=True)
    assert out.read_bytes() == here.data


def test_alignment_is_one_of_typsts(press: Press) -> None:
    row = tuple(Cell((paragraph("数"),), alignment=one) for one in Alignment)
    assert printed(press, Table(len(row), (), (row,))).bare.count("数") >= len(row)
