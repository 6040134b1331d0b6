"""Nothing of a person leaves what was sent, wherever in the file it stands."""

import io
import json
from pathlib import Path
from typing import Final

import docx
import pytest
from docx.document import Document
from docx.oxml import parse_xml
from docx.shared import Cm
from PIL import Image, PngImagePlugin

from generator.intake.taking.contacts import without_contacts
from generator.intake.taking.document import Job, take_submission
from generator.intake.taking.submissions import collect
from generator.intake.taking.taken import PICTURES, plain
from tests.intake.corpus.pipeline import EDITION, editions, vocabularies

SECRET: Final = "钥匙KEYKEY"
NUMBER: Final = "13800000000"
WORD: Final = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
DOCPR: Final = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"


def photograph() -> bytes:
    exif = Image.Exif()
    exif[0x010E] = "KEYKEY"
    exif.get_ifd(0x8825)[1] = "N"
    stream = io.BytesIO()
    Image.effect_noise((300, 200), 50).convert("RGB").save(stream, "JPEG", exif=exif)
    return stream.getvalue()


def drawing() -> bytes:
    info = PngImagePlugin.PngInfo()
    info.add_text("Author", "KEYKEY")
    stream = io.BytesIO()
    Image.effect_noise((300, 200), 50).save(stream, "PNG", pnginfo=info)
    return stream.getvalue()


def case() -> Document:
    made = docx.Document()
    made.add_paragraph().add_run("基于示例模式的质量管理经验").bold = True
    for title in ("一、企业概况", "二、实施背景", "三、实施过程", "四、实施成效"):
        made.add_paragraph().add_run(title).bold = True
        made.add_paragraph("示例轴承有限公司坚持质量第一，开展了多项质量改进活动。" * 20)
    _hide(made)
    return made


def _hide(made: Document) -> None:
    for data in (photograph(), drawing()):
        made.add_picture(io.BytesIO(data), width=Cm(8))
    for properties in made.element.iter(DOCPR):
        properties.set("descr", f"C:\\Users\\{SECRET}\\a.jpg")
        properties.set("name", SECRET)
    paragraph = made.add_paragraph("正文")
    paragraph._p.append(
        parse_xml(
            f'<w:del {WORD} w:id="9" w:author="{SECRET}" w:date="2022-01-01T00:00:00Z">'
            f"<w:r><w:delText>{SECRET}</w:delText></w:r></w:del>"
        )
    )
    made.add_comment(paragraph.runs, text=SECRET, author=SECRET, initials="K")
    paragraph.add_run(SECRET).font.hidden = True
    for field in ("author", "last_modified_by", "comments", "title", "keywords"):
        setattr(made.core_properties, field, SECRET)
    made.sections[0].header.paragraphs[0].text = f"联系人{SECRET} {NUMBER}"
    made.sections[0].footer.paragraphs[0].text = SECRET


def form(*rows: tuple[str, str]) -> Document:
    made = docx.Document()
    made.add_paragraph("2022年全国质量标杆申报书")
    made.add_paragraph(f"企业名称：示例轴承有限公司 联系人：{SECRET} {NUMBER}")
    table = made.add_table(0, 2)
    for row in (("企业名称", "示例轴承有限公司"), ("组织规模", "大型"), *rows):
        for cell, words in zip(table.add_row().cells, row, strict=True):
            cell.text = words
    return made


def everything(top: Path, work: Path) -> bytes:
    """Give all that leaves a submission: draft, remarks, names, pictures."""
    work.mkdir()
    found = b""
    for submission in collect([top]):
        job = Job(submission, EDITION, editions(), vocabularies(), "intake-token")
        taken, draft = take_submission(job, work)
        said = [plain(remark) for remark in taken.remarks]
        found += json.dumps([said, dict(taken.files)], ensure_ascii=False).encode()
        found += submission.shown.encode() + draft.encode()
        found += b"".join(path.read_bytes() for path in (work / PICTURES).iterdir())
    return found


def test_what_a_document_hides_stays_hidden(tmp_path: Path) -> None:
    sent = tmp_path / "示例轴承有限公司"
    sent.mkdir()
    case().save(str(sent / f"典型经验材料{NUMBER}.docx"))
    found = everything(sent, tmp_path / "work")
    assert "实施成效".encode() in found
    assert found.count(b"tu-1.jpg") > 0 < found.count(b"tu-2.png")
    for secret in (b"KEYKEY", NUMBER.encode(), b"Users"):
        assert secret not in found


