"""Documents for these tests: small Word files of python-docx, read by the real pandoc."""

import io
from pathlib import Path
from typing import Any

import docx
from docx.document import Document
from docx.oxml.ns import qn
from PIL import Image

from generator.intake.prose.case_text import CaseText, make_text
from generator.intake.word.pandoc import read_tree, write_markdown
from generator.library.edition import Edition, SectionRule

EDITION = Edition(
    id="2022",
    year=2022,
    title="2022 年全国质量标杆典型经验遴选",
    sections=(
        SectionRule(title="企业概况", max_characters=500),
        SectionRule(title="实施背景", max_characters=1000),
        SectionRule(title="实施过程", max_characters=8000),
        SectionRule(title="实施成效", max_characters=2000),
    ),
)
EDITION_2020 = Edition(
    id="2020",
    year=2020,
    title="2020 年全国质量标杆典型经验遴选",
    sections=(
        SectionRule(title="摘要", max_characters=500),
        SectionRule(title="企业概况", max_characters=500),
        SectionRule(title="管理方法（技术）的推进和应用情况", aliases=("推进和应用情况",)),
        SectionRule(title="管理方法（技术）的实施效果"),
    ),
)
BODY = "示例精密轴承有限公司按照测量可信、过程稳定的顺序，逐步压低了过程的变异。"


class Word:
    """A document that is written line by line."""

    def __init__(self) -> None:
        self.document: Document = docx.Document()

    def text(self, *words: str) -> "Word":
        """Add plain paragraphs."""
        for each in words:
            self.document.add_paragraph(each)
        return self

    def bold(self, *words: str) -> "Word":
        """Add bold paragraphs."""
        for each in words:
            self.document.add_paragraph().add_run(each).bold = True
        return self

    def lead(self, lead: str, rest: str) -> "Word":
        """Add a paragraph that begins in bold."""
        paragraph = self.document.add_paragraph()
        paragraph.add_run(lead).bold = True
        paragraph.add_run(rest)
        return self

    def styled(self, style: str, *words: str) -> "Word":
        """Add paragraphs of a style."""
        for each in words:
            self.document.add_paragraph(each, style=style)
        return self

    def picture(self, colour: str = "red", size: tuple[int, int] = (64, 48)) -> "Word":
        """Add a picture on its own."""
        self.document.add_picture(io.BytesIO(painted(colour, size)))
        return self

    def table(self, *rows: tuple[str, ...]) -> Any:
        """Add a table without a marked head."""
        table = self.document.add_table(len(rows), len(rows[0]))
        for row, words in enumerate(rows):
            for column, word in enumerate(words):
                table.cell(row, column).text = word
        look = table._tbl.tblPr.find(qn("w:tblLook"))
        if look is not None:
            table._tbl.tblPr.remove(look)
        return table

    def sections(self) -> "Word":
        """Add the four sections of 2022 with a text each."""
        for number, title in zip(
            "一二三四", ("企业概况", "实施背景", "实施过程", "实施成效"), strict=True
        ):
            self.bold(f"{number}、{title}").text(BODY)
        return self

    def taken(self, folder: Path, edition: Edition = EDITION) -> CaseText:
        """Give what it becomes."""
        path = folder / "case.docx"
        self.document.save(str(path))
        media = folder / "media-of-case"
        return make_text(read_tree(path, media), media, edition, "2022-059")

    def tree(self, folder: Path) -> dict[str, Any]:
        """Give pandoc's tree."""
        path = folder / "tree.docx"
        self.document.save(str(path))
        return read_tree(path, folder / "media-of-tree")


def painted(colour: str, size: tuple[int, int] = (64, 48), kind: str = "PNG") -> bytes:
    """Give a picture of one colour."""
    file = io.BytesIO()
    Image.new("RGB", size, colour).save(file, kind)
    return file.getvalue()


def markdown(made: CaseText) -> str:
    """Give the Markdown of a case."""
    return write_markdown(made.tree)


def headings(made: CaseText) -> list[tuple[int, str]]:
    """Give levels and texts."""
    return [(heading.level, heading.text) for heading in made.headings]


def keys(made: CaseText) -> list[str]:
    """Give the names of the remarks."""
    return [remark.key.removeprefix("intake_prose.remark.") for remark in made.remarks]


def said(made: CaseText, name: str) -> list[str]:
    """Give the wordings of the remarks of one name."""
    key = f"intake_prose.remark.{name}"
    return [remark.worded() for remark in made.remarks if remark.key == key]
