import pytest

from generator.library.case import Case
from generator.reading.cases import read_case
from tests.reading.toy import context, hints, placed

PATH = "cases/2022/2022-001.md"


def text_of(lines: str) -> str:
    return f"---\nyear: 2022\nenterprise: 示例机械有限公司\n{lines}\n---\n"


def case_of(lines: str) -> Case:
    outcome = read_case(text_of(lines), PATH, context())
    assert outcome.faults == ()
    assert outcome.value is not None
    assert outcome.value.record is not None
    return outcome.value.record


def test_names_become_slugs() -> None:
    case = case_of(
        "field: [可靠性提升]\nmethod: [精益生产, 六西格玛]\nrecommender: 机械工业质量管理协会\n"
        "region: 河南\nindustry: 通用设备制造业"
    )
    assert (case.id, case.edition, case.path) == ("2022-001", "2022", PATH)
    assert case.fields == ("reliability",)
    assert case.methods == ("lean", "six-sigma")
    assert (case.recommender, case.region, case.industry) == ("machinery", "henan", "34")


def test_the_edition_names_its_own_areas_and_recommenders() -> None:
    case = case_of("field: 智能化与数字化\nrecommender: 河南省工信厅")
    assert (case.fields, case.recommender) == (("digitalization",), "henan-miit")
    case = case_of("field: 数字化\nrecommender: 河南省工业和信息化厅")
    assert (case.fields, case.recommender) == (("digitalization",), "henan-miit")


@pytest.mark.parametrize(
    ("typed", "slugs"),
    [
        ("精益管理、六西格玛", ("lean", "six-sigma")),
        ("精益管理，lean，六西格玛", ("lean", "six-sigma")),
        ("[精益管理; 六西格玛, ＬＥＡＮ]", ("lean", "six-sigma")),
        ("现场管理、QC小组", ("qc",)),
        ("精益管理、", ("lean",)),
    ],
)
def test_several_names_in_one_text(typed: str, slugs: tuple[str, ...]) -> None:
    assert case_of(f"method: {typed}").methods == slugs


@pytest.mark.parametrize(
    ("typed", "code"),
    [("06", "06"), ("6", "06"), ('"06"', "06"), ("B06", "06"), ("c34", "34"), ("34", "34")],
)
def test_industries_by_code(typed: str, code: str) -> None:
    assert case_of(f"industry: {typed}").industry == code


@pytest.mark.parametrize(
    ("line", "place", "nearest"),
    [
        ("field: [数字化, 数值化]", "4:14", "数字化"),
        ("method: 精益", "4:9", "精益管理"),
        ("method: 精益管里、六西格码", "4:9", "精益管理"),
        ("recommender: 河南省工信", "4:14", "河南省工信厅"),
        ("region: 河南市", "4:9", "河南"),
        ("industry: 08", "4:11", ""),
        ("industry: 煤炭开采", "4:11", "煤炭开采和洗选业"),
        ("method: qqqq", "4:9", ""),
    ],
)
def test_unknown_names_are_faults_with_the_nearest(line: str, place: str, nearest: str) -> None:
    text = text_of(line)
    outcome = read_case(text, PATH, context())
    assert f"{place} value-unknown" in placed(outcome.faults, text)
    assert outcome.faults[0].values["nearest"] == nearest
    assert any(nearest in hint for hint in hints(outcome.faults))
    assert outcome.value is not None
    assert outcome.value.record is not None


def test_an_industry_is_told_with_two_digits() -> None:
    (fault,) = read_case(text_of("industry: 8"), PATH, context()).faults
    assert fault.values["name"] == "08"


def test_only_the_first_unknown_names_are_compared() -> None:
    names = ", ".join(f"精益管里{number}" for number in range(2000))
    faults = read_case(text_of(f"method: [{names}]"), PATH, context()).faults
    assert len(faults) == 2000
    assert sum(bool(fault.values["nearest"]) for fault in faults) == 20


def test_an_edition_without_rules_uses_the_vocabulary() -> None:
    outcome = read_case(text_of("field: 两化融合"), "cases/1999/1999-001.md", context())
    assert outcome.value is not None
    assert outcome.value.record is not None
    assert outcome.value.record.fields == ("digitalization",)


@pytest.mark.parametrize("name", ["案例", "2022", "2022-1", "2022-001-x", "x-001", "2022-D01"])
def test_a_file_name_that_is_no_id(name: str) -> None:
    outcome = read_case(text_of("status: x"), f"cases/2022/{name}.md", context())
    assert [fault.code for fault in outcome.faults] == ["value-unknown", "file-name"]
    assert outcome.value is not None
    assert outcome.value.record is None


def test_the_body_is_at_hand_though_the_record_is_not() -> None:
    outcome = read_case("---\ntitle: x\n---\n正文", PATH, context())
    assert outcome.value is not None
    assert outcome.value.record is None
    assert (outcome.value.source.body, outcome.value.source.body_line) == ("正文", 4)
