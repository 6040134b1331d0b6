"""Nothing stands outside the text's area, whatever is written: measured on the pages."""

import io
from pathlib import Path
from typing import Final

import pypdfium2
import pytest
from PIL import Image

from generator.publication.blocks.tree import (
    Alert,
    Block,
    Caption,
    CaptionKind,
    Cell,
    Code,
    CodeBlock,
    Definitions,
    Figure,
    Formula,
    Heading,
    Link,
    ListBlock,
    NoteMark,
    Paragraph,
    Picture,
    Quote,
    Table,
    Text,
)
from generator.publication.pdf.literals import parted
from generator.publication.pdf.press import Press
from tests.publication.pdf.conftest import Printed, paragraph, printed

WORD: Final = "A" * 300
ADDRESS: Final = f"https://example.org/{'averylongpathwithoutanybreak' * 12}?q=1&b=2"
MARGIN: Final = 31.7 * 72 / 25.4
"""Points left and right; above and below there are page numbers too."""
EDGE: Final = 20.0
SLACK: Final = 1.5
"""Points that punctuation may hang over."""


def outside(made: Printed) -> list[str]:
    """Give the characters and pictures outside the text's area."""
    found = []
    with pypdfium2.PdfDocument(io.BytesIO(made.data)) as document:
        for number in range(len(document)):
            page = document[number]
            text = page.get_textpage()
            width, height = page.get_size()
            boxes = [
                (text.get_text_range(at, 1), text.get_charbox(at))
                for at in range(text.count_chars())
            ]
            boxes += [("picture", one.get_bounds()) for one in page.get_objects() if one.type == 3]
            for what, (left, bottom, right, top) in boxes:
                is_wide = left < MARGIN - SLACK or right > width - MARGIN + SLACK
                if what.strip() and (is_wide or bottom < EDGE or top > height - EDGE):
                    found.append(what)
            text.close()
            page.close()
    return found


def cell(words: str, rows: int = 1) -> Cell:
    return Cell((paragraph(words),), rows=rows)


def nested(depth: int) -> ListBlock:
    inner = (nested(depth - 1),) if depth > 1 else ()
    return ListBlock(
        ((paragraph(f"第{depth}层的文字，写得长一些，好看换行之后仍在版心之内。"), *inner),)
    )


def spanning() -> Table:
    rows = []
    for number in range(200):
        group = (cell(f"组{number // 25}", 25),) if number % 25 == 0 else ()
        note = ADDRESS if number == 50 else "说明文字" * (number % 9)
        rows.append((*group, cell(f"第{number}行"), cell("x" * (number % 40)), cell(note)))
    return Table(4, (tuple(map(cell, ("组", "行", "值", "说明"))),), tuple(rows))


def numbers(columns: int) -> Table:
    row = tuple(cell("12345678.90" if column % 2 else "很长的单位") for column in range(columns))
    return Table(columns, (tuple(cell(f"第{column}列") for column in range(columns)),), (row,) * 3)


TEXTS: Final[dict[str, tuple[Block, ...]]] = {
    "table over pages": (spanning(),),
    "many columns": (numbers(14),),
    "long words in cells": (Table(3, (), ((cell(ADDRESS), cell(WORD), cell(ADDRESS)),)),),
    "deep list": (nested(12),),
    "words": (
        paragraph(f"字{WORD}字"),
        paragraph(f"汉字{ADDRESS}汉字"),
        Paragraph((Link(ADDRESS, (Text(ADDRESS),)), Code(WORD), Formula("y+" * 200))),
        CodeBlock(f"x = {WORD}\n{ADDRESS}"),
        Quote((paragraph(WORD),)),
        Alert("note", WORD, (paragraph(ADDRESS),)),
        Heading(2, "一、", (Text(WORD),), "h"),
        Definitions((((Text(WORD),), (paragraph(ADDRESS),)),)),
        Formula("abc+" * 80),
    ),
}


@pytest.mark.parametrize("name", TEXTS)
def test_a_text_stays_in_its_area(press: Press, name: str) -> None:
    assert outside(printed(press, *TEXTS[name])) == []


def test_a_note_stays_in_its_area(press: Press) -> None:
    call = Paragraph((Text("正文"), NoteMark(1)))
    assert outside(printed(press, call, notes=((paragraph(WORD), paragraph(ADDRESS)),))) == []


@pytest.mark.parametrize("size", [(9000, 300), (60, 4000), (1, 1)])
def test_a_picture_stays_in_its_area(press: Press, tmp_path: Path, size: tuple[int, int]) -> None:
    path = tmp_path / "picture.png"
    Image.new("RGB", size, (9, 90, 200)).save(path)
    caption = Caption(CaptionKind.FIGURE, 1, "图1", (Text("很长的题" * 40),))
    picture = Picture(path, "图")
    made = printed(press, Figure(picture, caption), Paragraph((Text("前"), picture, Text("后"))))
    assert outside(made) == []


def test_titles_stay_in_their_area(press: Press) -> None:
    title = "基于全流程数据驱动的高端装备制造过程质量预测与闭环管控模式的构建与实施经验总结"
    made = printed(press, paragraph("正文"), title=title, byline="超长" * 20, mark="演示" * 20)
    assert outside(made) == []
    assert title in made.bare
    assert outside(printed(press, paragraph("正文"), title=WORD, byline=ADDRESS)) == []


def test_a_word_without_end_is_found_and_no_other_letter_is_touched(press: Press) -> None:
    made = printed(press, paragraph(f"前{WORD}后"), paragraph("A Q-2022-0012345"))
    assert f"前{WORD}后" in made.bare
    assert "\u200b" not in made.text
    assert "Q-2022-0012345" in made.text


@pytest.mark.parametrize("words", ["", "中文" * 50, "GB/T 9704-2012", "2022-09-03-publicity-demo"])
def test_only_a_word_without_end_is_parted(words: str) -> None:
    assert parted("#x", words) == "#x"
    assert parted("#x", f"{words}{WORD}") == "#endless[#x]"
