"""Handouts of the toy library's session, and of one that is fictional."""

from dataclasses import replace
from pathlib import Path
from typing import Final

from generator.library.ids import NoticeId
from generator.pages.inputs import Inputs
from generator.publication.manuscripts.chapter import Imprint
from generator.publication.manuscripts.handout import HandoutCase, HandoutManuscript, handout
from generator.site import prepare
from tests.toy.library import config, copy_good

IMPRINT: Final = Imprint("示例标杆库", "https://example.org/", "zh-Hans")
SESSION: Final = NoticeId("2023-04-20-session")


def inputs_of(root: Path, site_url: str) -> Inputs:
    """Read a copy of the toy library at `root`, which must not exist."""
    settings = replace(config(copy_good(root)), site_url=site_url)
    site = prepare(settings)
    return Inputs.of(site.library, site.catalogue, settings)


def handout_at(root: Path, site_url: str) -> HandoutManuscript:
    """Give the handout of the toy session, fictional, with a case that was revoked."""
    made = handout(inputs := inputs_of(root, site_url), inputs.library.notices[SESSION])
    gone = HandoutCase("介绍已撤销的案例", absent="该案例称号已撤销，不再介绍其内容。")
    return replace(made, cases=(*made.cases, gone), mark="演示材料：活动、企业与数据均为虚构")
