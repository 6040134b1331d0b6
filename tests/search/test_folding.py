"""One folding for documents and queries."""

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.search import folding
from generator.search.classes import FOLDING
from generator.search.folding import APART, fold, fold_pieces, traditional_table
from tests.search import folding_golden

# Latin, kana, Han of all kinds, marks and separators: more of them than chance would give.
ALPHABET: Final = (
    "aBÉß9９Σς重慶质量管理锻薴錀海尔\u3000 \t\u200b，。、·-:（）℃㎡①Ⅱﬁ…かカﾞ゛ﾊ\u3099\u0301\u0323"
    "\u0338=<한ㅎㅏ\u1112\u1161\u11ab😀𠮷\U000e0100\ue000İ"
)
TEXTS: Final = st.text(
    st.one_of(
        st.sampled_from(ALPHABET), st.characters(exclude_categories=["Cn"]), st.just("\ud800")
    ),
    max_size=40,
)


@pytest.fixture(autouse=True)
def _many(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fold with the table, as all texts but the first are."""
    monkeypatch.setattr(folding, "_folded", [folding._FEW])


# Blocks of which every separator is told apart; the rest is other scripts'.
BLOCKS: Final = (
    (0x0000, 0x0481),
    (0x2000, 0x2BFF),
    (0x2E00, 0x2E7F),
    (0x2FF0, 0x4DFF),
    (0x4E00, 0x9FFF),
    (0xD800, 0xFAFF),
    (0xFE00, 0xFFFF),
    (0x1F000, 0x1F0FF),
    (0x1F110, 0x1FBEF),
    (0xF0000, 0xFFFFD),
)


def test_the_golden_file_is_what_the_code_gives() -> None:
    assert folding_golden.GOLDEN.read_text(encoding="utf-8") == folding_golden.rendered()


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("ISO 9001:2015", "iso9001·2015"),
        ("质量 管理、数字化", "质量管理·数字化"),
        ("  “ＤＦＳＳ”（六西格玛設計）。", "dfss·六西格玛设计"),
        ("質\u3000量", "质量"),
        ("……", ""),
        ("", ""),
        ("\ufdd0", "\ufdd0"),  # a noncharacter is kept: scripts part names with it
    ],
)
def test_what_texts_become(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(TEXTS)
@settings(max_examples=300)
def test_folding_again_changes_nothing_and_leaves_what_can_be_encoded(text: str) -> None:
    folded = fold(text)
    assert fold(folded) == folded
    folded.encode()
    assert not folded.startswith(APART)
    assert not folded.endswith(APART)
    assert APART * 2 not in folded


@given(TEXTS)
@settings(max_examples=300)
def test_looking_characters_up_gives_what_the_steps_give(text: str) -> None:
    assert fold(text) == folding._fold_any(text)


@given(st.lists(TEXTS, max_size=4))
@settings(max_examples=300)
def test_pieces_are_folded_each_on_its_own(pieces: list[str]) -> None:
    folded = [fold(piece) for piece in pieces]
    assert fold_pieces(pieces) == APART.join(piece for piece in folded if piece)


def test_the_table_is_made_for_many_texts_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folding, "_folded", [0])
    monkeypatch.setattr(folding, "quick_table", None)
    assert fold("質量 管理") == "质量管理"
    with pytest.raises(TypeError):
        fold("質" * folding._FEW)


def test_every_character_looked_up_is_what_the_steps_give() -> None:
    common = [chr(code) for first, last in folding._COMMON for code in range(first, last + 1)]
    for before, after in (("か", "\u3099"), ("e", "\u0301")):
        parts = [before + character + after for character in common]
        assert [fold(part) for part in parts] == [folding._fold_any(part) for part in parts]


def left_over() -> Iterator[str]:
    """Give the characters that NFKC and lower case may leave, of blocks that are told apart."""
    for first, last in BLOCKS:
        for character in map(chr, range(first, last + 1)):
            is_stable = unicodedata.normalize("NFKC", character).lower() == character
            if is_stable and unicodedata.category(character) != "Cn":
                yield character


def test_separators_are_what_is_no_letter_mark_or_number() -> None:
    wrong = [
        f"U+{ord(character):04X}"
        for character in left_over()
        if (unicodedata.category(character)[0] in "PSZC")
        != (fold(f"质{character}量")[1:-1] in APART)
        # Invisible marks: the grapheme joiner and variation selectors.
        and not (unicodedata.category(character) == "Mn" and fold(f"质{character}量") == "质量")
    ]
    assert wrong == []


def test_the_two_classes_of_the_manifest_say_what_the_table_says() -> None:
    table = folding._table()
    spaces = set(re.findall(f"[{FOLDING['space']}]", "".join(map(chr, range(0x110000)))))
    apart = set(re.findall(f"[{FOLDING['apart']}]", "".join(map(chr, range(0x110000)))))
    assert spaces == {chr(code) for code in (table == folding.GONE).nonzero()[0]}
    assert apart - spaces == {chr(code) for code in (table == ord(APART)).nonzero()[0]}


def test_the_table_of_traditional_characters_is_in_order_and_closed() -> None:
    characters, simple = traditional_table()
    assert len(characters) == len(simple) > 3000
    assert list(characters) == sorted(set(characters))
    assert not set(characters) & set(simple)
    assert max(characters) <= "\uffff"  # a script may look for them unit by unit
    assert unicodedata.is_normalized("NFKC", characters + simple)
    pairs = dict(zip(characters, simple, strict=True))
    assert [pairs[character] for character in "質標臺薴"] == ["质", "标", "台", "苎"]
    traditional_table.cache_clear()
    assert traditional_table() == (characters, simple)
