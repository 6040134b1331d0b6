"""A book as PDF: page numbers, links and bookmarks that lead to the right pages."""

import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

import pytest
from pypdf import PdfReader

from generator.errors import BiaoganError
from generator.library.paper import PaperRule, Typeface, TypeSize
from generator.publication.blocks.tree import BodyTree, Paragraph, Text
from generator.publication.manuscripts.book import BookManuscript, IndexEntry
from generator.publication.pdf.book import pages_of, print_book
from generator.publication.pdf.press import Press
from generator.publication.word.pandoc import Pandoc
from tests.publication.epub.samples import chapter, everything, plain, volume

MARK = "演示材料：企业与数据均为虚构"


@pytest.fixture(scope="module")
def pandoc() -> Iterator[Pandoc]:
    with Pandoc() as running:
        yield running


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> BookManuscript:
    text = everything(tmp_path_factory.mktemp("pictures"))
    full = chapter("2022-d01", "万物齐备的经验", "示例有限公司", text, MARK)
    older = PaperRule(body_face=Typeface.FANGSONG, summary_size=TypeSize.FOURTH)
    again = replace(full, number="2020-d01", title="又一个万物齐备的做法", paper=older, address="")
    made = volume(plain(1, 9), full, plain(3, 7), again)
    return replace(made, methods=(IndexEntry("统计过程控制", (1, 3, 4)), IndexEntry("精益", (2,))))


@pytest.fixture(scope="module")
def data(book: BookManuscript, press: Press, pandoc: Pandoc) -> bytes:
    return print_book(book, press, pandoc)


@pytest.fixture(scope="module")
def reader(data: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(data))


@pytest.fixture(scope="module")
def pages(reader: PdfReader) -> list[str]:
    return [re.sub(r"[\s\u2060]+", "", page.extract_text()) for page in reader.pages]


def begun(pages: list[str], book: BookManuscript) -> Mapping[int, int]:
    """Give the number of the page where each chapter begins, counted from the first chapter."""
    found = {}
    for number, one in enumerate(book.chapters, 1):
        start = f"{one.title}{one.byline}"
        found[number] = next(at for at, page in enumerate(pages[2:], 1) if page.startswith(start))
    return found


def test_contents_give_the_pages_where_the_chapters_begin(
    pages: list[str], book: BookManuscript
) -> None:
    for number, page in begun(pages, book).items():
        one = book.chapters[number - 1]
        mark = "〔演示〕" if one.mark else ""
        assert re.search(rf"{mark}{one.title}\.*{page}{one.byline}", pages[1]), pages[1]


def test_indexes_give_the_pages_where_the_chapters_begin(
    pages: list[str], book: BookManuscript
) -> None:
    found = begun(pages, book)
    for heading, entries in (("企业索引", book.enterprises), ("质量方法索引", book.methods)):
        (index,) = [page for page in pages[2:] if page.startswith(heading)]
        for entry in entries:
            said = ",".join(str(found[number]) for number in entry.chapters)
            # Behind the last entry stands the number of the index's own page.
            assert re.search(rf"{entry.name}\.+{said}(示例|精益|\d\d$)", index), index


def test_the_pages_can_be_asked_for(
    pages: list[str], book: BookManuscript, press: Press, pandoc: Pandoc
) -> None:
    found = pages_of(book, press, pandoc)
    starts = {f"chapter_{number}": str(page) for number, page in begun(pages, book).items()}
    ends = ("企业索引", "质量方法索引", "未收入全文的经验", "说明")
    back = [
        str(next(at for at, page in enumerate(pages) if page.startswith(head)) - 1) for head in ends
    ]
    keys = ("enterprises", "methods", "unread", "colophon")
    assert found == starts | dict(zip(keys, back, strict=True))


def targets(reader: PdfReader, page: int) -> list[int]:
    """Give the places of the pages that a page's inner links lead to."""
    named = reader.named_destinations
    found = []
    for one in reader.pages[page].get("/Annots", []):
        action: Any = one.get_object()
        target = action.get("/Dest") or action.get("/A", {}).get("/D")
        if target is not None:
            known = named[str(target)] if isinstance(target, str) else None
            holder = known.page if known else target[0]
            place = reader.get_page_number(holder.get_object())  # type: ignore[union-attr, arg-type]
            assert place is not None
            found.append(place)
    return found


def test_links_of_contents_and_indexes_lead_to_these_pages(
    reader: PdfReader, pages: list[str], book: BookManuscript
) -> None:
    starts = {number: page + 1 for number, page in begun(pages, book).items()}
    assert set(starts.values()) < set(targets(reader, 1))
    place = next(at for at, page in enumerate(pages) if page.startswith("质量方法索引"))
    assert targets(reader, place) == [starts[number] for number in (1, 3, 4, 2)]


