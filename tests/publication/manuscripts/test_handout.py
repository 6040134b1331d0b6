from dataclasses import replace

import pytest

from generator.errors import BiaoganError
from generator.library.ids import CaseId, NoticeId
from generator.library.lifecycle import Status
from generator.library.notice import Notice, ProgrammeItem
from generator.pages.inputs import Inputs
from generator.publication.manuscripts.handout import handout
from tests.publication.word.handouts import inputs_of

_ID = NoticeId("2023-04-20-session")


@pytest.fixture(scope="module")
def inputs(tmp_path_factory: pytest.TempPathFactory) -> Inputs:
    return inputs_of(tmp_path_factory.mktemp("toy") / "library", "https://example.org/")


def presenting(inputs: Inputs, *ids: str) -> Notice:
    notice = inputs.library.notices[_ID]
    session = notice.front.session
    assert session is not None
    items = tuple(ProgrammeItem(title=f"介绍 {one}", case=one) for one in ids)
    changed = session.model_copy(update={"programme": items})
    return replace(notice, front=notice.front.model_copy(update={"session": changed}))


def test_says_what_the_notice_says(inputs: Inputs) -> None:
    made = handout(inputs, inputs.library.notices[_ID])
    assert made.facts == (
        ("期次", "第 1 期"),
        ("时间", "2023-04-20 至 2023-04-21"),
        ("地点", "示例市"),
        ("主办与承办", "示例协会"),
        ("发文机关", "示例协会"),
        ("短网址", "example.org/s/2023-1/"),
    )
    assert [(row.time, row.title, row.enterprise) for row in made.programme] == [
        ("", "开场", ""),
        ("09:30", "数据驱动的过程质量管控", "示例智能装备有限公司"),
    ]
    assert made.programme[1].case == "构建数据驱动的过程质量管控模式"
    assert made.address == "https://example.org/notices/2023-04-20-session/"


def test_case_with_its_indicators(inputs: Inputs) -> None:
    (case,) = handout(inputs, inputs.library.notices[_ID]).cases
    assert case.summary == ("用数据提前发现异常。",)
    first = case.indicators[0]
    assert (first.first, first.last) == ("96.1（2019 年）", "98.8（2021 年）")
    assert case.address == "https://example.org/cases/2022-001/"
    assert case.number == ""


def test_without_address_the_number(inputs: Inputs) -> None:
    unknown = replace(inputs, config=replace(inputs.config, site_url=""))
    (case,) = handout(unknown, inputs.library.notices[_ID]).cases
    assert case.address == ""
    assert "2022-001" in case.number


def test_case_without_summary_begins_with_its_text(inputs: Inputs) -> None:
    (case,) = handout(inputs, presenting(inputs, "2022-005")).cases
    assert case.summary == ("示例小微电器是虚构的企业。",)


@pytest.mark.parametrize(
    ("case_id", "why"), [("2020-004", "撤销"), ("2022-003", "尚未公布"), ("2022-004", "尚未公布")]
)
def test_of_what_is_not_listed_only_the_programme_speaks(
    inputs: Inputs, case_id: str, why: str
) -> None:
    made = handout(inputs, presenting(inputs, case_id))
    (case,) = made.cases
    hidden = inputs.library.cases[CaseId(case_id)]
    assert hidden.front.status is not Status.APPROVED
    assert case.title == f"介绍 {case_id}"
    assert why in case.absent
    assert hidden.front.enterprise not in repr(made)


def test_notice_without_a_session(inputs: Inputs) -> None:
    with pytest.raises(BiaoganError, match="不是交流活动"):
        handout(inputs, inputs.library.notices[NoticeId("2022-10-20-result")])
