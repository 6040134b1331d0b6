"""Queries of all kinds for the evaluation, the same for the same corpus.

Some are written down; the others are cut out of the corpus by rule: words across the borders of
dictionary words, across tags, of one table cell, in one footnote, and strings of which all pairs of
characters stand in a case though the string itself does not.
"""

import random
import re
import tomllib
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import Final

from tests.search.corpus import Document
from tests.search.reference import Asked, Reference

_HAN: Final = re.compile("[\u4e00-\u9fff]{6,}")
_FEW: Final = 40
"""A query cut out of the corpus has at most so many answers: every page of them is walked."""
_TRIES: Final = 4000
_HAN_ONLY: Final = re.compile("[\u4e00-\u9fff]{3}")
_BLOCKS: Final = {
    "table": 4,
    "footnote": 4,
    "caption": 3,
    "heading": 4,
    "list": 2,
    "quotation": 4,
    "code": 1,
}
"""Kind of block → queries cut out of such blocks."""
_FIELDS: Final = ("indicators", "honours", "video", "summary", "title")


def queries(reference: Reference) -> tuple[Asked, ...]:
    """Give all queries for a corpus, no text twice."""
    found = [*_written(), *_Cutter(reference).all()]
    return tuple({asked.text: asked for asked in found}.values())


def _written() -> Iterator[Asked]:
    """Yield the queries of queries.toml."""
    path = Path(__file__).with_name("queries.toml")
    lists = tomllib.loads(path.read_text(encoding="utf-8"))
    for kind, texts in lists["one"].items():
        yield from (Asked(kind, text, (text,)) for text in texts.split())
    for one in lists["several"]:
        unwanted = tuple(one.get("unwanted", ()))
        yield Asked(one["kind"], one["text"], tuple(one["wanted"]), unwanted)


class _Cutter:
    """Cuts queries out of a corpus."""

    def __init__(self, reference: Reference) -> None:
        self._reference = reference
        self._random = random.Random("queries")
        self._written = [document for document in reference.documents if document.blocks]

    def all(self) -> Iterator[Asked]:
        """Yield queries of all kinds."""
        yield from self._few("span", 12, self._span)
        yield from self._few("across punctuation", 4, self._across_punctuation)
        for kind, count in _BLOCKS.items():
            yield from self._few(kind, count, partial(self._of_block, kind))
        yield from self._few("crossing a tag", 6, self._crossing)
        for name in _FIELDS:
            yield from self._few(name, 2, partial(self._of_field, name))
        yield from self._few("enterprise", 4, lambda: self._one().enterprise)
        yield from self._few("enterprise part", 4, lambda: self._part(self._one().enterprise))
        yield from self._few("other name", 3, lambda: next(iter(self._one().others), ""))
        yield from self._few("two words", 4, self._two_words)
        yield from self._pairs("only pairs", 5, is_absent=False)
        yield from self._pairs("only pairs, absent", 5, is_absent=True)
        yield from self._apart()
        yield from self._spared()

    def _one(self) -> Document:
        return self._random.choice(self._written)

    def _few(self, kind: str, count: int, cut: Callable[[], str]) -> Iterator[Asked]:
        """Yield so many queries of a kind that have some answers, but not too many."""
        given = 0
        for text in filter(None, (cut() for _ in range(_TRIES))):
            asked = Asked(kind, text, tuple(text.split()) if " " in text else (text,))
            if 0 < len(self._reference.answers(asked)) <= _FEW:
                yield asked
                given += 1
            if given == count:
                return

    def _part(self, text: str, most: int = 6) -> str:
        """Give two to so many Chinese characters that stand side by side."""
        run = _HAN.search(text)
        if run is None:
            return ""
        length = self._random.randint(2, min(most, len(run[0])))
        first = self._random.randint(0, len(run[0]) - length)
        return run[0][first : first + length]

    def _span(self) -> str:
        text = self._random.choice(self._random.choice(self._one().blocks).texts)
        return self._part(text[self._random.randint(0, len(text) // 2) :])

    def _across_punctuation(self) -> str:
        text = self._random.choice(self._one().blocks).texts[0]
        found = re.search("[\u4e00-\u9fff]{2}[，、；][\u4e00-\u9fff]{2}", text)
        return found[0] if found else ""

    def _of_block(self, kind: str) -> str:
        block = self._random.choice([one for one in self._one().blocks if one.kind == kind])
        text = self._random.choice(block.texts)
        return text if len(text) <= 6 and " " not in text else self._part(text)

    def _crossing(self) -> str:
        return self._random.choice(self._one().blocks).crossing

    def _of_field(self, name: str) -> str:
        value = getattr(self._one(), name)
        text = value if isinstance(value, str) else self._random.choice(value or [""])
        return self._part(text)

    def _two_words(self) -> str:
        texts = [block.texts[0] for block in self._random.sample(self._one().blocks, 2)]
        parts = [self._part(text, 3) for text in texts]
        return " ".join(parts) if all(parts) else ""

    def _pairs(self, kind: str, count: int, *, is_absent: bool) -> Iterator[Asked]:
        """Yield strings of which a case holds every pair of characters, but not the whole."""
        given = 0
        for _ in range(_TRIES):
            for text in _only_pairs(self._reference.pieces[self._one().id], self._random):
                held = len(self._reference.holding(text))
                if given < count and (held == 0 if is_absent else 0 < held <= _FEW):
                    yield Asked(kind, text, (text,))
                    given += 1
                    break
            if given == count:
                return

    def _apart(self) -> Iterator[Asked]:
        """Yield what two neighbouring cells hold, as if it stood in one."""
        given = 0
        for _ in range(_TRIES):
            tables = [block for block in self._one().blocks if block.kind == "table"]
            for left, right in pairwise(tables[0].texts[:4]):
                for text in (left + right, f"{left}、{right}"):
                    if not self._reference.holding(text) and _HAN.fullmatch(left + right):
                        yield Asked("across cells", text, (text,))
                        given += 1
            if given >= 4:
                return

    def _spared(self) -> Iterator[Asked]:
        """Yield negations of strings of which a case that must stay holds every pair."""
        for asked in self._pairs("spared", 4, is_absent=False):
            text = asked.text
            holding = self._reference.holding
            near = (holding(text[:2]) & holding(text[1:3])) - holding(text)
            document = next(one for one in self._written if one.id in near)
            word = next(
                part
                for part in (
                    self._part(self._random.choice(document.blocks).texts[0], 4)
                    for _ in range(_TRIES)
                )
                if len(part) > 1 and len(holding(part)) <= _FEW and part not in text
            )
            yield Asked("spared", f"{word} -{text}", (word,), (text,))


def _only_pairs(pieces: Sequence[str], source: random.Random) -> Iterator[str]:
    """Yield strings of three characters that the pieces hold in pairs only."""
    whole = "\n".join(pieces)
    for _ in range(30):
        first = source.randrange(len(whole) - 2)
        pair = whole[first : first + 2]
        places = [match.end() for match in re.finditer(re.escape(pair[1]), whole)]
        end = source.choice(places)
        text = pair + whole[end : end + 1]
        if len(text) == 3 and _HAN_ONLY.fullmatch(text) and text not in whole:
            yield text
