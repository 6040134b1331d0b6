"""A book as an EPUB file: a file a chapter, contents and indexes that lead to the right one."""

from dataclasses import replace
from pathlib import Path

import pytest

from generator.publication.epub.book import identifier, write_book
from generator.publication.manuscripts.book import BookManuscript, IndexEntry
from generator.publication.word.pandoc import Pandoc
from tests.publication.epub.reading import XHTML, complaints, links, metadata, pages, words
from tests.publication.epub.samples import chapter, everything, plain, volume


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> BookManuscript:
    text = everything(tmp_path_factory.mktemp("pictures"))
    full = chapter(
        "2022-d01", "万物齐备的经验", "示例有限公司", text, "演示材料：企业与数据均为虚构"
    )
    again = replace(full, number="2022-d02", title="又一个万物齐备的经验")
    made = volume(plain(1), full, plain(3), again)
    return replace(made, methods=(IndexEntry("统计过程控制", (1, 3, 4)),))


@pytest.fixture(scope="module")
def made(book: BookManuscript, pandoc: Pandoc) -> bytes:
    return write_book(book, pandoc)


@pytest.mark.needs("java")
def test_epubcheck_finds_nothing(made: bytes, tmp_path: Path) -> None:
    assert complaints(made, tmp_path) == []


def test_a_book_of_one_without_methods_has_no_index_of_them(pandoc: Pandoc) -> None:
    one = replace(volume(plain(1)), methods=(), unread=(), mark="", subtitle=())
    data = write_book(one, pandoc)
    said = words(pages(data)["nav.xhtml"])
    assert "企业索引" in said
    assert "质量方法索引" not in said


def test_each_chapter_is_a_file(made: bytes, book: BookManuscript) -> None:
    found = pages(made)
    for number, one in enumerate(book.chapters, 1):
        assert words(next(found[f"ch{number:03}.xhtml"].iter(f"{XHTML}h1"))) == one.title


def test_contents_lead_to_the_chapters_and_mark_the_fictional(made: bytes) -> None:
    said = links(pages(made)["nav.xhtml"])
    assert ("第1号经验的实践", "text/ch001.xhtml#c1") in said
    assert ("〔演示〕万物齐备的经验", "text/ch002.xhtml#c2") in said
    assert [name for name, target in said if "#c" not in target][:4] == [
        "企业索引",
        "质量方法索引",
        "未收入全文的经验",
        "说明",
    ]


def test_the_page_of_contents_shows_chapters_only(made: bytes) -> None:
    nav = pages(made)["nav.xhtml"]
    inner = [one for one in nav.iter(f"{XHTML}ol") if one.getparent().tag == f"{XHTML}li"]  # type: ignore[union-attr]
    assert inner
    assert all(one.get("hidden") for one in inner)


def test_indexes_lead_to_all_chapters(made: bytes, book: BookManuscript) -> None:
    found = pages(made)
    for file, entries in (("ch005.xhtml", book.enterprises), ("ch006.xhtml", book.methods)):
        names = [words(one).strip() for one in found[file].iter(f"{XHTML}dt")]
        assert names == [entry.name for entry in entries]
        targets = [target for _, target in links(found[file])]
        assert targets == [
            f"ch{number:03}.xhtml#c{number}" for entry in entries for number in entry.chapters
        ]


def test_notes_begin_anew_in_each_chapter(made: bytes) -> None:
    found = pages(made)
    for number in (1, 3):
        calls = [
            words(one)
            for one in found[f"ch{number:03}.xhtml"].iter(f"{XHTML}a")
            if one.get("role") == "doc-noteref"
        ]
        assert calls == ["1"]


def test_links_stay_in_their_chapter(made: bytes) -> None:
    found = pages(made)
    for number in (1, 3):
        said = links(found[f"ch{number:03}.xhtml"])
        assert ("企业概况", f"ch{number:03}.xhtml#c{number}-企业概况") in said


def test_what_has_no_text_is_named(made: bytes) -> None:
    assert "2022 年　示例未刊有限公司" in words(pages(made)["ch007.xhtml"])


def test_the_title_page_says_what_was_selected(made: bytes, book: BookManuscript) -> None:
    said = words(pages(made)["title_page.xhtml"])
    for line in (book.title, *book.subtitle, book.mark, *book.counts):
        assert line in said


def test_the_identifier_is_that_of_the_selection(made: bytes, book: BookManuscript) -> None:
    assert metadata(made, "identifier") == [identifier(book)]
    assert identifier(replace(book, chapters=book.chapters[:1])) == identifier(book)
    assert identifier(replace(book, subtitle=("2021 年",))) != identifier(book)


def test_what_xml_cannot_hold_is_left_out(pandoc: Pandoc) -> None:
    odd = replace(plain(1), title="题\x00目\ufffe", byline="企\x07业", mark="演\x01示")
    book = replace(volume(odd), title="汇\x0b编", subtitle=("行\x02",), counts=("数\x03",))
    found = pages(write_book(book, pandoc))
    assert "汇编" in words(found["title_page.xhtml"])
    assert "〔演示〕题目" in words(found["nav.xhtml"])


def test_the_same_bytes_every_time(made: bytes, book: BookManuscript) -> None:
    with Pandoc() as another:
        assert write_book(book, another) == made
