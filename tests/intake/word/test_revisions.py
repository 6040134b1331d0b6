"""Tracked changes, comments, hidden text and wrappers: nothing visible is lost."""

from pathlib import Path

from tests.intake.word.samples import HEAD, NAMESPACES, docx, markdown_of, paragraph, run

DELETED = "<w:del><w:r><w:delText>删</w:delText></w:r></w:del>"


def ruby(above: str, base: str) -> str:
    held = f"<w:rt>{run(above)}</w:rt><w:rubyBase>{run(base)}</w:rubyBase>"
    return f"<w:r><w:ruby>{held}</w:ruby></w:r>"


def _reported(path: Path) -> tuple[str, dict[str, int | str]]:
    written, remarks = markdown_of(path)
    return written, {
        remark.key.removeprefix("intake_word.remark."): remark.values.get("count", 1)
        for remark in remarks
    }


def test_changes_are_accepted_and_counted(tmp_path: Path) -> None:
    body = paragraph(
        f"<w:ins>{run('插')}<w:ins>{run('入')}</w:ins></w:ins>{DELETED}"
        f"<w:moveFrom>{run('移')}</w:moveFrom><w:moveTo>{run('移')}</w:moveTo>"
        "<w:ins><m:oMath><m:r><m:t>x</m:t></m:r></m:oMath></w:ins>"
    )
    written, counts = _reported(docx(tmp_path / "a.docx", body))
    assert written == "插入移$x$\n"
    assert counts == {"insertions": 3, "deletions": 1, "moves": 1}


def test_a_deleted_end_of_paragraph_joins_two(tmp_path: Path) -> None:
    mark = '<w:rPr><w:del w:id="1"/></w:rPr>'
    body = paragraph("上", mark) + paragraph("中", mark) + paragraph("下") + paragraph("末")
    assert _reported(docx(tmp_path / "a.docx", body))[0] == "上中下\n\n末\n"


def test_deleted_rows_go(tmp_path: Path) -> None:
    rows = "".join(
        f"<w:tr><w:trPr>{mark}</w:trPr><w:tc>{paragraph(text)}</w:tc></w:tr>"
        for text, mark in (("甲", ""), ("删", "<w:del/>"), ("乙", "<w:ins/>"))
    )
    table = f"<w:tbl><w:tblGrid><w:gridCol/></w:tblGrid>{rows}</w:tbl>"
    written, counts = _reported(docx(tmp_path / "a.docx", table))
    assert (written.count("甲"), written.count("乙"), written.count("删")) == (1, 1, 0)
    assert counts == {"deletions": 1}


def test_comments_are_dropped_and_counted(tmp_path: Path) -> None:
    comments = f'{HEAD}<w:comments {NAMESPACES}><w:comment w:id="0">{paragraph("批")}</w:comment>'
    body = paragraph(
        f'<w:commentRangeStart w:id="0"/>{run("正文")}<w:commentRangeEnd w:id="0"/>'
        '<w:r><w:commentReference w:id="0"/></w:r>'
    )
    path = docx(tmp_path / "a.docx", body, {"word/comments.xml": f"{comments}</w:comments>"})
    assert _reported(path) == ("正文\n", {"comments": 1})


def test_hidden_text_is_dropped_and_counted(tmp_path: Path) -> None:
    shown = run("见", '<w:vanish w:val="0"/>')
    body = paragraph(run("隐", "<w:vanish/>") + shown)
    assert _reported(docx(tmp_path / "a.docx", body)) == ("见\n", {"hidden": 1})


def test_wrappers_are_looked_into(tmp_path: Path) -> None:
    inner = "".join(
        f"<w:{name}>{run(text)}</w:{name}>"
        for name, text in (("smartTag", "甲"), ("customXml", "乙"), ("bdo", "丙"), ("dir", "丁"))
    )
    body = f"{paragraph(inner)}<w:customXml>{paragraph('戊')}</w:customXml>"
    assert _reported(docx(tmp_path / "a.docx", body)) == ("甲乙丙丁\n\n戊\n", {})


def test_of_annotated_characters_the_characters_stay(tmp_path: Path) -> None:
    body = paragraph(f"{run('前')}{ruby('biāo', '标')}{run('杆')}")
    assert _reported(docx(tmp_path / "a.docx", body)) == ("前标杆\n", {"ruby": 1})


def test_hyphens_and_breaks(tmp_path: Path) -> None:
    body = paragraph(
        "<w:r><w:t>5</w:t><w:noBreakHyphen/><w:t>10</w:t><w:softHyphen/><w:t>mm</w:t>"
        '<w:tab/><w:t>甲</w:t><w:br w:type="page"/></w:r>'
    )
    assert _reported(docx(tmp_path / "a.docx", body))[0] == "5-10mm 甲\n"


def test_paragraphs_in_styles_that_pandoc_takes_for_metadata_stay(tmp_path: Path) -> None:
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{name}"/></w:style>'
        for name in ("Date", "Author", "Subtitle", "Abstract")
    )
    body = "".join(
        paragraph(text, f'<w:pStyle w:val="{name}"/>')
        for text, name in (
            ("日期", "Date"),
            ("作者", "Author"),
            ("副题", "Subtitle"),
            ("摘要", "Abstract"),
        )
    )
    part = f"{HEAD}<w:styles {NAMESPACES}>{styles}</w:styles>"
    path = docx(tmp_path / "a.docx", body, {"word/styles.xml": part})
    assert _reported(path)[0].split() == ["日期", "作者", "副题", "摘要"]
