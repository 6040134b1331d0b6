import subprocess
import sys
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pypdf
import pytest
from pptx import Presentation
from pptx.oxml.ns import qn

from generator.publication.manuscripts.slides import VideoManuscript
from generator.publication.slides.deck import write_slides
from tests.publication.slides.samples import (
    IMPRINT,
    INDICATORS,
    TEXT,
    deck,
    manuscript,
    notes,
    overflowing,
    retitled,
    shown,
    titles,
)


def test_long_text_goes_on() -> None:
    points = "\n\n".join(f"第{number}点" + "说" * 90 + "。" for number in range(9))
    made = deck(manuscript(f"## 实施过程\n\n{points}"))
    assert "一、实施过程（续）" in titles(made)
    said = "".join(text for slide in made.slides for text in shown(slide))
    assert all(f"第{number}点" in said for number in range(9))
    assert overflowing(made) == []


def test_sentence_longer_than_a_slide_is_shown_whole() -> None:
    made = deck(manuscript("## 实施过程\n\n" + "长" * 1500))
    said = "".join(text for slide in made.slides for text in shown(slide))
    assert said.count("长") == 1500
    assert overflowing(made) == []


def test_long_table_repeats_its_head() -> None:
    rows = "\n".join(f"| 第{number}行 | {number} |" for number in range(40))
    made = deck(manuscript(f"## 实施过程\n\n| 项目 | 数 |\n| --- | --- |\n{rows}"))
    tables = [shape.table for slide in made.slides for shape in slide.shapes if shape.has_table]
    assert len(tables) > 1
    assert all(table.cell(0, 0).text == "项目" for table in tables)
    firsts = [row.cells[0].text for table in tables for row in list(table.rows)[1:]]
    assert firsts == [f"第{number}行" for number in range(40)]
    assert overflowing(made) == []


def test_table_that_no_slide_can_show_is_named_and_kept_in_the_notes() -> None:
    made = deck(manuscript(f"## 实施过程\n\n表：很长\n\n| 项目 |\n| --- |\n| {'长' * 3000} |"))
    (slide,) = [one for one in made.slides if one.shapes.title.text_frame.text == "一、实施过程"]
    assert "表1 很长" in shown(slide)
    assert notes(slide).count("长") == 3001


def test_video_of_many_chapters_goes_on() -> None:
    chapters = tuple(f"{number:02}:00 第{number}章" for number in range(30))
    video = VideoManuscript("长" * 200, "30 分钟", chapters, "", "示例网站")
    made = deck(replace(manuscript("正文。"), videos=(video,)))
    said = "".join(text for slide in made.slides for text in shown(slide))
    assert all(chapter in said for chapter in chapters)
    assert "在案例页面观看" in said
    assert overflowing(made) == []


@pytest.mark.parametrize("title", ["短", "实施" * 30, "构建模式" * 100])
def test_any_title_fits(title: str) -> None:
    made = deck(retitled(title))
    assert overflowing(made) == []
    assert notes(made.slides[0]).startswith(title)
    assert made.core_properties.title == title[:255]


def test_without_address_says_where_it_is() -> None:
    made = deck(retitled("短", address=""))
    assert not any(shape.element.tag == qn("p:pic") for shape in made.slides[0].shapes)
    assert "编号：示例标杆库，2022-101" in " ".join(shown(made.slides[0]))


def test_text_without_headings() -> None:
    made = deck(manuscript("只有一段话。"))
    assert titles(made)[2] == "经验正文"


def test_real_case_has_no_mark() -> None:
    made = manuscript("正文。")
    made = replace(made, chapter=replace(made.chapter, mark=""))
    assert "演示" not in [text for slide in deck(made).slides for text in shown(slide)]


def test_same_bytes_in_another_process() -> None:
    script = (
        "import sys\n"
        "from tests.publication.slides.samples import IMPRINT, INDICATORS, TEXT, manuscript\n"
        "from generator.publication.slides.deck import write_slides\n"
        "sys.stdout.buffer.write(write_slides(manuscript(TEXT, INDICATORS), IMPRINT))\n"
    )
    root = Path(__file__).resolve().parents[3]
    run = subprocess.run([sys.executable, "-c", script], cwd=root, capture_output=True, check=True)
    here = write_slides(manuscript(TEXT, INDICATORS), IMPRINT)
    assert run.stdout == here
    with ZipFile(BytesIO(here)) as archive:
        assert {entry.date_time[0] for entry in archive.infolist()} == {1980}
        assert not any("thumbnail" in name or "printer" in name for name in archive.namelist())


def test_chinese_face_is_named() -> None:
    made = write_slides(manuscript("正文。"), IMPRINT)
    with ZipFile(BytesIO(made)) as archive:
        theme = archive.read("ppt/theme/theme1.xml").decode()
    assert '<a:ea typeface="微软雅黑"/>' in theme
    assert "A3241B" in theme


@pytest.mark.needs("soffice", "/usr/lib/libreoffice/program/libsdlo.so")
def test_opens_in_libreoffice(tmp_path: Path) -> None:
    source = tmp_path / "case.pptx"
    source.write_bytes(write_slides(manuscript(TEXT, INDICATORS), IMPRINT))
    subprocess.run(
        [
            "soffice",
            "--headless",
            f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}",
            "--convert-to",
            "pdf",
            "--outdir",
            str(tmp_path),
            str(source),
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
    made = Presentation(str(source))
    assert len(pypdf.PdfReader(tmp_path / "case.pdf").pages) == len(made.slides)
