"""The order of what is found: how much a word counts by where it stands.

A row's score is the sum, over the positive words, of the best place where each stands. The higher
score comes first, then the newer row. `theme/finder/52-answer.js` has the same constants.
"""

from collections.abc import Sequence
from enum import IntEnum
from typing import Final


class Tier(IntEnum):
    """What a word counts where it stands."""

    EQUAL = 500
    """It is a whole name of the enterprise."""
    ENTERPRISE = 400
    TITLE = 300
    METHOD = 200
    LABEL = 150
    """Any other term, or the number of the case."""
    OFTEN = 20
    """The index marks it: it stands there many times. Where the names are not in memory, it stands
    in the title or in a name of the enterprise instead (`segment.Mark`).
    """
    TEXT = 10


NEAR: Final = (2, 20)
"""So many units at most stand between the words of a query that are next to, or near each other."""


def closeness(pieces: Sequence[str], words: Sequence[str]) -> tuple[int, int]:
    """Tell how well a text answers.

    First how near all words stand to each other in one of its folded pieces (3 next to each other,
    2 near, 1 in one piece, 0 nowhere together), then how often they occur in all pieces.
    """
    near = often = 0
    words = [units(word) for word in words]
    for piece in map(units, pieces):
        hits = sorted((at, number) for number, word in enumerate(words) for at in _at(piece, word))
        often += len(hits)
        near = max(near, _nearest(hits, [len(word) for word in words]))
    return near, often


def rerank(
    rows: Sequence[int],
    texts: Sequence[Sequence[str]],
    words: Sequence[str],
    scores: Sequence[int],
) -> list[int]:
    """Give rows in the order that their texts give; `scores` are those of the rows.

    Never past a row of a higher score; equal ones stay as they are.
    """
    close = [closeness(pieces, words) for pieces in texts]
    places = sorted(
        range(len(rows)),
        key=lambda place: (-scores[place], -close[place][0], -close[place][1], place),
    )
    return [rows[place] for place in places]


def _nearest(hits: Sequence[tuple[int, int]], lengths: Sequence[int]) -> int:
    last = [-1] * len(lengths)
    best = 0
    for at, number in hits:
        last[number] = at
        if min(last) >= 0:
            end = max(start + length for start, length in zip(last, lengths, strict=True))
            gap = end - min(last) - sum(lengths)
            best = max(best, 3 if gap <= NEAR[0] else 2 if gap <= NEAR[1] else 1)
    return best


def _at(piece: str, word: str) -> list[int]:
    found = []
    at = piece.find(word)
    while at >= 0:
        found.append(at)
        at = piece.find(word, at + 1)
    return found


def units(text: str) -> str:
    """Give a text in which every UTF-16 unit is a character: browsers count these."""
    if text.isascii() or max(text) <= "\uffff":
        return text
    units = memoryview(text.encode("utf-16-le")).cast("H")
    return "".join(map(chr, units))
