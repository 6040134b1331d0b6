from datetime import date, datetime

import pytest

from generator.library.case import CaseFrontMatter
from generator.library.edition import Edition
from generator.library.lifecycle import (
    Direction,
    Level,
    NameRule,
    RevocationGround,
    Size,
    Status,
    VideoProvider,
)
from generator.library.notice import NoticeFrontMatter
from generator.library.record import Record
from generator.reading.records import make_record
from generator.reading.yaml_reader import read_yaml
from tests.reading.toy import hints, placed

BASE = "year: 2022\nenterprise: 示例机械有限公司\n"


def data_of(text: str) -> dict[str, object]:
    document = read_yaml(text, "a.yml").value
    assert document is not None
    assert isinstance(document.root, dict)
    return document.root


def case_of(text: str) -> CaseFrontMatter:
    outcome = make_record(CaseFrontMatter, data_of(BASE + text), "a.yml")
    assert outcome.faults == ()
    assert outcome.value is not None
    return outcome.value


def faults_of(text: str, model: type[Record] = CaseFrontMatter) -> list[str]:
    return placed(make_record(model, data_of(text), "a.yml").faults, text)


def test_chinese_labels_become_values() -> None:
    front = case_of("""level: 省级
size: 大型
status: 已撤销
videos:
  - {title: 介绍, provider: 哔哩哔哩, id: BV1}
indicators:
  - {name: 交付周期, values: {2021: 3}, direction: 越小越好}
revocation: {revoked_on: 2023-01-05, ground: 申报材料弄虚作假, notice: 2023-x}
""")
    assert front.level is Level.PROVINCIAL
    assert front.size is Size.LARGE
    assert front.status is Status.REVOKED
    assert front.videos[0].provider is VideoProvider.BILIBILI
    assert front.indicators[0].direction is Direction.LOWER
    assert front.indicators[0].values == {2021: 3}
    assert front.revocation is not None
    assert front.revocation.ground is RevocationGround.FRAUD
    assert front.revocation.revoked_on == date(2023, 1, 5)


def test_english_values_are_accepted() -> None:
    front = case_of("status: Approved\nlevel: municipal\nsize: ＳＭＡＬＬ")
    assert (front.status, front.level, front.size) == (Status.APPROVED, Level.MUNICIPAL, Size.SMALL)


def test_naming_rule_of_an_edition() -> None:
    data = data_of("year: 2022\ntitle: x\ntitle_rule: {enterprise: 不写企业名称}")
    edition = make_record(Edition, data, "a.yml").value
    assert edition is not None
    assert edition.title_rule.enterprise is NameRule.FORBIDDEN


def test_text_stays_text() -> None:
    front = case_of("title: 1.10\ngroup: 0o7\nindustry: 06\nsummary: yes\ncity: 2022-01-01")
    assert (front.title, front.group, front.industry) == ("1.10", "0o7", "06")
    assert (front.summary, front.city) == ("yes", "2022-01-01")


def test_one_item_may_stand_for_a_list() -> None:
    front = case_of("method: 精益管理\nvideos: {title: 介绍, provider: file}\nnotices: 2022-a")
    assert front.method == ("精益管理",)
    assert front.videos[0].title == "介绍"
    assert front.notices == ("2022-a",)


def test_keys_without_value_are_as_if_not_there() -> None:
    front = case_of("title:\nsize:\nmethod:\n  -\n  - 精益管理\nvideos:\nstatus: ~")
    assert (front.title, front.size, front.method) == ("", None, ("精益管理",))
    assert (front.videos, front.status) == ((), Status.DRAFT)


