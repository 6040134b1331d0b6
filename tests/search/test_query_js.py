"""The browser reads queries as Python does."""

from typing import Any

from hypothesis import given, settings

from generator.search.classes import FOLDING
from generator.search.folding import traditional_table
from generator.search.query import parse
from tests.search.javascript import run
from tests.search.test_query import GOLDEN, TYPED, as_json

FILES = ("10-fold.js", "50-query.js")
BODY = """
setFolding(given.folding);
setTraditional(given.traditional);
return given.texts.map((text) => parseQuery(text).words.map((word) => ({
  shown: word.shown, folded: word.folded, is_not: word.isNot,
})));
"""


def without_phrases(words: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Leave out what the browser does not ask: whether a word stood in quotation marks."""
    return [{key: value for key, value in word.items() if key != "is_phrase"} for word in words]


def in_browser(texts: list[str]) -> list[list[dict[str, Any]]]:
    given_values = {"folding": FOLDING, "traditional": traditional_table(), "texts": texts}
    answer: list[list[dict[str, Any]]] = run(FILES, BODY, given_values)
    return answer


def made_up(count: int) -> list[str]:
    """Give texts as hypothesis makes them: Node is started once for all."""
    found: list[str] = []

    @settings(max_examples=count, database=None)
    @given(TYPED)
    def collect(text: str) -> None:
        found.append(text)

    collect()
    return found


def test_golden_file() -> None:
    got = in_browser([case["text"] for case in GOLDEN])
    assert got == [without_phrases(case["words"]) for case in GOLDEN]


def test_any_text_is_read_alike() -> None:
    texts = made_up(1500)
    texts += ["质" * 100_000, '"' * 100_000, "- " * 50_000, "\ud800" * 100_000, "a\udc00-" * 50_000]
    differ = [
        (text[:80], ours, theirs)
        for text, theirs in zip(texts, in_browser(texts), strict=True)
        if (ours := without_phrases(as_json(parse(text)))) != theirs
    ]
    assert differ == []
