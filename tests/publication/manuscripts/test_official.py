"""A notice as an official document: its parts by GB/T 9704-2012, and nothing lost or invented."""

from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.library.ids import CaseId, NoticeId
from generator.library.lifecycle import Status
from generator.publication.blocks.plain import inline_text, plain_text
from generator.publication.blocks.tree import Heading, ListBlock, Paragraph
from generator.publication.manuscripts.official import OfficialManuscript, official, outline
from generator.publication.manuscripts.official_tables import column_widths, table_of
from generator.publication.manuscripts.official_text import title_lines, width_of
from tests.pages import toy
from tests.publication.manuscripts.official_papers import SITE, manuscript, notice


def lines(made: OfficialManuscript) -> list[str]:
    return [fact.line for fact in made.facts]


def texts(made: OfficialManuscript) -> list[str]:
    return plain_text(made.body.blocks, made.body.notes).split("\n")


def test_a_fictional_notice_has_all_parts_of_a_document() -> None:
    made = manuscript(site=SITE)
    assert (made.banner, made.document_number) == ("示例质量协会文件", "示例质协〔2022〕18号")
    assert made.mark == "演示：虚构文件，仅作演示"
    assert (made.addressee, made.issuer) == ("各有关单位：", "示例质量协会")
    assert (made.date, made.issued_on) == ("2022年9月3日", "2022-09-03")
    assert made.annotation == "（联系单位：示例质量协会办公室；示例路 1 号（虚构））"
    assert made.printer == "示例质量协会"
    assert made.address == f"{SITE}notices/2022-09-03-publicity-demo/"
    colophon = [inline_text(line) for line in made.colophon]
    assert colophon[-2:] == [f"网址：{made.address}", "出处：本库编写的演示材料（虚构）"]


def test_a_real_notice_is_shown_as_a_rendering() -> None:
    made = manuscript(demonstration=None)
    assert made.is_rendering
    assert made.mark == "本库整理，不是原件；内容以原件为准"
    assert made.banner == "示例质量协会", "the word for a document belongs to the original"
    assert made.printer == "", "nobody said who printed the original"
    assert inline_text(made.colophon[-1]) == "出处：本库编写的演示材料（虚构）"


def test_what_a_notice_lacks_is_left_out() -> None:
    bare = ("document_number", "issuer", "addressee", "issued_on", "contact_office")
    lacking: dict[str, Any] = dict.fromkeys((*bare, "contact_address", "publicity", "edition"))
    made = manuscript(**lacking)
    assert (made.banner, made.document_number, made.addressee) == ("", "", "")
    assert (made.issuer, made.date, made.issued_on) == ("", "", "")
    assert (made.annotation, made.printer, made.address) == ("", "", "")
    assert (made.facts, made.annexes) == ((), ())


def test_contact_without_an_address_or_an_office() -> None:
    assert manuscript(contact_address=None).annotation == "（联系单位：示例质量协会办公室）"
    assert manuscript(contact_office=None).annotation == "（联系方式：示例路 1 号（虚构））"


def test_lists_become_paragraphs_with_their_numbers() -> None:
    body = "1. 甲\n2. 乙\n    1. 丙\n    2. 丁\n\n- 戊\n\n> [!NOTE]\n> 己\n"
    made = manuscript(body)
    assert all(isinstance(block, Paragraph) for block in made.body.blocks)
    assert texts(made) == ["1. 甲", "2. 乙", "（1）丙", "（2）丁", "· 戊", "提示：己"]


def test_headings_stay_as_the_notice_writes_them() -> None:
    made = manuscript()
    found = [
        (one.level, one.number + inline_text(one.inlines))
        for one in made.body.blocks
        if isinstance(one, Heading)
    ]
    assert found == [(2, "一、公示时间"), (3, "（一）时间"), (2, "二、异议")]
    assert not [one for one in made.body.blocks if isinstance(one, ListBlock)]


def test_a_fact_of_the_page_is_said_when_the_text_does_not() -> None:
    assert lines(manuscript()) == [
        "公示期：2022年9月5日 至 2022年9月19日（止日见原文），10 个工作日。"
    ]
    said = "自 2022 年 9 月 5 日起，至 9 月 19 日止。"
    assert lines(manuscript(said)) == []


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("到 1 月 7 日为止。", []),
        ("到 11 月 7 日为止。", ["报名截止：2023年1月7日。"]),
        ("到 2023-01-07 为止。", []),
    ],
)
def test_a_day_is_not_taken_for_another(body: str, expected: list[str]) -> None:
    due = [{"label": "报名截止", "at": date(2023, 1, 7)}]
    assert lines(manuscript(body, publicity=None, deadlines=due)) == expected


