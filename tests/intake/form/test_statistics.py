"""The tables of results, as they are filled and changed by those who apply."""

from pathlib import Path

from generator.intake.form.facts import Form, Measured
from generator.intake.remarks import RemarkKind
from tests.intake.form.samples import Xml, form_of, p, tbl, tc, tr

HEAD = ("序号", "项目", "单位", "2019年", "2020年", "2021年")
BESIDE = ("2021年行业平均水平", "2021年行业最佳水平", "2021年本企业名次")
FACTS = tbl(tr("企业名称", "示例公司"), tr("组织规模", "大型"))


def form_with(folder: Path, *blocks: Xml) -> Form:
    form = form_of(folder, p("2022年全国质量标杆申报书"), FACTS, *blocks)
    assert form.is_form
    return form


def economic(folder: Path, *rows: tuple[str, ...]) -> Form:
    return form_with(folder, p("经济效益统计表"), tbl((*HEAD, *BESIDE), *rows))


def keys(form: Form) -> list[str]:
    return [remark.key.rpartition(".")[2] for remark in form.remarks]


def test_a_whole_row(tmp_path: Path) -> None:
    form = economic(tmp_path, ("7", "质量损失率", "%", "2.1", "1.6", "0.9", "1.9", "0.8", "第2名"))
    values = {2019: 2.1, 2020: 1.6, 2021: 0.9}
    place = "第2个表“质量损失率”"
    assert form.indicators == (Measured("质量损失率", place, "%", values, 1.9, 0.8, 2),)
    assert form.remarks == ()


def test_rows_left_empty_are_listed(tmp_path: Path) -> None:
    form = economic(
        tmp_path,
        ("1", "资产总额", "万元", "", "/", "——", "", "", ""),
        ("2", "利润总额", "万元", "", "", "", "5", "6", "1"),
    )
    assert form.indicators == ()
    assert [remark.values for remark in form.remarks] == [{"names": "资产总额、利润总额"}]


def test_a_value_that_is_not_certain_is_left_out(tmp_path: Path) -> None:
    form = economic(tmp_path, ("1", "资产总额", "万元", "约100", "100~200", "300", "", "", "前3"))
    assert form.indicators[0].values == {2021: 300}
    assert form.indicators[0].rank is None
    told = [(remark.place, remark.values["value"]) for remark in form.remarks]
    assert told == [
        ("第2个表“资产总额”2019年", "约100"),
        ("第2个表“资产总额”2020年", "100~200"),
        ("第2个表“资产总额”名次", "前3"),
    ]


def test_words_of_the_industry_columns_are_not_quoted(tmp_path: Path) -> None:
    row = ("1", "资产总额", "万元", "1", "2", "3", "示例对手公司 9", "示例对手公司 9", "")
    form = economic(tmp_path, row)
    assert form.indicators[0].average is None
    assert keys(form) == ["number_unclear", "number_unclear"]
    assert "对手" not in repr(form)


def test_a_year_without_a_value_is_told(tmp_path: Path) -> None:
    form = economic(tmp_path, ("1", "资产总额", "万元", "", "2", "3", "", "", ""))
    assert form.indicators[0].values == {2020: 2, 2021: 3}
    assert [remark.values["years"] for remark in form.remarks] == ["2019"]


def test_a_unit_in_the_cells_is_kept_as_written(tmp_path: Path) -> None:
    rows = ("1", "资产总额", "万元", "1.2亿元", "1.3亿元", "1.5亿元", "20000", "2.5亿元", "")
    form = economic(tmp_path, rows)
    found = form.indicators[0]
    assert (found.unit, found.average, found.best) == ("亿元", None, 2.5)
    assert keys(form) == ["unit_differs"]


def test_mixed_units_are_not_taken(tmp_path: Path) -> None:
    form = economic(tmp_path, ("1", "资产总额", "万元", "9800", "1.3亿元", "1.5亿元", "", "", ""))
    assert form.indicators == ()
    assert keys(form) == ["units_differ"]


