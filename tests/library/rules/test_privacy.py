"""Marks and personal data: what is found, and what only looks like it."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.library.rules.markings import pattern
from generator.library.rules.personal import (
    is_identity_card,
    is_role,
    look_at_number,
    may_hold_number,
)
from generator.library.rules.privacy import check_body_privacy, check_front_privacy, find_hits
from generator.library.rules.secrecy import look_at_grade
from tests.library.rules.samples import case, lines, notice, source

FOUND = {
    "personal-mobile": [
        "电话13800138000。",
        "电话：138 0013 8000",
        "电话：138-0013-8000",
        "电话：138.0013.8000",
        "电话：138　0013　8000",
        "+86 13800138000",
        "+8613800138000",
        "008613800138000",
        "（86-13800138000）",
        "Tel13800138000",
        "手机：１３８００１３８０００",
        "办公 027-87654321 13800138000",
        "13800138000、13900139001",
    ],
    "personal-identity-card": [
        "身份证11010519491231002X",
        "身份证11010519491231002x。",
        "身份证 110105 19491231 002X",
        "440524188001010014",
        "１１０１０５１９４９１２３１００２Ｘ",
    ],
    "personal-email": [
        "zhang.san@example.org",
        "邮箱：zhangsan_88@qq.com。",
        "[写信](mailto:li-si@example.org)",
        "wang＠example.com.cn",
        "INFORMATION.wang@example.org",
    ],
    "secret-marking": [
        "机密★",
        "绝密★长期",
        "秘密★5年",
        "秘 密 ★ 1 年",
        "秘密☆",
        "商密★10年",
        "秘密*5年",
        "绝密",
        "  机 密  ",
        "**秘密**",
        "> 机密",
        "机密 10年",
        "秘密长期",
        "密级：机密",
        "密级: 秘密",
        "| 密级 | 机密 |",
        "内部资料，注意保密",
        "内部资料 注意保密",
        "（内部文件·严禁外传）",
    ],
}

MISSED = [
    # Words about secrecy are no marks.
    "材料内容不得涉及国家秘密。",
    "保护商业秘密，保守国家秘密，签订保密协议。",
    "机密性、完整性和可用性",
    "按绝密、机密、秘密三级管理信息。",
    "保守秘密10年",
    "**商业秘密**管理",
    "* 商业秘密\n* 技术秘密",
    "- 绝密\n- 机密\n- 秘密",
    "秘密**不**公开",
    "密级管理制度，密级为三级",
    "密级：机密性",
    "精密★★★★☆",
    "加密、密封、密度",
    "内部资料齐全，注意保密工作",
    "内部资料室",
    # Numbers that are no telephone numbers.
    "营业收入15000000000元",
    "产值 13812345678 万元",
    "年产13812345678件",
    "总额 15000000000",
    "值为 0.13812345678",
    "13812345678.5",
    "113800138000",
    "138001380001",
    "12800138000",
    "标准 GB13800138000",
    "合同号HT13800138000",
    "https://example.org/news/13800138000.html",
    "[新闻](https://example.org/a?id=13800138000)",
    "2019 2020 2021 2022",
    "1.4 1.1 0.7 1.3 0.6 2.2",
    "027-87654321",
    "统一社会信用代码 91420100MA4KXXXX0X",
    "2022-09-16 至 2022-09-30",
    # Eighteen digits that are no identity card.
    "110105194912310021",
    "11010519491331002X",
    "11010519490230002X",
    "911010519491231002X",
    "https://example.org/11010519491231002X",
    # Mailboxes of offices, and what is no mailbox.
    "qmb@example.org",
    "qmb2022@example.org.cn",
    "office.zlb@example.org",
    "service_hb@example.org",
    "Info@example.org",
    "logo@2x.png",
    "package@1.2.3",
    "git@github.com",
    "https://example.org/@zhang.san",
    "@全体成员",
    "A@B",
]


@pytest.mark.parametrize(
    ("code", "text"), [(code, text) for code, texts in FOUND.items() for text in texts]
)
def test_found(code: str, text: str) -> None:
    assert {found for _, found, _ in find_hits(text)} == {code}


@pytest.mark.parametrize("text", MISSED)
def test_near_misses(text: str) -> None:
    assert find_hits(text) == []


def test_several_on_one_line_are_all_found() -> None:
    text = "13800138000、zhang@example.org、13900139001"
    assert [offset for offset, _, _ in find_hits(text)] == [0, 12, 30]


def test_place_is_that_of_the_file() -> None:
    text = "第一行\n\n第三行，电话13800138000\n机密★\n"
    assert lines(check_body_privacy("x.md", source(text))) == [
        "personal-mobile 12:7",
        "secret-marking 13:1",
    ]


def test_report_does_not_publish_the_number() -> None:
    (fault,) = check_body_privacy("x.md", source("13800138000"))
    assert fault.values["text"] == "138…00"


@pytest.mark.parametrize(
    ("values", "fault"),
    [
        ({"summary": "电话13800138000"}, "personal-mobile summary"),
        ({"honours": ["无", "机密★"]}, "secret-marking honours.1"),
        (
            {"sources": [{"title": "示例", "note": "zhang@example.org"}]},
            "personal-email sources.0.note",
        ),
    ],
)
def test_front_matter_is_looked_through(values: dict[str, Any], fault: str) -> None:
    record = case(**values)
    assert lines(check_front_privacy(record.path, record.front)) == [fault]


def test_office_mailbox_has_its_place() -> None:
    record = notice("2022-call", "call", contact_address="zhang@example.org")
    assert lines(check_front_privacy(record.path, record.front)) == []
    record = notice("2022-call", "call", contact_address="13800138000")
    assert lines(check_front_privacy(record.path, record.front)) == [
        "personal-mobile contact_address"
    ]


@pytest.mark.parametrize("digit", "0123456789X")
def test_only_one_check_digit_is_right(digit: str) -> None:
    assert is_identity_card(f"11010519491231002{digit}") is (digit == "X")


@pytest.mark.parametrize("local", ["qmb", "QMB", "qmb01", "info-2022", "service.bj"])
def test_roles(local: str) -> None:
    assert is_role(local)


@pytest.mark.parametrize("local", ["zhangsan", "information", "qmbzhang", "2022", "-"])
def test_no_roles(local: str) -> None:
    assert not is_role(local)


@given(st.text(alphabet="1380 -.X@＠密机绝秘★*\n内部资料a/:w.元０８", max_size=60))
def test_any_text_has_hits_inside_it(text: str) -> None:
    for offset, _, _ in find_hits(text):
        assert 0 <= offset < len(text)


@pytest.mark.parametrize("unit", ["密", "机密", "1380013800", "a@", "1 ", "内部", "13800138000a"])
def test_hostile_repetition_ends(unit: str) -> None:
    text = unit * (200_000 // len(unit))
    assert len(find_hits(text)) <= 60


FULL_WIDTH = {ord(half): ord(half) + 0xFEE0 for half in "0123456789X"}
NUMBERS = ("13800138000", "19912345678", "11010519491231002X", "440524188001010014")
LATE = "11010520040229001"


@st.composite
def numbers(draw: st.DrawFn) -> str:
    """Give a number in any width, with or without signs between its digits."""
    late = next(f"{LATE}{last}" for last in "0123456789X" if is_identity_card(f"{LATE}{last}"))
    number = draw(st.sampled_from([*NUMBERS, late]))
    wide = draw(st.lists(st.booleans(), min_size=len(number), max_size=len(number)))
    sign = draw(st.sampled_from(["", "", " ", "-", ".", "\u3000", "\u00a0"]))
    places = {3, 7} if len(number) == len(NUMBERS[0]) else {6, 10, 12, 14}
    return "".join(
        sign * (place in places) + (one.translate(FULL_WIDTH) if is_wide else one)
        for place, (one, is_wide) in enumerate(zip(number, wide, strict=True))
    )


@given(st.text(alphabet="电 a\n", max_size=5), numbers(), st.text(alphabet="话 .X\n", max_size=5))
def test_the_quick_look_misses_no_number(before: str, number: str, behind: str) -> None:
    text = before + number + behind
    # Not every sign parts the digits of either: no card has full stops.
    if list(look_at_number(text, 0, len(text))):
        assert may_hold_number(text)


@given(st.text(alphabet="1380 -.X19２０١", max_size=40))
def test_the_quick_look_misses_nothing_in_any_digits(text: str) -> None:
    if list(look_at_number(text, 0, len(text))):
        assert may_hold_number(text)


@given(st.text(alphabet="密机绝秘商级 \t　★:：年5\n*", max_size=20))
def test_a_mark_lies_only_where_the_quick_look_stops(text: str) -> None:
    near = {match.start() for match in pattern("secrecy.near").finditer(text)}
    for place, sign in enumerate(text):
        if sign == "密" and list(look_at_grade(text, place, place + 1)):
            assert place in near
