"""Numbers as Word writes them in automatic numbering: the formats of `w:numFmt`."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from generator.strings import text

_ROMAN: Final = tuple(
    zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        ("M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"),
        strict=True,
    )
)


def formatted(value: int, form: str) -> str:
    """Give a number in a format of Word; in an unknown one, or beyond its reach, in digits."""
    write = _FORMATS.get(form)
    return (write(value) if write and value > 0 else "") or str(value)


def is_chinese(form: str) -> bool:
    """Tell whether a format writes Chinese numerals or the heavenly stems and earthly branches."""
    return form in _CHINESE


def _word(name: str) -> str:
    return text(f"intake_word.number.{name}")


def _thousands(value: int, *, digits: str = "digits", units: str = "units") -> str:
    """Count as one reads: 一百零一, and 十二 for twelve."""
    if value >= 10_000:
        return ""
    numerals, tens = _word(digits), _word(units)
    written, gap = "", False
    for power in (3, 2, 1, 0):
        digit = value // 10**power % 10
        if digit:
            written += (
                (numerals[0] if gap and written else "") + numerals[digit] + tens[:power][-1:]
            )
            gap = False
        else:
            gap = True
    one_ten = numerals[1] + tens[0]
    return written[1:] if written.startswith(one_ten) else written


def _counting(value: int) -> str:
    return _thousands(value) if value < 100 else _digits(value)


def _japanese(value: int) -> str:
    """Count as in Japanese: no zero between, and no one before ten, hundred and thousand."""
    if value >= 10_000:
        return ""
    numerals, units = _word("digits"), _word("units")
    written = ""
    for power in (3, 2, 1, 0):
        digit = value // 10**power % 10
        if digit:
            written += ("" if digit == 1 and power else numerals[digit]) + units[:power][-1:]
    return written


def _digits(value: int) -> str:
    numerals = _word("ideographs")
    return "".join(numerals[int(digit)] for digit in str(value))


def _letters(value: int) -> str:
    """Give A to Z, then AA, BB, as Word goes on."""
    rounds, letter = divmod(value - 1, 26)
    return chr(ord("A") + letter) * (rounds + 1) if rounds < 10 else ""


def _roman(value: int) -> str:
    if value >= 4000:
        return ""
    written = ""
    for number, sign in _ROMAN:
        count, value = divmod(value, number)
        written += sign * count
    return written


def _from(first: int, last: int) -> Callable[[int], str]:
    """Give a writer for numbers that are one character each."""
    return lambda value: chr(first + value - 1) if value <= last else ""


def _circled(value: int) -> str:
    if value <= 20:
        return chr(0x2460 + value - 1)
    if value <= 35:
        return chr(0x3251 + value - 21)
    return chr(0x32B1 + value - 36) if value <= 50 else ""


def _full_width(value: int) -> str:
    return "".join(chr(ord(digit) + 0xFEE0) for digit in str(value))


def _row_of(name: str) -> Callable[[int], str]:
    def write(value: int) -> str:
        row = _word(name)
        return row[value - 1] if value <= len(row) else ""

    return write


def _legal(value: int) -> str:
    written = _thousands(value, digits="legal_digits", units="legal_units")
    ten = _word("legal_units")[0]
    return _word("legal_digits")[1] + written if written.startswith(ten) else written


_FORMATS: Final[Mapping[str, Callable[[int], str]]] = MappingProxyType(
    {
        "chineseCounting": _counting,
        "taiwaneseCounting": _counting,
        "chineseCountingThousand": _thousands,
        "taiwaneseCountingThousand": _thousands,
        "japaneseCounting": _japanese,
        "ideographDigital": _digits,
        "taiwaneseDigital": _digits,
        "japaneseDigitalTenThousand": _digits,
        "chineseLegalSimplified": _legal,
        "ideographTraditional": _row_of("stems"),
        "ideographZodiac": _row_of("branches"),
        "decimalEnclosedCircle": _circled,
        "decimalEnclosedCircleChinese": _circled,
        "decimalEnclosedParen": _from(0x2474, 20),
        "decimalEnclosedFullstop": _from(0x2488, 20),
        "ideographEnclosedCircle": _from(0x3280, 10),
        "decimalFullWidth": _full_width,
        "decimalFullWidth2": _full_width,
        "decimalZero": lambda value: f"{value:02d}",
        "upperLetter": _letters,
        "lowerLetter": lambda value: _letters(value).lower(),
        "upperRoman": _roman,
        "lowerRoman": lambda value: _roman(value).lower(),
    }
)
_CHINESE: Final = frozenset(
    {
        "chineseCounting",
        "taiwaneseCounting",
        "chineseCountingThousand",
        "taiwaneseCountingThousand",
        "japaneseCounting",
        "ideographDigital",
        "taiwaneseDigital",
        "japaneseDigitalTenThousand",
        "chineseLegalSimplified",
        "ideographTraditional",
        "ideographZodiac",
        "ideographEnclosedCircle",
    }
)
