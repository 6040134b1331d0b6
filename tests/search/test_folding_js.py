"""The browser folds as Python does, and knows where every folded unit comes from."""

import unicodedata
from collections.abc import Sequence
from typing import Any, Final

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.search.classes import FOLDING
from generator.search.folding import fold, traditional_table
from tests.search import folding_golden
from tests.search.javascript import run
from tests.search.test_folding import TEXTS

SET: Final = "setFolding(given.folding); setTraditional(given.traditional);"
FOLD: Final = SET + "return given.texts.map(fold);"
# For every text what is wrong with its map, "" for nothing. Units come from whole characters, in
# their order; with `given.exact` they are those of `fold`, and any run of them that no "·" begins
# or ends is found in what the part of the text between its ends is folded to.
MAPPED: Final = (
    SET
    + """
const isHalf = (text) => (at) => (
  /[\\ud800-\\udbff][\\udc00-\\udfff]/.test(text.slice(at - 1, at + 1)));
function wrong(text) {
  const { folded, places } = foldMapped(text);
  if (places.length !== folded.length) { return "lengths"; }
  for (let i = 0; i < places.length; i++) {
    const [from, to] = places[i];
    if (from < 0 || to > text.length || from >= to) { return "range of " + i; }
    if (i && (from < places[i - 1][0] || to < places[i - 1][1])) { return "order at " + i; }
    if (places[i].some(isHalf(text))) { return "half a character at " + i; }
    for (let j = i + 1; given.exact && j <= Math.min(places.length, i + 5); j++) {
      const part = folded.slice(i, j);
      if (/^·|·$/.test(part)) { continue; }
      if (!fold(text.slice(from, places[j - 1][1])).includes(part)) { return i + " to " + j; }
    }
  }
  return given.exact && folded.replace(/·$/, "") !== fold(text) ? "folded to " + folded : "";
}
return given.texts.map(wrong);
"""
)
# What pages hold, each of which may stand beside any other.
USUAL: Final = (
    *"质質。，（ -·aZßςé5Ａ５ﬁ℃⑴㈱한ガ😀𠀀",
    *(
        "e\u0301",
        "U\u0308\u0301",
        "\u1112\u1161\u11ab",
        "か\u3099",
        "ｶﾞ",
        "👨\u200d👩\u200d👧",
        "❤\ufe0f",
    ),
)


def in_node(body: str, texts: Sequence[str], *, exact: bool = False) -> Any:
    values = {
        "folding": FOLDING,
        "traditional": traditional_table(),
        "texts": list(texts),
        "exact": exact,
    }
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


@given(st.lists(st.lists(st.sampled_from(USUAL)).map("".join), min_size=1, max_size=300))
@settings(max_examples=12, deadline=None)
def test_what_pages_hold_is_traced_exactly(texts: list[str]) -> None:
    assert [said for said in in_node(MAPPED, texts, exact=True) if said] == []


def test_places_in_a_text_as_readers_see_them() -> None:
    body = SET + "const m = foldMapped(given.texts[0]); return [m.folded, ...m.places];"
    assert in_node(body, ["（質 量）25℃"]) == [
        "质量·25·c",
        *([1, 2], [3, 4], [4, 5], [5, 6], [6, 7], [7, 8], [7, 8]),
    ]


def test_without_a_table_simplified_texts_are_folded_alike() -> None:
    body = "setFolding(given.folding); return given.texts.map(fold);"
    assert in_node(body, ["质量 管理", "質量"]) == ["质量管理", "質量"]
