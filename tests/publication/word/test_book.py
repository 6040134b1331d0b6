"""A book as a Word document: sections, numbers that agree with the pages, and links that hold."""

import io
import re
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import replace

import docx
import pytest
from pypdf import PdfReader

from generator.publication.manuscripts.book import BookManuscript, IndexEntry
from generator.publication.pdf.book import pages_of, print_book
from generator.publication.pdf.fonts import find_fonts
from generator.publication.pdf.press import Press
from generator.publication.word.book import chapter_anchor, part_anchors, write_book
from generator.publication.word.pandoc import Pandoc
from tests.publication.epub.samples import chapter, everything, plain, volume
from tests.publication.word.docx import NS, Docx, w
from tests.publication.word.order import misplaced

MARK = "演示材料：企业与数据均为虚构"


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> BookManuscript:
    text = everything(tmp_path_factory.mktemp("pictures"))
    full = chapter("2022-d01", "万物齐备的经验", "示例有限公司", text, MARK)
    again = replace(full, number="2022-d02", title="又一个万物齐备的做法", colophon=())
    made = volume(plain(1, 9), full, plain(3, 7), again)
    return replace(made, methods=(IndexEntry("统计过程控制", (1, 3, 4)), IndexEntry("精益", (2,))))


@pytest.fixture(scope="module")
def made(book: BookManuscript, pandoc: Pandoc) -> Docx:
    return Docx(write_book(book, pandoc))


@pytest.fixture(scope="module")
def press(tmp_path_factory: pytest.TempPathFactory) -> Press:
    return Press(find_fonts({}, (), tmp_path_factory.mktemp("fonts")))


