"""Drawings: pictures, text boxes, groups, charts, diagrams and objects, each in its own way."""

import hashlib
from pathlib import Path

from generator.intake.remarks import RemarkKind
from tests.intake.word.samples import (
    HEAD,
    NAMESPACES,
    PIXEL,
    Parts,
    docx,
    markdown_of,
    paragraph,
    relation,
    run,
)

SHAPE = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
PICTURE = '<pic:pic><pic:blipFill><a:blip r:embed="{key}"/></pic:blipFill></pic:pic>'
IMAGES: Parts = {"word/media/i.png": PIXEL, "word/media/j.png": PIXEL + b"j"}
RELATED = (relation("i", "image", "media/i.png"), relation("j", "image", "media/j.png"))


def drawing(inner: str, place: str = "inline") -> str:
    data = f'<a:graphic><a:graphicData uri="{SHAPE}">{inner}</a:graphicData></a:graphic>'
    return f"<w:r><w:drawing><wp:{place}>{data}</wp:{place}></w:drawing></w:r>"


def box(inner: str) -> str:
    return f"<wps:wsp><wps:txbx><w:txbxContent>{inner}</w:txbxContent></wps:txbx></wps:wsp>"


def vml_box(inner: str) -> str:
    holder = f"<v:textbox><w:txbxContent>{inner}</w:txbxContent></v:textbox>"
    return f"<w:r><w:pict><v:shape>{holder}</v:shape></w:pict></w:r>"


def _blocks(path: Path) -> tuple[list[str], list[tuple[RemarkKind, str, str]]]:
    written, remarks = markdown_of(path)
    pictures = str(path.parent / "media/media")
    blocks = written.replace(pictures, "P").strip().split("\n\n")
    return blocks, [
        (remark.kind, remark.key.rpartition(".")[2], remark.place) for remark in remarks
    ]


def test_a_text_box_follows_its_paragraph_once(tmp_path: Path) -> None:
    inner = paragraph("图1 流程") + paragraph("说明")
    twice = (
        (
            f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{drawing(box(inner), "anchor")}'
            f"</mc:Choice><mc:Fallback>{vml_box(inner)}</mc:Fallback></mc:AlternateContent></w:r>"
        )
        .replace("<w:r><w:drawing>", "<w:drawing>")
        .replace("</w:drawing></w:r>", "</w:drawing>")
    )
    body = paragraph(twice + run("正文")) + paragraph("后文")
    blocks, remarks = _blocks(docx(tmp_path / "a.docx", body))
    assert blocks == ["正文", "图1 流程", "说明", "后文"]
    assert remarks == [(RemarkKind.LOOK, "text_box", "正文")]


def test_an_old_text_box_and_one_in_another(tmp_path: Path) -> None:
    inner = paragraph(run("外") + vml_box(paragraph("内")))
    body = paragraph(run("正文") + vml_box(inner)) + paragraph("后文")
    assert _blocks(docx(tmp_path / "a.docx", body))[0] == ["正文", "外", "内", "后文"]


def test_a_group_gives_its_pictures_and_its_texts(tmp_path: Path) -> None:
    pictures = PICTURE.format(key="i") + PICTURE.format(key="j")
    group = drawing(f"<wpg:wgp>{pictures}{box(paragraph('图中字'))}</wpg:wgp>")
    path = docx(tmp_path / "a.docx", paragraph(run("正文") + group), IMAGES, RELATED)
    blocks, remarks = _blocks(path)
    assert blocks == ["正文", "![](P/i.png)", "![](P/j.png)", "图中字"]
    assert [kind for _, kind, _ in remarks] == ["group", "text_box"]
    digests = {
        hashlib.sha256(file.read_bytes()).digest() for file in tmp_path.glob("media/media/*")
    }
    assert digests == {hashlib.sha256(data).digest() for data in (PIXEL, PIXEL + b"j")}


def test_a_picture_in_the_line_stays_and_one_that_floats_follows(tmp_path: Path) -> None:
    body = paragraph(run("甲") + drawing(PICTURE.format(key="i")) + run("乙"))
    body += paragraph(run("丙") + drawing(PICTURE.format(key="j"), "anchor") + run("丁"))
    path = docx(tmp_path / "a.docx", body, IMAGES, RELATED)
    assert _blocks(path) == (["甲![](P/i.png)乙", "丙丁", "![](P/j.png)"], [])


def test_pictures_from_elsewhere_are_reported(tmp_path: Path) -> None:
    body = paragraph(run("图") + drawing(PICTURE.format(key="x")))
    outside = relation("x", "image", "http://example.com/x.png", external=True)
    blocks, remarks = _blocks(docx(tmp_path / "a.docx", body, related=(outside,)))
    assert blocks == ["图"]
    assert remarks == [
        (RemarkKind.LOOK, "external", ""),
        (RemarkKind.LOST, "picture_missing", "图"),
    ]


def test_shapes_without_words_are_counted(tmp_path: Path) -> None:
    line = '<w:r><w:pict><v:rect o:hr="t"/></w:pict></w:r>'
    body = paragraph(run("甲") + drawing("<wps:wsp/>") + drawing("<wps:wsp/>") + line)
    written, remarks = markdown_of(docx(tmp_path / "a.docx", body))
    assert written == "甲\n"
    assert [dict(remark.values) for remark in remarks] == [{"count": 2}]


