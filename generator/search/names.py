"""The names in which the finder looks words up in memory, and how much a hit in each counts.

Read from the columns of a built site, as `theme/finder/52-answer.js` reads them.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from generator.search.facets import FacetName
from generator.search.folding import fold
from generator.search.packing import unpack
from generator.search.pinyin import sounds_like
from generator.search.ranking import Tier
from generator.search.segment import Kind

Ints = NDArray[np.int64]
ENTERPRISE: Final = "enterprise"


@dataclass(frozen=True, slots=True)
class Group:
    """Names that count alike. An owner has names; a row has owners."""

    key: str
    tier: int
    names: tuple[tuple[str, ...], ...]
    """For every owner its names, the first of which is shown."""
    folded: tuple[tuple[str, ...], ...]
    rows: Ints
    """With `owners`: pairs of a row and one of its owners."""
    owners: Ints

    def tiers(self, word: str, count: int) -> Ints:
        """Give for each of `count` rows what a folded word counts in these names."""
        whole = Tier.EQUAL if self.tier == Tier.ENTERPRISE else self.tier
        found = [
            max((whole if name == word else self.tier for name in names if word in name), default=0)
            for names in self.folded
        ]
        return self._spread(found, count)

    def sounding(self, word: str, sounds: Sequence[str], count: int) -> Ints:
        """Give the same for letters; `sounds` are the syllables of every owner."""
        return self._spread([self.tier * sounds_like(word, one) for one in sounds], count)

    def _spread(self, found: Sequence[int], count: int) -> Ints:
        tiers = np.zeros(count, np.int64)
        if any(found):
            np.maximum.at(tiers, self.rows, np.asarray(found, np.int64)[self.owners])
        return tiers


@dataclass(frozen=True, slots=True)
class Searched:
    """What is searched: all documents of a kind."""

    kind: Kind | None
    """None: they are not in the index, only their names are."""
    count: int
    groups: tuple[Group, ...]
    marked: Tier = Tier.OFTEN
    """What a word counts that the index marks: `segment.Mark` says with what."""

    def tiers(self, word: str) -> Ints:
        """Give for every row the most that a folded word counts in its names."""
        tiers = np.zeros(self.count, np.int64)
        for group in self.groups:
            tiers = np.maximum(tiers, group.tiers(word, self.count))
        return tiers

    def sounding(self, word: str, sounds: Mapping[str, Sequence[str]]) -> Ints:
        """Give the same for letters that stand for Chinese names."""
        tiers = np.zeros(self.count, np.int64)
        for group in self.groups:
            if group.key in sounds:
                tiers = np.maximum(tiers, group.sounding(word, sounds[group.key], self.count))
        return tiers


def listed(kind: Kind | None, names: Sequence[Sequence[str]]) -> Searched:
    """Give what is searched of a list: for every row its title and its other names."""
    titles = _own("title", Tier.TITLE, [row[:1] for row in names])
    rest = _own("other", Tier.LABEL, [row[1:] for row in names])
    return Searched(kind, len(names), (titles, rest))


def cases(columns: Mapping[str, Any]) -> Searched:
    """Give what is searched of cases, from the file of `columns.py`.

    Where that holds no names (a very large library) the index alone knows titles and enterprises.
    """
    count: int = columns["count"]
    groups = [_own("id", Tier.LABEL, [(case_id,) for case_id in ids(columns["ids"])])]
    has_names = "names" in columns
    if has_names:
        groups += _of_names(columns["names"], count)
    for name, facet in columns["facets"].items():
        tier = Tier.METHOD if name == FacetName.METHOD else Tier.LABEL
        rows, owners = terms_of_rows(facet, count)
        labels = [(label, *others) for _, label, _, *others in facet["nodes"]]
        groups.append(_group(name, tier, labels, (rows, owners)))
    return Searched(Kind.CASE, count, tuple(groups), Tier.OFTEN if has_names else Tier.TITLE)


def firms(names: Mapping[str, Any], count: int) -> list[tuple[str, ...]]:
    """Give for every row of a file of names the enterprise as the case says, then its others."""
    known = [tuple(line.split("\t")) for line in names["firms"].split("\n")]
    found = [known[code] for code in unpack(names["firm"], count)]
    for row, said in names["said"].items():
        found[int(row)] = (said, *(name for name in found[int(row)] if name != said))
    return found


def ids(runs: Iterable[Sequence[Any]]) -> list[str]:
    """Give the ids of all rows from the runs of `columns.id_runs`."""
    return [
        f"{head}{int(number) - back:0{len(number)}}"
        for head, *pairs in runs
        for number, length in zip(pairs[::2], pairs[1::2], strict=True)
        for back in range(length)
    ]


def terms_of_rows(facet: Mapping[str, Any], count: int) -> tuple[Ints, Ints]:
    """Give pairs of a row and one of its terms, broader ones too."""
    counts = unpack(facet["counts"], count)
    rows = np.repeat(np.arange(count), counts)
    places = np.asarray(unpack(facet["places"], len(rows)), np.int64)
    parents = np.asarray([parent for _, _, parent, *_ in facet["nodes"]], np.int64)
    all_rows, all_places = [rows], [places]
    while len(places):
        above = parents[places]
        rows, places = rows[above >= 0], above[above >= 0]
        all_rows.append(rows)
        all_places.append(places)
    return np.concatenate(all_rows), np.concatenate(all_places)


def _of_names(names: Mapping[str, Any], count: int) -> list[Group]:
    known = [line.split("\t") for line in names["firms"].split("\n")]
    codes = np.asarray(unpack(names["firm"], count), np.int64)
    said = names["said"]
    titles = names["titles"].split("\n") if count else []
    return [
        _own("title", Tier.TITLE, [(title,) for title in titles]),
        _group(ENTERPRISE, Tier.ENTERPRISE, known, (np.arange(count), codes)),
        _own(
            "said",
            Tier.ENTERPRISE,
            [(said[str(row)],) if str(row) in said else () for row in range(count)],
        ),
    ]


def _own(key: str, tier: int, names: Sequence[Sequence[str]]) -> Group:
    """Give names of which every row has its own."""
    rows = np.arange(len(names))
    return _group(key, tier, names, (rows, rows))


def _group(key: str, tier: int, names: Sequence[Sequence[str]], pairs: tuple[Ints, Ints]) -> Group:
    rows, owners = pairs
    shown = tuple(tuple(one) for one in names)
    folded = tuple(tuple(map(fold, one)) for one in shown)
    return Group(key, tier, shown, folded, rows, owners)
