"""Lists as Word documents: the form of official lists, in the file itself and as it opens."""

import io
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import docx
import pypdf
import pytest
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn

from generator.library.ids import EditionId
from generator.publication.manuscripts.list import selection_list, year_list
from generator.publication.manuscripts.listing import ListGroup, ListManuscript
from generator.publication.word.list import write_list, write_lists
from generator.publication.word.pandoc import Pandoc
from tests.publication.sheets.samples import HOSTILE, good_inputs


@pytest.fixture(scope="module")
def pandoc() -> Iterator[Pandoc]:
    with Pandoc() as started:
        yield started


@pytest.fixture(scope="module")
def lists(tmp_path_factory: pytest.TempPathFactory) -> tuple[ListManuscript, ListManuscript]:
    inputs = good_inputs(tmp_path_factory.mktemp("toy") / "good")
    whole = selection_list(inputs, inputs.library.cases, "全部经验名单")
    return year_list(inputs, EditionId("2022")), whole


def opened(data: bytes) -> Document:
    return docx.Document(io.BytesIO(data))


def rows_of(document: Document, number: int = 0) -> list[list[str]]:
    return [[cell.text.strip("\n") for cell in row.cells] for row in document.tables[number].rows]


def test_the_table_has_the_rows_of_the_list(
    lists: tuple[ListManuscript, ListManuscript], pandoc: Pandoc
) -> None:
    for made in lists:
        rows = rows_of(opened(write_list(made, pandoc)))
        expected = [list(made.columns)]
        for group in made.groups:
            expected += [[group.label] * len(made.columns)] if group.label else []
            expected += [list(row) for row in group.rows]
        assert rows == expected


def test_title_mark_and_notes_stand_around_it(
    lists: tuple[ListManuscript, ListManuscript], pandoc: Pandoc
) -> None:
    made = lists[0]
    said = [one.text for one in opened(write_list(made, pandoc)).paragraphs if one.text]
    assert said[:3] == [made.title, made.subtitle, made.mark]
    assert said[3] == "注：" + made.notes[0]
    assert said[4:] == [*made.notes[1:], "网址：" + made.address]


def test_it_has_the_form_of_an_official_list(
    lists: tuple[ListManuscript, ListManuscript], pandoc: Pandoc
) -> None:
    document = opened(write_list(lists[0], pandoc, "示例经验库"))
    section = document.sections[0]
    assert section.page_width is not None
    assert section.page_height is not None
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    assert section.orientation == WD_ORIENT.PORTRAIT
    title = document.paragraphs[0].style
    assert title is not None
    assert title.font.size is not None
    assert title.font.size.pt == 22
    fonts = title.element.rPr.rFonts.get(qn("w:eastAsia"))
    assert "小标宋" in fonts
    table = document.tables[0]
    header = table.rows[0]._tr.trPr
    assert header is not None
    assert header.find(qn("w:tblHeader")) is not None
    assert document.core_properties.title == lists[0].title
    assert document.core_properties.author == "示例经验库"


def test_the_same_list_gives_the_same_bytes(
    lists: tuple[ListManuscript, ListManuscript], pandoc: Pandoc
) -> None:
    first = write_lists(lists, pandoc, "名单", "")
    with Pandoc() as other:
        assert write_lists(lists, other, "名单", "") == first
    assert len(opened(first).tables) == 2


def test_hostile_texts_are_texts(
    lists: tuple[ListManuscript, ListManuscript], pandoc: Pandoc
) -> None:
    words = [one for one in HOSTILE if one.isprintable()]
    rows = tuple((str(place), word) for place, word in enumerate(words))
    made = replace(lists[0], columns=("序号", "名称"), groups=(ListGroup("", rows),))
    assert [row[1] for row in rows_of(opened(write_list(made, pandoc)))[1:]] == words


@pytest.mark.needs("soffice")
def test_it_opens_and_repeats_its_header(
    lists: tuple[ListManuscript, ListManuscript], pandoc: Pandoc, tmp_path: Path
) -> None:
    made = replace(lists[0], groups=(ListGroup("", lists[0].groups[0].rows * 40),))
    path = tmp_path / "list.docx"
    path.write_bytes(write_list(made, pandoc))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", tmp_path, path],
        check=True,
        capture_output=True,
        timeout=120,
    )
    pages = pypdf.PdfReader(tmp_path / "list.pdf").pages
    assert len(pages) > 2
    for page in pages[:-1]:
        assert made.columns[1] in page.extract_text()
