"""Numbers as they are typed into a form: read when they are certain, else left to the editor."""

from dataclasses import dataclass
from typing import Final

from generator.intake.wordings import pattern
from generator.library.vocabulary import fold

_LONGEST: Final = 64
"""Characters of a cell that holds a number and little else."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number and the unit written after it, if any."""

    value: int | float
    unit: str = ""


def is_blank(text: str) -> bool:
    """Tell whether a cell says nothing: empty, a stroke, a word for none."""
    return pattern("intake_form.pattern.blank").fullmatch(text.strip()) is not None


def read_number(text: str) -> Number | None:
    """Give a number, or nothing when it is none or not certain: about, a range, more than.

    `123,456.70`, full-width digits and `-3.5%` are read; `1,23` is not, nor what looks like the
    number of a mobile phone.
    """
    if len(text) > _LONGEST:
        return None
    kept = fold_width(pattern("intake_form.pattern.trailing").sub("", text))
    bare = "\n".join(" ".join(line.split()) for line in kept.splitlines()).strip()
    found = pattern("intake_form.pattern.number").fullmatch(bare)
    if not found:
        return None
    whole = "".join(letter for letter in found["whole"] if letter.isdecimal())
    if pattern("intake_form.pattern.mobile").match(whole):
        return None
    sign = "-" if found["sign"] not in ("", "+") else ""
    unit = (found["unit"] or "").strip()
    if found["part"] is None:
        return Number(int(sign + whole), unit)
    return Number(float(f"{sign}{whole}.{found['part']}"), unit)


def read_rank(text: str) -> int | None:
    """Give a place in the industry: `2`, `第2名`; nothing when it is not certain."""
    found = pattern("intake_form.pattern.rank").fullmatch(fold_width(text.strip()))
    return int(found["rank"]) or None if found else None


def years_in(text: str) -> list[tuple[int, str]]:
    """Give every year that a text names, with what stands after it: `2019年 12 2020年：15`."""
    found = list(pattern("intake_form.pattern.years_in_text").finditer(fold_width(text)))
    ends = [*(match.start() for match in found[1:]), len(text)]
    folded = fold_width(text)
    return [
        (int(match["year"]), folded[match.end() : end].strip())
        for match, end in zip(found, ends, strict=False)
    ]


def year_of(text: str, *, needs_word: bool = False) -> int | None:
    """Give the year that a cell names and nothing else; `2019` alone may be a value."""
    key = "year_sure" if needs_word else "year"
    found = pattern(f"intake_form.pattern.{key}").fullmatch(fold_width(text.strip()))
    return int(found["year"]) if found else None


def same_unit(one: str, other: str) -> bool:
    """Tell whether two units are written the same but for width and case."""
    return fold(one) == fold(other)


def fold_width(text: str) -> str:
    """Give full-width letters, digits and signs in half width, a sign for a sign."""
    return text.translate(_HALF)


_HALF: Final = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20, 0xA0: 0x20}
