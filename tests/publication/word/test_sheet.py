import io
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from generator.library.paper import PaperRule, Typeface
from generator.publication.word.document import draft_for, write_document
from generator.publication.word.finishing import Properties
from generator.publication.word.names import Style
from generator.publication.word.ooxml import page_number
from generator.publication.word.pandoc import Pandoc
from generator.publication.word.reference import reference_bytes, reference_docx
from generator.publication.word.sheet import Border, Kind, Look, Margins, Page, Side, StyleSheet
from generator.publication.word.styles import base_styles, case_sheet
from generator.publication.word.text import blocks_json
from tests.publication.word.docx import NS, Docx, w
from tests.publication.word.order import misplaced
from tests.publication.word.samples import para

FULL = Look(
    base="Body Text",
    next="Body Text",
    face=Typeface.TITLE,
    latin="Arial",
    size=22,
    bold=True,
    italic=False,
    underline=True,
    colour="FF0000",
    shade="EEEEEE",
    raised=True,
    tracking=-0.2,
    side=Side.SPREAD,
    first_line=-2,
    left=1,
    right=0.5,
    before=3,
    after=4,
    line=28.99,
    border=Border(),
    tabs=(("right", 100),),
    keep_next=True,
    keep_lines=True,
    page_break=True,
    snap=False,
    outline=2,
)
OFFICIAL = StyleSheet(
    page=Page(top=37, bottom=35, left=28, right=26, pitch=28.99, mirrored=True, first_number=1),
    styles={
        **base_styles(Typeface.FANGSONG, 16),
        "Full": FULL,
        "Piece": replace(FULL, kind=Kind.CHARACTER, base="Normal"),
        "Grid": replace(FULL, kind=Kind.TABLE, base="Normal"),
    },
    footer=Margins(default=page_number("— ", " —", "right"), even=page_number("— ", " —", "left")),
    header=Margins(has_first=True),
    item=16,
)


@pytest.fixture(scope="module")
def official(pandoc: Pandoc) -> Docx:
    draft = draft_for(OFFICIAL)
    blocks = blocks_json((para("正文。"),), (), draft)
    return Docx(write_document(blocks, draft, OFFICIAL, Properties("通知"), pandoc))


def test_every_style_has_the_order_of_the_schema(official: Docx) -> None:
    assert list(misplaced(official.part("word/styles.xml"))) == []
    assert list(misplaced(official.part("word/settings.xml"))) == []
    assert list(misplaced(official.document)) == []


def test_every_property_of_a_look_is_written(official: Docx) -> None:
    assert official.face("Full") == "方正小标宋简体"
    assert official.value("Full", "w:rPr/w:rFonts", "ascii") == "Arial"
    assert official.value("Full", "w:rPr/w:spacing") == "-4"
    assert official.value("Full", "w:pPr/w:spacing", "line") == "580"
    assert official.value("Full", "w:pPr/w:spacing", "lineRule") == "exact"
    assert official.value("Full", "w:pPr/w:ind", "hangingChars") == "200"
    assert official.value("Full", "w:pPr/w:ind", "leftChars") == "100"
    assert official.value("Full", "w:pPr/w:ind", "left") == "440"
    assert official.value("Full", "w:pPr/w:jc") == "distribute"
    assert official.value("Full", "w:pPr/w:tabs/w:tab", "pos") == "5669"
    assert official.is_on("Full", "w:pPr/w:pageBreakBefore")
    assert not official.is_on("Full", "w:rPr/w:i")


def test_the_page_has_its_grid_margins_and_footers_of_odd_and_even_pages(official: Docx) -> None:
    [section] = official.find("//w:sectPr")
    grid = section.find("w:docGrid", NS)
    assert (grid.get(w("type")), grid.get(w("linePitch"))) == ("lines", "580")
    assert section.find("w:pgMar", NS).get(w("top")) == "2098"
    assert section.find("w:titlePg", NS) is not None
    kinds = {one.get(w("type")) for one in section.findall("w:footerReference", NS)}
    assert kinds == {"default", "even"}
    settings = official.part("word/settings.xml")
    assert settings.find("w:evenAndOddHeaders", NS) is not None
    assert settings.find("w:mirrorMargins", NS) is not None
    feet = [official.members[name].decode() for name in official.members if "footer" in name]
    assert {side for side in ("left", "right") for one in feet if f'w:val="{side}"' in one} == {
        "left",
        "right",
    }
    assert all("— " in one and " PAGE " in one for one in feet if "<w:ftr" in one)


def test_faces_have_others_that_stand_in(official: Docx) -> None:
    fonts = official.part("word/fontTable.xml")
    names = {
        one.get(w("name")): one.find("w:altName", NS).get(w("val"))
        for one in fonts.findall("w:font", NS)
        if one.find("w:altName", NS) is not None
    }
    assert names["仿宋_GB2312"] == "仿宋"
    assert set(names) == {"宋体", "黑体", "仿宋_GB2312", "楷体_GB2312", "方正小标宋简体"}


def test_the_reference_is_made_once_and_the_same_every_time(tmp_path: Path) -> None:
    sheet = case_sheet(PaperRule())
    path = reference_docx(sheet, tmp_path)
    made = path.stat().st_mtime_ns
    assert reference_docx(case_sheet(PaperRule()), tmp_path) == path
    assert path.stat().st_mtime_ns == made
    assert path.read_bytes() == reference_bytes(sheet)
    assert reference_docx(OFFICIAL, tmp_path) != path
    with zipfile.ZipFile(path) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_every_name_has_a_style() -> None:
    assert set(base_styles(Typeface.SONG, 14)) == set(Style)


def test_what_is_named_is_there() -> None:
    for sheet in (case_sheet(PaperRule()), OFFICIAL):
        with zipfile.ZipFile(io.BytesIO(reference_bytes(sheet))) as archive:
            root = etree.fromstring(archive.read("word/styles.xml"))
        known = {one.get(w("styleId")) for one in root.iter(w("style"))}
        for link in ("basedOn", "next"):
            assert {one.get(w("val")) for one in root.iter(w(link))} <= known
