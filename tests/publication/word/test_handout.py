import subprocess
from io import BytesIO
from pathlib import Path

import docx
import pytest

from generator.publication.word.handout import write_handout
from generator.publication.word.pandoc import Pandoc
from tests.publication.word.handouts import IMPRINT, handout_at


@pytest.fixture(scope="module")
def made(pandoc: Pandoc, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    manuscript = handout_at(tmp_path_factory.mktemp("toy") / "library", "https://example.org/")
    return write_handout(manuscript, IMPRINT, pandoc)


def said(data: bytes) -> str:
    opened = docx.Document(BytesIO(data))
    cells = [cell.text for table in opened.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(one.text for one in opened.paragraphs), *cells])


def test_says_all(made: bytes) -> None:
    words = said(made)
    for part in (
        "2023 年第一期经验交流活动",
        "会议手册",
        "演示材料：活动、企业与数据均为虚构",
        "第 1 期",
        "2023-04-20 至 2023-04-21",
        "09:30",
        "案例：构建数据驱动的过程质量管控模式",
        "示例智能装备有限公司",
        "用数据提前发现异常。",
        "98.8（2021 年）",
        "https://example.org/cases/2022-001/",
        "介绍已撤销的案例",
        "该案例称号已撤销",
        "记录",
        "出处：示例通知",
    ):
        assert part in words, part


def test_headings_and_codes(made: bytes) -> None:
    opened = docx.Document(BytesIO(made))
    headings = [
        one.text
        for one in opened.paragraphs
        if one.style is not None and (one.style.name or "").startswith("Heading")
    ]
    assert headings == [
        "议程",
        "会上介绍的案例",
        "构建数据驱动的过程质量管控模式",
        "介绍已撤销的案例",
    ]
    said = opened.element.xpath(".//wp:docPr/@descr")
    assert sum("二维码" in one for one in said) == 2


def test_page_for_notes_has_lines_on_a_page_of_its_own(made: bytes) -> None:
    opened = docx.Document(BytesIO(made))
    assert len(opened.tables[-1].rows) == 24
    notes = next(one for one in opened.paragraphs if one.text == "记录")
    assert notes.style is not None
    assert notes.style.paragraph_format.page_break_before


def test_without_address_there_is_no_code(pandoc: Pandoc, tmp_path: Path) -> None:
    made = write_handout(handout_at(tmp_path / "library", ""), IMPRINT, pandoc)
    opened = docx.Document(BytesIO(made))
    assert len(opened.inline_shapes) == 0
    assert "编号 2022-001" in said(made)


def test_same_bytes_from_another_pandoc(made: bytes, tmp_path: Path) -> None:
    manuscript = handout_at(tmp_path / "library", "https://example.org/")
    with Pandoc() as other:
        assert write_handout(manuscript, IMPRINT, other) == made


@pytest.mark.needs("soffice")
def test_opens_in_libreoffice(made: bytes, tmp_path: Path) -> None:
    source = tmp_path / "handout.docx"
    source.write_bytes(made)
    profile = (tmp_path / "profile").as_uri()
    command = ["soffice", "--headless", f"-env:UserInstallation={profile}", "--convert-to", "pdf"]
    subprocess.run(
        [*command, "--outdir", str(tmp_path), str(source)],
        check=True,
        capture_output=True,
        timeout=120,
    )
    assert (tmp_path / "handout.pdf").read_bytes().startswith(b"%PDF")
