"""The form in several layouts: the same facts come out, and nothing private ever does."""

from pathlib import Path

import pytest

from generator.intake.form.front_matter import edition_hint, front_matter
from generator.intake.form.reading import read_form
from generator.intake.remarks import RemarkKind
from generator.intake.word.parts import open_word
from tests.intake.form.blocks import ENTERPRISE, PRIVATE, RECOMMENDER, TITLE
from tests.intake.form.layouts import LAYOUTS
from tests.intake.form.samples import (
    Xml,
    choice,
    form_of,
    national,
    p,
    read,
    run,
    tbl,
    tc,
    tr,
    vocabularies,
    write_docx,
)

SECRETS = {name: f"密{name}钥" for name in PRIVATE}
"""Every private field has words of its own, which look like nothing in particular."""


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_layout_gives_the_facts(tmp_path: Path, layout: str) -> None:
    form = read(LAYOUTS[layout](tmp_path, SECRETS))
    assert form.is_form
    front, _ = front_matter(form, national(), vocabularies())
    indicators = front.pop("indicators")
    field = front.pop("field")
    assert front == {
        "year": 2022,
        "recommender": RECOMMENDER,
        "title": TITLE,
        "enterprise": ENTERPRISE,
        "region": "河南",
        "industry": "通用设备制造业",
        "size": "大型",
    }
    assert isinstance(field, list)
    assert sorted(field) == ["质量管理方法", "过程控制"]
    assert isinstance(indicators, list)
    revenue = next(one for one in indicators if one["name"] in ("主营业务收入", "营业收入"))
    three = {
        "万元": {2019: 123456.7, 2020: 150000, 2021: 168000.5},
        "亿元": {2019: 12.3, 2020: 15.0, 2021: 16.8},
    }
    assert revenue["values"] == three[revenue["unit"]]


def facts_of(folder: Path, *rows: Xml) -> dict[str, str]:
    form = form_of(folder, p("质量标杆申报书"), tbl(*rows, tr("企业类型", ""), tr("所属行业", "")))
    assert form.is_form
    return {key: facts[0].value for key, facts in form.facts.items()}


def test_a_title_is_no_value(tmp_path: Path) -> None:
    assert facts_of(tmp_path, tr("企业名称", "联系人", "钥", "电话")) == {}
    assert facts_of(tmp_path, tr("企业名称", "", "钥")) == {}


def test_a_choice_left_alone_is_empty(tmp_path: Path) -> None:
    rows = tr("推荐单位", tc(choice(""))), tr("企业规模", tc(choice("")))
    assert facts_of(tmp_path, *rows) == {}


def test_a_choice_whose_placeholder_mark_was_left_is_read(tmp_path: Path) -> None:
    chosen = choice("", ["大型", "中型"]).replace(
        '<w:t xml:space="preserve">选择一项。', "<w:t>中型"
    )
    assert facts_of(tmp_path, tr("企业规模", tc(Xml(chosen)))) == {"size": "中型"}


def test_a_control_around_a_cell(tmp_path: Path) -> None:
    def around(text: str, properties: str = "") -> Xml:
        cell = tc(text)
        return Xml(
            f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{cell}</w:sdtContent></w:sdt>"
        )

    rows = (
        tr("企业名称", around("示例公司")),
        tr("推荐单位", around("填写推荐单位全称", "<w:showingPlcHdr/>")),
    )
    assert facts_of(tmp_path, *rows) == {"enterprise": "示例公司"}


def test_the_old_drop_down_field(tmp_path: Path) -> None:
    def field(result: str) -> Xml:
        entries = "".join(f'<w:listEntry w:val="{one}"/>' for one in ("请选择", "大型", "中型"))
        return Xml(
            f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList>{result}{entries}'
            "</w:ddList></w:ffData></w:fldChar></w:r>"
        )

    assert facts_of(tmp_path, tr("规模", tc(field('<w:result w:val="2"/>')))) == {"size": "中型"}
    assert facts_of(tmp_path, tr("规模", tc(field("")))) == {}
    assert facts_of(tmp_path, tr("规模", tc(field('<w:result w:val="9"/>')))) == {}


def test_cover_and_table_that_differ(tmp_path: Path) -> None:
    form = form_of(
        tmp_path,
        *(p("质量标杆申报书"), p("企业名称：示例甲公司"), p("推荐单位：____")),
        tbl(tr("企业名称", "示例乙公司"), tr("组织规模", "大型")),
    )
    front, remarks = front_matter(form, national(), vocabularies())
    assert front["enterprise"] == "示例乙公司"
    several = [one for one in remarks if one.key.endswith("several")]
    assert [one.kind for one in several] == [RemarkKind.LOOK]
    assert several[0].values["values"] == "示例乙公司、示例甲公司"


