"""Documents made to break the program: refused in Chinese or survived, never another exception."""

import os
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.intake.remarks import RefusedDocumentError
from generator.intake.word.characters import han_characters
from generator.intake.word.pandoc import read_tree
from generator.intake.word.parts import open_word
from tests.intake.packages.archives import locked
from tests.intake.word.samples import (
    HEAD,
    NAMESPACES,
    WORD,
    document,
    docx,
    markdown_of,
    paragraph,
    prepared,
    relation,
    run,
)

WEB = "https://example.com/a"
LINKED = paragraph(f'<w:hyperlink r:id="l">{run("甲")}</w:hyperlink>')
TABLE = "<w:tbl><w:tr><w:tc>{}</w:tc></w:tr></w:tbl>"


def _nested(count: int) -> str:
    body = paragraph("底")
    for _ in range(count):
        body = TABLE.format(body)
    return body


@pytest.mark.parametrize(
    ("part", "content"),
    [
        ("word/document.xml", b"<w:document"),
        ("word/document.xml", b"\xff\xfe\x00"),
        ("word/document.xml", document("<w:smartTag>" * 10_000 + "</w:smartTag>" * 10_000)),
        ("word/document.xml", f"{HEAD}<a/>"),
        ("word/document.xml", document(_nested(40))),
        ("word/document.xml", f'{HEAD}<!DOCTYPE a [<!ENTITY e "e">]><a>&e;</a>'),
        (
            "word/document.xml",
            document("").replace(WORD, "http://purl.oclc.org/ooxml/wordprocessingml/main"),
        ),
        ("word/styles.xml", b"<"),
        ("word/numbering.xml", b"\x00"),
        ("word/footnotes.xml", b"<a><b></a>"),
        ("word/_rels/document.xml.rels", b"no"),
    ],
)
def test_damaged_parts_are_refused(tmp_path: Path, part: str, content: str | bytes) -> None:
    path = docx(tmp_path / "a.docx", paragraph("甲"), {part: content})
    with pytest.raises(RefusedDocumentError) as refused:
        prepared(path)
    assert len(refused.value.remark.worded()) > 10


