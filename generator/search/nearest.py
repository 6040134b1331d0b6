"""What a reader may have meant when a word finds nothing: names that share pairs of characters.

How like two names are is the coefficient of Dice over their pairs; a pair weighs the less the more
names have it, so that what all enterprises are called makes none alike.
`theme/finder/56-nearest.js` does the same.
"""

import math
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce
from itertools import pairwise
from operator import add
from typing import Final

from generator.search.facets import FacetName
from generator.search.names import ENTERPRISE, Group, Searched
from generator.search.ranking import units

MOST: Final = 3
"""Names of a kind that are offered."""
LEAST: Final = 0.3
"""Likeness of the least like name that is offered."""
_OFFERED: Final = (ENTERPRISE, FacetName.METHOD, FacetName.RECOMMENDER)


@dataclass(frozen=True, slots=True)
class Near:
    """A name that is offered."""

    kind: str
    label: str


def nearest(words: Iterable[str], searched: Searched) -> tuple[Near, ...]:
    """Give names that are like one of these folded words, of each kind the likest first."""
    wanted = tuple(words)
    return tuple(
        Near(group.key, group.names[owner][0])
        for group in searched.groups
        if group.key in _OFFERED
        for owner in _of_group(group, wanted)
    )


def _of_group(group: Group, words: Iterable[str]) -> list[int]:
    pairs = [[_pairs(name) for name in names] for names in group.folded]
    held = Counter(pair for names in pairs for name in names for pair in name)
    best: dict[int, float] = {}
    for word in words:
        wanted = _pairs(word)
        for owner, names in enumerate(pairs):
            like = max((_likeness(wanted, name, held) for name in names), default=0.0)
            if like >= LEAST:
                best[owner] = max(like, best.get(owner, 0.0))
    return sorted(best, key=lambda owner: (-best[owner], owner))[:MOST]


def _pairs(text: str) -> dict[str, None]:
    """Give the pairs in their order: sums are then the same in both languages."""
    return dict.fromkeys(map("".join, pairwise(units(text))))


def _likeness(wanted: Iterable[str], name: Iterable[str], held: Counter[str]) -> float:
    def weight(pairs: Iterable[str]) -> float:
        # Not sum(), which rounds otherwise from Python 3.12 on; browsers add one by one.
        return reduce(add, (1 / math.sqrt(held[pair] or 1) for pair in pairs), 0.0)

    shared = [pair for pair in wanted if pair in name]
    return 2 * weight(shared) / (weight(wanted) + weight(name)) if shared else 0.0
