from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pypdf
import pytest

from generator.publication.pdf.fonts import find_fonts
from generator.publication.pdf.handout import print_handout
from generator.publication.pdf.press import Press
from tests.publication.word.handouts import IMPRINT, handout_at


def words(data: bytes) -> str:
    reader = pypdf.PdfReader(BytesIO(data))
    return "".join("".join(page.extract_text().split()) for page in reader.pages)


def _titles(outline: list[Any]) -> Iterator[str]:
    for one in outline:
        if isinstance(one, list):
            yield from _titles(one)
        else:
            yield one.title


@pytest.fixture(scope="module")
def press() -> Press:
    return Press(find_fonts({}, ()))


@pytest.fixture(scope="module")
def made(press: Press, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    manuscript = handout_at(tmp_path_factory.mktemp("toy") / "library", "https://example.org/")
    return print_handout(manuscript, IMPRINT, press)


def test_says_all(made: bytes) -> None:
    said = words(made)
    for part in (
        "2023年第一期经验交流活动",
        "会议手册",
        "演示材料：活动、企业与数据均为虚构",
        "第1期",
        "09:30",
        "案例：构建数据驱动的过程质量管控模式",
        "用数据提前发现异常。",
        "98.8（2021年）",
        "https://example.org/cases/2022-001/",
        "介绍已撤销的案例",
        "该案例称号已撤销",
        "出处：示例通知",
    ):
        assert part in said, part


def test_bookmarks_and_page_for_notes(made: bytes) -> None:
    reader = pypdf.PdfReader(BytesIO(made))
    names = list(_titles(reader.outline))
    assert names == [
        "议程",
        "会上介绍的案例",
        "构建数据驱动的过程质量管控模式",
        "介绍已撤销的案例",
        "记录",
    ]
    last = "".join(reader.pages[-1].extract_text().split())
    assert "记录" in last
    assert "出处" not in last


def test_is_tagged_and_named(made: bytes) -> None:
    reader = pypdf.PdfReader(BytesIO(made))
    assert reader.metadata is not None
    assert reader.metadata.title == "2023 年第一期经验交流活动（会议手册）"
    assert "/StructTreeRoot" in reader.root_object


def test_without_address_there_is_no_code(
    press: Press, tmp_path_factory: pytest.TempPathFactory
) -> None:
    manuscript = handout_at(tmp_path_factory.mktemp("toy") / "library", "")
    said = words(print_handout(manuscript, IMPRINT, press))
    assert "扫码" not in said
    assert "编号2022-001" in said


def test_same_bytes_from_another_press(
    made: bytes, tmp_path_factory: pytest.TempPathFactory
) -> None:
    manuscript = handout_at(tmp_path_factory.mktemp("toy") / "library", "https://example.org/")
    assert print_handout(manuscript, IMPRINT, Press(find_fonts({}, ()))) == made
