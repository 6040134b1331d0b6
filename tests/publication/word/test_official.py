"""A notice as a Word document: GB/T 9704-2012 in its XML and on LibreOffice's pages."""

import os
import subprocess
import sys
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from generator.publication.manuscripts.official import OfficialManuscript
from generator.publication.manuscripts.official_text import width_of
from generator.publication.word.official import write_official
from generator.publication.word.official_styles import official_sheet
from generator.publication.word.pandoc import Pandoc
from tests.publication.manuscripts.official_papers import PLAIN, SITE, manuscript
from tests.publication.pdf.measuring import MM, Characters, pages_of
from tests.publication.word.docx import NS, Docx, w
from tests.publication.word.order import misplaced

FONTS = {
    "仿宋_GB2312": "FandolFang",
    "楷体_GB2312": "FandolKai",
    "黑体": "Noto Sans CJK SC",
    "宋体": "Noto Serif CJK SC",
    "方正小标宋简体": "Noto Serif CJK SC",
}


@pytest.fixture(scope="module")
def full_manuscript() -> OfficialManuscript:
    return manuscript(site=SITE, cases=["2022-001"])


@pytest.fixture(scope="module")
def full(full_manuscript: OfficialManuscript, pandoc: Pandoc) -> Docx:
    return Docx(write_official(full_manuscript, pandoc))


@pytest.fixture(scope="module")
def plain(pandoc: Pandoc) -> Docx:
    made = manuscript(PLAIN * 120, demonstration=None, publicity=None)
    return Docx(write_official(made, pandoc))


def converted(made: Docx, folder: Path) -> bytes:
    """Give what LibreOffice prints, with the free fonts in the place of the official ones."""
    for name in ("profile", "cache"):
        (folder / name).mkdir()
    rules = "".join(
        f'<match target="pattern"><test name="family"><string>{name}</string></test><edit '
        f'name="family" mode="assign" binding="strong"><string>{free}</string></edit></match>'
        for name, free in FONTS.items()
    )
    (folder / "fonts.conf").write_text(
        f"<?xml version='1.0'?><!DOCTYPE fontconfig SYSTEM 'fonts.dtd'><fontconfig>"
        f"<dir>/usr/share/fonts</dir><dir>{sys.prefix}/share/fonts</dir>"
        f"<cachedir>{folder / 'cache'}</cachedir>{rules}</fontconfig>",
        encoding="utf-8",
    )
    (folder / "notice.docx").write_bytes(made.data)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run(
        [*command, str(folder / "notice.docx")],
        check=True,
        capture_output=True,
        timeout=120,
        env={**os.environ, "FONTCONFIG_FILE": str(folder / "fonts.conf")},
    )
    return (folder / "notice.pdf").read_bytes()


@pytest.mark.needs("soffice", "font:FandolFang")
def test_a_page_has_22_lines_of_28_characters(plain: Docx, tmp_path: Path) -> None:
    printed = converted(plain, tmp_path)
    lines = [line for line in Characters(printed, 1).lines().values() if line[0] in PLAIN]
    assert Counter(map(len, lines)) == {28: 22}
    first, second = Characters(printed, 0), Characters(printed, 1)
    assert first.right("—1—") == pytest.approx(184 - 14 / MM, abs=2), "odd: right"
    assert second.left("—2—") == pytest.approx(28 + 14 / MM, abs=2), "even: left"
    assert all("不是原件" in page for page in pages_of(printed))


def test_the_page_is_that_of_the_standard(full: Docx) -> None:
    (section,) = full.find("//w:sectPr")
    size, margins = section.find("w:pgSz", NS), section.find("w:pgMar", NS)
    assert (size.get(w("w")), size.get(w("h"))) == ("11906", "16838")
    sides = [
        round(int(margins.get(w(side))) / 1440 * 25.4)
        for side in ("top", "bottom", "left", "right")
    ]
    assert sides == [37, 35, 28, 26]
    grid = section.find("w:docGrid", NS)
    assert (grid.get(w("type")), grid.get(w("linePitch"))) == ("lines", "579")


def test_faces_and_sizes_are_those_of_the_standard(full: Docx) -> None:
    faces = {
        "BodyText": ("仿宋_GB2312", 16),
        "Heading1": ("黑体", 16),
        "Heading2": ("楷体_GB2312", 16),
        "Title": ("方正小标宋简体", 22),
        "OfficialAnnexLabel": ("黑体", 16),
        "OfficialImprint": ("仿宋_GB2312", 14),
        "Footer": ("宋体", 14),
    }
    assert {name: (full.face(name), full.size(name)) for name in faces} == faces
    assert full.value("OfficialBanner", "w:rPr/w:color") == "D7000F"
    assert full.value("OfficialNumber", "w:pPr/w:pBdr/w:bottom", "color") == "D7000F"


