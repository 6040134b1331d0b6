"""A case as a Word file made by python-docx, with the template that this brings."""

import io

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm
from docx.table import Table as WordTable

from tests.intake.corpus.content import (
    CaseContent,
    Figure,
    Heading,
    Items,
    Paragraph,
    Table,
    Way,
)
from tests.intake.corpus.makes import Captions, Counter, Headings, Make, Title


def docx_file(content: CaseContent, make: Make) -> bytes:
    """Give the file; it takes headings, plain and bold text, lists, figures and tables."""
    document = docx.Document()
    counter = Counter(make.typed)
    numbers = {"图": 0, "表": 0}
    if make.title is Title.STYLE:
        document.add_heading(content.title, level=0)
    else:
        title = document.add_paragraph()
        title.alignment = WD_ALIGN_PARAGRAPH.CENTER
        title.add_run(content.title).bold = True
    for block in content.blocks:
        match block:
            case Heading():
                _heading(document, counter.give(block.level) + block.text, block.level, make)
            case Paragraph():
                _paragraph(document, block)
            case Items(texts=texts, ordered=ordered):
                for words in texts:
                    document.add_paragraph(words, "List Number" if ordered else "List Bullet")
            case Figure(picture=picture):
                document.add_picture(io.BytesIO(picture.data), width=Cm(12))
                _caption(document, "图", block.caption, numbers, make)
            case Table():
                _caption(document, "表", block.caption, numbers, make)
                _table(document, block)
            case _:
                raise TypeError(block)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _heading(document: Document, words: str, level: int, make: Make) -> None:
    if make.headings is Headings.STYLED_TYPED:
        document.add_heading(words, level=level)
    else:
        document.add_paragraph().add_run(words).bold = make.headings is Headings.TYPED_BOLD


def _paragraph(document: Document, block: Paragraph) -> None:
    paragraph = document.add_paragraph("　　" if block.spaces else "")
    for span in block.spans:
        paragraph.add_run(span.text).bold = span.way is Way.BOLD or None


def _caption(
    document: Document, word: str, caption: str, numbers: dict[str, int], make: Make
) -> None:
    numbers[word] += 1
    words = f"{word}{numbers[word]}　{caption}"
    if make.captions is Captions.TYPED:
        document.add_paragraph(words).alignment = WD_ALIGN_PARAGRAPH.CENTER
    else:
        document.add_paragraph(words, "Caption")


def _table(document: Document, block: Table) -> None:
    width = sum(cell.columns for cell in block.rows[0])
    table: WordTable = document.add_table(len(block.rows), width, "Table Grid")
    taken: set[tuple[int, int]] = set()
    for row, cells in enumerate(block.rows):
        column = 0
        for cell in cells:
            while (row, column) in taken:
                column += 1
            last = (row + cell.rows - 1, column + cell.columns - 1)
            merged = table.cell(row, column).merge(table.cell(*last))
            merged.text = cell.text
            taken |= {
                (down, right)
                for down in range(row, last[0] + 1)
                for right in range(column, last[1] + 1)
            }