def test_parts_may_be_missing(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    with zipfile.ZipFile(path, "w") as archive:
        for name in ("[Content_Types].xml", "_rels/.rels", "word/document.xml"):
            with zipfile.ZipFile(docx(tmp_path / "b.docx", paragraph("甲"))) as whole:
                archive.writestr(name, whole.read(name))
    assert markdown_of(path) == ("甲\n", ())


def test_tables_in_tables_and_wide_cells_are_read(tmp_path: Path) -> None:
    wide = f'<w:tc><w:tcPr><w:gridSpan w:val="999999999"/></w:tcPr>{paragraph("宽")}</w:tc>'
    body = f"{_nested(8)}<w:tbl><w:tr>{wide}</w:tr></w:tbl>"
    written = markdown_of(docx(tmp_path / "a.docx", body))[0]
    assert (written.count("底"), written.count("宽")) == (1, 1)


def test_macros_and_other_documents_are_reported(tmp_path: Path) -> None:
    body = paragraph("甲") + '<w:altChunk r:id="x"/>'
    path = docx(tmp_path / "a.docx", body, {"word/vbaProject.bin": b"x"})
    written, remarks = markdown_of(path)
    assert written == "甲\n"
    assert [remark.key.rpartition(".")[2] for remark in remarks] == ["chunk", "macros"]


def test_names_in_the_archive_are_no_paths(tmp_path: Path) -> None:
    outside = '<Relationship Id="i" Type="x/image" Target="../../../{}"/>'.format("out.png")
    rels = f'{HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    picture = '<w:r><w:pict><v:shape><v:imagedata r:id="i"/></v:shape></w:pict></w:r>'
    parts: dict[str, str | bytes] = {
        "word/_rels/document.xml.rels": f"{rels}{outside}</Relationships>",
        "../../../out.png": b"x",
        "out.png": b"y",
    }
    inner = tmp_path / "a" / "b" / "c" / "d"
    inner.mkdir(parents=True)
    before = {path.name for path in tmp_path.rglob("*")}
    markdown_of(docx(inner / "a.docx", paragraph(run("甲") + picture), parts))
    after = {path.name for path in tmp_path.rglob("*") if not path.is_relative_to(inner)}
    assert after <= before


def test_bodies_one_after_another_are_all_read(tmp_path: Path) -> None:
    bodies = document(f"{paragraph('甲')}</w:body><w:body>{paragraph('乙')}")
    path = docx(tmp_path / "a.docx", "", {"word/document.xml": bodies})
    assert markdown_of(path)[0].split() == ["甲", "乙"]


def test_the_part_of_the_text_may_have_another_name(tmp_path: Path) -> None:
    """Word online writes document2.xml; what it refers to lies under that name as well."""
    usual = docx(
        tmp_path / "a.docx", LINKED, related=(relation("l", "hyperlink", WEB, external=True),)
    )
    path = tmp_path / "b.docx"
    with zipfile.ZipFile(usual) as source, zipfile.ZipFile(path, "w") as target:
        for name in source.namelist():
            data = source.read(name).replace(b"word/document.xml", b"word/document2.xml")
            target.writestr(name.replace("document.xml", "document2.xml"), data)
    assert markdown_of(path)[0].strip() == f"[甲]({WEB})"
    with open_word(path) as parts:
        assert han_characters(parts) == {"甲": 1}
        assert "word/document.xml" in parts.names()


def test_a_document_under_a_password_is_said_to_be_one(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(locked())
    with pytest.raises(RefusedDocumentError) as refused, open_word(path):
        pass
    assert refused.value.remark.key == "intake_word.refused.encrypted"


def test_many_remarks_of_a_kind_end_with_a_number(tmp_path: Path) -> None:
    chunks = '<w:altChunk r:id="x"/>' * 80
    remarks = prepared(docx(tmp_path / "a.docx", chunks))[1]
    assert len(remarks) == 51
    assert remarks[-1].values == {"count": 30}


def test_no_word_file_at_all(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(os.urandom(300))
    with pytest.raises(RefusedDocumentError):
        read_tree(path, tmp_path / "media")


TAGS = [
    "p",
    "r",
    "t",
    "tbl",
    "tr",
    "tc",
    "ins",
    "del",
    "sdt",
    "sdtContent",
    "hyperlink",
    "numPr",
    "pPr",
    "rPr",
    "drawing",
    "pict",
    "txbxContent",
    "fldChar",
    "instrText",
    "sym",
    "ruby",
    "rt",
    "rubyBase",
    "footnoteReference",
    "numId",
    "ilvl",
    "pStyle",
    "outlineLvl",
    "trPr",
    "br",
]
LEAVES = st.sampled_from(["", "文", "TOC", "x" * 50])
VALUES = st.sampled_from(["", "0", "1", "-1", "99999999999999", "begin", "separate", "end", "a"])


def _element(tag: str, value: str, children: list[str]) -> str:
    names = ("val", "fldCharType", "id", "char", "type")
    attributes = " ".join(f'w:{name}="{value}"' for name in names)
    return f"<w:{tag} {attributes}>{''.join(children)}</w:{tag}>"


TREES = st.recursive(
    LEAVES,
    lambda inner: st.builds(_element, st.sampled_from(TAGS), VALUES, st.lists(inner, max_size=4)),
    max_leaves=25,
)


@settings(max_examples=80)
@given(st.lists(TREES, max_size=4))
def test_any_arrangement_of_elements_is_survived(
    tmp_path_factory: pytest.TempPathFactory, trees: list[str]
) -> None:
    folder = tmp_path_factory.mktemp("any")
    levels = '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:lvlText w:val="%1."/></w:lvl>'
    numbers = (
        f"{HEAD}<w:numbering {NAMESPACES}>{levels}</w:abstractNum><w:num w:numId='1'>"
        "<w:abstractNumId w:val='0'/></w:num></w:numbering>"
    )
    path = docx(folder / "a.docx", "".join(trees), {"word/numbering.xml": numbers})
    prepared(path)
    with open_word(path) as parts:
        han_characters(parts)
