"""Amounts of three years among the basic facts, in every arrangement of cells."""

from pathlib import Path

from generator.intake.form.facts import Form
from tests.intake.form.samples import Xml, form_of, p, tbl, tc, tr


def keys(form: Form) -> list[str]:
    return [remark.key.rpartition(".")[2] for remark in form.remarks]


def series(folder: Path, *rows: Xml) -> Form:
    facts = tbl(tr("企业名称", "示例公司"), tr("组织规模", "大型"), *rows)
    return form_of(folder, p("质量标杆申报书"), facts)


REVENUE = {2019: 1234.5, 2020: 1500, 2021: 1680}
NAMED = "近三年主营业务收入（单位：万元）"


def test_three_years_in_every_arrangement(tmp_path: Path) -> None:
    years = ("2019年", "2020年", "2021年")
    values = ("1,234.50", "1500", "1680")
    pairs = [part for pair in zip(years, values, strict=True) for part in pair]
    arrangements = (
        (tr(NAMED, *(f"{year} {value}" for year, value in zip(years, values, strict=True))),),
        (tr(NAMED, "2019年：1,234.50\n2020年：1500\n2021年：1680"),),
        (tr(NAMED, "2019：1,234.50；2020：1500；2021：1680"),),
        (tr(NAMED, *pairs),),
        (tr(tc(NAMED, merge="restart"), *years), tr(tc("", merge="continue"), *values)),
        (tr(NAMED, *years), tr("", *values)),
        (tr("项目", *years), tr(NAMED, *values)),
        (tr("项目", "2019", "2020", "2021"), tr(NAMED, *values)),
        (tr(tc(f"{NAMED}：2019年 1,234.50  2020年 1500  2021年 1680", span=4)),),
        tuple(
            tr(tc(NAMED if not number else "", merge="continue" if number else "restart"), *pair)
            for number, pair in enumerate(zip(years, values, strict=True))
        ),
    )
    for rows in arrangements:
        form = series(tmp_path, *rows)
        assert [(one.name, one.unit, one.values) for one in form.indicators] == [
            ("主营业务收入", "万元", REVENUE)
        ], rows


def test_amounts_that_no_list_names(tmp_path: Path) -> None:
    values = ("2019年 5", "2020年 6", "2021年 7")
    rows = tr("近三年研发投入（万元）", *values), tr("近三年获奖情况", "省级", "国家级", "无")
    form = series(tmp_path, *rows)
    assert [(one.name, one.unit) for one in form.indicators] == [("研发投入", "万元")]
    assert keys(form) == ["row_text"]


def test_an_amount_without_a_year_is_told(tmp_path: Path) -> None:
    form = series(tmp_path, tr(NAMED, "100", "200", "300"))
    assert form.indicators == ()
    assert keys(form) == ["year_unclear"]


def test_an_amount_before_its_year_is_not_guessed(tmp_path: Path) -> None:
    form = series(tmp_path, tr(NAMED, "100（2019年）"))
    assert form.indicators == ()
    assert "year_unclear" in keys(form)
