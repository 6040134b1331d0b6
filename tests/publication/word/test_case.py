import hashlib
import io
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import docx as python_docx
import pytest
from lxml import etree
from pypdf import PdfReader

from generator.library.paper import PaperRule, Typeface, TypeSize
from generator.publication.blocks.plain import inline_text, plain_text
from generator.publication.blocks.tree import BodyTree, Heading, Text
from generator.publication.word.case import write_case
from generator.publication.word.pandoc import Pandoc
from generator.publication.word.sheet_xml import face_name
from generator.publication.word.worker import program as pandoc_program
from tests.publication.word.docx import NS, Docx, w
from tests.publication.word.order import misplaced
from tests.publication.word.samples import EVERYTHING, IMPRINT, chapter_of, para

RULES = {
    "2014": PaperRule(
        section_face=Typeface.HEI,
        section_size=TypeSize.SMALL_SECOND,
        subsection_face=Typeface.SONG,
        subsection_size=TypeSize.FOURTH,
        body_size=TypeSize.SMALL_FOURTH,
    ),
    "2020": PaperRule(
        summary_size=TypeSize.FOURTH,
        body_size=TypeSize.SMALL_FOURTH,
        caption_size=TypeSize.FIFTH,
    ),
    "2022": PaperRule(),
}
"""As cases/*/edition.yml state them."""
SMALL = BodyTree((Heading(2, "一、", (Text("企业概况"),), "企业概况"), para("正文。")))


@pytest.fixture(scope="module", params=RULES)
def ruled(request: pytest.FixtureRequest, pandoc: Pandoc) -> tuple[Docx, PaperRule]:
    rule = RULES[request.param]
    return Docx(write_case(chapter_of(SMALL, rule), IMPRINT, pandoc)), rule


def test_faces_and_sizes_are_those_of_the_edition(ruled: tuple[Docx, PaperRule]) -> None:
    made, rule = ruled
    for style, face, size in (
        ("Title", rule.title_face, rule.title_size),
        ("BodyText", rule.body_face, rule.body_size),
        ("FirstParagraph", rule.body_face, rule.body_size),
        ("Compact", rule.body_face, rule.body_size),
        ("TableCaption", rule.caption_face, rule.caption_size),
        ("ImageCaption", rule.caption_face, rule.caption_size),
        ("Heading1", rule.section_face, rule.section_size),
        ("Heading2", rule.subsection_face, rule.subsection_size),
        ("AbstractTitle", Typeface.SONG, rule.summary_size),
        ("Abstract", rule.body_face, rule.body_size),
    ):
        assert made.face(style) == face_name(face), style
        assert size is None or made.size(style) == size.points, style
        assert made.value(style, "w:rPr/w:rFonts", "ascii") == "Times New Roman"
    assert made.value("Title", "w:rPr/w:sz") == "36"


def test_title_and_captions_are_centred_and_captions_bold(ruled: tuple[Docx, PaperRule]) -> None:
    made, _ = ruled
    for style in ("Title", "TableCaption", "ImageCaption", "AbstractTitle"):
        assert made.value(style, "w:pPr/w:jc") == "center"
    for style in ("TableCaption", "ImageCaption", "AbstractTitle"):
        assert made.is_on(style, "w:rPr/w:b")
    assert not made.is_on("Title", "w:rPr/w:b")
    assert not made.is_on("BodyText", "w:rPr/w:b")


def test_the_text_is_single_spaced_and_indented_by_two_characters(
    ruled: tuple[Docx, PaperRule],
) -> None:
    made, rule = ruled
    for style in ("BodyText", "FirstParagraph", "Abstract"):
        assert made.value(style, "w:pPr/w:spacing", "line") == "240"
        assert made.value(style, "w:pPr/w:spacing", "lineRule") == "auto"
        assert made.value(style, "w:pPr/w:spacing", "before") == "0"
        assert made.value(style, "w:pPr/w:ind", "firstLineChars") == "200"
        twips = made.value(style, "w:pPr/w:ind", "firstLine")
        assert twips == str(round(rule.body_size.points * 40))
    assert not made.find("//w:docGrid")


def test_the_page_is_a4_with_the_margins_of_the_rule(ruled: tuple[Docx, PaperRule]) -> None:
    made, _ = ruled
    [section] = made.find("//w:sectPr")
    size = section.find("w:pgSz", NS)
    assert (size.get(w("w")), size.get(w("h"))) == ("11906", "16838")
    margins = section.find("w:pgMar", NS)
    assert [margins.get(w(side)) for side in ("top", "bottom", "left", "right")] == [
        "1440",
        "1440",
        "1800",
        "1800",
    ]
    footers = [name for name in made.members if "footer" in name and "rels" not in name]
    assert len(footers) == 1
    assert b" PAGE " in made.members[footers[0]]


def test_sections_of_2014_and_headings_where_the_rule_is_silent(pandoc: Pandoc) -> None:
    old = Docx(write_case(chapter_of(SMALL, RULES["2014"]), IMPRINT, pandoc))
    assert old.size("Heading1") == 18
    assert old.is_on("Heading2", "w:rPr/w:b")
    free = Docx(write_case(chapter_of(SMALL, RULES["2022"]), IMPRINT, pandoc))
    assert (free.size("Heading1"), free.size("Heading2")) == (15, 14)
    assert not free.is_on("Heading2", "w:rPr/w:b")


