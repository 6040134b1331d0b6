import pytest

from generator.reading.notices import read_notice
from tests.reading.toy import NOTICE, placed


def test_a_notice_has_its_file_s_name() -> None:
    outcome = read_notice(NOTICE, "notices/2022-06-14-wuhan-call.md")
    assert outcome.faults == ()
    assert outcome.value is not None
    assert outcome.value.record is not None
    assert outcome.value.record.id == "2022-06-14-wuhan-call"
    assert outcome.value.record.front.kind.value == "call"
    assert outcome.value.source.body == "\n正文。\n"


@pytest.mark.parametrize("name", ["2022-06-14", "通知", "wuhan", "2022-Wuhan"])
def test_a_file_name_that_is_no_id(name: str) -> None:
    outcome = read_notice(NOTICE, f"notices/{name}.md")
    assert placed(outcome.faults, NOTICE) == ["1:1 file-name"]
    assert outcome.value is not None
    assert outcome.value.record is None


def test_all_faults_of_a_file_are_told_at_once() -> None:
    text = "---\nkind: 告示\nname: x\n---\n"
    outcome = read_notice(text, "notices/x.md")
    assert placed(outcome.faults, text) == [
        "1:1 file-name",
        "1:1 key-missing",
        "2:7 value-unknown",
        "3:1 key-unknown",
    ]


def test_without_front_matter_there_is_no_notice() -> None:
    assert placed(read_notice("正文", "notices/2022-x.md").faults, "") == [
        "1:1 front-matter-missing"
    ]
    outcome = read_notice("---\n- a\n---\n", "notices/2022-x.md")
    assert outcome.value is not None
    assert outcome.value.record is None
