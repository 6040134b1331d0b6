"""A case as an EPUB file: sound by epubcheck, whole, and the same on every day."""

from dataclasses import replace
from pathlib import Path

import pytest

from generator.errors import BiaoganError
from generator.publication.blocks.tree import BodyTree, Figure, Heading, Picture, Text
from generator.publication.epub.case import write_case
from generator.publication.manuscripts.chapter import Chapter
from generator.publication.word.pandoc import Pandoc
from generator.publication.zipping import unpack
from tests.publication.epub.reading import (
    MATHML,
    OPS,
    XHTML,
    complaints,
    links,
    metadata,
    package,
    pages,
    words,
)
from tests.publication.epub.samples import IMPRINT, SVG, chapter, everything, plain

MARK = "演示材料：企业与数据均为虚构"


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Chapter:
    folder = tmp_path_factory.mktemp("pictures")
    return chapter("2022-d01", "“零缺陷”<&>模式", "示例有限公司", everything(folder), MARK)


@pytest.fixture(scope="module")
def made(full: Chapter, pandoc: Pandoc) -> bytes:
    return write_case(full, IMPRINT, pandoc)


@pytest.mark.needs("java")
def test_epubcheck_finds_nothing(made: bytes, tmp_path: Path) -> None:
    assert complaints(made, tmp_path) == []


def test_a_drawing_stays_a_drawing_with_its_description(made: bytes) -> None:
    assert SVG.encode() in unpack(made).values()
    (image,) = pages(made)["ch001.xhtml"].iter(f"{XHTML}img")
    assert image.get("alt") == "均值的变化"
    assert str(image.get("src")).endswith(".svg")


def test_formulas_are_mathml_with_words(made: bytes) -> None:
    formulas = [*pages(made)["ch001.xhtml"].iter(f"{MATHML}math")]
    assert [one.get("display") for one in formulas] == ["inline", "block"]
    assert formulas[0].get("alttext") == r"C_{pk}=\frac{1}{3\sigma}"


def test_the_title_page_says_what_the_case_is(made: bytes) -> None:
    said = words(pages(made)["title_page.xhtml"])
    for expected in ("“零缺陷”<&>模式", "示例有限公司", MARK, "示例经验库"):
        assert expected in said


def test_the_text_says_it_again_and_ends_with_the_colophon(made: bytes) -> None:
    said = words(pages(made)["ch001.xhtml"])
    assert said.index("“零缺陷”<&>模式") < said.index("示例有限公司") < said.index(MARK)
    assert said.index("摘要") < said.index("一、企业概况") < said.index("二、实施成效")
    assert said.index("主要荣誉") < said.index("编号 2022-d01")


def test_metadata(made: bytes, full: Chapter) -> None:
    assert metadata(made, "identifier") == [full.address]
    assert metadata(made, "title") == [full.title]
    assert metadata(made, "language") == ["zh-Hans"]
    assert metadata(made, "creator") == ["示例有限公司"]
    assert metadata(made, "publisher") == ["示例经验库"]
    modified = [
        words(one) for one in package(made).iter() if one.get("property") == "dcterms:modified"
    ]
    assert modified == ["2022-10-20T00:00:00Z"]


def test_a_site_without_an_address_gives_the_permanent_id(full: Chapter, pandoc: Pandoc) -> None:
    data = write_case(replace(full, address=""), IMPRINT, pandoc)
    assert metadata(data, "identifier") == ["urn:biaogan:case:2022-d01"]
    assert metadata(data, "source") == []


def test_navigation_is_chinese_and_names_the_sections(made: bytes) -> None:
    nav = pages(made)["nav.xhtml"]
    assert words(next(nav.iter(f"{XHTML}h1"))) == "目录"
    said = [name for name, _ in links(nav)]
    assert said[:4] == ["“零缺陷”<&>模式", "摘要", "一、企业概况", "二、实施成效"]
    assert "书名页" in said
    assert not any(name.isascii() for name in said)
    assert "书名页" in unpack(made)["EPUB/toc.ncx"].decode()


def test_notes_have_their_number_and_lead_back(made: bytes) -> None:
    page = pages(made)["ch001.xhtml"]
    notes = [one for one in page.iter(f"{XHTML}aside") if one.get(f"{OPS}type") == "footnote"]
    assert [words(one).strip() for one in notes] == ["1 指测量系统。", "2 第二个注。"]
    calls = [one for one in page.iter(f"{XHTML}a") if one.get("role") == "doc-noteref"]
    assert [words(one) for one in calls] == ["1", "2"]
    assert words(page).count("指测量系统。") == 1
    assert ("1", "ch001.xhtml#case-note1") in links(page)


def test_links_lead_to_what_they_name(made: bytes) -> None:
    page = pages(made)["ch001.xhtml"]
    ids = [str(one.get("id")) for one in page.iter() if one.get("id")]
    assert len(ids) == len(set(ids))
    inner = [target.partition("#")[2] for _, target in links(page) if "#" in target]
    assert set(inner) <= set(ids)
    assert ("图1", "ch001.xhtml#case-图1") in links(page)


def test_every_page_has_the_style_sheet(made: bytes) -> None:
    for page in pages(made).values():
        (sheet,) = page.iter(f"{XHTML}link")
        assert str(sheet.get("href")).endswith("styles/stylesheet1.css")
    assert "prefers-color-scheme: dark" in unpack(made)["EPUB/styles/stylesheet1.css"].decode()


def test_the_same_bytes_every_time(made: bytes, full: Chapter) -> None:
    with Pandoc() as another:
        assert write_case(full, IMPRINT, another) == made


def test_another_text_gives_other_bytes(made: bytes, full: Chapter, pandoc: Pandoc) -> None:
    assert write_case(replace(full, byline="示例二公司"), IMPRINT, pandoc) != made


def test_a_lost_picture_is_a_clear_error(tmp_path: Path, pandoc: Pandoc) -> None:
    body = BodyTree((Figure(Picture(tmp_path / "gone.svg", "没有")),))
    with pytest.raises(BiaoganError, match=r"gone\.svg"):
        write_case(replace(plain(1), body=body), IMPRINT, pandoc)


def test_an_anchor_that_no_file_can_hold_is_made_whole(pandoc: Pandoc) -> None:
    body = BodyTree((Heading(2, "", (Text("题\ud800"),), "节\x00\ud800"),))
    made = write_case(chapter("2022-001", "题名", "示例", body), IMPRINT, pandoc)
    found = pages(made)["ch001.xhtml"].iter()
    assert any(str(one.get("id", "")).endswith("节") for one in found)
