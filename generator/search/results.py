"""What a query finds in a built site: rows in order, proved by their texts where they must be."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from generator.search.answer import Answer, answer
from generator.search.built import Built, Row
from generator.search.facets import FacetName
from generator.search.folding import fold
from generator.search.nearest import Near, nearest
from generator.search.passages import Snippet, snippet
from generator.search.query import Query
from generator.search.ranking import Tier, rerank
from generator.search.segment import Kind

KINDS: Final = ("case", "notice", "video", "term")
"""What is searched, in the order of the search page."""
MOST_PROVED: Final = 200
"""So many rows that need it are all looked at; of more only those that are shown."""

Selection = Mapping[FacetName, Sequence[int]]
"""Facet → the places of the terms of which a case must have one."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A document that answers."""

    row: Row
    score: int
    reasons: tuple[tuple[str, str], ...]
    """Every positive word and the name of the place in which it counts most."""
    snippet: Snippet | None


@dataclass(frozen=True, slots=True)
class Results:
    """What was found of a kind."""

    kind: str
    total: int
    is_about: bool
    """True: so many at most; not all of them were looked at."""
    hits: tuple[Hit, ...]
    counts: tuple[tuple[str, int], ...]
    """Every positive word and how many documents hold it, before any choice of facets.

    Exact for one word whose documents were all looked at; else as the index says: at most so many.
    """
    lost: tuple[str, ...]
    """Positive words that no document holds."""
    near: tuple[Near, ...]
    """What may have been meant by them."""
    by_pinyin: bool


def find(built: Built, query: Query, kind: str, selection: Selection, limit: int) -> Results:
    """Give the first `limit` results of a kind; facets concern cases only.

    Raises as `Built` does.
    """
    return _Search(built, query, kind).results(selection, limit)


class _Search:
    """One query in one kind."""

    def __init__(self, built: Built, query: Query, kind: str) -> None:
        self._built = built
        self._kind = kind
        self._searched = built.searched(kind)
        self._words = [word.folded for word in query.positive]
        sounds = built.file("pinyin") if kind == Kind.CASE else None
        self._answer: Answer = answer(query, built.index, self._searched, sounds)

    def results(self, selection: Selection, limit: int) -> Results:
        found = self._answer
        chosen = self._chosen(selection)
        rows = [row for row in self._order() if chosen[row]]
        is_about = int(np.count_nonzero(found.is_waiting & chosen)) > MOST_PROVED
        if is_about:
            shown = self._first(rows, limit)
            total = len(rows)
        else:
            proved = [row for row in rows if self._is_proved(row)]
            shown, total = proved[:limit], len(proved)
        # One word, and all its documents were looked at: the index may name too many.
        is_counted = len(found.finds) == 1 and not is_about and not selection
        finds = [one for one in found.finds if not one.word.is_not]
        lost = [one.word for one in finds] if is_counted and not total else found.lost
        return Results(
            kind=self._kind,
            total=total,
            is_about=is_about,
            hits=tuple(self._hit(row) for row in self._best_first(shown)),
            counts=tuple((one.word.shown, total if is_counted else one.count) for one in finds),
            lost=tuple(word.shown for word in lost),
            near=nearest([word.folded for word in lost], self._searched),
            by_pinyin=found.by_pinyin,
        )

    def _order(self) -> list[int]:
        rows = self._answer.rows
        if self._kind in (Kind.CASE, Kind.NOTICE):
            return rows
        # Videos and terms stand in the order of their pages, the first one first.
        return sorted(rows, key=lambda row: (-int(self._answer.scores[row]), row))

    def _chosen(self, selection: Selection) -> NDArray[np.bool_]:
        mask = np.ones(self._searched.count, np.bool_)
        for name, places in selection.items():
            mask &= self._built.cases.where(name, places)
        return mask

    def _first(self, rows: Sequence[int], limit: int) -> list[int]:
        found: list[int] = []
        for row in rows:
            if len(found) == limit:
                break
            found += [row] if self._is_proved(row) else []
        return found

    def _folded(self, row: int) -> list[str]:
        return [fold(piece.text) for piece in self._built.pieces(self._row(row).uri)]

    def _row(self, row: int) -> Row:
        return self._built.row(self._kind, row)

    def _is_proved(self, row: int) -> bool:
        """Tell whether a row's names and text hold what they must, and not what they must not."""
        words = self._answer.unproven(row)
        if not words:
            return True
        pieces = [*self._folded(row), *map(fold, self._built.names(self._kind, row))]
        return all(any(word.folded in piece for piece in pieces) != word.is_not for word in words)

    def _best_first(self, rows: Sequence[int]) -> Sequence[int]:
        """Put rows in order by their texts, where there are several words to stand near."""
        if self._kind != Kind.CASE or len(self._words) < 2:
            return rows
        has_text = self._built.cases.has_text
        texts = [self._folded(row) if has_text(row) else [] for row in rows]
        return rerank(rows, texts, self._words, [int(self._answer.scores[row]) for row in rows])

    def _hit(self, row: int) -> Hit:
        shown = self._row(row)
        has_page = self._kind in (Kind.CASE, Kind.NOTICE)
        pieces = self._built.pieces(shown.uri) if has_page else ()
        score = int(self._answer.scores[row])
        return Hit(shown, score, tuple(self._reasons(row)), snippet(pieces, self._words))

    def _reasons(self, row: int) -> Iterator[tuple[str, str]]:
        for one in self._answer.finds:
            if not one.word.is_not:
                yield one.word.shown, Tier(int(one.scores[row])).name.lower()
