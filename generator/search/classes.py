"""Which characters vanish when texts are folded, and which part them; as browsers read it too."""

from collections.abc import Iterable
from typing import Final

APART: Final = "·"
"""`folding.APART`, which numpy is not asked for."""

# Ranges of code points. What NFKC or lower case never leaves over is not told apart.
SPACE_CODES: Final = (
    (0x0009, 0x000D),
    (0x001C, 0x0020),
    (0x0085, 0x0085),
    (0x00A0, 0x00A0),
    (0x00AD, 0x00AD),  # soft hyphen
    (0x034F, 0x034F),  # combining grapheme joiner
    (0x061C, 0x061C),  # Arabic letter mark
    (0x1680, 0x1680),
    (0x180B, 0x180F),  # Mongolian variation selectors
    (0x2000, 0x200F),  # spaces; zero width space, joiners, marks of direction
    (0x2028, 0x202F),  # line and paragraph separator; embedding and override of direction
    (0x205F, 0x206F),  # word joiner, invisible operators, isolates
    (0x3000, 0x3000),  # ideographic space
    (0xFE00, 0xFE0F),  # variation selectors
    (0xFEFF, 0xFEFF),  # byte order mark
    (0xE0000, 0xE0FFF),  # tags, variation selectors of Han characters
)
# Neither letter, mark nor number. Scripts that no case is written in keep their punctuation.
APART_CODES: Final = (
    (0x0000, 0x002F),
    (0x003A, 0x0040),
    (0x005B, 0x0060),
    (0x007B, 0x00BF),
    (0x00D7, 0x00D7),
    (0x00F7, 0x00F7),
    (0x02C2, 0x02C5),  # modifier symbols
    (0x02D2, 0x02DF),
    (0x02E5, 0x02EB),
    (0x02ED, 0x02ED),
    (0x02EF, 0x02FF),
    (0x0375, 0x0375),
    (0x03F6, 0x03F6),
    (0x0482, 0x0482),
    (0x2010, 0x20CF),  # general punctuation, currency
    (0x2100, 0x214D),  # letter-like symbols
    (0x214F, 0x214F),
    (0x218A, 0x245F),  # arrows, operators, technical
    (0x2500, 0x2775),  # box drawing, geometric shapes, dingbats; then numbers in black circles
    (0x2794, 0x2BFF),
    (0x2E00, 0x2E2E),  # supplemental punctuation, and the vertical tilde's letter between
    (0x2E30, 0x2E7F),
    (0x2FF0, 0x3004),  # description of ideographs, CJK punctuation
    (0x3008, 0x3020),
    (0x3030, 0x3030),
    (0x3036, 0x3037),
    (0x303D, 0x303F),
    (0x309B, 0x309C),
    (0x30A0, 0x30A0),
    (0x30FB, 0x30FB),  # katakana middle dot
    (0x3190, 0x3191),
    (0x31C0, 0x31EF),  # strokes
    (0x327F, 0x327F),
    (0x4DC0, 0x4DFF),  # hexagrams
    (0xA700, 0xA716),
    (0xD800, 0xF8FF),  # surrogates without a partner, private use
    (0xFE10, 0xFE1F),
    (0xFE30, 0xFE6F),
    (0xFFE0, 0xFFFF),
    (0x1F000, 0x1FBEF),  # tiles, emoji, pictographs
    (0xF0000, 0x10FFFF),  # private use
)


def _body(ranges: Iterable[tuple[int, int]]) -> str:
    return "".join(f"{_escaped(first)}-{_escaped(last)}" for first, last in ranges)


def _escaped(code: int) -> str:
    # No escape of an astral character means the same to both languages; the character does.
    return f"\\u{code:04x}" if code <= 0xFFFF else chr(code)


FOLDING: Final = {"space": _body(SPACE_CODES), "apart": _body(APART_CODES)}
"""The two classes as the manifest carries them: bodies of regular expression classes.

Python reads them with `re`, JavaScript with `RegExp` and its flag `u`. `space` goes first: what is
in both vanishes.
"""