def test_a_unit_after_the_name(tmp_path: Path) -> None:
    rows = (
        ("焊接不良率（PPM）", "412", "236", "98"),
        ("换型时间（平均）", "95分钟", "62分钟", "34分钟"),
    )
    table = tbl(("指标", "2019年", "2020年", "2021年"), *rows)
    form = form_with(tmp_path, p("经济效益统计表"), table)
    assert [(one.name, one.unit) for one in form.indicators] == [
        ("焊接不良率", "PPM"),
        ("换型时间（平均）", "分钟"),
    ]


def test_a_unit_of_the_whole_table(tmp_path: Path) -> None:
    table = tbl(("项目", "2019", "2020", "2021"), ("利税总额", "1", "2", "3"))
    form = form_with(tmp_path, p("经济效益统计表（单位：万元）"), table)
    assert form.indicators[0].unit == "万元"
    assert form.indicators[0].values == {2019: 1, 2020: 2, 2021: 3}


def test_a_head_of_two_rows(tmp_path: Path) -> None:
    table = tbl(
        tr(
            *(tc("项目", merge="restart"), tc("单位", merge="restart"), tc("近三年数据", span=3)),
            *(tc("2021年行业", span=2), tc("名次", merge="restart")),
        ),
        tr(
            *(tc("", merge="continue"), tc("", merge="continue"), "2019年", "2020年", "2021年"),
            *("平均水平", "最佳水平", tc("", merge="continue")),
        ),
        ("产品合格率", "%", "98", "98.5", "99", "97", "99.5", "4"),
    )
    form = form_with(tmp_path, p("经济效益统计表"), table)
    found = form.indicators[0]
    assert (found.values, found.average, found.best, found.rank) == (
        {2019: 98, 2020: 98.5, 2021: 99},
        97,
        99.5,
        4,
    )


def test_rows_in_groups(tmp_path: Path) -> None:
    table = tbl(
        tr(tc("项目", span=2), "单位", "2019年", "2020年", "2021年"),
        tr(tc("一分厂", merge="restart"), "合格率", "%", "96", "97", "98"),
        tr(tc("", merge="continue"), "返修率", "%", "3", "2", "1"),
        tr(tc("利润总额", span=2), "万元", "1", "2", "3"),
    )
    form = form_with(tmp_path, p("经济效益统计表"), table)
    names = [one.name for one in form.indicators]
    assert names == ["一分厂：合格率", "一分厂：返修率", "利润总额"]


def test_a_table_of_the_case_is_none_of_the_form(tmp_path: Path) -> None:
    head = ("指标", "单位", "2019年", "2020年", "2021年", "行业平均", "标杆企业")
    table = tbl(head, ("焊接不良率", "PPM", "412", "236", "98", "300", "90"))
    form = form_with(tmp_path, p("一、企业概况"), p("表1 指标对比"), table)
    assert form.indicators == ()


def test_the_economic_table_is_known_without_its_title(tmp_path: Path) -> None:
    table = tbl((*HEAD, *BESIDE), ("1", "合格率", "%", "96", "97", "98", "", "", ""))
    form = form_with(tmp_path, p("附表2"), table)
    assert [one.name for one in form.indicators] == ["合格率"]


def test_a_competitors_column_is_not_read(tmp_path: Path) -> None:
    head = ("项目", "单位", "2019年", "2020年", "2021年", "竞争对手2021年")
    table = tbl(head, ("合格率", "%", "96", "97", "98", "密"))
    form = form_with(tmp_path, p("经济效益统计表"), table)
    assert form.indicators[0].values == {2019: 96, 2020: 97, 2021: 98}
    assert "密" not in repr(form)


def test_years_that_cannot_be_told(tmp_path: Path) -> None:
    table = tbl(("项目", "前年", "去年", "今年"), ("收入", "2050", "2060", "2080"))
    form = form_with(tmp_path, p("经济效益统计表"), table)
    assert form.indicators == ()
    assert keys(form) == ["columns_unclear"]


def test_private_rows_are_not_read(tmp_path: Path) -> None:
    form = economic(tmp_path, ("1", "联系电话", "", "61234567", "1", "2", "", "", ""))
    assert form.indicators == ()
    assert [(one.kind, one.values) for one in form.remarks] == [
        (RemarkKind.PRIVATE, {"name": "联系电话"})
    ]
    assert "61234567" not in repr(form)