def test_all_is_told_in_the_order_of_the_page(everything: Docx) -> None:
    told = [words for _, words in everything.paragraphs() if words]
    assert told[:6] == [
        "构建“零缺陷”质量管理模式的实践",
        "示例阀门有限公司",
        "演示材料：企业与数据均为虚构",
        "摘要",
        "摘要的第一段。",
        "摘要的第二段。",
    ]
    assert told[-4:] == ["相关荣誉", "示例奖", "编号 2022-101", "网址 https://example.org/c/"]


def test_what_is_missing_leaves_no_empty_heading(pandoc: Pandoc) -> None:
    bare = replace(chapter_of(SMALL), summary=(), mark="", appendix=(), colophon=())
    made = Docx(write_case(bare, IMPRINT, pandoc))
    styles = [style for style, _ in made.paragraphs()]
    assert styles == ["Title", "Author", "Heading1", "FirstParagraph"]


def test_pandoc_reads_the_same_text_back(everything: Docx, tmp_path: Path) -> None:
    path = tmp_path / "case.docx"
    path.write_bytes(everything.data)
    back = subprocess.run(
        (pandoc_program(), "--from=docx", "--to=json", str(path)),
        capture_output=True,
        check=True,
    ).stdout
    notes: list[Any] = []
    told = [*_texts(json.loads(back)["blocks"], notes)]
    squeezed = _bare("".join((*told, *_texts(notes, []))))
    chapter = chapter_of(EVERYTHING)
    blocks = (*chapter.summary, *chapter.body.blocks, *chapter.appendix)
    lines = plain_text(blocks, chapter.body.notes).split("\n")
    for line in (*lines, *map(inline_text, chapter.colophon)):
        for cell in line.split("\t"):
            assert _bare(cell) in squeezed


def _texts(node: Any, notes: list[Any]) -> Iterator[str]:
    """Yield the texts of pandoc's tree, in its order; notes are counted and collected."""
    if isinstance(node, dict) and node.get("t") == "Note":
        notes.append(node["c"])
        yield str(len(notes))
    elif isinstance(node, dict) and node.get("t") in ("Str", "Code", "CodeBlock", "Math"):
        yield node["c"] if isinstance(node["c"], str) else node["c"][1]
    elif isinstance(node, dict | list):
        for child in node.values() if isinstance(node, dict) else node:
            yield from _texts(child, notes)


def _bare(words: str) -> str:
    """Give words without white space and without what pandoc's plain text sets around them."""
    return re.sub(r"[\s~$\[\]]", "", words)


def test_the_properties_name_the_enterprise_and_the_day_of_approval(everything: Docx) -> None:
    made = python_docx.Document(io.BytesIO(everything.data))
    properties = made.core_properties
    assert properties.title == "构建“零缺陷”质量管理模式的实践"
    assert properties.author == "示例阀门有限公司"
    assert properties.created is not None
    assert properties.created.date().isoformat() == "2022-10-20"
    assert properties.created == properties.modified
    assert properties.language == "zh-CN"
    assert "六西格玛管理" in properties.keywords
    assert "演示材料" in properties.keywords
    assert made.paragraphs[0].style is not None
    assert made.paragraphs[0].style.name == "Title"
    assert len(made.tables) == 2


def test_parts_are_in_the_order_of_the_schema(everything: Docx) -> None:
    for name, content in everything.members.items():
        if name.endswith((".xml", ".rels")):
            assert list(misplaced(etree.fromstring(content))) == [], name


def test_ids_and_relations_are_whole(everything: Docx) -> None:
    starts = everything.find("//w:bookmarkStart/@w:id")
    assert sorted(starts) == sorted(everything.find("//w:bookmarkEnd/@w:id"))
    assert len(set(starts)) == len(starts)
    names = everything.find("//w:bookmarkStart/@w:name")
    assert len(set(names)) == len(names)
    rels = {one.get("Id"): one for one in everything.part("word/_rels/document.xml.rels")}
    used = everything.document.xpath("//@r:id | //@r:embed", namespaces=NS)
    assert set(used) <= set(rels)
    inner = [one.get("Target") for one in rels.values() if one.get("TargetMode") != "External"]
    assert {f"word/{target}" for target in inner} <= set(everything.members)


_AGAIN = """
import hashlib
from generator.publication.word.case import write_case
from generator.publication.word.pandoc import Pandoc
from tests.publication.word.samples import EVERYTHING, IMPRINT, chapter_of
with Pandoc() as pandoc:
    print(hashlib.sha256(write_case(chapter_of(EVERYTHING), IMPRINT, pandoc)).hexdigest())
"""


def test_another_process_writes_the_same_bytes(everything: Docx) -> None:
    again = subprocess.run(
        (sys.executable, "-c", _AGAIN),
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONPATH": ".", "PYTHONHASHSEED": "7", "TZ": "Asia/Shanghai", "PATH": ""},
        cwd=Path(__file__).resolve().parents[3],
    )
    assert again.stdout.strip() == hashlib.sha256(everything.data).hexdigest()


@pytest.mark.needs("soffice")
def test_libreoffice_opens_it(everything: Docx, tmp_path: Path) -> None:
    path = tmp_path / "case.docx"
    path.write_bytes(everything.data)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    program = ("soffice", "--headless", profile, "--convert-to", "pdf", "--outdir", str(tmp_path))
    subprocess.run((*program, str(path)), check=True, capture_output=True, timeout=120)
    pages = PdfReader(tmp_path / "case.pdf").pages
    shown = _bare("".join(page.extract_text() for page in pages))
    for words in ("图1控制图", "表1主要指标对比", "见图1和", "C.第一步", "第一条注。", "提示"):
        assert words in shown
