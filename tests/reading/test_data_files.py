"""Editions, vocabularies and redirects: files that are YAML from end to end."""

from generator.library.lifecycle import NameRule
from generator.library.vocabulary import VocabularyName
from generator.reading.editions import read_edition
from generator.reading.redirects import read_redirects
from generator.reading.vocabularies import read_vocabulary
from tests.reading.toy import EDITION, placed

EDITION_PATH = "cases/2022/edition.yml"


def test_an_edition_has_its_folder_s_name() -> None:
    outcome = read_edition(
        f"# 注\n---\n{EDITION}title_rule: {{enterprise: 应写企业名称}}", EDITION_PATH
    )
    assert outcome.faults == ()
    assert outcome.value is not None
    assert outcome.value.id == "2022"
    assert outcome.value.title_rule.enterprise is NameRule.REQUIRED
    assert outcome.value.focus_areas[0].label == "智能化与数字化"


def test_faults_of_an_edition() -> None:
    text = "id: 2022\nyear: 2022\ntitle_rule: {max_characters: 三十}\ndeadlines: [{on: 7月}]\n"
    assert placed(read_edition(text, EDITION_PATH).faults, text) == [
        "1:1 key-missing",
        "1:1 key-unknown",
        "3:30 value-invalid",
        "4:13 key-missing",
        "4:18 value-invalid",
    ]
    assert placed(read_edition("", EDITION_PATH).faults, "") == ["1:1 key-missing"] * 2
    assert placed(read_edition("- a", EDITION_PATH).faults, "- a") == [
        "1:1 front-matter-not-mapping"
    ]
    assert placed(read_edition("a: [", EDITION_PATH).faults, "a: [") == ["1:5 yaml-syntax"]


def test_a_vocabulary_keeps_the_order_of_its_file() -> None:
    text = "- {slug: b, label: 乙}\n- {slug: a, label: 甲, aliases: 丙}\n"
    outcome = read_vocabulary(text, "v.yml", VocabularyName.METHODS)
    assert outcome.faults == ()
    assert outcome.value is not None
    assert [term.slug for term in outcome.value.terms] == ["b", "a"]
    assert outcome.value.terms[1].aliases == ("丙",)


def test_a_term_with_faults_is_left_out() -> None:
    text = """- {slug: 甲, label: 甲}
- {slug: b}
- c
- {slug: d, label: 丁, lable: x}
- {slug: e, label: 戊}
"""
    outcome = read_vocabulary(text, "v.yml", VocabularyName.METHODS)
    assert placed(outcome.faults, text) == [
        "1:10 value-invalid",
        "2:3 key-missing",
        "3:3 value-invalid",
        "4:23 key-unknown",
    ]
    assert outcome.value is not None
    assert [term.slug for term in outcome.value.terms] == ["e"]


def test_a_vocabulary_that_is_no_list() -> None:
    for text in ("a: b", "a"):
        outcome = read_vocabulary(text, "v.yml", VocabularyName.METHODS)
        assert placed(outcome.faults, text) == ["1:1 value-invalid"]
    assert read_vocabulary("", "v.yml", VocabularyName.METHODS).faults == ()


def test_redirects_are_sorted_texts() -> None:
    text = "cases/b/: cases/c/\ncases/a/: ' cases/c/ '\nx: [y]\nz:\n"
    outcome = read_redirects(text, "r.yml")
    assert list((outcome.value or {}).items()) == [
        ("cases/a/", "cases/c/"),
        ("cases/b/", "cases/c/"),
    ]
    assert placed(outcome.faults, text) == ["3:4 value-invalid", "4:1 value-invalid"]
    assert read_redirects("", "r.yml").value == {}
    assert placed(read_redirects("- a", "r.yml").faults, "- a") == ["1:1 front-matter-not-mapping"]
