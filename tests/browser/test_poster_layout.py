"""The poster's code, its lines and its boxes, asked of the scripts themselves."""

from itertools import pairwise
from typing import Any, Final

import pytest
import segno
from playwright.sync_api import Browser, Page

from tests.browser.test_poster import SIZES
from tests.pages.rendering import THEME

pytestmark = pytest.mark.needs("chromium")

SOURCES: Final = "\n".join(
    path.read_text(encoding="utf-8")
    for path in sorted((THEME / "services/poster").glob("*.js"))
    if path.name[:2] in ("20", "30", "40", "50")
)
NOT_FIRST: Final = "。，、；：？！）》」』】〕”’…—％"
NOT_LAST: Final = "（《「『【〔“‘"


def asked(page: Page, expression: str, given: Any) -> Any:
    """Ask the scripts themselves, apart from any page of the site."""
    return page.evaluate(f"given => {{ {SOURCES}\nreturn {expression}; }}", given)


@pytest.fixture(scope="module")
def bare(browser: Browser) -> Any:
    """Give an empty page with Chinese fonts."""
    page = browser.new_page()
    yield page
    page.close()


ADDRESSES: Final = (
    *(f"https://example.org/{'a-b/C%' * 40}"[:length] for length in (*range(20, 210, 7), 213)),
    *(f"https://zlbg.example.org/cases/{number}-{number % 89:03}/" for number in range(2012, 2036)),
    "https://example.org/%E6%A1%88%E4%BE%8B/%E7%A4%BA%E4%BE%8B/2022-001/",
    "https://xn--fiqs8s.example/%F0%A0%AE%B7%F0%9F%98%80/",
    "https://example.org/案例/𠮷/😀/",
    "x",
)


def test_the_code_is_the_one_that_segno_makes(bare: Page) -> None:
    made = asked(bare, "given.map(qrMatrix)", ADDRESSES)
    versions = set()
    for address, rows in zip(ADDRESSES, made, strict=True):
        wanted = segno.make(
            address, error="m", micro=False, boost_error=False, mode="byte", encoding="utf-8"
        )
        versions.add(wanted.version)
        assert rows == [list(row) for row in wanted.matrix], address
    assert versions == set(range(1, 11))


def test_an_address_that_is_too_long_has_no_code(bare: Page) -> None:
    assert asked(bare, "qrMatrix(given)", "x" * 214) is None
    assert len(asked(bare, "qrMatrix(given)", "x" * 213)) == 57


def lines(page: Page, said: str, width: int) -> list[str]:
    """Break a text where every character is ten wide, but for narrow ones."""
    measure = "text => Array.from(text).length * 10"
    return list(asked(page, f"linesOf(given, {width}, {measure})", said))


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("一二三四。五", ["一二三", "四。五"]),
        ("一二三四五，六", ["一二三四", "五，六"]),
        ("一二三（四）", ["一二三", "（四）"]),
        ("甲乙丙“丁戊”己", ["甲乙丙", "“丁戊”", "己"]),
        ("用 FMEA 分析", ["用", "FMEA", "分析"]),
        ("  前  后  ", ["前 后"]),
        ("降至1.42%后", ["降至", "1.42%", "后"]),
        ("abcdefghij", ["abcd", "efgh", "ij"]),
        ("𠮷𠮷𠮷𠮷𠮷", ["𠮷𠮷𠮷𠮷", "𠮷"]),
        ("", []),
    ],
)
def test_lines_break_where_chinese_may(bare: Page, said: str, wanted: list[str]) -> None:
    width = 50 if "%" in said or "，" in said or "（" in said else 40
    if said.startswith(("一二三四。", "一二三四五", "甲", "一二三（")):
        width = 40
    assert lines(bare, said, width) == wanted


def test_characters_of_several_points_stay_together(bare: Page) -> None:
    for whole in ("👨\u200d👩\u200d👧\u200d👦", "👍🏽", "🇨🇳", "é", "葛\U000e0100", "❤\ufe0f"):
        assert asked(bare, "charactersOf(given)", f"甲{whole}乙") == ["甲", whole, "乙"]


def test_what_nobody_sees_goes(bare: Page) -> None:
    assert asked(bare, "visible(given)", "甲\u202e乙\u0000\n丙\u200b") == "甲 乙 丙"


HOSTILE: Final = {
    "plain": "构建数字孪生驱动的过程质量预测管控模式",
    "long": "推进全面质量管理，提升“供应链”协同水平：" * 80,
    "dots": "。，、" * 300,
    "opening": "（《“" * 300,
    "latin": "W" * 900,
    "words": "Statistical Process Control (SPC), " * 60,
    "rare": "𠮷𡈽㐂䶮𬭎" * 60,
    "emoji": "👨\u200d👩\u200d👧\u200d👦😀🇨🇳" * 80,
    "marks": "e\u0301\u0302\u0303" * 300,
    "turned": "\u202eabc\u2066" * 50,
    "empty": "",
    "blank": " \u3000" * 200,
    "markup": "<script>alert(1)</script>&amp;" * 30,
}


def boxes(page: Page, facts: dict[str, object], form: str) -> list[dict[str, Any]]:
    measure = "measuring(document.createElement('canvas').getContext('2d'))"
    expression = f"layOut(given[0], given[1], {measure})"
    return list(asked(page, expression, [facts, form]))


@pytest.mark.parametrize("form", SIZES)
@pytest.mark.parametrize("name", HOSTILE)
def test_nothing_runs_out_of_the_picture_or_into_the_code(bare: Page, form: str, name: str) -> None:
    said = HOSTILE[name]
    keys = ("site", "mark", "about", "title", "enterprise", "summary", "number", "address", "call")
    facts: dict[str, object] = {**dict.fromkeys(keys, said), "read": said, "hasCode": True}
    width, height = SIZES[form]
    found = boxes(bare, facts, form)
    texts = [item for item in found if item["kind"] == "text"]
    (code,) = [item for item in found if item["kind"] == "code"]
    for item in found:
        assert item["x"] >= 0
        assert item["y"] >= 0
        assert item["x"] + item["width"] <= width, item
        assert item["y"] + item["height"] <= height, item
    for item in texts:
        beside = item["x"] + item["width"] <= code["x"] or item["x"] >= code["x"] + code["width"]
        below = item["y"] >= code["y"] + code["height"] or item["y"] + item["height"] <= code["y"]
        assert beside or below, item
    for first, second in pairwise(texts):
        apart = first["x"] + first["width"] <= second["x"] or second["x"] > first["x"] + 200
        assert apart or first["y"] + first["height"] <= second["y"], (first, second)
    if name in ("plain", "long", "words", "rare"):
        assert texts
        for item in texts:
            assert item["text"][0] not in NOT_FIRST, item
            assert item["text"][-1] not in NOT_LAST, item
    if name == "long":
        assert sum(item["text"].endswith("…") for item in texts) >= 4


def test_without_a_code_the_words_take_its_place(bare: Page) -> None:
    facts = {
        **dict.fromkeys(("site", "title", "number", "address", "read"), "甲"),
        "hasCode": False,
    }
    facts |= dict.fromkeys(("mark", "about", "enterprise", "summary", "call"), "")
    for form in SIZES:
        assert not [item for item in boxes(bare, facts, form) if item["kind"] == "code"]