@pytest.mark.parametrize(
    "rows",
    [
        [("联系人", f"{SECRET}、{SECRET}"), ("电话", f"{NUMBER} / {NUMBER}")],
        [(f"联系人：{SECRET} 电话：{NUMBER}", "")],
        [("申报企业", f"示例轴承有限公司 {NUMBER} {SECRET}")],
        [("企业类型", f"民营企业 联系人：{SECRET} {NUMBER}")],
        [("推荐单位", f"河南省工业和信息化厅（{SECRET}）")],
        [("推荐单位", f"河南省工业和信息化厅 {SECRET} 处长")],
        [("行业分类", f"34 通用设备制造业（{SECRET}{NUMBER}）")],
        [("典型经验名称", f"某某经验（联系人：{SECRET}）")],
        [("主要竞争对手", SECRET), ("国内主要竞争对手（名称）", SECRET)],
        [("专家评分", SECRET), ("评审得分", SECRET), ("推荐意见", SECRET)],
        [("项目联络员", SECRET), ("手机/微信", NUMBER), ("E－mail", "KEYKEY@example.com")],
        [("统一社会信用代码（或组织机构代码）", "914100KEYKEY000001")],
        [("营业收入（万元）（填报人：KEYKEY）", "2019年 5 2020年 6 2021年 KEYKEY")],
    ],
)
def test_a_form_keeps_its_persons(tmp_path: Path, rows: list[tuple[str, str]]) -> None:
    sent = tmp_path / "示例轴承有限公司"
    sent.mkdir()
    form(*rows).save(str(sent / "2022年全国质量标杆申报书.docx"))
    case().save(str(sent / "典型经验材料.docx"))
    found = everything(sent, tmp_path / "work")
    assert "大型".encode() in found
    for secret in (b"KEYKEY", NUMBER.encode()):
        assert secret not in found


CONTACTS: Final = (
    f"联系人：{SECRET}",
    f"联系电话：{NUMBER}",
    "E-mail：KEYKEY@example.com",
    f"统一社会信用代码（KEYKEY）：{NUMBER}",
)


@pytest.mark.parametrize("is_first", [True, False])
@pytest.mark.parametrize("is_table", [True, False])
def test_contacts_around_an_experience(tmp_path: Path, is_first: bool, is_table: bool) -> None:
    made = case()
    first = made.paragraphs[0]
    if is_table:
        table = made.add_table(0, 2)
        for cells in (("单位名称", "示例轴承有限公司"), ("联系人", SECRET), ("手机", NUMBER)):
            for cell, words in zip(table.add_row().cells, cells, strict=True):
                cell.text = words
        if is_first:
            first._p.addprevious(table._tbl)
    else:
        for line in CONTACTS:
            first.insert_paragraph_before(line) if is_first else made.add_paragraph(line)
    path = tmp_path / "典型经验.docx"
    made.save(str(path))
    found = everything(path, tmp_path / "work")
    assert "实施成效".encode() in found
    for secret in (b"KEYKEY", NUMBER.encode()):
        assert secret not in found


def test_what_only_speaks_of_a_contact_stays() -> None:
    body = "联系人制度：各部门设联系人，每周例会。" * 5 + "\n\n- 电话访问：每月 20 户"
    assert without_contacts(body) == (body, ())


@pytest.mark.parametrize("line", ["| 手机 | 1200 万部 |", "手机：产量居行业前列", "- 电话：已停产"])
def test_a_maker_of_telephones_keeps_them(line: str) -> None:
    assert without_contacts(line) == (line, ())


def test_competitors_in_the_text_are_told() -> None:
    _, remarks = without_contacts("| 产品 | 主要竞争对手 | 优势 |\n| --- | --- | --- |")
    assert [one.key for one in remarks] == ["intake_taking.remark.competitors"]


def test_a_contact_in_a_table_with_merged_cells() -> None:
    body = "<table>\n<tr><td>联系人</td><td colspan=2>示例某</td></tr>\n<tr><td>a</td></tr></table>"
    bare, remarks = without_contacts(body)
    assert bare == body.replace("示例某", "")
    assert [one.values["count"] for one in remarks] == [1]