def bookmarks(reader: PdfReader) -> list[tuple[str, int]]:
    """Give the bookmarks of the first level with the places of their pages."""
    found = []
    for one in reader.outline:
        if not isinstance(one, list):
            place = reader.get_destination_page_number(one)
            assert place is not None
            found.append((str(one.title), place))
    return found


def test_bookmarks(reader: PdfReader, pages: list[str], book: BookManuscript) -> None:
    starts = [page + 1 for page in begun(pages, book).values()]
    said = bookmarks(reader)
    titles = [one.title for one in book.chapters]
    chapters = [one for one in said if one[0] in titles]
    assert chapters == list(zip(titles, starts, strict=True))
    assert [name for name, _ in said][-4:] == [
        "企业索引",
        "质量方法索引",
        "未收入全文的经验",
        "说明",
    ]
    inner = next(one for one in reader.outline if isinstance(one, list))
    assert [one.title for one in inner if not isinstance(one, list)][:2] == ["摘要", "一、企业概况"]


def test_page_labels(reader: PdfReader) -> None:
    assert reader.page_labels[1:4] == ["i", "1", "2"]


def test_it_is_tagged_and_says_what_it_is(reader: PdfReader, book: BookManuscript) -> None:
    root: Any = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert reader.metadata is not None
    assert reader.metadata.title == book.title
    assert reader.metadata.author == "示例经验库"
    assert b"pdfuaid:part" in root["/Metadata"].get_data()


def test_notes_and_captions_count_from_one_in_each_chapter(pages: list[str]) -> None:
    whole = "".join(pages)
    assert re.search(r"1第1篇的注。", whole)
    assert re.search(r"1第3篇的注。", whole)
    assert len(re.findall(r"1指测量系统。2第二个注。", whole)) == 2
    assert len(re.findall(r"图1均值的变化", whole)) == 2


def test_the_title_runs_above_all_pages_but_the_first(
    pages: list[str], book: BookManuscript
) -> None:
    starts = begun(pages, book)
    title = book.chapters[0].title
    for page in range(starts[1], starts[2]):
        assert pages[page + 1].startswith(title)
        assert pages[page + 1].count(title) == 1
    assert starts[2] - starts[1] > 1


def test_fictional_cases_are_marked_everywhere(pages: list[str], book: BookManuscript) -> None:
    assert book.mark in pages[0]
    assert "〔演示〕" in pages[1]
    starts = begun(pages, book)
    assert MARK in pages[starts[2] + 1]
    assert "〔演示〕" in pages[starts[2] + 2]


def test_cover_and_end_say_what_the_book_holds(pages: list[str], book: BookManuscript) -> None:
    for line in (book.title, *book.subtitle, *book.counts, book.imprint.site):
        assert re.sub(r"\s", "", line) in pages[0]
    assert "示例未刊有限公司" in "".join(pages[-3:])
    assert "本书由“示例经验库”的内容编成。" in pages[-1]


def test_a_book_of_one(press: Press, pandoc: Pandoc) -> None:
    one = replace(volume(plain(1)), methods=(), unread=(), mark="", subtitle=(), colophon=())
    found = PdfReader(io.BytesIO(print_book(one, press, pandoc)))
    assert [name for name, _ in bookmarks(found)][-2:] == ["第1号经验的实践", "企业索引"]


def test_a_character_without_a_glyph_is_a_clear_error(press: Press, pandoc: Pandoc) -> None:
    one = replace(plain(1), title="无字\U0001f9ff可印")
    with pytest.raises(BiaoganError, match=r"U\+1F9FF"):
        print_book(volume(one), press, pandoc)


def test_the_chapters_that_have_it_are_named(press: Press, pandoc: Pandoc) -> None:
    text = BodyTree((Paragraph((Text("好\U0001f9ff评\U0001f9fe"),)),))
    wrong = [replace(plain(number), number=f"2022-00{number}", body=text) for number in (2, 3)]
    with pytest.raises(BiaoganError) as caught:
        print_book(volume(plain(1), *wrong), press, pandoc)
    said = str(caught.value)
    assert said.count("U+1F9FF") == said.count("U+1F9FE") == 3
    assert "在 2022-002《第2号经验的实践》里：" in said
    assert "在 2022-003《第3号经验的实践》里：" in said
    assert "第1号经验" not in said


def test_the_same_bytes_every_time(
    data: bytes, book: BookManuscript, press: Press, pandoc: Pandoc
) -> None:
    assert print_book(book, Press(press.faces), pandoc) == data