def test_a_row_without_a_name(tmp_path: Path) -> None:
    form = economic(tmp_path, ("11", "", "", "1", "2", "3", "", "", ""), ("12", *("",) * 8))
    assert keys(form) == ["row_nameless"]


def test_social_rows_of_text_are_named(tmp_path: Path) -> None:
    table = tbl(
        ("项目", "2019年", "2020年", "2021年"),
        ("对产业链与供应链发展的贡献情况", "帮扶12家", "帮扶供应商", "带动示例对手公司"),
        ("单位产值废水排放", "1.2吨", "1.0吨", "0.8吨"),
    )
    form = form_with(tmp_path, p("社会效益统计表"), table)
    assert [(one.name, one.unit) for one in form.indicators] == [("单位产值废水排放", "吨")]
    assert [(one.kind, one.values["name"]) for one in form.remarks] == [
        (RemarkKind.LOST, "对产业链与供应链发展的贡献情况")
    ]
    assert "对手" not in repr(form)


def management(*rows: Xml, products: tuple[str, str] = ("轮毂轴承", "")) -> Xml:
    head = tr(tc("主导产品/服务", span=2), *(tc(one, span=2) for one in products), "")
    names = tr(tc("市场占有率", merge="restart"), "年度", *("国内", "国际") * 2, "")
    return tbl(head, names, *rows)


def share(year: int, *values: str) -> Xml:
    return tr(tc("", merge="continue"), f"{year}年", *values)


def test_market_share_by_product_and_market(tmp_path: Path) -> None:
    table = management(
        share(2019, "30%", "5%", "8%", "", ""),
        share(2020, "31%", "6%", "9%", "", ""),
        share(2021, "33%", "7%", "10%", "", ""),
        products=("轮毂\n轴承", "FMEA 软件"),
    )
    form = form_with(tmp_path, p("管理效益统计表"), table)
    assert [(one.name, one.unit, dict(one.values)) for one in form.indicators] == [
        ("轮毂轴承国内市场占有率", "%", {2019: 30, 2020: 31, 2021: 33}),
        ("轮毂轴承国际市场占有率", "%", {2019: 5, 2020: 6, 2021: 7}),
        ("FMEA软件国内市场占有率", "%", {2019: 8, 2020: 9, 2021: 10}),
    ]


def test_a_share_without_a_product_is_told(tmp_path: Path) -> None:
    table = management(share(2019, "", "", "8%", "", ""), share(2020, "", "", "9%", "", ""))
    form = form_with(tmp_path, p("管理效益统计表"), table)
    assert form.indicators == ()
    assert keys(form) == ["product_missing"]


def test_satisfaction_without_who_asked(tmp_path: Path) -> None:
    def survey(year: int, value: str, merge: str) -> Xml:
        asked = "□自评 ☑第三方调查 调查机构名称:示例密机构"
        title = tc("顾客满意度（%）" if merge == "restart" else "", merge=merge)
        return tr(title, f"{year}年", tc(value, span=4), asked)

    table = management(
        survey(2019, "91", "restart"),
        survey(2020, "92.5 ☑自评", "continue"),
        survey(2021, "94", "continue"),
    )
    form = form_with(tmp_path, table)
    assert [(one.name, one.unit, dict(one.values)) for one in form.indicators] == [
        ("顾客满意度", "%", {2019: 91, 2020: 92.5, 2021: 94})
    ]
    assert "示例密机构" not in repr(form)


def test_competitors_are_noted_and_not_read(tmp_path: Path) -> None:
    table = tbl(
        ("序号", "产品/服务名称", "竞争对手/标杆名称", "市场份额", "主要优势"),
        ("1", "轴承", "示例对手公司", "40%", "优势"),
    )
    form = form_with(tmp_path, p("附表"), table)
    assert form.has_competitors
    assert [one.kind for one in form.remarks] == [RemarkKind.PRIVATE]
    assert "示例对手公司" not in repr(form)