@pytest.mark.parametrize(
    ("typed", "value"),
    [("是", True), ("否", False), ("true", True), ("No", False), ("True", True)],
)
def test_yes_and_no(typed: str, *, value: bool) -> None:
    assert case_of(f"demonstration: {typed}").demonstration is value


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("2022-07-15", date(2022, 7, 15)),
        ("2022-07-15 17:00", datetime(2022, 7, 15, 17, 0)),  # noqa: DTZ001 -- Shanghai's clock
        ("2022-07-15T09:00:30Z", datetime(2022, 7, 15, 17, 0, 30)),  # noqa: DTZ001
    ],
)
def test_moments_are_told_in_shanghai(typed: str, value: date) -> None:
    data = data_of(f"kind: 通知\ntitle: x\ndeadlines: [{{label: 报送, at: {typed}}}]")
    notice = make_record(NoticeFrontMatter, data, "a.yml").value
    assert notice is not None
    assert notice.deadlines[0].at == value
    assert type(notice.deadlines[0].at) is type(value)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("number: 三", "3:9 value-invalid"),
        ("number: 0", "3:9 value-invalid"),
        ("number: [1]", "3:9 value-invalid"),
        (f"number: {'9' * 5000}", "3:9 value-invalid"),
        ("title: [a]", "3:8 value-invalid"),
        ("title: {a: b}", "3:8 value-invalid"),
        ("publicity_on: 2022-02-30", "3:15 value-invalid"),
        ("publicity_on: 20220614", "3:15 value-invalid"),
        ("publicity_on: 86400", "3:15 value-invalid"),
        ("publicity_on: 2022年6月14日", "3:15 value-invalid"),
        ("publicity_on: [2022-01-01]", "3:15 value-invalid"),
        ("demonstration: 也许", "3:16 value-invalid"),
        ("revocation: 撤销", "3:13 value-invalid"),
        ("indicators: [{name: x, values: {2019: .nan}}]", "3:39 value-invalid"),
        ("indicators: [{name: x, values: {2019: nan}}]", "3:39 value-invalid"),
        ("indicators: [{name: x, values: {2019: inf}}]", "3:39 value-invalid"),
        ("indicators: [{name: x, values: {2019: '96,1'}}]", "3:39 value-invalid"),
        ("indicators: [{name: x, values: {去年: 96}}]", "3:33 value-invalid"),
        ("indicators: [{name: x, values: [1, 2]}]", "3:32 value-invalid"),
        ("videos: [{title: x, provider: file, minutes: 601}]", "3:46 value-invalid"),
        ("videos: [{title: x, provider: file, minutes: 0}]", "3:46 value-invalid"),
        ("videos: [{title: x}]", "3:10 key-missing"),
        ("videos: [x]", "3:10 value-invalid"),
        ("videos: [{title: x, provider: 土豆}]", "3:31 value-unknown"),
        ("videos: [{title: x, provider: file, minute: 3}]", "3:37 key-unknown"),
        ("status: 已公示", "3:9 value-unknown"),
        ("status: [已公布]", "3:9 value-unknown"),
        ("level: {a: b}", "3:8 value-unknown"),
        ("titel: x", "3:1 key-unknown"),
        ("schema_: x", "3:1 key-unknown"),
        ("<<: {a: b}", "3:1 key-unknown"),
    ],
)
def test_what_cannot_be_is_a_fault_at_its_place(line: str, expected: str) -> None:
    assert faults_of(BASE + line) == [expected]


def test_missing_keys_stand_at_the_beginning_or_where_they_are_empty() -> None:
    assert faults_of("year: 2022\nenterprise:\n") == ["2:1 key-missing"]
    assert faults_of("title: x\n") == ["1:1 key-missing"] * 2
    assert faults_of("year: 2022\nenterprise: ' '") == ["2:13 value-invalid"]


def test_an_unknown_label_of_a_needed_key_is_one_fault() -> None:
    assert faults_of("title: x\nkind: 通报", NoticeFrontMatter) == ["2:7 value-unknown"]


def test_hints_name_the_nearest() -> None:
    data = data_of(BASE + "titel: x\nqqq: y\nstatus: 公布")
    near, unlike, label = make_record(CaseFrontMatter, data, "a.yml").faults[::-1]
    found = {str(f.values.get("key")): f.values["nearest"] for f in (near, unlike, label)}
    assert found == {"titel": "title", "qqq": "", "status": "已公布"}
    assert any("title" in hint for hint in hints((near, unlike, label)))


def test_many_unknown_keys_cost_little() -> None:
    data: dict[str, object] = {f"titl{number}": "x" for number in range(3000)}
    faults = make_record(CaseFrontMatter, data, "a.yml").faults
    unknown = [fault for fault in faults if fault.code == "key-unknown"]
    assert len(unknown) == 3000
    assert sum(bool(fault.values["nearest"]) for fault in unknown) == 20
