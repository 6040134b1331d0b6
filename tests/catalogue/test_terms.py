"""Terms of each dimension: order, broader terms, empty terms, enterprises."""

from datetime import date

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.counts import Count
from generator.catalogue.dimensions import Dimension, enterprise_slug
from generator.library.lifecycle import Level, Status
from generator.library.vocabulary import Term
from tests.catalogue.samples import case, library, revoked, vocabularies

WORDS = vocabularies(
    focus_areas=[Term(slug="digital", label="Digital"), Term(slug="sme", label="SME")],
    methods=[Term(slug="spc", label="SPC"), Term(slug="lean", label="Lean")],
    industries=[
        Term(slug="C", label="Manufacturing"),
        Term(slug="34", label="Machines", parent="C"),
        Term(slug="35", label="Equipment", parent="C"),
    ],
    regions=[
        Term(slug="shandong", label="Shandong"),
        Term(slug="qingdao", label="Qingdao", parent="shandong"),
    ],
)


def slugs(catalogue: Catalogue, dimension: Dimension) -> list[str]:
    return [entry.slug for entry in catalogue.terms(dimension)]


def test_cases_stand_newest_first_by_level_edition_kind_and_number() -> None:
    expected = [
        "2022-002",
        "2022-010",
        "2022-d01",
        "2022-hubei-001",
        "2021-shandong-001",
        "2021-wuhan-001",
        "2019-001",
    ]
    levels = {"2022-hubei": Level.PROVINCIAL, "2021-shandong": Level.PROVINCIAL}
    levels["2021-wuhan"] = Level.MUNICIPAL
    cases = [
        case(key, level=levels.get(key.rpartition("-")[0], Level.NATIONAL))
        for key in sorted(expected)
    ]
    for order in (cases, cases[::-1]):
        assert [item.id for item in Catalogue.of(library(order)).cases] == expected


def test_only_approved_cases_are_listed_and_counted() -> None:
    cases = [
        case("2022-001", methods=("spc",)),
        case("2022-002", methods=("spc",), status=Status.DRAFT),
        case("2022-003", methods=("spc",), status=Status.PUBLICITY),
        revoked("2022-004", date(2023, 1, 1), methods=("lean",)),
        revoked("2021-001", date(2023, 5, 1)),
    ]
    catalogue = Catalogue.of(library(cases, words=WORDS))
    assert [item.id for item in catalogue.cases] == ["2022-001"]
    assert [item.id for item in catalogue.revoked] == ["2021-001", "2022-004"]
    assert [e.count for e in catalogue.terms(Dimension.METHOD)] == [1, 0]
    assert slugs(catalogue, Dimension.YEAR) == ["2022"]


def test_vocabulary_order_holds_and_regions_without_cases_have_no_page() -> None:
    cases = [case("2022-001", methods=("lean", "spc"), fields=("sme",))]
    catalogue = Catalogue.of(library(cases, words=WORDS))
    assert slugs(catalogue, Dimension.METHOD) == ["spc", "lean"]
    assert [(entry.slug, entry.count) for entry in catalogue.terms(Dimension.FOCUS_AREA)] == [
        ("digital", 0),
        ("sme", 1),
    ]
    assert [entry.slug for entry in catalogue.entries[Dimension.REGION].values()] == [
        "shandong",
        "qingdao",
    ]
    assert slugs(catalogue, Dimension.REGION) == []


def test_a_city_with_a_separate_plan_counts_for_its_province_too() -> None:
    cases = [case("2022-001", region="qingdao"), case("2022-002", region="shandong")]
    catalogue = Catalogue.of(library(cases, words=WORDS))
    province = catalogue.term(Dimension.REGION, "shandong")
    city = catalogue.term(Dimension.REGION, "qingdao")
    assert province is not None
    assert city is not None
    assert province.case_ids == ("2022-001", "2022-002")
    assert city.case_ids == ("2022-001",)
    assert (province.children, city.parent) == (("qingdao",), "shandong")


