"""Fields, boxes to tick, and tables of contents."""

from pathlib import Path

import pytest

from generator.intake.remarks import RemarkKind
from tests.intake.word.samples import HEAD, NAMESPACES, docx, markdown_of, paragraph, relation, run


def mark(kind: str, data: str = "") -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}">{data}</w:fldChar></w:r>'


def code(text: str) -> str:
    return f'<w:r><w:instrText xml:space="preserve">{text}</w:instrText></w:r>'


def field(text: str, result: str = "", data: str = "") -> str:
    middle = mark("separate") + run(result) if result else ""
    return mark("begin", data) + code(text) + middle + mark("end")


def box(states: str) -> str:
    return f"<w:ffData><w:checkBox>{states}</w:checkBox></w:ffData>"


def control(properties: str, content: str) -> str:
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def test_numbers_of_figures_stay(tmp_path: Path) -> None:
    simple = f'<w:fldSimple w:instr=" SEQ 图 ">{run("1")}</w:fldSimple>'
    body = paragraph(run("图") + simple) + paragraph(run("表") + field(" SEQ 表 ", "2"))
    assert markdown_of(docx(tmp_path / "a.docx", body)) == ("图1\n\n表2\n", ())


@pytest.mark.parametrize(
    ("inner", "sign"),
    [
        (
            field(
                " FORMCHECKBOX ",
                data=box('<w:default w:val="1"/>'),
            ),
            "☑",
        ),
        (
            field(
                " FORMCHECKBOX ",
                data=box('<w:default w:val="1"/><w:checked w:val="0"/>'),
            ),
            "□",
        ),
        (control('<w14:checkbox><w14:checked w14:val="1"/></w14:checkbox>', run("☒")), "☑"),
        (control('<w14:checkbox><w14:checked w14:val="0"/></w14:checkbox>', run("☐")), "□"),
        ('<w:r><w:sym w:font="Wingdings 2" w:char="F052"/></w:r>', "☑"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>', "☑"),
        ('<w:r><w:sym w:font="Wingdings" w:char="00A8"/></w:r>', "□"),
        (run("R", '<w:rFonts w:ascii="Wingdings 2" w:hAnsi="Wingdings 2"/>'), "☑"),
        (run("\uf0a3", '<w:rFonts w:ascii="Wingdings 2"/>'), "□"),
    ],
)
def test_ways_of_ticking(tmp_path: Path, inner: str, sign: str) -> None:
    written, remarks = markdown_of(docx(tmp_path / "a.docx", paragraph(inner + run("过程控制"))))
    assert (written, remarks) == (f"{sign}过程控制\n", ())


def test_a_choice_is_written_out(tmp_path: Path) -> None:
    entries = "".join(f'<w:listEntry w:val="{name}"/>' for name in ("大型", "中型"))
    data = f'<w:ffData><w:ddList><w:result w:val="1"/>{entries}</w:ddList></w:ffData>'
    body = paragraph(run("规模：") + field(" FORMDROPDOWN ", data=data))
    assert markdown_of(docx(tmp_path / "a.docx", body))[0] == "规模：中型\n"


def test_numbers_in_circles_and_lost_equations(tmp_path: Path) -> None:
    body = paragraph(field(r" EQ \o\ac(○,3) ") + run("甲")) + paragraph(
        field(r" EQ \f(1,2) ") + run("乙")
    )
    written, remarks = markdown_of(docx(tmp_path / "a.docx", body))
    assert written == "③甲\n\n乙\n"
    assert [(remark.kind, remark.place) for remark in remarks] == [(RemarkKind.LOST, "乙")]


def test_references_are_their_words(tmp_path: Path) -> None:
    inside = field(" REF _Ref1 \\h ", "图1") + field(' HYPERLINK \\l "a" ', "和")
    anchor = f'<w:bookmarkStart w:id="0" w:name="a"/><w:hyperlink w:anchor="a">{run("表1")}'
    body = paragraph(run("见") + inside + anchor + '</w:hyperlink><w:bookmarkEnd w:id="0"/>')
    assert markdown_of(docx(tmp_path / "a.docx", body)) == ("见图1和表1\n", ())


def test_links_lead_to_the_web_or_nowhere(tmp_path: Path) -> None:
    links = "".join(
        f'<w:hyperlink r:id="l{number}">{run(text)}</w:hyperlink>'
        for number, text in enumerate(("好", "坏", "档"))
    )
    body = paragraph(links + field(' HYPERLINK "javascript:alert(1)" ', "域"))
    related = tuple(
        relation(f"l{number}", "hyperlink", target, external=True)
        for number, target in enumerate(
            ("https://example.com/", "JavaScript:x()", "file:///etc/passwd")
        )
    )
    written, remarks = markdown_of(docx(tmp_path / "a.docx", body, related=related))
    assert written == "[好](https://example.com/)坏档域\n"
    assert [dict(remark.values) for remark in remarks] == [{"count": 3}]


TOC_STYLES = (
    f'{HEAD}<w:styles {NAMESPACES}><w:style w:type="paragraph" w:styleId="TOC1">'
    '<w:name w:val="toc 1"/></w:style></w:styles>'
)
ENTRIES = (
    paragraph(mark("begin") + code(' TOC \\o "1-3" ') + mark("separate") + run("一、背景\t1"))
    + paragraph("二、过程 2")
    + paragraph(mark("end"))
)


@pytest.mark.parametrize(
    "contents",
    [
        control(
            '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>',
            paragraph("目录") + ENTRIES,
        ),
        paragraph("目　录") + ENTRIES,
        paragraph("目录")
        + paragraph("一、背景1", '<w:pStyle w:val="TOC1"/>')
        + paragraph("二、过程12", '<w:pStyle w:val="TOC1"/>'),
    ],
)
def test_tables_of_contents_go(tmp_path: Path, contents: str) -> None:
    body = paragraph("封面") + contents + paragraph("正文", '<w:pStyle w:val="TOC1"/>')
    path = docx(tmp_path / "a.docx", body, {"word/styles.xml": TOC_STYLES})
    written, remarks = markdown_of(path)
    assert written == "封面\n\n正文\n"
    assert [remark.key for remark in remarks] == ["intake_word.remark.contents"]


@pytest.mark.parametrize("broken", [mark("end"), mark("begin") + code(" TOC "), mark("separate")])
def test_broken_fields_lose_no_text(tmp_path: Path, broken: str) -> None:
    body = paragraph(run("甲") + broken + run("乙")) + paragraph("丙")
    written = markdown_of(docx(tmp_path / "a.docx", body))[0]
    assert [sign for sign in written if sign in "甲乙丙"] == ["甲", "乙", "丙"]
