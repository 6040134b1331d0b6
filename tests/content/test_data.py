"""The vocabularies, editions and redirects of this repository are whole and consistent."""

import re
from collections import Counter

import pytest

from generator.library.counting import count_title
from generator.library.lifecycle import Level, NameRule
from generator.library.vocabulary import Term, VocabularyName, fold
from generator.reading.redirects import read_redirects
from tests.content.files import editions, text_of, vocabularies

CORE = ("质量管理体系", "质量管理数字化", "可靠性提升", "过程控制", "中小企业")
PRINTED_2022 = [
    "北京市经济和信息化局",
    "天津市工业和信息化局",
    "河北省工业和信息化厅",
    "山西省经济和信息化厅",
    "内蒙古自治区工业和信息化厅",
    "辽宁省工业和信息化厅",
    "吉林省工业和信息化厅",
    "黑龙江省工业和信息化厅",
    "上海市经济和信息化委员会",
    "江苏省工业和信息化厅",
    "浙江省经济和信息化厅",
    "安徽省经济和信息化厅",
    "福建省工业和信息化厅",
    "江西省工业和信息化厅",
    "山东省工业和信息化厅",
    "河南省工业和信息化厅",
    "湖北省经济和信息化厅",
    "湖南省工业和信息化厅",
    "广东省工业和信息化厅",
    "广西壮族自治区工业和信息化厅",
    "海南省工业和信息化厅",
    "重庆市经济和信息化委员会",
    "四川省经济和信息化厅",
    "贵州省工业和信息化厅",
    "云南省工业和信息化厅",
    "西藏自治区经济和信息化厅",
    "陕西省工业和信息化厅",
    "甘肃省工业和信息化厅",
    "青海省工业和信息化厅",
    "宁夏回族自治区工业和信息化厅",
    "新疆维吾尔自治区工业和信息化厅",
    "大连市工业和信息化局",
    "宁波市经济和信息化局",
    "厦门市工业和信息化局",
    "青岛市工业和信息化局",
    "深圳市工业和信息化局",
    "新疆生产建设兵团工业和信息化局",
    "中国机械工业联合会",
    "中国机械工业质量管理协会",
    "中国钢铁工业协会",
    "中国有色金属工业协会",
    "中国石油和化学工业联合会",
    "中国轻工业联合会",
    "中国纺织工业联合会",
    "中国建筑材料联合会",
    "中国电子信息行业联合会",
    "中国电子质量管理协会",
    "中国中小企业协会",
    "中国质量协会",
]
PRINTED_OTHERWISE_2023 = {
    4: "山西省工业和信息化厅",
    36: "深圳工业和信息化局",
    37: "新疆生产建设兵团工业和信息化厅",
    42: "中国特种化学工业联合会",
}
ANNOUNCED = {
    "2012": (50, ()),
    "2012-shanghai": (8, ()),
    "2014": (30, ()),
    "2016-jiangsu": (10, ()),
    "2019": (46, ()),
    "2020": (60, (40, 11, 9)),
    "2021-shandong": (43, ()),
    "2021-sichuan": (27, ()),
    "2022": (58, (46, 5, 7)),
    "2023-shandong": (102, ()),
}


def terms(name: VocabularyName, kind: str) -> list[Term]:
    """Give the terms of one kind in their order."""
    return [term for term in vocabularies()[name].terms if term.kind == kind]


@pytest.mark.parametrize("name", VocabularyName)
def test_names_in_a_vocabulary_are_unambiguous(name: VocabularyName) -> None:
    names = [
        fold(text)
        for term in vocabularies()[name].terms
        for text in (term.slug, term.label, *term.aliases)
    ]
    assert [text for text, times in Counter(names).items() if times > 1] == []


@pytest.mark.parametrize("name", VocabularyName)
def test_parents_are_terms_and_every_term_says_what_it_is(name: VocabularyName) -> None:
    vocabulary = vocabularies()[name]
    assert {t.parent for t in vocabulary.terms if t.parent} <= set(vocabulary.by_slug)
    assert [t.slug for t in vocabulary.terms if not t.description] == []


def test_focus_areas_begin_with_the_five_core_ones() -> None:
    found = vocabularies()[VocabularyName.FOCUS_AREAS].terms
    assert tuple(term.label for term in found[:5]) == CORE
    assert [term.kind for term in found] == ["core"] * 5 + ["other"] * (len(found) - 5)


def test_methods_hold_the_six_of_2014_and_say_what_each_solves() -> None:
    methods = vocabularies()[VocabularyName.METHODS]
    assert len(methods.terms) >= 30
    assert [term.slug for term in methods.terms if not term.problem] == []
    named = (
        "质量问题双归零",
        "TSQ",
        "现场管理",
        "QC小组",
        "精益管理",
        "六西格玛设计",
        "卓越绩效模式",
    )
    found = [methods.find(name) for name in named]
    assert [term.since if term else None for term in found] == [2014] * len(named)


@pytest.mark.parametrize(
    ("typed", "label"),
    [
        ("spc", "统计过程控制"),
        ("ＦＭＥＡ", "失效模式及影响分析"),
        ("QC 小组", "QC小组"),
        ("dfss", "六西格玛设计"),
    ],
)
def test_methods_are_found_as_editors_type_them(typed: str, label: str) -> None:
    term = vocabularies()[VocabularyName.METHODS].find(typed)
    assert term is not None
    assert term.label == label