@pytest.fixture(scope="module")
def printed(made: Docx, tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """Give the text of each page as LibreOffice prints it."""
    folder = tmp_path_factory.mktemp("office")
    path = folder / "book.docx"
    path.write_bytes(made.data)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ("soffice", "--headless", profile, "--convert-to", "pdf", "--outdir", str(folder))
    subprocess.run((*command, str(path)), check=True, capture_output=True, timeout=120)
    reader = PdfReader(folder / "book.pdf")
    return [page.extract_text().replace(" ", "") for page in reader.pages]


def numbers(pages: Sequence[str], titles: Sequence[str]) -> Mapping[str, int]:
    """Give the printed number of the page where each title stands, behind cover and contents."""
    text = pages[2:]
    return {
        title: next(number for number, page in enumerate(text, 1) if title in page[:40])
        for title in titles
    }


@pytest.mark.needs("soffice")
def test_contents_give_the_pages_where_the_parts_begin(
    printed: list[str], book: BookManuscript
) -> None:
    titles = [one.title for one in book.chapters] + ["企业索引", "质量方法索引"]
    found = numbers(printed, titles)
    assert list(found.values()) == sorted(set(found.values()))
    for title, number in found.items():
        assert re.search(rf"{title}\.*{number}\n", printed[1] + "\n"), (title, number, printed[1])


@pytest.mark.needs("soffice")
def test_indexes_give_the_pages_where_the_chapters_begin(
    printed: list[str], book: BookManuscript
) -> None:
    found = numbers(printed, [one.title for one in book.chapters])
    for heading, entries in (("企业索引", book.enterprises), ("质量方法索引", book.methods)):
        (index,) = [page for page in printed[2:] if page.startswith(heading)]
        for entry in entries:
            pages = [found[book.chapters[number - 1].title] for number in entry.chapters]
            said = ",".join(map(str, pages))
            assert re.search(rf"{entry.name}\.*{said}\n", index + "\n")


@pytest.mark.needs("soffice")
def test_pages_are_counted_from_the_first_chapter(printed: list[str]) -> None:
    assert not re.search(r"\n\d+$", printed[0])
    assert printed[1].rstrip().endswith("i") or printed[1].startswith("i")
    assert re.search(r"(^|\D)1$", printed[2].rstrip())


@pytest.mark.needs("soffice")
def test_notes_begin_anew_in_each_chapter(printed: list[str]) -> None:
    whole = "\n".join(printed)
    for number in (1, 3):
        assert re.search(rf"\n1\s*第{number}篇的注。", whole)
    assert len(re.findall(r"\n1\s*指测量系统。", whole)) == 2


def test_every_part_is_a_section(made: Docx, book: BookManuscript) -> None:
    sections = made.find("//w:sectPr")
    assert len(sections) == 2 + len(part_anchors(book))
    counted = [one.find("w:pgNumType", NS) for one in sections]
    assert [one is not None and one.get(w("fmt")) for one in counted[:4]] == [
        False,
        "lowerRoman",
        "decimal",
        False,
    ]
    footers = [len(one.findall("w:footerReference", NS)) for one in sections]
    assert footers[0] == 0
    assert min(footers[1:]) > 0


def test_elements_stand_where_the_schema_wants_them(made: Docx) -> None:
    assert list(misplaced(made.document)) == []


def test_a_chapter_is_a_heading_1_and_its_sections_below(made: Docx, book: BookManuscript) -> None:
    heads = made.text_in("Heading1")
    assert heads[: len(book.chapters)] == [one.title for one in book.chapters]
    assert heads[len(book.chapters) :] == ["企业索引", "质量方法索引", "未收入全文的经验", "说明"]
    assert "一、企业概况" in made.text_in("Heading2")
    assert "（一）实施" in made.text_in("Heading3")
    assert made.value("Heading1", "w:rPr/w:sz") == "36"


def test_bookmarks_are_there_once_and_every_link_has_one(made: Docx) -> None:
    names = [one.get(w("name")) for one in made.find("//w:bookmarkStart")]
    assert len(names) == len(set(names))
    anchors = {one.get(w("anchor")) for one in made.find("//w:hyperlink[@w:anchor]")}
    codes = "".join(one.text for one in made.find("//w:instrText"))
    referred = set(re.findall(r"(?:PAGEREF|NOTEREF|REF) (\S+)", codes))
    assert anchors | referred <= set(names)
    assert {chapter_anchor(number) for number in (1, 2, 3, 4)} <= referred


def test_captions_are_numbered_by_chapter(made: Docx) -> None:
    codes = [one.text.strip() for one in made.find("//w:instrText") if "SEQ" in one.text]
    assert codes == [
        r"SEQ 图 \* ARABIC",
        r"SEQ 表 \* ARABIC",
        r"SEQ 图 \* ARABIC \r 1",
        r"SEQ 表 \* ARABIC \r 1",
    ]
    assert made.text_in("ImageCaption") == ["图1 均值的变化"] * 2


def test_each_note_has_the_number_of_its_chapter_at_its_call_and_in_itself(made: Docx) -> None:
    calls = made.find("//w:r[w:footnoteReference[@w:customMarkFollows='1']]")
    shown = ["".join(call.itertext(w("t"))) for call in calls]
    assert shown == ["1", "1", "2", "1", "1", "2"]
    ids = [call.find("w:footnoteReference", NS).get(w("id")) for call in calls]
    notes = {one.get(w("id")): one for one in made.part("word/footnotes.xml")}
    said = ["".join(notes[one].itertext(w("t"))) for one in ids]
    assert said[:4] == ["1 第 1 篇的注。", "1 指测量系统。", "2 第二个注。", "1 第 3 篇的注。"]


def test_a_second_call_of_a_note_shows_the_number_of_its_chapter(made: Docx) -> None:
    shown = [
        "".join(run.itertext(w("t")))
        for run in made.find("//w:r[w:rPr/w:rStyle/@w:val='FootnoteReference'][w:t]")
        if run.find("w:footnoteReference", NS) is None
    ]
    assert shown == ["1", "1"]


def test_fictional_cases_are_marked_on_the_cover_in_the_contents_and_in_their_chapter(
    made: Docx, book: BookManuscript
) -> None:
    said = [words for _, words in made.paragraphs()]
    assert book.mark in said
    assert "〔演示〕万物齐备的经验…" in said
    assert said.count(MARK) == 2


def test_the_cover_says_what_was_selected(made: Docx, book: BookManuscript) -> None:
    said = [words for _, words in made.paragraphs()][:8]
    for line in (book.title, *book.subtitle, *book.counts, "示例经验库"):
        assert line in said


def test_page_numbers_that_are_known_are_shown_at_once(
    book: BookManuscript, pandoc: Pandoc
) -> None:
    anchors = part_anchors(book)
    pages = {anchor: str(5 * number) for number, anchor in enumerate(anchors, 1)}
    shown = Docx(write_book(book, pandoc, pages)).text_in("toc1")
    assert shown[0] == "第1号经验的实践5"
    assert shown[-1] == f"说明{5 * len(anchors)}"


def test_page_numbers_are_those_of_the_pdf(
    book: BookManuscript, pandoc: Pandoc, press: Press
) -> None:
    pages = pages_of(book, press, pandoc)
    assert tuple(pages) == part_anchors(book)
    made = Docx(write_book(book, pandoc, pages))
    titles = (
        *(one.title for one in book.chapters),
        "企业索引",
        "质量方法索引",
        "未收入全文的经验",
        "说明",
    )
    lines = zip(made.text_in("toc1"), titles, pages.values(), strict=True)
    assert all(line.removeprefix("〔演示〕") == f"{title}{page}" for line, title, page in lines)
    printed = PdfReader(io.BytesIO(print_book(book, press, pandoc)))
    contents = re.sub(r"[\s\u2060]+", "", printed.pages[1].extract_text())
    for title, page in zip(titles, pages.values(), strict=True):
        assert re.search(rf"{title}\.*{page}(?!\d)", contents), (title, page, contents)
    fields = made.find("//w:fldChar[@w:fldCharType='begin'][@w:dirty='true']")
    assert len(fields) >= len(pages)
    said = "".join(made.text_in("IndexLine"))
    assert "…" not in said
    assert f"统计过程控制{pages['chapter_1']}, {pages['chapter_3']}, {pages['chapter_4']}" in said


def test_python_docx_opens_it(made: Docx, book: BookManuscript) -> None:
    opened = docx.Document(io.BytesIO(made.data))
    assert opened.core_properties.title == book.title
    assert len(opened.sections) == 2 + len(part_anchors(book))


def test_a_book_of_one(pandoc: Pandoc) -> None:
    one = replace(volume(plain(1)), methods=(), unread=(), mark="", subtitle=())
    heads = Docx(write_book(one, pandoc)).text_in("Heading1")
    assert heads == ["第1号经验的实践", "企业索引", "说明"]


def test_the_same_bytes_every_time(made: Docx, book: BookManuscript) -> None:
    with Pandoc() as another:
        assert write_book(book, another) == made.data
