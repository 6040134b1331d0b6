"""Which rows answer a query: every positive word occurs in them, no negative one does.

The index proves short words; of a longer one it knows only that all parts of it occur. Where the
names do not prove such a word either, the text of the page must: `Answer.unproven` names these
words. `theme/finder/52-answer.js` answers in the same way.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from generator.search.names import Ints, Searched
from generator.search.query import Query, Word
from generator.search.ranking import Tier
from generator.search.reader import Index
from generator.search.store import DamagedError
from generator.strings import text

Sounds = Mapping[str, Sequence[str]]
"""Key of a group of names → the syllables of each of its owners."""
_LETTERS: Final = re.compile("[a-z]{2,}")
_MARKED: Final = 2


@dataclass(frozen=True, slots=True)
class Find:
    """Where one word was found."""

    word: Word
    has: NDArray[np.uint8]
    """What the index says of every row: 0 not, 1 yes, 2 marked as its segment marks."""
    is_exact: bool
    """False: the index may name rows that do not hold the word."""
    tiers: Ints
    """What the word counts in the names of every row; 0: it is in none of them."""
    marked: Tier = Tier.OFTEN
    """What a mark counts."""

    @property
    def count(self) -> int:
        """Count the rows that may hold the word."""
        return int(np.count_nonzero((self.has > 0) | (self.tiers > 0)))

    @property
    def scores(self) -> Ints:
        """Give what the word counts in every row that holds it."""
        in_text = np.where(self.has == _MARKED, self.marked, Tier.TEXT)
        return np.maximum(self.tiers, in_text)

    @property
    def is_open(self) -> NDArray[np.bool_]:
        """Tell for every row whether only its text can prove the word."""
        if self.is_exact:
            return np.zeros(len(self.has), np.bool_)
        return np.asarray((self.has > 0) & (self.tiers == 0), np.bool_)


@dataclass(frozen=True, slots=True)
class Answer:
    """The rows that answer a query."""

    mask: NDArray[np.bool_]
    scores: Ints
    finds: tuple[Find, ...]
    """One for every word of the query."""
    by_pinyin: bool
    """True: letters that stand in no text were taken for the sound of names."""

    @property
    def rows(self) -> list[int]:
        """Give the rows in order: the higher score first, then the newer."""
        found = np.flatnonzero(self.mask)
        return [int(row) for row in found[np.lexsort((-found, -self.scores[found]))]]

    @property
    def is_waiting(self) -> NDArray[np.bool_]:
        """Tell for every row whether its text must prove that it answers."""
        found = np.zeros(len(self.mask), np.bool_)
        for find in self.finds:
            found |= find.is_open
        return found & self.mask

    @property
    def is_exact(self) -> bool:
        """Tell whether no row is left that its text must prove."""
        return not self.is_waiting.any()

    @property
    def lost(self) -> tuple[Word, ...]:
        """Give the positive words that no row holds."""
        return tuple(find.word for find in self.finds if not find.count and not find.word.is_not)

    def unproven(self, row: int) -> tuple[Word, ...]:
        """Give the words that the row's text must prove, or refute if they are negative."""
        # One row at a time: not `is_open`, which looks at all.
        return tuple(
            find.word
            for find in self.finds
            if not find.is_exact and find.has[row] and not find.tiers[row]
        )


def answer(
    query: Query, index: Index | None, searched: Searched, sounds: Sounds | None = None
) -> Answer:
    """Give the rows that answer a query, with the names alone where there is no index.

    Letters that find nothing are looked up in `sounds`. Raises as `Index.find` does.
    """
    finds = [_find(word, index, searched) for word in query.words]
    by_pinyin = False
    for place, find in enumerate(finds):
        word = find.word
        if sounds and not find.count and not word.is_not and _LETTERS.fullmatch(word.folded):
            tiers = searched.sounding(word.folded, sounds)
            finds[place] = replace(find, tiers=tiers)
            by_pinyin |= bool(tiers.any())
    mask, scores = _combined(finds, searched.count)
    return Answer(mask, scores, tuple(finds), by_pinyin)


def _find(word: Word, index: Index | None, searched: Searched) -> Find:
    tiers = searched.tiers(word.folded)
    if index is None or searched.kind is None:
        return Find(word, (tiers > 0).astype(np.uint8), is_exact=True, tiers=tiers)
    has, is_exact = index.find(searched.kind, word.folded)
    if len(has) != searched.count:
        raise DamagedError(text("search.damaged_mixed"))
    return Find(word, has, is_exact, tiers, searched.marked)


def _combined(finds: Sequence[Find], count: int) -> tuple[NDArray[np.bool_], Ints]:
    mask = np.ones(count, np.bool_)
    scores = np.zeros(count, np.int64)
    for find in finds:
        is_there = (find.has > 0) | (find.tiers > 0)
        if find.word.is_not:
            mask &= ~(is_there & ~find.is_open)
        else:
            mask &= is_there
            scores += find.scores
    return mask, np.where(mask, scores, 0)
