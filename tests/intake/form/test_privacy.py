"""What is private stays in the form: nothing of it is in the facts, drafts or remarks."""

from pathlib import Path

import pytest

from generator.intake.form.front_matter import front_matter
from generator.intake.remarks import RemarkKind
from generator.intake.word.parts import open_word
from tests.intake.form.blocks import PRIVATE
from tests.intake.form.layouts import LAYOUTS
from tests.intake.form.samples import (
    form_of,
    national,
    p,
    read,
    tbl,
    tr,
    vocabularies,
)

SECRETS = {name: f"密{name}钥" for name in PRIVATE}
"""Every private field has words of its own, which look like nothing in particular."""


@pytest.mark.parametrize("layout", LAYOUTS)
def test_nothing_private_leaves_a_form(tmp_path: Path, layout: str) -> None:
    path = LAYOUTS[layout](tmp_path, SECRETS)
    form = read(path)
    front, remarks = front_matter(form, national(), vocabularies())
    said = repr(form) + repr(front) + repr(remarks) + "".join(one.worded() for one in remarks)
    assert [name for name, secret in SECRETS.items() if secret in said] == []


def test_the_layouts_hold_every_private_field(tmp_path: Path) -> None:
    whole = ""
    for make in LAYOUTS.values():
        with open_word(make(tmp_path, SECRETS)) as parts:
            whole += parts.data("word/document.xml").decode()
    assert [name for name, secret in SECRETS.items() if secret not in whole] == []


@pytest.mark.parametrize("layout", LAYOUTS)
def test_real_looking_numbers_do_not_leave_either(tmp_path: Path, layout: str) -> None:
    numbers = dict.fromkeys(PRIVATE, "示例张三 138-0000-0000")
    numbers |= {"mail": "zhangsan@example.com", "credit": "91410000MA00000001"}
    form = read(LAYOUTS[layout](tmp_path, numbers))
    front, remarks = front_matter(form, national(), vocabularies())
    said = repr(form) + repr(front) + "".join(one.worded() for one in remarks)
    for secret in ("张三", "0000-0000", "example.com", "MA0000"):
        assert secret not in said


@pytest.mark.parametrize(
    ("written", "enterprise"),
    [
        ("示例公司 联系人：钥", "示例公司"),
        ("示例公司 联系人 钥", "示例公司"),
        ("示例公司（联 系 人：钥）", "示例公司"),
        ("示例公司\n钥", "示例公司"),
        ("示例精密\n轴承有限公司\n科技处 钥", "示例精密轴承有限公司"),
        ("示例公司；企管部：钥", "示例公司"),
        ("示例公司 单位负责人及电话：钥", "示例公司"),
        ("____示例公司____（盖章）", "示例公司"),
        ("示例公司\n2022年6月1日", "示例公司"),
        ("示例公司 钥", "示例公司"),
        ("示例公司　钥某 部长", "示例公司"),
        ("示例 精工有限公司 钥", "示例精工有限公司"),
        ("示例公司（法定代表人钥）", "示例公司"),
        ("示例公司（钥）（盖章）", "示例公司"),
        ("示例机械公司（示例集团）", "示例机械公司（示例集团）"),
        ("示例（河南）公司", "示例（河南）公司"),
        ("示例手机有限公司", "示例手机有限公司"),
        ("（盖章）", ""),
        ("2022年  月  日", ""),
        ("单击或点击此处输入文字。", ""),
        ("无", ""),
    ],
)
def test_a_value_ends_where_another_begins(tmp_path: Path, written: str, enterprise: str) -> None:
    form = form_of(
        tmp_path, p("质量标杆申报书"), tbl(tr("企业名称", written), tr("组织规模", "大型"))
    )
    fact = form.fact("enterprise")
    assert (fact.value if fact else "") == enterprise
    assert "钥" not in repr(form)


def test_what_stands_in_brackets_after_a_title_is_not_repeated(tmp_path: Path) -> None:
    form = form_of(
        tmp_path,
        *(p("质量标杆申报书"), p("企业名称（联系人钥）：示例公司")),
        tbl(
            tr("推荐单位（联系人：钥）", "示例协会"),
            tr("规模（负责人 钥）：大型"),
            tr("营业收入（万元）（填报人：钥）", "2019年 5", "2020年 6", "2021年 7"),
        ),
    )
    assert {key: facts[0].value for key, facts in form.facts.items()} == {
        "recommender": "示例协会",
        "size": "大型",
        "enterprise": "示例公司",
    }
    assert form.indicators
    assert "钥" not in repr(form)


def test_what_was_left_out_of_a_cell_is_told(tmp_path: Path) -> None:
    form = form_of(
        tmp_path, p("质量标杆申报书"), tbl(tr("企业名称", "示例公司 联系人：钥"), tr("规模", ""))
    )
    assert [one.key for one in form.remarks] == ["intake_form.remark.cut"]


@pytest.mark.parametrize(
    ("recommender", "size"),
    [("河南省工业和信息化厅 钥 处长", "大型"), ("河南省工业和信息化厅（钥）", "大型（钥）")],
)
def test_a_person_beside_a_value_is_not_repeated(
    tmp_path: Path, recommender: str, size: str
) -> None:
    rows = (tr("推荐单位", recommender), tr("企业名称", "示例公司（法人钥）"), tr("组织规模", size))
    form = form_of(tmp_path, p("2022年全国质量标杆申报书"), tbl(*rows))
    front, remarks = front_matter(form, national(), vocabularies())
    assert "钥" not in repr(front) + "".join(one.worded() + one.place for one in remarks)


@pytest.mark.parametrize("number", ["13800000000", "0371-6000000", "a@example.com"])
def test_a_value_with_a_number_is_not_taken(tmp_path: Path, number: str) -> None:
    form = form_of(
        tmp_path, p("质量标杆申报书"), tbl(tr("推荐单位", f"示例协会{number}"), tr("企业名称", ""))
    )
    assert form.is_form
    assert form.fact("recommender") is None
    assert [one.kind for one in form.remarks] == [RemarkKind.PRIVATE]
    assert number not in repr(form)
