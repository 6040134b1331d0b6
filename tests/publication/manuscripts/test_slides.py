from dataclasses import replace

import pytest

from generator.library.case import Indicator
from generator.library.ids import CaseId
from generator.pages.inputs import Inputs
from generator.publication.manuscripts.case import outline
from generator.publication.manuscripts.slides import charts_of, slides
from generator.site import prepare
from tests.toy.library import config, copy_good

_ID = CaseId("2022-001")


@pytest.fixture(scope="module")
def inputs(tmp_path_factory: pytest.TempPathFactory) -> Inputs:
    root = copy_good(tmp_path_factory.mktemp("toy") / "library")
    settings = config(root)
    site = prepare(settings)
    return Inputs.of(site.library, site.catalogue, settings)


def test_says_what_the_page_says(inputs: Inputs) -> None:
    case = inputs.library.cases[_ID]
    made = slides(inputs, case, outline(inputs, case))
    assert dict(made.facts)["年度"] == "2022 年"
    assert "统计过程控制" in dict(made.facts)["质量方法"]
    assert [chart.heading for chart in made.charts] == ["产品合格率（%）", "质量损失率（%）"]
    assert made.charts[0].values == (96.1, 97.4, 98.8)
    assert made.charts[0].shown == ("96.1", "97.4", "98.8")
    assert made.honours == ("2021 年示例省质量奖（虚构）",)
    assert made.citation.startswith("示例智能装备有限公司.")


def test_video_elsewhere_keeps_its_address(inputs: Inputs) -> None:
    case = inputs.library.cases[_ID]
    video = slides(inputs, case, outline(inputs, case)).videos[0]
    assert "bilibili.com" in video.address
    assert video.length == "30 分钟"
    assert video.chapters == ("00:00 形象展示（2 分钟）", "02:00 经验介绍（28 分钟）")


def test_video_of_the_page_where_the_site_knows_its_address(inputs: Inputs) -> None:
    known = replace(inputs, config=replace(inputs.config, site_url="https://example.org/"))
    case = known.library.cases[_ID]
    video = slides(known, case, outline(known, case)).videos[0]
    assert video.address == "https://example.org/cases/2022-001/#video-1"


def test_case_without_indicators_and_videos(inputs: Inputs) -> None:
    case = inputs.library.cases[CaseId("2022-d01")]
    made = slides(inputs, case, outline(inputs, case))
    assert (made.charts, made.table, made.videos) == ((), None, ())
    assert made.chapter.mark


def test_what_has_no_value_has_no_chart() -> None:
    nothing = Indicator(name="无值", values={})
    gap = Indicator(name="缺一年", values={2021: 2.5, 2019: 1.0})
    (chart,) = charts_of((nothing, gap))
    assert (chart.years, chart.values, chart.shown) == ((2019, 2021), (1.0, 2.5), ("1", "2.5"))
