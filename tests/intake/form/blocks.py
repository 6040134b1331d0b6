"""The tables of an application, as they stand in most layouts of the form."""

from collections.abc import Mapping
from typing import Final

from tests.intake.form.samples import (
    DIRECTIONS,
    Xml,
    box,
    choice,
    p,
    tbl,
    tc,
    together,
    tr,
)

PRIVATE: Final = (
    *("credit", "contact", "department", "post", "phone", "mobile", "mail", "address", "zip"),
    *("agency", "rival", "strength", "rival_share", "opinion", "backer", "backer_phone"),
    *("backer_mobile", "backer_mail", "score", "signer"),
)
"""Fields of a form that never leave it."""
ENTERPRISE: Final = "示例精密轴承有限公司"
RECOMMENDER: Final = "河南省工业和信息化厅"
TITLE: Final = "基于关键特性根因分析的磨削过程控制实践"
TICKED: Final = ("过程控制", "质量管理方法")
Secrets = Mapping[str, str]
YEARS: Final = (2019, 2020, 2021)


def ticks() -> Xml:
    return together(*(part for one in DIRECTIONS for part in (box(one in TICKED), f" {one}　")))


def written_ticks(on: str = "☑", off: str = "□") -> str:
    return " ".join(f"{on if one in TICKED else off}{one}" for one in DIRECTIONS)


def _economic() -> Xml:
    heads = ("2021 年行\n业平均水\n平", "2021 年行业最佳水平", "2021 年本企业\n名次")
    return tbl(
        ("序号", "项 目", "单位", *(f"{year} 年" for year in YEARS), *heads),
        ("1", "资产总额", "万元", "200,000", "210,000.5", "220000", "", "", ""),
        ("2", "主营业务收入", "万元", "123456.70", "150000", "168000.5", "90000", "400000", "3"),
        ("3", "利润总额", "万元", "", "", "", "", "", ""),
        ("4", "流动资产周转率", "次", "1.8", "2.0", "2.3", "1.5", "2.6", "第2名"),
        ("7", "质量损失率", "%", "2.1", "1.6%", "0.9", "1.9", "0.8", "2"),
        ("10", "万元总产值综合能\n耗", "吨/万元", "０．０９", "0.08", "0.07", "/", "/", "/"),
    )


def _management(secrets: Secrets) -> Xml:
    survey = f"☑自评 □第三方调查\n调查机构名称: {secrets['agency']}"
    shares = {"2019年": ("10%", "1%"), "2020年": ("12%", "2%"), "2021年": ("15%", "3%")}
    rows = [
        tr(
            tc("市场占有率" if year == "2019年" else "", merge=_merge(year)),
            year,
            *shares[year],
            *("", "", "", ""),
        )
        for year in shares
    ]
    surveys = [
        tr(
            tc(title if year == "2019年" else "", merge=_merge(year)),
            year,
            tc(value, span=5),
            tc(survey),
        )
        for title, value in (("顾客满意度", "96.5分"), ("顾客忠诚度", "90"))
        for year in shares
    ]
    head = tr(tc("主导产品/服务", span=2), tc("轮毂轴承", span=2), tc("", span=2), tc("", span=2))
    names = tr(tc("市场占有率", merge="restart"), "年度", *("国内", "国际") * 3)
    shares_rows = [tr(tc("", merge="continue"), *_rest(row)) for row in rows]
    return tbl(head, names, *shares_rows, *surveys)


def _rest(row: Xml) -> tuple[Xml, ...]:
    """Give the cells of a row after its first."""
    cells = row.removeprefix("<w:tr>").removesuffix("</w:tr>").split("</w:tc>")[1:-1]
    return tuple(Xml(f"{cell}</w:tc>") for cell in cells)


def _merge(year: str) -> str:
    return "restart" if year == "2019年" else "continue"


def _social() -> Xml:
    return tbl(
        ("项目", "2019 年", "2020 年", "2021 年"),
        ("对产业链与供应链发展的贡献情况", "带动上游", "带动上下游", "带动更多"),
        ("降低环境污染方面的情况\n（COD排放，吨）", "12", "10", "8"),
        ("有效利用资源方面的情况", "", "", ""),
    )


def _rivals(secrets: Secrets) -> Xml:
    heads = ("市场份额", "主要优势 (含产品/服务质量水平评价)")
    return tbl(
        ("序号", "产品/服务名称", "竞争对手/标杆名称", *heads),
        ("1", "轮毂轴承", secrets["rival"], secrets["rival_share"], secrets["strength"]),
    )


def _backing(secrets: Secrets) -> Xml:
    return tbl(
        tr("推荐单位", tc(choice(RECOMMENDER), span=3)),
        ("联系人", secrets["backer"], "电话", secrets["backer_phone"]),
        ("手机", secrets["backer_mobile"], "电子邮箱", secrets["backer_mail"]),
        tr(tc(f"推荐意见:\n{secrets['opinion']}\n(盖章)\n年 月 日", span=4)),
    )


def statistics(secrets: Secrets) -> tuple[Xml, ...]:
    return (
        *(p("管理效益统计表"), _management(secrets), p("注：提供顾客满意度调查分析报告。")),
        *(p("经济效益统计表"), _economic(), p("注：非制造业可根据行业实际情况进行删减。")),
        *(p("社会效益统计表"), _social(), p("注：可根据行业实际情况调整。")),
        *(p("主要竞争对手和标杆名录"), _rivals(secrets), p("注：并说明竞争对手的主要优势。")),
        *(p("全国质量标杆推荐表"), _backing(secrets)),
    )
