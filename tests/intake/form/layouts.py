"""One application in the layouts in which forms arrive. What is private is given by the test."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

import docx

from tests.intake.form.blocks import (
    ENTERPRISE,
    RECOMMENDER,
    TITLE,
    YEARS,
    Secrets,
    statistics,
    ticks,
    written_ticks,
)
from tests.intake.form.samples import (
    Xml,
    choice,
    p,
    run,
    tbl,
    tc,
    together,
    tr,
    write_docx,
)


def _facts(secrets: Secrets) -> Xml:
    three = [
        (f"{year}年", value) for year, value in zip(YEARS, ("8000", "9000", "9500"), strict=True)
    ]
    return tbl(
        tr("推荐单位", tc(choice(RECOMMENDER, [RECOMMENDER]), span=6)),
        tr("企业名称", tc(ENTERPRISE, span=6)),
        tr(
            "统一社会信用代码",
            tc(secrets["credit"], span=3),
            "企业类型",
            tc(choice("民营"), span=2),
        ),
        tr(
            "行业分类",
            tc(choice("C34通用设备制造业"), span=3),
            "组织规模",
            tc(choice("大型"), span=2),
        ),
        tr("经验名称", tc(TITLE, span=6)),
        tr("申报方向（可多选）", tc(ticks(), span=6)),
        tr(
            tc("近三年主营业务收入（单位：万元）"),
            *(tc("2019年 123,456.70", span=2), tc("2020年：150000", span=2)),
            tc("2021年\n168000.5", span=2),
        ),
        tr("近三年利润总额\n（单位：万元）", *(tc(f"{y}\n{v}", span=2) for y, v in three)),
        tr("联系人", tc(secrets["contact"], span=3), "部门", tc(secrets["department"], span=2)),
        tr("职务", tc(secrets["post"], span=3), "电话", tc(secrets["phone"], span=2)),
        tr("手机", tc(secrets["mobile"], span=3), "邮箱", tc(secrets["mail"], span=2)),
        tr("通讯地址", tc(secrets["address"], span=4), "邮编", secrets["zip"]),
    )


def national_2022(folder: Path, secrets: Secrets) -> Path:
    """Write the form of 2022 with its content controls."""
    underlined = run(f"  {ENTERPRISE}  ", '<w:u w:val="single"/>')
    return write_docx(
        folder / "form.docx",
        *(p("2022 年全国质量标杆申报书"), p(together("企业名称：", underlined, "（盖章）"))),
        *(p(f"推荐单位： {RECOMMENDER} "), p("填表日期： 2022年 6月 20日")),
        *(p("填 报 说 明"), p("2. 申报单位需有推荐单位推荐，推荐单位需撰写推荐意见并加盖公章。")),
        *(p("企业名称： （盖章）"), p(f"高层签字：{secrets['signer']}"), p("全国质量标杆申报表")),
        *(_facts(secrets), *statistics(secrets)),
    )


def one_table(folder: Path, secrets: Secrets) -> Path:
    """Write a provincial form: one table for everything, title and value often in one cell."""

    def whole(text: str) -> Xml:
        return tr(tc(text, span=4))

    table = tbl(
        whole("一、示例省质量标杆申报表"),
        whole(f"企业名称：{ENTERPRISE}"),
        tr(
            tc(f"推荐单位：{RECOMMENDER}", span=2),
            tc(f"联系人：{secrets['contact']} 电话：{secrets['phone']}", span=2),
        ),
        whole(
            f"通讯地址：{secrets['address']}\n经验名称：{TITLE}\n邮编：{secrets['zip']}"
            f" 手机：{secrets['mobile']}"
        ),
        tr("申报\v方向", tc(written_ticks("√", "□"), span=3)),
        tr("行业分类", "通用设备制造业", "企业规模", "□微型 □小型 □中型 ☑大型"),
        tr(tc("主营业务收入（万元）", merge="restart"), "2019年", tc("123,456.70", span=2)),
        tr(tc("", merge="continue"), "2020年", tc("150000", span=2)),
        tr(tc("", merge="continue"), "2021年", tc("168000.5", span=2)),
        tr("职务", secrets["post"], "部门", secrets["department"]),
        tr("邮箱", secrets["mail"], "统一社会信用代码", secrets["credit"]),
        whole("二、主要竞争对手和标杆名录"),
        ("产品", "竞争对手名称", "市场份额", "优势"),
        ("轴承", secrets["rival"], secrets["rival_share"], secrets["strength"]),
        whole("三、推荐表"),
        tr("推荐单位", tc(RECOMMENDER, span=3)),
        tr("联系人", secrets["backer"], "手机", secrets["backer_mobile"]),
        tr("电话", secrets["backer_phone"], "邮箱", secrets["backer_mail"]),
        tr("推荐意见", tc(secrets["opinion"], span=3)),
        tr("评审得分", tc(secrets["score"], span=3)),
        tr("调查机构", secrets["agency"], "负责人", secrets["signer"]),
    )
    return write_docx(folder / "form.docx", p("示例省2022年质量标杆申报书"), table)


def heads_above(folder: Path, secrets: Secrets) -> Path:
    """Write titles in a row and values below, years as columns of a block of amounts."""
    facts = tbl(
        ("申报企业名称", "推荐单位", "联系人", "联系电话"),
        (ENTERPRISE, RECOMMENDER, secrets["contact"], secrets["phone"]),
        ("典型经验名称", "所属行业", "企业规模", "手机"),
        (TITLE, "34", "大型企业", secrets["mobile"]),
        ("部门", "职务", "电子邮箱", "通讯地址"),
        (secrets["department"], secrets["post"], secrets["mail"], secrets["address"]),
        tr("申报方向", tc("质量管理方法、过程控制", span=3)),
    )
    amounts = tbl(
        ("指标（万元）", "2019年", "2020年", "2021年"),
        ("主营业务收入", "123,456.70", "150000", "168000.5"),
        ("邮编", secrets["zip"], "信用代码", secrets["credit"]),
    )
    return write_docx(
        folder / "form.docx",
        p("2022年度全国质量标杆申请表"),
        facts,
        *(p("经济效益情况表"), amounts, *statistics(secrets)[9:]),
        tbl(("专家评分", "签字"), (secrets["score"], secrets["signer"])),
    )


def nested(folder: Path, secrets: Secrets) -> Path:
    """Write the form inside a table that only holds the page, with rows in content controls."""
    inner = tbl(
        ("单 位 名 称：", ENTERPRISE),
        Xml(f"<w:sdt><w:sdtPr/><w:sdtContent>{tr('推荐单位', RECOMMENDER)}</w:sdtContent></w:sdt>"),
        ("1. 经验名称（30字以内）", TITLE),
        ("申报方向\n(可多选)", "质量管理体系□\n过程控制☑\n质量管理方法☑\n中小企业□"),
        ("组织规模", "大型√ 中型 小型 微型"),
        ("所属行业", "制造业—通用设备制造业"),
        ("近三年营业收入（亿元）", "2019：12.3；2020：15.0；2021：16.8"),
        ("联 系 人", f"{secrets['contact']}（{secrets['post']}）{secrets['mobile']}"),
        ("联系电话/传真", secrets["phone"]),
        ("统一社会信用代码", secrets["credit"]),
        ("联系地址及邮编", secrets["address"] + secrets["zip"]),
    )
    outer = tbl(tr(tc(inner)), tr(tc(f"部门负责人：{secrets['department']}")))
    return write_docx(folder / "form.docx", p("附件3"), p("质量标杆申报表"), outer)


def by_python_docx(folder: Path, secrets: Secrets) -> Path:
    """Write a form as python-docx does, with merged cells and a cover."""
    document = docx.Document()
    document.add_heading("2022年全国质量标杆申报书", 0)
    document.add_paragraph(f"企业名称（盖章）：{ENTERPRISE}")
    document.add_paragraph(f"推荐单位：\t{RECOMMENDER}\t联系人：{secrets['contact']}")
    rows = (
        ("推荐单位", RECOMMENDER, "", ""),
        ("企业名称", ENTERPRISE, "", ""),
        ("行业分类", "C3451 通用设备制造业", "组织规模", "大型"),
        ("经验名称", TITLE, "", ""),
        ("申报方向（可多选）", written_ticks("■"), "", ""),
        ("近三年主营业务收入（万元）", "2019年", "2020年", "2021年"),
        ("", "123,456.70", "150000", "168000.5"),
        ("联系人", secrets["backer"], "手机", secrets["backer_mobile"]),
        ("邮箱", secrets["mail"], "信用代码", secrets["credit"]),
    )
    table = document.add_table(rows=len(rows), cols=4)
    for number, row in enumerate(rows):
        for column, value in enumerate(row):
            if value:
                table.cell(number, column).text = value
        if row[2:] == ("", ""):
            table.cell(number, 1).merge(table.cell(number, 3))
    table.cell(5, 0).merge(table.cell(6, 0))
    document.add_paragraph()
    path = folder / "form.docx"
    document.save(str(path))
    return path


def revised(folder: Path, secrets: Secrets) -> Path:
    """Write a form with tracked changes, hidden text and horizontally merged cells of old Word."""
    old = Xml(f'<w:del w:id="1"><w:r><w:delText>{secrets["rival"]}</w:delText></w:r></w:del>')
    new = Xml(f'<w:ins w:id="2">{run(ENTERPRISE)}</w:ins>')
    hidden = run(secrets["opinion"], "<w:vanish/>")
    gone = Xml(
        f'<w:tr><w:trPr><w:del w:id="3"/></w:trPr>{tc("企业名称")}{tc(secrets["strength"])}</w:tr>'
    )
    goes_on = '<w:hMerge w:val="continue"/>'
    begins = '<w:hMerge w:val="restart"/>'
    facts = tbl(
        gone,
        tr(
            tc("企业名称", extra=begins),
            tc("", extra=goes_on),
            tc(Xml(old + new + hidden)),
        ),
        tr(tc("推荐单位", span=2), RECOMMENDER),
        tr(tc("典型经验名称", span=2), TITLE),
        tr(tc("申报方向", span=2), written_ticks("□√")),
        tr(tc("组织规模", span=2), "[√]大型 [ ]中型 [ ]小型 [ ]微型"),
        tr(tc("行业", span=2), "通用设备制造业"),
        tr(tc("营业收入", span=2), "2019年12.3亿元，2020年15.0亿元，2021年16.8亿元"),
        tr(tc("手机号码", span=2), secrets["mobile"]),
    )
    return write_docx(folder / "form.docx", p("全国质量标杆申报书"), facts)


LAYOUTS: Final[Mapping[str, Callable[[Path, Secrets], Path]]] = {
    "national 2022": national_2022,
    "one table": one_table,
    "heads above": heads_above,
    "nested": nested,
    "python-docx": by_python_docx,
    "revised": revised,
}