def test_an_hour_that_the_text_does_not_name_is_said() -> None:
    due = [{"label": "报名截止", "at": datetime(2023, 1, 7, 17, 0)}]  # noqa: DTZ001
    found = lines(manuscript("到 1 月 7 日为止。", publicity=None, deadlines=due))
    assert found == ["报名截止：2023年1月7日 17:00。"]
    assert lines(manuscript("到 1 月 7 日 17:00 为止。", publicity=None, deadlines=due)) == []


def test_a_session_says_what_its_text_does_not_and_attaches_its_programme() -> None:
    held = {
        "number": 1,
        "starts_on": date(2023, 12, 7),
        "ends_on": date(2023, 12, 8),
        "place": "示例中心",
        "hosts": ["示例协会", "示例公司"],
        "programme": [
            {"time": "9:00", "title": "开幕"},
            {"title": "讲授", "case": "2022-001"},
        ],
    }
    body = "定于 12 月 7 日至 8 日举办第一期活动，示例协会和示例公司主办。"
    made = manuscript(body, kind="session", publicity=None, session=held, cases=["2022-001"])
    assert lines(made) == ["地点：示例中心。"]
    (annex,) = made.annexes
    assert annex.listing is not None
    assert annex.listing.columns == ("时间", "内容", "讲授企业")
    first, second = annex.listing.groups[0].rows
    assert first == ("9:00", "开幕", "")
    assert second[1].startswith("讲授")


def test_the_cases_of_a_notice_are_attached_as_its_page_shows_them() -> None:
    inputs = toy.inputs()
    for name in ("2022-publicity", "2022-result", "2024-revocation"):
        known = inputs.library.notices[NoticeId(name)]
        (annex,) = official(inputs, known, {}).annexes
        assert annex.listing is not None
        named = [row for group in annex.listing.groups for row in group.rows]
        cases = [inputs.library.cases[CaseId(case_id)] for case_id in known.front.cases]
        shown = [case for case in cases if case.front.status is not Status.DRAFT]
        assert len(named) == annex.listing.count == len(shown)
        for case in shown:
            (row,) = [one for one in named if case.front.enterprise in one]
            is_marked = "〔已撤销〕" in "".join(row)
            assert is_marked == (case.front.status is Status.REVOKED)


def test_own_files_come_before_lists_and_are_links_where_the_site_knows_its_address() -> None:
    files = [
        {"title": "样表", "file": "2022-09-03-publicity-demo/form.docx"},
        {"title": "别处", "url": "https://a.example/"},
    ]
    made = manuscript(site=SITE, attachments=files, cases=["2022-001"])
    assert [one.title for one in made.annexes] == ["样表", "别处", "所列经验名单"]
    assert [one.address for one in made.annexes] == [
        f"{SITE}notices/2022-09-03-publicity-demo/form.docx",
        "https://a.example/",
        "",
    ]
    assert manuscript(attachments=files).annexes[0].address == ""


def test_a_list_without_entries_is_no_attachment() -> None:
    assert manuscript(cases=["2022-011"]).annexes == (), "its only case is a draft"


def test_an_outline_tells_everything_but_the_text() -> None:
    inputs, known = toy.inputs(), notice()
    assert outline(inputs, known) == outline(inputs, notice("另一篇正文。"))
    assert outline(inputs, known).body.is_empty


def test_a_list_as_a_table_names_its_groups() -> None:
    (annex,) = manuscript(cases=["2022-001", "2022-010"]).annexes
    listing = annex.listing
    assert listing is not None
    table = table_of(listing)
    assert table.columns == len(column_widths(listing)) == len(listing.columns)
    groups = sum(bool(group.label) for group in listing.groups)
    assert len(table.body) == listing.count + groups


PARTS = st.lists(st.text("质量标杆 a1", min_size=1, max_size=12), min_size=1, max_size=12)


@given(PARTS, st.integers(4, 20))
def test_a_title_is_broken_between_its_parts_only(parts: list[str], longest: int) -> None:
    broken = title_lines(parts, longest)
    assert "".join("".join(broken).split()) == "".join("".join(parts).split())
    for line in broken:
        assert width_of(line) <= longest or line in {part.strip() for part in parts}


def test_the_lines_of_a_title_are_even() -> None:
    parts = ("示例：", "关于 ", "2022\xa0年", "质量标杆", "典型经验", "评审", "结果的公示")
    assert title_lines(parts, 18) == ("示例：关于 2022\xa0年质量标杆", "典型经验评审结果的公示")
    assert title_lines(("一二三四",), 18) == ("一二三四",)