def test_objects_keep_their_picture(tmp_path: Path) -> None:
    shape = '<v:shape><v:imagedata r:id="i"/></v:shape>'
    body = "".join(
        paragraph(
            f'{run("值")}<w:r><w:object>{shape}<o:OLEObject ProgID="{name}"/></w:object></w:r>'
        )
        for name in ("Equation.DSMT4", "Excel.Sheet.12")
    )
    blocks, remarks = _blocks(docx(tmp_path / "a.docx", body, IMAGES, RELATED))
    assert blocks == ["值![](P/i.png)"] * 2
    assert remarks == [
        (RemarkKind.LOST, "formula_object", "值"),
        (RemarkKind.LOST, "embedded", "值"),
    ]


def points(values: tuple[str, ...], form: str = "General") -> str:
    listed = "".join(f'<c:pt idx="{i}"><c:v>{value}</c:v></c:pt>' for i, value in enumerate(values))
    return (
        f"<c:numRef><c:numCache><c:formatCode>{form}</c:formatCode>{listed}</c:numCache></c:numRef>"
    )


def chart_part(*series: str, title: str = "") -> str:
    head = (
        f"<c:title><c:tx><c:rich><a:p><a:r><a:t>{title}</a:t></a:r></a:p></c:rich></c:tx></c:title>"
    )
    plot = f"<c:plotArea><c:lineChart>{''.join(series)}</c:lineChart></c:plotArea>"
    chart = f"<c:chart>{head if title else ''}{plot}</c:chart>"
    return f"{HEAD}<c:chartSpace {NAMESPACES}>{chart}</c:chartSpace>"


def chart_document(path: Path, part: str) -> Path:
    body = paragraph(run("见图") + drawing('<c:chart r:id="c"/>')) + paragraph("后文")
    related = (relation("c", "chart", "charts/chart1.xml"),)
    return docx(path, body, {"word/charts/chart1.xml": part}, related)


def test_a_chart_comes_as_its_values(tmp_path: Path) -> None:
    years = f"<c:cat>{points(('2019', '2020'))}</c:cat>"
    shares = f"<c:val>{points(('0.0125', '0.01'), '0.00%')}</c:val>"
    part = chart_part(
        f"<c:ser><c:tx>{points(('不良率',))}</c:tx>{years}{shares}</c:ser>",
        f"<c:ser>{years}<c:val>{points(('3.3000000000000003', '5'))}</c:val></c:ser>",
        title="趋势",
    )
    blocks, remarks = _blocks(chart_document(tmp_path / "a.docx", part))
    rows = [
        [cell.strip() for cell in line.strip("|").split("|")] for line in blocks[2].splitlines()
    ]
    assert (blocks[:2], blocks[3]) == (["见图", "图表数据：趋势"], "后文")
    assert [rows[0], *rows[2:]] == [
        ["类别", "不良率", "系列2"],
        ["2019", "1.25%", "3.3"],
        ["2020", "1.00%", "5"],
    ]
    assert remarks == [(RemarkKind.LOST, "chart", "见图")]


def test_charts_without_values_and_with_too_many(tmp_path: Path) -> None:
    for part, name in (
        (chart_part(), "chart_without_values"),
        (chart_part(f"<c:ser><c:val>{points(('1',) * 500)}</c:val></c:ser>"), "chart_cut"),
        (
            chart_part(
                "<c:ser><c:val><c:pt idx='999999999'><c:v>1e400</c:v></c:pt></c:val></c:ser>"
            ),
            "chart_cut",
        ),
    ):
        remarks = _blocks(chart_document(tmp_path / "a.docx", part))[1]
        assert remarks == [(RemarkKind.LOST, name, "见图")]


def test_a_diagram_comes_as_a_list(tmp_path: Path) -> None:
    data = "".join(
        f"<dgm:t><a:p><a:r><a:t>{text}</a:t></a:r></a:p></dgm:t>" for text in ("策划", "实施")
    )
    part = f"{HEAD}<dgm:dataModel {NAMESPACES}>{data}</dgm:dataModel>"
    body = paragraph(run("如下") + drawing('<dgm:relIds r:dm="d"/>'))
    related = (relation("d", "diagramData", "diagrams/data1.xml"),)
    path = docx(tmp_path / "a.docx", body, {"word/diagrams/data1.xml": part}, related)
    blocks, remarks = _blocks(path)
    assert blocks == ["如下", "- 策划\n- 实施"]
    assert remarks == [(RemarkKind.LOST, "diagram", "如下")]


def test_new_charts_give_way_to_what_stands_in_for_them(tmp_path: Path) -> None:
    new = drawing('<x:chart xmlns:x="http://schemas.microsoft.com/office/drawing/2014/chartex"/>')
    old = drawing(PICTURE.format(key="i"))
    body = paragraph(
        f"{run('图')}<mc:AlternateContent><mc:Choice Requires='cx1'>{new}</mc:Choice>"
        f"<mc:Fallback>{old}</mc:Fallback></mc:AlternateContent>"
    )
    blocks, remarks = _blocks(docx(tmp_path / "a.docx", body, IMAGES, RELATED))
    assert blocks == ["图![](P/i.png)"]
    assert remarks == [(RemarkKind.LOST, "unknown_drawing", "图")]


def test_no_remark_repeats_a_personal_number(tmp_path: Path) -> None:
    inner = paragraph("联系 138 0000 0000 或 a.b@example.com")
    _, remarks = markdown_of(
        docx(tmp_path / "a.docx", paragraph(run("电话13800000000") + vml_box(inner)))
    )
    shown = "".join(remark.worded() + remark.place for remark in remarks)
    assert "0000" not in shown
    assert "@" not in shown
