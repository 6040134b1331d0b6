"""What an application form of 2022 says, and what of it is for the front matter."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from tests.intake.corpus.truth import Facts

YEARS: Final = (2019, 2020, 2021)
DIRECTIONS: Final = (
    "质量管理体系",
    "质量管理数字化",
    "可靠性提升",
    "过程控制",
    "质量管理方法",
    "中小企业",
)
UNTOUCHED: Final = "选择一项。"
SIZES: Final = ("大型", "中型", "小型", "微型")
INDUSTRIES: Final = ("通用设备制造业", "专用设备制造业", "汽车制造业", "食品制造业")
KINDS: Final = ("国有企业", "民营企业", "外商投资企业")
RECOMMENDERS: Final = ("湖北省经济和信息化厅", "江苏省工业和信息化厅", "中国机械工业联合会")


class Tick(StrEnum):
    """How a direction is ticked."""

    CONTROL = "control"
    """Word's check box, ☒ or ☐ in a content control."""
    BOX = "box"
    """☑ and □ typed."""
    ROOT = "root"
    """√ typed in place of □."""
    BLACK = "black"
    """■ and □."""
    BEHIND_BOX = "behind-box"
    """□√ before the label."""
    BEHIND_LABEL = "behind-label"
    """□ before the label, √ after it."""
    SYMBOL = "symbol"
    """w:sym of Wingdings 2."""
    LETTER = "letter"
    """Letters R and £ shown in Wingdings 2."""
    LEGACY = "legacy"
    """Check boxes of Word 97 (FORMCHECKBOX)."""
    LISTED = "listed"
    """No boxes: the directions that count are typed."""


class Amounts(StrEnum):
    """How three years' amounts are typed."""

    CELLS = "cells"
    """A cell a year: `2019年` and the amount below it."""
    COLON = "colon"
    """A cell a year: `2019年：150000`."""
    LINE = "line"
    """All years in one cell, with the unit: `2019年 123,456.70万元；…`."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the economic results."""

    name: str
    unit: str
    values: tuple[str, ...] = ("", "", "")
    beside: tuple[str, str, str] = ("", "", "")
    """Average and best of the trade, rank."""


ECONOMIC: Final = (
    Row("资产总额", "万元", ("210,345.60", "226000", "241,870.5"), ("180000", "520000", "6")),
    Row("主营业务收入", "万元", ("123,456.70", "150000", "168000.5"), ("98000", "310000", "5")),
    Row("利润总额", "万元", ("9,876.5", "12040", "15120.30"), ("6500", "28000", "4")),
    Row("流动资产周转率", "次", ("1.82", "1.95", "2.10"), ("1.6", "2.4", "3")),
    Row("全员劳动生产率", "万元/人", ("41.2", "45.8", "50.3"), ("38", "62", "4")),
    Row("设备综合效率", "%", ("76.4", "80.2", "85.7"), ("78", "88", "2")),
    Row("质量损失率", "%", ("1.42%", "1.05%", "0.68%"), ("1.3", "0.6", "3")),
    Row("产品合格率", "%", ("98.1", "98.9", "99.6"), ("98.3", "99.7", "3")),
    Row("产品返修率", "%", ("0.90", "0.61", "—"), ("", "", "")),
    Row("万元总产值综合能耗", "吨/万元"),
)


@dataclass(frozen=True, slots=True)
class Form:
    """A form as its enterprise filled it in."""

    enterprise: str = "示例液压元件有限公司"
    title: str = "实施关键工序零缺陷管理的经验"
    tick: Tick = Tick.CONTROL
    ticked: tuple[str, ...] = ("质量管理数字化", "过程控制")
    amounts: Amounts = Amounts.CELLS
    recommender: str = RECOMMENDERS[0]
    industry: str = INDUSTRIES[0]
    size: str = "大型"
    kind: str = "民营企业"
    economic: tuple[Row, ...] = ECONOMIC
    is_filled: bool = True

    def amount(self, name: str) -> tuple[str, ...]:
        """Give three years' amounts as typed."""
        return next(row.values for row in self.economic if row.name == name)


BLANK: Final = Form(
    enterprise="",
    title="",
    ticked=(),
    recommender=UNTOUCHED,
    industry=UNTOUCHED,
    size=UNTOUCHED,
    kind=UNTOUCHED,
    economic=tuple(Row(row.name, row.unit) for row in ECONOMIC),
    is_filled=False,
)
"""A form that nobody filled in."""

PERSON: Final = "示甲乙"
PRIVATE: Final[Mapping[str, str]] = {
    "统一社会信用代码": "91420100MA0ABCDE0X",
    "联系人": PERSON,
    "电话": "027-80000001",
    "手机": "13800000000",
    "邮箱": "lianxi@example.com",
    "通讯地址": "湖北省武汉市示例区样本路 1 号",
    "邮编": "430000",
}
"""Labels of the form → what never leaves it."""
PRODUCTS: Final = ("高压柱塞泵", "多路换向阀", "液压马达")
RIVALS: Final = (
    ("高压柱塞泵", "样本流体动力股份有限公司", "31.5%", "产品谱系完整，高压系列一致性好"),
    ("多路换向阀", "样品工业集团", "26.0%", "渠道覆盖面广，交付周期短"),
)
OPINION_BY: Final = ("推甲乙", "025-80000002", "13900000000", "tuijian@example.com")


def facts_of(form: Form) -> Facts:
    """Tell what a form says. A value with several right spellings is a tuple of them."""
    front: dict[str, object] = {}
    if form.is_filled:
        front = {
            "enterprise": form.enterprise,
            "title": form.title,
            "recommender": form.recommender,
            "industry": form.industry.removeprefix("C34"),
            "size": form.size,
            "field": list(form.ticked),
            "indicators": {
                row.name: (row.unit, values)
                for row in form.economic
                if (values := _numbers(row.values))
            },
        }
    private = (
        *(value for label, value in PRIVATE.items() if label != "邮编"),
        *(rival[1] for rival in RIVALS),
        *(rival[3] for rival in RIVALS),
        *OPINION_BY,
    )
    return Facts(front, private if form.is_filled else ())


def _numbers(values: tuple[str, ...]) -> dict[int, float]:
    numbers = {}
    for year, value in zip(YEARS, values, strict=True):
        bare = value.replace(",", "").removesuffix("%")
        if bare and bare != "—":
            numbers[year] = float(bare)
    return numbers
