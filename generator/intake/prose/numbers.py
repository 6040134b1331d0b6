"""Numbers that authors type before headings: 第一章, 一、, （一）, 1., 1.1, （1）, ①, Ⅰ., A."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Final

from generator.intake.wordings import pattern
from generator.strings import text

_HALF: Final = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}
KINDS: Final = (
    *("chapter", "section", "roman", "han", "han_bracket"),
    *("dotted", "decimal", "bracket", "bare", "letter"),
)
"""In the order in which they are tried; each has its pattern in the strings file."""
_ROMAN: Final = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_CIRCLED: Final = "circled"


@dataclass(frozen=True, slots=True)
class Number:
    """A number at the beginning of a text."""

    kind: str
    """One of `KINDS`, `dotted2` to `dotted5`, or `circled`."""
    value: int
    length: int
    """How many characters of the text it takes, with what parts it from the words."""
    above: tuple[int, ...] = ()
    """Of 2.3.1 the 2 and 3."""


@cache
def read_number(words_: str) -> Number | None:
    """Read the number at the beginning of a text, in full or half width."""
    half = words_.translate(_HALF)
    for kind in KINDS:
        found = pattern(f"intake_prose.number.{kind}").match(half)
        if not found:
            continue
        digits = next(group for group in found.groups() if group)
        if kind == "dotted":
            parts = tuple(map(int, digits.split(".")))
            return Number(f"dotted{len(parts)}", parts[-1], found.end(), parts[:-1])
        return Number(kind, _value_of(kind, digits), found.end())
    circled = pattern("intake_prose.number.circled").match(half)
    if circled is None:
        return None
    return Number(_CIRCLED, int(unicodedata.numeric(half[0], 1)), circled.end())


def _value_of(kind: str, digits: str) -> int:
    if kind == "roman":
        return _ROMAN.index(unicodedata.normalize("NFKC", digits)) + 1
    if kind == "letter":
        return ord(digits) - ord("A") + 1
    return int(digits) if digits.isdecimal() else _from_chinese(digits)


def without_number(words_: str) -> str:
    """Give a text without its number."""
    number = read_number(words_)
    return words_[number.length :] if number else words_


def is_counted(number: Number, rest: str) -> bool:
    """Tell whether what looks like a number counts, with the next one, the word behind.

    So in 一、二级供应商, not in 一、三级质量责任体系 nor in （一）二级供应商.
    """
    found = pattern("intake_prose.number.counting").match(rest.translate(_HALF))
    if number.kind != "han" or found is None:
        return False
    return _from_chinese(found[1]) == number.value + 1


def half_width(words_: str) -> str:
    """Give a text with full-width letters, digits and signs in half width, of the same length."""
    return words_.translate(_HALF)


def _from_chinese(digits: str) -> int:
    """Give the value of 九, 十, 二十一, 一〇."""
    signs = text("intake_prose.number.digits")
    ten = text("intake_prose.number.ten")
    if ten in digits:
        tens, _, ones = digits.partition(ten)
        return _value(tens, signs, 1) * 10 + _value(ones, signs, 0)
    return _value(digits, signs, 0)


def _value(digits: str, signs: str, empty: int) -> int:
    values: Iterable[int] = [signs.index(sign) % 10 for sign in digits if sign in signs]
    number = 0
    for value in values:
        number = number * 10 + value
    return number if digits else empty