def test_industries_are_twenty_sections_and_ninety_seven_divisions() -> None:
    sections = terms(VocabularyName.INDUSTRIES, "section")
    divisions = terms(VocabularyName.INDUSTRIES, "division")
    assert [term.code for term in sections] == list("ABCDEFGHIJKLMNOPQRST")
    assert [term.slug for term in divisions] == [f"{number:02}" for number in range(1, 98)]
    sizes = Counter(term.parent for term in divisions)
    per_section = [sizes[term.slug] for term in sections]
    assert per_section == [5, 7, 31, 3, 4, 2, 8, 2, 3, 4, 1, 2, 3, 4, 3, 1, 2, 5, 6, 1]


def test_regions_are_provinces_five_cities_and_the_corps() -> None:
    provinces = terms(VocabularyName.REGIONS, "province")
    assert len({term.code for term in provinces}) == len(provinces) == 34
    assert [t.slug for t in provinces if not re.fullmatch(r"[1-8]\d0000", t.code)] == []
    cities = terms(VocabularyName.REGIONS, "city")
    assert [(t.label, t.code, t.parent) for t in cities] == [
        ("大连", "210200", "liaoning"),
        ("宁波", "330200", "zhejiang"),
        ("厦门", "350200", "fujian"),
        ("青岛", "370200", "shandong"),
        ("深圳", "440300", "guangdong"),
    ]
    assert [t.label for t in terms(VocabularyName.REGIONS, "corps")] == ["新疆生产建设兵团"]


def test_recommenders_are_the_forty_nine_of_2022() -> None:
    found = vocabularies()[VocabularyName.RECOMMENDERS].terms
    assert [term.label for term in found] == PRINTED_2022
    kinds = Counter(term.kind for term in found)
    assert kinds == {"province": 31, "city": 5, "corps": 1, "association": 12}


def test_recommender_lists_are_printed_letter_for_letter() -> None:
    assert [r.printed for r in editions()["2022"].recommenders] == PRINTED_2022
    expected = [
        PRINTED_OTHERWISE_2023.get(number, printed)
        for number, printed in enumerate(PRINTED_2022[:48], 1)
    ]
    assert [r.printed for r in editions()["2023"].recommenders] == expected


def test_a_recommender_keeps_its_id_when_its_printed_name_changes() -> None:
    ids = [[r.id for r in editions()[year].recommenders] for year in ("2022", "2023")]
    assert ids[0][:48] == ids[1]
    found = vocabularies()[VocabularyName.RECOMMENDERS]
    assert ids[0] == [term.slug for term in found.terms]
    for number in (4, 36, 37):
        term = found.find(PRINTED_OTHERWISE_2023[number])
        assert term is not None
        assert term.slug == ids[0][number - 1]


def test_a_doubtful_printed_name_is_noted_and_no_alias() -> None:
    doubtful = PRINTED_OTHERWISE_2023[42]
    assert vocabularies()[VocabularyName.RECOMMENDERS].find(doubtful) is None
    assert any(doubtful in note for note in editions()["2023"].notes)


def test_editions_name_known_areas_and_regions_and_say_their_sources() -> None:
    areas = vocabularies()[VocabularyName.FOCUS_AREAS]
    regions = vocabularies()[VocabularyName.REGIONS].by_slug
    for edition in editions().values():
        assert int(edition.id[:4]) == edition.year
        assert edition.sources
        assert not edition.region or edition.region in regions
        for wording in edition.focus_areas:
            term = areas.find(wording.label)
            assert term is not None, (edition.id, wording.label)
            assert term.slug == wording.area
        for direction in edition.directions:
            assert areas.find(direction) is not None


def test_announced_counts_are_those_of_the_sources() -> None:
    found = {
        edition.id: (edition.announced.total, tuple(g.count for g in edition.announced.groups))
        for edition in editions().values()
        if edition.announced
    }
    assert found == ANNOUNCED


def test_rules_of_the_documented_editions() -> None:
    found = editions()
    sizes = {key: len(edition.focus_areas) for key, edition in found.items()}
    assert [sizes[key] for key in ("2014", "2020", "2021", "2021-provincial", "2022", "2023")] == [
        0, 5, 2, 5, 5, 4,
    ]  # fmt: skip
    limits = {k: [s.max_characters for s in e.sections] for k, e in found.items() if e.sections}
    assert limits == {
        "2014": [500, 500, 10000, 500],
        "2020": [500, 500, 8000, 2000],
        "2021-provincial": [500, 500, 8000, 2000],
        "2022": [500, 1000, 8000, 2000],
    }
    assert {k: e.publicity.working_days for k, e in found.items() if e.publicity} == {"2021": 10}
    parts = {k: [p.minutes for p in e.video.parts] for k, e in found.items() if e.video}
    assert parts == {"2020": [1, 28, 1], "2022": [2, 28]}
    assert all(e.video.total_minutes == 30 for e in found.values() if e.video)
    assert {k for k, e in found.items() if e.level is Level.PROVINCIAL} == {
        k for k in found if "-" in k
    }


def test_naming_rules_fit_their_own_examples() -> None:
    rules = {key: edition.title_rule for key, edition in editions().items()}
    required = {key for key, rule in rules.items() if rule.enterprise is NameRule.REQUIRED}
    assert required == {"2014", "2020", "2021-provincial"}
    assert {k: r.max_characters for k, r in rules.items() if r.max_characters} == {
        "2020": 40,
        "2021-provincial": 40,
        "2022": 30,
    }
    assert rules["2022"].enterprise is NameRule.FORBIDDEN
    assert rules["2022"].example.startswith(rules["2022"].starts_with)
    for rule in rules.values():
        assert rule.example in rule.wording
        assert not rule.ends_with or rule.example.endswith(rule.ends_with)
        assert count_title(rule.example) <= (rule.max_characters or 100)


def test_redirects_can_be_read() -> None:
    read = read_redirects(text_of("cases/redirects.yml"), "cases/redirects.yml")
    assert read.faults == ()
    assert all(new != old for old, new in (read.value or {}).items())