def test_lines_stay_on_their_grid(full: Docx) -> None:
    assert not full.is_on("BodyText", "w:pPr/w:widowControl")
    assert full.value("BodyText", "w:pPr/w:autoSpaceDE") == "0"


def test_the_order_of_the_schema_is_kept(full: Docx) -> None:
    for name in ("document", "styles", "settings"):
        assert list(misplaced(full.part(f"word/{name}.xml"))) == []


def test_parts_come_in_their_order(full: Docx, full_manuscript: OfficialManuscript) -> None:
    said = [(style, words) for style, words in full.paragraphs() if words]
    order = [style for style, _ in said]
    parts = [
        "OfficialMark",
        "OfficialBanner",
        "OfficialNumber",
        "Title",
        "OfficialAddressee",
        "Heading1",
        "OfficialAttachment",
        "OfficialIssuer",
        "OfficialDate",
        "OfficialAnnexLabel",
        "OfficialAnnexTitle",
        "Colophon",
        "OfficialImprint",
    ]
    places = [order.index(part) for part in parts]
    assert places == sorted(places)
    words = "".join(words for _, words in said)
    assert full_manuscript.title.replace(" ", "") in words.replace(" ", "").replace("\xa0", "")
    assert full_manuscript.annotation in words
    assert [line for style, line in said if style == "OfficialAttachment"] == ["附件：所列经验名单"]


def test_a_rendering_is_not_red_and_names_its_source_first(plain: Docx) -> None:
    order = [style for style, _ in plain.paragraphs()]
    assert order.index("Colophon") < order.index("Title")
    assert "OfficialImprint" not in order
    assert plain.value("OfficialBanner", "w:rPr/w:color") == "000000"
    assert b"D7000F" not in plain.members["word/styles.xml"]


def test_every_page_has_its_mark_and_its_number_outside(full: Docx) -> None:
    margins = {
        (one.tag.removeprefix(w("")), one.get(w("type")))
        for one in full.find("//w:sectPr/*[contains(name(), 'Reference')]")
    }
    kinds = ("default", "even", "first")
    assert margins == {
        (f"{part}Reference", kind) for part in ("header", "footer") for kind in kinds
    }
    footers = {name: data.decode() for name, data in full.members.items() if "footer_" in name}
    sides = {name: 'w:val="right"' in xml for name, xml in footers.items()}
    assert {name.split("_")[1]: side for name, side in sides.items()} == {
        "default.xml": True,
        "even.xml": False,
        "first.xml": True,
    }
    assert all("PAGE" in xml and "— " in xml for xml in footers.values())
    assert b"evenAndOddHeaders" in full.members["word/settings.xml"]


@pytest.mark.parametrize("issuer", ["示", "示例质量协会", "示例质量协会" * 6])
def test_the_date_stands_under_the_middle_of_its_issuer(issuer: str) -> None:
    made = replace(manuscript(), issuer=issuer, banner=issuer)
    styles = official_sheet(made).styles
    first, second = styles["Official Issuer"].right, styles["Official Date"].right
    assert first is not None
    assert second is not None
    middle = first + width_of(issuer) / 2
    assert middle == pytest.approx(second + width_of(made.date) / 2)
    assert second >= 4
    assert min(first, second) >= 0
    banner = styles["Official Banner"]
    assert banner.size is not None
    assert banner.size * 1.1 * len(issuer) <= 156 * MM


def test_what_a_notice_lacks_leaves_nothing_behind(pandoc: Pandoc) -> None:
    made = replace(
        manuscript("正文。"),
        issuer="",
        banner="",
        document_number="",
        addressee="",
        date="",
        annotation="",
        printer="",
        facts=(),
        colophon=(),
    )
    bare = Docx(write_official(made, pandoc))
    said = [words for style, words in bare.paragraphs() if words]
    assert said == [made.mark, "".join(made.title_lines), "正文。"]


def test_it_is_the_same_every_time(full: Docx, full_manuscript: OfficialManuscript) -> None:
    with Pandoc() as other:
        assert write_official(full_manuscript, other) == full.data


def test_control_characters_do_not_break_it(pandoc: Pandoc) -> None:
    made = replace(manuscript(), issuer="示\x00例\ud800", annotation="<w:p>&\x07")
    assert Docx(write_official(made, pandoc)).text_in("OfficialIssuer") == ["示例"]
