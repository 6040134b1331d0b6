"""Texts that nobody should write, and many of them."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from generator.errors import BiaoganError
from generator.pages.controls import for_xml
from generator.publication.blocks.tree import (
    Blocks,
    BodyTree,
    Caption,
    CaptionKind,
    Code,
    CodeBlock,
    Figure,
    Formula,
    Heading,
    Link,
    NoteMark,
    Paragraph,
    Picture,
    Table,
    Text,
)
from generator.publication.word.case import write_case
from generator.publication.word.draft import A4_COLUMN, A4_LINE, Draft
from generator.publication.word.ooxml import bookmark
from generator.publication.word.pandoc import Pandoc, document
from generator.publication.word.text import blocks_json
from tests.publication.word.docx import NS, Docx, w
from tests.publication.word.samples import IMPRINT, cell, chapter_of, para

HOSTILE = (
    "]]>",
    "<w:p><w:r/></w:p>",
    "&amp; & < > \" '",
    "a\x00b\x01c\x0bd\x1fe",
    "前\ufffe后\uffff",
    "半\ud800个\udfff",
    "\\* MERGEFORMAT \\h",
    "字" * 3000,
    "w" * 3000,
    "\u202e倒\u200b零\u00ad软",
    "=SUM(A1)",
    "\t制表\t",
    "𠮷😀",
    "$ % # _ { } ~ ^",
)


@pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_is_only_text(words: str, pandoc: Pandoc) -> None:
    caption = Caption(CaptionKind.FIGURE, 1, "图1", (Text(words),))
    body = BodyTree(
        (
            Heading(2, "一、", (Text(words),), words),
            Paragraph((Text(words), Code(words), Link("#图1", (Text(words),)), NoteMark(1))),
            Paragraph((Link(f"#{words}", (Text("去"),)), Link(words, (Text("来"),)))),
            CodeBlock(words),
            Figure(Picture(None, words), caption),
            Table(1, (), ((cell(words),),)),
        ),
        ((para(words),),),
    )
    made = Docx(write_case(chapter_of(body), IMPRINT, pandoc))
    [heading] = [one for style, one in made.paragraphs() if style == "Heading1" and "一、" in one]
    assert _without(heading) == _without(f"一、{for_xml(words)}")
    links = {one.get(w("anchor")) for one in made.find("//w:hyperlink[@w:anchor]")}
    assert links <= set(made.find("//w:bookmarkStart/@w:name"))


def _without(words: str) -> str:
    """Give words without what is an element of its own in Word: tabs, two kinds of hyphens."""
    return words.replace("\t", "").replace("\xad", "").replace("\u2011", "")


def test_a_hostile_label_names_its_field_and_nothing_more(pandoc: Pandoc) -> None:
    caption = Caption(CaptionKind.TABLE, 7, 'x" \\r 1 <w:t>7', (Text("题"),))
    blocks = blocks_json((Table(1, (), ((cell("甲"),),), caption),), (), Draft())
    made = Docx(pandoc.write(document(blocks), "docx"))
    assert "".join(made.find("//w:p[1]//w:t/text()")).startswith('x" \\r 1 <w:t>7 题')


def test_formulas_that_nobody_can_read_stay_as_they_are(pandoc: Pandoc) -> None:
    body = BodyTree((Paragraph((Formula(r"\notatex{]]>"),)), Formula("\\frac{\x01"), Formula("")))
    made = Docx(write_case(chapter_of(body), IMPRINT, pandoc))
    told = "".join(words for _, words in made.paragraphs())
    assert r"\notatex{]]>" in told
    assert r"\frac{" in told


def test_three_hundred_headings_and_their_links(pandoc: Pandoc) -> None:
    blocks: list[Heading | Paragraph] = []
    for number in range(300):
        blocks.append(Heading(2 + number % 4, f"{number}、", (Text("标题"),), f"标题-{number}"))
        blocks.append(Paragraph((Link(f"#标题-{299 - number}", (Text("去"),)),)))
    made = Docx(write_case(chapter_of(BodyTree(tuple(blocks))), IMPRINT, pandoc))
    names = made.find("//w:bookmarkStart/@w:name")
    links = [one.get(w("anchor")) for one in made.find("//w:hyperlink[@w:anchor]")]
    assert len(links) == 300
    assert set(links) <= set(names)
    assert len(names) == len(set(names)) == 301


@pytest.mark.parametrize("content", [b"", b"no picture", b"\x89PNG\r\n\x1a\n" + b"\0" * 40])
def test_a_broken_picture_is_said(content: bytes, pandoc: Pandoc, tmp_path: Path) -> None:
    path = tmp_path / "broken.png"
    path.write_bytes(content)
    body = BodyTree((Figure(Picture(path, "坏图")),))
    with pytest.raises(BiaoganError, match=r"broken\.png"):
        write_case(chapter_of(body), IMPRINT, pandoc)


def test_a_picture_that_went_away_is_said(pandoc: Pandoc, tmp_path: Path) -> None:
    body = BodyTree((Figure(Picture(tmp_path / "gone.png", "没了")),))
    with pytest.raises(BiaoganError, match=r"gone\.png"):
        write_case(chapter_of(body), IMPRINT, pandoc)


@pytest.mark.parametrize(
    ("size", "dpi", "shown"),
    [
        ((96, 48), (96, 96), (72.0, 36.0)),
        ((3000, 300), (96, 96), (A4_LINE, A4_LINE / 10)),
        ((300, 9000), (300, 300), (A4_COLUMN * 0.8 / 30, A4_COLUMN * 0.8)),
        ((96, 96), (1, 1), (72.0, 72.0)),
    ],
)
def test_pictures_fit_the_page_and_never_grow(
    size: tuple[int, int],
    dpi: tuple[int, int],
    shown: tuple[float, float],
    pandoc: Pandoc,
    tmp_path: Path,
) -> None:
    path = tmp_path / "picture.png"
    Image.new("RGB", size).save(path, dpi=dpi)
    draft = Draft()
    blocks = blocks_json((Figure(Picture(path, "图")),), (), draft)
    made = Docx(pandoc.write(document(blocks), "docx", pictures=draft.pictures))
    [extent] = made.find("//wp:inline/wp:extent")
    emu = [int(extent.get(side)) / 12700 for side in ("cx", "cy")]
    assert emu == pytest.approx(shown, abs=0.2)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.lists(st.text(max_size=30), max_size=4), label=st.text(max_size=60))
def test_whatever_is_written_is_whole(words: list[str], label: str, pandoc: Pandoc) -> None:
    blocks: Blocks = (
        Heading(2, "", (Text(label),), label),
        Paragraph(tuple(Text(one) for one in words)),
        Paragraph((Link(f"#{label}", (Text(label),)),)),
    )
    made = Docx(pandoc.write(document(blocks_json(blocks, (), Draft())), "docx"))
    told = "".join(made.document.xpath("//w:t/text()", namespaces=NS))
    assert "".join(_without(for_xml("".join(words))).split()) in "".join(_without(told).split())


@given(st.text(max_size=80))
def test_names_of_bookmarks_are_such_as_word_takes(anchor: str) -> None:
    name = bookmark(anchor)
    assert name[0].isalpha()
    assert len(name) <= 40
    assert name.replace("_", "a").isalnum() or any(sign.isalpha() for sign in name)
    assert bookmark(anchor) == name
