"""What a draft holds besides its text."""

import pytest
import yaml

from generator.intake.taking.drafting import make_draft, methods_in, named_remarks
from generator.library.edition import Edition
from generator.library.vocabulary import Term, Vocabulary, VocabularyName

EDITION = Edition(year=2022, title="2022 年")
METHODS = Vocabulary(
    name=VocabularyName.METHODS,
    terms=(
        Term(slug="six-sigma", label="六西格玛管理", aliases=("六西格玛",)),
        Term(slug="dfss", label="六西格玛设计"),
        Term(slug="5s", label="5S"),
    ),
)


@pytest.mark.parametrize(
    ("title", "methods"),
    [
        ("实施六西格玛设计的经验", ["六西格玛设计"]),
        ("实施六西格玛的经验", ["六西格玛管理"]),
        ("以六西格玛设计带动六西格玛的实践", ["六西格玛设计", "六西格玛管理"]),
        ("实施六西格玛管理和六西格玛的经验", ["六西格玛管理"]),
        ("推行5S的经验", []),
        ("", []),
    ],
)
def test_methods_that_a_title_names(title: str, methods: list[str]) -> None:
    found, remarks = methods_in(title, {VocabularyName.METHODS: METHODS})
    assert found == methods
    assert bool(remarks) == bool(methods)


def test_without_a_vocabulary() -> None:
    assert methods_in("实施六西格玛设计的经验", {}) == ([], ())


def front(draft: str) -> dict[str, object]:
    found = yaml.safe_load(draft.split("---\n")[1])
    assert isinstance(found, dict)
    return found


def test_a_draft_shows_what_is_still_to_be_filled_in() -> None:
    draft = make_draft({"enterprise": "某真实企业"}, "## 企业概况\n", EDITION, {"aa": "经验.docx"})
    found = front(draft)
    assert found["recommender"] == ""
    assert found["field"] == found["method"] == []
    assert (found["year"], found["status"], found["level"]) == (2022, "草稿", "国家级")
    assert "demonstration" not in found
    assert found["sources"] == [
        {"title": "企业报送的典型经验材料", "note": "收到的文件：经验.docx"}
    ]
    assert draft.endswith("---\n\n## 企业概况\n")


def test_a_fictional_enterprise_is_marked() -> None:
    assert front(make_draft({"enterprise": "示例轴承有限公司"}, "", EDITION, {}))["demonstration"]


def test_a_name_with_a_number_of_a_person_is_kept_out() -> None:
    names = {"aa": "经验-13800000000.docx", "bb": "申报书.docx"}
    draft = make_draft({}, "", EDITION, names)
    assert "13800000000" not in draft
    assert "申报书.docx" in draft
    assert len(list(named_remarks(names))) == 1
