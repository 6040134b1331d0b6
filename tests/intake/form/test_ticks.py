"""Which options are ticked, in every way of ticking that forms are filled in."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.intake.form.ticks import Choice, before_marks, read_choice
from tests.intake.form.samples import (
    DIRECTIONS,
    Xml,
    box,
    form_of,
    in_font,
    legacy_box,
    p,
    sym,
    tbl,
    tc,
    together,
    tr,
)

TICKED = ("质量管理数字化", "过程控制")


def marked(on: str, off: str, joint: str = " ") -> str:
    return joint.join(f"{on if one in TICKED else off}{one}" for one in DIRECTIONS)


def marked_after(on: str, off: str, joint: str = " ") -> str:
    return joint.join(f"{one}{on if one in TICKED else off}" for one in DIRECTIONS)


WAYS = {
    "boxes": marked("☑", "□"),
    "light boxes": marked("☑", "☐", "\n"),
    "tick for a box": marked("√", "□"),
    "tick for a box, lines": marked("√", "□", "\n"),
    "tick for a box, glued": marked("√", "□", ""),
    "full box": marked("■", "□", "、"),
    "tick beside a box": marked("□√", "□"),
    "tick beside a box, apart": marked("□ √ ", "□ "),
    "tick before a box": marked("√□", "□"),
    "crossed box": marked("☒", "☐", "　"),
    "dots": marked("●", "○"),
    "dots of the keyboard": marked("●", "〇"),
    "brackets": marked("（√）", "（ ）"),
    "half brackets": marked("(√)", "( )", "\n"),
    "letter in brackets": marked("[x]", "[ ]"),
    "check marks alone": marked("✓", ""),
    "boxes after": marked_after("☑", "□"),
    "boxes after, glued": marked_after("☑", "□", ""),
    "ticks in boxes after": marked_after("□√", "□"),
    "brackets after": marked_after("（√）", "（  ）"),
    "ticks after, alone": marked_after("√", ""),
    "ticks after, listed": marked_after("✔", "", "、"),
    "box before, tick after": " ".join(
        f"□{one}{'√' if one in TICKED else ''}" for one in DIRECTIONS
    ),
    "with a lead": "（可多选）" + marked("☑", "□"),
    "with a lead and colon": "请选择：" + marked("■", "□"),
}


@pytest.mark.parametrize("way", WAYS)
def test_every_way_is_read(way: str) -> None:
    assert read_choice(WAYS[way]) == Choice(TICKED, DIRECTIONS)


CONTROLS = {
    "content controls": (box(True), box(False)),
    "Wingdings 2 symbols": (sym("F052"), sym("F0A3")),
    "Wingdings symbols": (sym("F0FE", "Wingdings"), sym("F0A8", "Wingdings")),
    "letters of Wingdings 2": (in_font("R"), in_font("£")),
    "letters of Wingdings": (in_font("þ", "Wingdings"), in_font("o", "Wingdings")),
    "form fields": (legacy_box(True), legacy_box(False)),
    "check symbol in a box": (together("□", sym("F050")), sym("F0A3")),
}


@pytest.mark.parametrize("way", CONTROLS)
@pytest.mark.parametrize("is_after", [False, True])
def test_every_control_is_read(tmp_path: Path, way: str, is_after: bool) -> None:
    on, off = CONTROLS[way]
    marks = [(on if one in TICKED else off, f"{one} ") for one in DIRECTIONS]
    parts = [part for mark, one in marks for part in ((one, mark) if is_after else (mark, one))]
    content = together(*parts)
    form = form_of(tmp_path, *form_with(content))
    fact = form.fact("directions")
    assert fact is not None
    assert fact.choice == Choice(TICKED, DIRECTIONS)


def form_with(directions: str) -> tuple[Xml, ...]:
    return (
        p("质量标杆申报书"),
        tbl(tr("企业名称", "示例公司"), tr("申报方向", tc(directions)), tr("组织规模", "")),
    )


def test_options_in_cells_of_their_own(tmp_path: Path) -> None:
    rows = (
        tr(tc("申报方向", merge="restart"), "□质量管理体系", "☑过程控制"),
        tr(tc("", merge="continue"), "□可靠性提升", "☑中小企业"),
        tr("组织规模", "□大型 ☑中型", ""),
    )
    form = form_of(tmp_path, p("质量标杆申报书"), tbl(*rows))
    directions, size = form.fact("directions"), form.fact("size")
    assert directions is not None
    assert size is not None
    assert (directions.value, size.value) == ("过程控制、中小企业", "中型")


def test_options_in_rows_below(tmp_path: Path) -> None:
    rows = (
        tr("申报方向", "□质量管理体系 ☑过程控制"),
        tr("", "☑可靠性提升 □中小企业"),
        tr("", "示例说明"),
        tr("", "☑质量管理方法"),
        tr("组织规模", "大型"),
    )
    form = form_of(tmp_path, p("质量标杆申报书"), tbl(*rows))
    directions = form.fact("directions")
    assert directions is not None
    assert directions.value == "过程控制、可靠性提升"


@pytest.mark.parametrize(
    "text",
    [
        "质量管理体系 √ 质量管理数字化 过程控制",
        "√ √",
        "☑ ☐",
        "质量管理体系√质量管理数字化",
        "□质量管理体系√□质量管理数字化",
        "□质量管理体系 √ □质量管理数字化",
        "×质量管理体系 √质量管理数字化",
        "☑过程控制 ☐过程控制",
        "■质量管理体系 ■质量管理数字化 ■过程控制",
        "质量管理体系☑ 质量管理数字化□ 过程控制",
        "□",
    ],
)
def test_what_is_not_certain_is_not_guessed(text: str) -> None:
    choice = read_choice(text)
    assert choice is not None
    assert not choice.is_clear
    assert choice.ticked == ()


def test_none_ticked_is_clear_and_empty() -> None:
    assert read_choice(marked("□", "□")) == Choice((), DIRECTIONS)
    assert read_choice("（ ）大型（ ）中型") == Choice((), ("大型", "中型"))


def test_a_tick_that_touches_only_a_tick_is_unclear() -> None:
    choice = read_choice("√√")
    assert choice is None or not choice.is_clear


def test_words_without_marks_are_no_choice() -> None:
    assert read_choice("质量管理体系、过程控制") is None
    assert read_choice("通用设备制造业（ ）") is None
    assert read_choice("") is None


def test_what_stands_before_the_marks() -> None:
    assert before_marks("96.5 ☑自评 □第三方调查") == "96.5"
    assert before_marks("☑自评") == ""
    assert before_marks("96.5分") == "96.5分"


@given(st.text(alphabet="□☑√■●○（）()[]x×体系控制、 \n", max_size=40))
def test_any_text_gives_offered_options(text: str) -> None:
    choice = read_choice(text)
    if choice is not None:
        assert set(choice.ticked) <= set(choice.offered)
        assert all(choice.offered)
