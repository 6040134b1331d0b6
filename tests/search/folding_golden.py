"""Texts and what they are folded to, checked in: both languages are held to the file.

`python -m tests.search.folding_golden --update` writes it anew. Look at the difference before it
is committed: a changed line changes what readers find.
"""

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from generator.search.folding import fold

GOLDEN: Final = Path(__file__).with_name("folding.golden.json")

TEXTS: Final[Sequence[tuple[str, Sequence[str]]]] = (
    ("nothing", ("", " ", "　", "·", "、。，", "\t\r\n", "\ufeff", "- · -")),
    ("width", ("ＩＳＯ９００１", "（质量）", "ﾃｽﾄ", "ｶﾞｲﾄﾞ", "￥１００", "％", "ｈａｉｅｒ　海尔")),
    ("case", ("DFSS", "DfSs", "ΟΔΟΣ ΣΑΣ", "ς", "Straße ẞ", "İstanbul ı", "ÀÉ", "Ǆ ǅ ǆ", "K Å Ω")),
    (
        "traditional",
        (
            "質量標桿",
            "臺灣裡面",
            "重慶鋼鐵",
            "苧薴苎",
            "乾坤 幹部 著名",
            "錀 鐽",
            "龜 鍊",
            "後後 髮發",
        ),
    ),
    (
        "compatible forms",
        (
            "25℃",
            "100㎡",
            "①②③",
            "ⅡⅣⅻ",
            "ﬁne ﬂow",
            "㈱ ㊣ ㏒",
            "½ ⅓",
            "x² H₂O",
            "㎏ ㎜ ㏄",
            "…… ﹣",
            "¨ ´ ﾞ ゛",
        ),
    ),
    (
        "white space",
        (
            "质量 管理",
            "质\u3000量\u00a0管\u2003理",
            "质\u200b量\u200d管\u2060理\ufeff",
            "a\tb\nc\vd\fe\rf",
            "a\u0085b\u2028c\u2029d",
            "a\u001cb\u001fc\u0000d",
            "soft\u00adhyphen",
            "葛\U000e0100城 ❤\ufe0f",
        ),
    ),
    (
        "separators",
        (
            "质量 管理、数字化",
            "ISO 9001:2015",
            "“六西格玛”——设计（DFSS）",
            "《标杆》，“经验”；：！？",
            "a-b_c/d\\e|f+g=h*i&j#k%l@m~n`o^p$q",
            "「甲」『乙』【丙】〔丁〕",
            "甲·乙・丙•丁‧戊",
            "┌─┐│甲│└─┘",
            "■甲●乙★丙→丁√戊±己×庚÷辛",
            "甲\ue000乙\uf8ff丙\U000f0000丁",
            "甲\u0001乙\u007f丙\u0080丁",
            "甲😀乙👨‍👩‍👧丙🇨🇳丁",
            "ー々〇〆ヶ",
            "❶甲➀乙",
        ),
    ),
    (
        "Latin and digits",
        ("5G+工业互联网", "QC小组", "A3报告 PDCA循环", "C++", "R&D", "95.5%", "2022-015"),
    ),
    (
        "Japanese and Korean",
        (
            "カイゼン（改善）",
            "か\u3099 カ゛ ガ",
            "トヨタ生産方式",
            "품질 관리",
            "\u1112\u1161\u11ab",
            "ㅎㅏㄴ ﾡ",
        ),
    ),
    (
        "marks",
        (
            "e\u0301 é e \u0301",
            "H\u0331 ẖ",
            "a\u0323\u0301 a\u0301\u0323",
            "=\u0338 ≠ <\u0338",
            "\u0301a",
            "、\u0301a",
            "नमस्ते",
            "L\u00b7l",
        ),
    ),
    ("beyond the plane", ("𠮷野家", "𬭎 𫟷 甲𠀀乙", "𝐀𝟏 𝔇", "🄰🈁", "𐐀𐐨")),
    (
        "lone surrogates",
        ("\ud800", "甲\ud83d乙", "甲\udc00乙", "\udc00\ud800", "質\ud800 量"),
    ),
)


def rendered() -> str:
    """Give the file's content: a line a text."""
    blocks = []
    for about, texts in TEXTS:
        lines = ",\n    ".join(_line(text) for text in texts)
        blocks.append(f"  {json.dumps(about)}: [\n    {lines}\n  ]")
    return "{\n" + ",\n".join(blocks) + "\n}\n"


def _line(text: str) -> str:
    pair = [text, fold(text)]
    # What cannot be seen is written as an escape.
    return json.dumps(pair, ensure_ascii=not "".join(pair).replace("　", "\0").isprintable())


def golden() -> Sequence[tuple[str, str]]:
    """Give all pairs of the file."""
    blocks = json.loads(GOLDEN.read_text(encoding="utf-8"))
    return [(text, folded) for pairs in blocks.values() for text, folded in pairs]


if __name__ == "__main__" and "--update" in sys.argv:
    GOLDEN.write_text(rendered(), encoding="utf-8")
