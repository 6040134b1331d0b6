"""One table of the symbol fonts serves the text of a case and the ticks of a form."""

import pytest

from generator.intake.word.symbol_fonts import EMPTY, TICKED, mark_of, sign_of, translated


@pytest.mark.parametrize(
    ("font", "code", "sign", "mark"),
    [
        ("Wingdings 2", 0x52, TICKED, TICKED),
        ("Wingdings 2", 0xF0A3, EMPTY, EMPTY),
        ("wingdings", 0xFD, "☒", TICKED),
        ("Wingdings", 0xF0FC, "✓", "✓"),
        ("Wingdings", 0xE0, "→", ""),
        ("Webdings", 0x61, "✓", "✓"),
        ("Symbol", 0xD6, "", "√"),
        ("宋体", 0x52, "", ""),
    ],
)
def test_a_code_is_a_sign_and_may_be_a_mark(font: str, code: int, sign: str, mark: str) -> None:
    assert sign_of(font, code) == sign
    assert mark_of(font, code) == mark


def test_only_marks_are_translated_in_a_form() -> None:
    assert translated("R大型 £小型", "Wingdings 2") == "☑大型 □小型"
    assert translated("R", "宋体") == "R"
