"""When indicators are the same: other names, units that can be converted, and those that cannot."""

import pytest

from generator.pages.platform.measures import form_indicators, key_of, measure, scales

LOWER = {"质量损失率", "产品返修率", "万元总产值综合能耗"}
"""Rows 7, 9 and 10 of the form's table."""


def test_the_form_of_2022_is_there_whole() -> None:
    economic = [one for one in form_indicators() if one.group == "economic"]
    assert len(economic) == 10
    assert {one.name for one in economic if one.direction == "lower"} == LOWER
    assert {one.group for one in form_indicators()} == {"economic", "management"}
    assert {one.direction for one in form_indicators()} == {"higher", "lower", ""}


def test_no_name_means_two_indicators() -> None:
    names = [name for one in form_indicators() for name in (one.name, *one.aliases)]
    assert len(names) == len(set(names))
    keys = [key_of(one.name, one.unit) for one in form_indicators()]
    assert len(keys) == len(set(keys))


def test_no_unit_stands_in_two_families() -> None:
    names = [name for family in scales() for name in family]
    assert len(names) == len(set(names))
    assert all(size >= 1 for family in scales() for size in family.values())


@pytest.mark.parametrize(
    ("one", "other", "times"),
    [
        ("亿元", "万元", 10_000),
        ("万元／人", "元/人", 10_000),
        ("%", "‰", 10),
        ("％", "ppm", 10_000),
        ("小时", "分钟", 60),
        ("吨/万元", "公斤/万元", 1_000),
    ],
)
def test_units_that_can_be_converted(one: str, other: str, times: int) -> None:
    assert measure(one).family == measure(other).family
    assert measure(one).size == times * measure(other).size
    assert key_of("x", one) == key_of("x", other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("天", "小时"),
        ("分", "分钟"),
        ("次", "次/万单"),
        ("万元/人", "万元"),
        ("万元/人", "万元/台"),
        ("", "%"),
    ],
)
def test_units_that_cannot(one: str, other: str) -> None:
    assert key_of("x", one) != key_of("x", other)


def test_other_names_of_one_indicator() -> None:
    assert key_of("OEE", "%") == key_of("设备 综合效率", "％")
    assert key_of("客户满意度", "分") == key_of("顾客满意度", "分")
    assert key_of("客户满意度", "分") != key_of("顾客满意度", "%")
    assert key_of("产品合格率", "%") != key_of("一次合格率", "%")