def test_a_division_counts_for_its_section_whose_children_have_cases() -> None:
    catalogue = Catalogue.of(library([case("2022-001", industry="35")], words=WORDS))
    section = catalogue.term(Dimension.INDUSTRY, "C")
    assert section is not None
    assert section.children == ("35",)
    assert slugs(catalogue, Dimension.INDUSTRY) == ["C", "35"]


def test_a_circle_of_parents_ends() -> None:
    words = vocabularies(
        regions=[Term(slug="a", label="A", parent="b"), Term(slug="b", label="B", parent="a")]
    )
    catalogue = Catalogue.of(library([case("2022-001", region="a")], words=words))
    assert slugs(catalogue, Dimension.REGION) == ["a", "b"]


def test_a_slug_outside_the_vocabulary_is_still_found() -> None:
    catalogue = Catalogue.of(library([case("2022-001", methods=("zz", "spc"))], words=WORDS))
    assert slugs(catalogue, Dimension.METHOD) == ["spc", "lean", "zz"]
    entry = catalogue.term(Dimension.METHOD, "zz")
    assert entry is not None
    assert entry.term is None


def test_real_and_demonstration_cases_are_counted_apart() -> None:
    cases = [case("2022-001"), case("2022-d01", demonstration=True)]
    (entry,) = Catalogue.of(library(cases)).terms(Dimension.YEAR)
    assert entry.counted == Count(real=1, demonstration=1)
    assert entry.count == entry.counted.total == 2


def test_an_enterprise_whose_titles_are_all_revoked_has_an_entry_without_cases() -> None:
    gone = revoked("2021-001", date(2023, 5, 1), enterprise="A")
    catalogue = Catalogue.of(library([gone]))
    (entry,) = catalogue.terms(Dimension.ENTERPRISE)
    assert (entry.count, entry.revoked_ids) == (0, ("2021-001",))
    assert catalogue.enterprise(gone.id) is entry


def test_enterprises_join_by_folding_and_by_an_alias_that_is_another_full_name() -> None:
    cases = [
        case("2012-001", enterprise="Ａ（B）"),
        case("2014-001", enterprise="a(b)"),
        case("2022-001", enterprise="New Name", enterprise_aliases=("A(B)", "Short")),
        case("2022-002", enterprise="Other", enterprise_aliases=("Short",)),
        case("2022-003", enterprise="A(B) Branch"),
    ]
    catalogue = Catalogue.of(library(cases))
    entries = {entry.label: entry for entry in catalogue.terms(Dimension.ENTERPRISE)}
    assert list(entries) == ["A(B) Branch", "New Name", "Other"]
    joined = entries["New Name"]
    assert joined.case_ids == ("2022-001", "2014-001", "2012-001")
    assert joined.slug == enterprise_slug("a(b)")
    assert joined.enterprise is not None
    assert joined.enterprise.former_slugs == (enterprise_slug("New Name"),)
    assert joined.enterprise.other_names == ("Ａ（B）", "Short")


def test_the_slug_of_an_enterprise_survives_a_later_case() -> None:
    first = [case("2012-001", enterprise="Old")]
    later = [*first, case("2022-001", enterprise="New", enterprise_aliases=("Old",))]
    before, after = (Catalogue.of(library(cases)) for cases in (first, later))
    assert slugs(before, Dimension.ENTERPRISE) == slugs(after, Dimension.ENTERPRISE)


def test_enterprises_stand_in_the_order_of_pinyin() -> None:
    names = ["中铝瑞闽", "艾华", "九牧厨卫", "海尔集团"]
    cases = [case(f"2022-00{place}", enterprise=name) for place, name in enumerate(names)]
    labels = [entry.label for entry in Catalogue.of(library(cases)).terms(Dimension.ENTERPRISE)]
    assert labels == ["艾华", "海尔集团", "九牧厨卫", "中铝瑞闽"]
