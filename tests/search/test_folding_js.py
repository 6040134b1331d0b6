"""The browser folds as Python does, and knows where every folded unit comes from."""

import unicodedata
from collections.abc import Sequence
from typing import Any, Final

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.search.folding import FOLDING, fold, traditional_table
from tests.search import folding_golden
from tests.search.javascript import run
from tests.search.test_folding import TEXTS

SET: Final = "setFolding(given.folding); setTraditional(given.traditional);"
FOLD: Final = SET + "return given.texts.map(fold);"
# For every text what is wrong with its map, "" for nothing. Any run of folded units that no "·"
# begins or ends must be found in what the part of the text between its ends is folded to.
MAPPED: Final = (
    SET
    + """
function wrong(text) {
  const mapped = foldMapped(text), folded = mapped.text, at = mapped.at, to = mapped.to;
  if (folded !== fold(text)) { return "folded to " + folded; }
  if (at.length !== folded.length || to.length !== folded.length) { return "lengths"; }
  for (let i = 0; i < at.length; i++) {
    if (at[i] < 0 || to[i] > text.length || at[i] >= to[i]) { return "range of " + i; }
    if (i && (at[i] < at[i - 1] || to[i] < to[i - 1])) { return "order at " + i; }
    for (let j = i + 1; j <= Math.min(at.length, i + 5); j++) {
      const part = folded.slice(i, j);
      if (/^·|·$/.test(part)) { continue; }
      if (!fold(text.slice(at[i], to[j - 1])).includes(part)) { return i + " to " + j; }
    }
  }
  return "";
}
return given.texts.map(wrong);
"""
)


def in_node(body: str, texts: Sequence[str]) -> Any:
    values = {"folding": FOLDING, "traditional": traditional_table(), "texts": list(texts)}
    return run(["10-fold.js"], body, values)


def as_utf16(text: str) -> str:
    """Give a text as scripts see it: two surrogates in a row are one character."""
    units = text.encode("utf-16-le", "surrogatepass")
    return units.decode("utf-16-le", "surrogatepass")


BATCHES: Final = st.lists(TEXTS.map(as_utf16), min_size=1, max_size=300)


def test_the_golden_file() -> None:
    pairs = folding_golden.golden()
    assert in_node(FOLD, [text for text, _ in pairs]) == [folded for _, folded in pairs]
    assert set(in_node(MAPPED, [text for text, _ in pairs])) == {""}


def test_every_character_alone_and_between_others() -> None:
    # A later Unicode may say something about what this Python's calls unassigned.
    texts = [
        text
        for character in map(chr, range(0x30000))
        if unicodedata.category(character) != "Cn"
        for text in (character, f"a{character}か\u3099")
    ]
    assert len(texts) > 2 * 130_000
    wrong = [
        (text, ours, theirs)
        for text, ours, theirs in zip(texts, map(fold, texts), in_node(FOLD, texts), strict=True)
        if ours != theirs
    ]
    assert wrong == []


@given(BATCHES)
@settings(max_examples=12, deadline=None)
def test_texts_made_up(texts: list[str]) -> None:
    assert in_node(FOLD, texts) == [fold(text) for text in texts]


@given(BATCHES)
@settings(max_examples=12, deadline=None)
def test_every_folded_unit_is_traced_to_its_place(texts: list[str]) -> None:
    assert [said for said in in_node(MAPPED, texts) if said] == []


def test_places_in_a_text_as_readers_see_them() -> None:
    body = SET + "const m = foldMapped(given.texts[0]); return [m.text, m.at, m.to];"
    assert in_node(body, ["（質 量）25℃"]) == [
        "质量·25·c",
        [1, 3, 4, 5, 6, 7, 7],
        [2, 4, 5, 6, 7, 8, 8],
    ]


def test_without_a_table_simplified_texts_are_folded_alike() -> None:
    body = "setFolding(given.folding); return given.texts.map(fold);"
    assert in_node(body, ["质量 管理", "質量"]) == ["质量管理", "質量"]