def test_the_cover_counts_where_the_table_is_empty(tmp_path: Path) -> None:
    form = form_of(
        tmp_path,
        *(p("质量标杆申报书"), p("企业名称：示例甲公司")),
        tbl(tr("企业名称", ""), tr("组织规模", "大型")),
    )
    fact = form.fact("enterprise")
    assert fact is not None
    assert (fact.value, fact.is_cover, fact.place) == ("示例甲公司", True, "表外“企业名称”")


def test_lines_after_the_last_table_are_no_cover(tmp_path: Path) -> None:
    form = form_of(
        tmp_path,
        *(p("质量标杆申报书"), tbl(tr("企业名称", ""), tr("规模", ""))),
        *(tbl(tr("图", "表")), p("企业名称：示例对手公司")),
    )
    assert form.is_form
    assert form.fact("enterprise") is None


@pytest.mark.parametrize(
    "body",
    [
        (p("一、企业概况"), p("企业名称：示例公司"), tbl(("指标", "2019年"), ("合格率", "98"))),
        (
            p("统计表"),
            tbl(("序号", "申报企业名称", "经验名称", "所属行业", "联系方式"), ("1",) * 5),
        ),
        (p(""),),
        (tbl(("企业名称", "示例公司")),),
        (p("请填写质量标杆申报书"),),
    ],
)
def test_what_is_no_form(tmp_path: Path, body: tuple[Xml, ...]) -> None:
    form = form_of(tmp_path, *body)
    assert not form.is_form
    assert front_matter(form, national(), vocabularies()) == ({"year": 2022}, ())


def test_an_empty_form_is_a_form(tmp_path: Path) -> None:
    form = form_of(
        tmp_path,
        *(p("2022 年全国质量标杆申报书"), p("企业名称： _____ （盖章）")),
        tbl(tr("推荐单位", tc(choice(""))), tr("企业名称", ""), tr("经验名称", "")),
        *(
            p("经济效益统计表"),
            tbl(("项目", "2019年", "2020年", "2021年"), ("利润总额", "", "", "")),
        ),
    )
    assert form.is_form
    assert not form.facts
    assert edition_hint(form) == 2022
    front, remarks = front_matter(form, national(), vocabularies())
    assert front == {"year": 2022}
    missing = [one.values["what"] for one in remarks if one.key.endswith("missing")]
    assert missing == [
        "申报方向",
        "推荐单位",
        "经验名称",
        "企业名称",
        "行业分类",
        "组织规模",
        "指标",
    ]


@pytest.mark.parametrize(
    ("title", "years", "hint"),
    [
        ("2022 年全国质量标杆申报书", (2018, 2019, 2020), 2022),
        ("质量标杆申报书", (2021, 2022, 2023), 2024),
        ("质量标杆申报书", (2021, 2023, 2024), None),
        ("2023年度示例省工业企业质量标杆申请表", (), 2023),
    ],
)
def test_the_round(tmp_path: Path, title: str, years: tuple[int, ...], hint: int | None) -> None:
    amounts = ("营业收入（万元）", *(f"{year}年 5" for year in years))
    form = form_of(tmp_path, p(title), tbl(tr("企业名称", "示例公司"), tr("规模", ""), amounts))
    assert edition_hint(form) == hint


def test_the_round_is_compared_with_the_edition(tmp_path: Path) -> None:
    rows = tbl(tr("企业名称", "示例公司"), tr("规模", ""))
    form = form_of(tmp_path, p("2021年全国质量标杆申报书"), rows)
    _, remarks = front_matter(form, national(), vocabularies())
    assert any(one.key.endswith("year_other") for one in remarks)


def test_a_document_without_its_part(tmp_path: Path) -> None:
    with open_word(write_docx(tmp_path / "a.docx", p(""))) as parts:
        assert not read_form(parts).is_form


def test_text_in_boxes_is_read_once(tmp_path: Path) -> None:
    cover = p("企业名称：示例公司")
    text_box = Xml(
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><w:txbxContent>"
        f"{cover}</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>"
        f"{p('企业名称：示例旧公司')}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    form = form_of(
        tmp_path, p("质量标杆申报书"), p(text_box), tbl(tr("推荐单位", ""), tr("规模", ""))
    )
    assert {fact.value for fact in form.facts["enterprise"]} == {"示例公司"}


def test_breaks_inside_a_value(tmp_path: Path) -> None:
    broken = run("构建数字\v孪生 驱动的 FMEA 模式")
    assert facts_of(tmp_path, tr("经 验\v名 称", tc(broken))) == {
        "title": "构建数字孪生驱动的FMEA模式"
    }
