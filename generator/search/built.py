"""The finder of a built site in Python: rows, choices and texts, as the search page has them."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from generator.search import names, store
from generator.search.columns import TEXT
from generator.search.facets import FacetName
from generator.search.folding import fold
from generator.search.packing import unpack
from generator.search.passages import Piece, pieces_of
from generator.search.reader import Index
from generator.search.segment import Kind

_NATIONAL: Final = "national"
_NAMES_AT: Final = {"notice": 3, "video": 3, "term": 4}
"""Where `others.py` puts the other names of a record, one a line."""


@dataclass(frozen=True, slots=True)
class Row:
    """A document as a list of results shows it."""

    title: str
    who: str
    about: tuple[str, ...]
    uri: str


class Built:
    """The finder's files of a site.

    Reading raises DamagedError where a file is missing or damaged.
    """

    def __init__(self, site: Path) -> None:
        self._site = site
        self._data = site / store.FOLDER
        self.index = Index((site / store.MANIFEST).parent)

    @store.reading()
    def file(self, key: str) -> Any:  # noqa: ANN401 - any JSON
        """Give a value that the manifest names."""
        return store.get_json(self._data, self.index.manifest[key])

    @cached_property
    @store.reading()
    def cases(self) -> "Cases":
        """The cases."""
        return Cases(self.file("columns"), self._data)

    @cached_property
    def _others(self) -> Mapping[str, Sequence[Sequence[str]]]:
        others: Mapping[str, Sequence[Sequence[str]]] = self.file("others")
        return others

    @store.reading()
    def searched(self, kind: str) -> names.Searched:
        """Give what is searched of a kind: case, notice, video or term."""
        if kind == Kind.CASE:
            return self.cases.searched
        records = self._others[f"{kind}s"]
        lists = [(one[0], *filter(None, one[_NAMES_AT[kind]].split("\n"))) for one in records]
        return names.listed(Kind.NOTICE if kind == Kind.NOTICE else None, lists)

    def row(self, kind: str, row: int) -> Row:
        """Give what a list shows of a document."""
        if kind == Kind.CASE:
            return self.cases.row(row)
        title, uri, about, *_ = self._others[f"{kind}s"][row]
        return Row(title, "", (about,) if about else (), uri)

    def names(self, kind: str, row: int) -> tuple[str, ...]:
        """Give the title of a document and, of a case, all names of its enterprise."""
        return self.cases.names(row) if kind == Kind.CASE else (self.row(kind, row).title,)

    def pieces(self, uri: str) -> tuple[Piece, ...]:
        """Give the pieces of a page; none when it is not there any more."""
        path = self._site / uri / "index.html"
        if not path.is_file():
            return ()
        with store.reading():
            html = path.read_text(encoding="utf-8")
        return pieces_of(html)


class Cases:
    """The columns of `columns.py`."""

    def __init__(self, columns: Mapping[str, Any], data: Path) -> None:
        self._columns = columns
        self._data = data
        self.count: int = columns["count"]
        self.searched = names.cases(columns)
        self._ids = names.ids(columns["ids"])
        self._flags = unpack(columns["flags"], self.count)
        self._blocks: dict[int, tuple[list[str], list[tuple[str, ...]]]] = {}

    def has_text(self, row: int) -> bool:
        """Tell whether a case has more than its entry in a list."""
        return bool(self._flags[row] & TEXT)

    def row(self, row: int) -> Row:
        """Give what a list shows of a case; without a title the enterprise stands for it."""
        title, who, *_ = self.names(row)
        about = tuple(
            label
            for name in (FacetName.YEAR, FacetName.LEVEL, FacetName.FIELD, FacetName.RECOMMENDER)
            for value, label in self._terms(name, row)
            if value != _NATIONAL
        )
        return Row(title or who, who, about, f"cases/{self._ids[row]}/")

    def names(self, row: int) -> tuple[str, ...]:
        """Give the title of a case and all names of its enterprise."""
        size = self._columns.get("block", self.count)
        titles, firms = self._names(row // size)
        return (titles[row % size], *firms[row % size])

    def terms(self, name: FacetName) -> list[tuple[str, str]]:
        """Give the value and the label of every term of a facet."""
        return [(node[0], node[1]) for node in self._columns["facets"][name]["nodes"]]

    def places(self, name: FacetName, typed: str) -> list[int]:
        """Give the terms that a reader means by a value, a label or another name."""
        nodes = self._columns["facets"][name]["nodes"]
        wanted = fold(typed)
        return [
            place
            for place, (value, label, _, *others) in enumerate(nodes)
            if typed == value or wanted in map(fold, (label, *others))
        ]

    def where(self, name: FacetName, places: Iterable[int]) -> NDArray[np.bool_]:
        """Give the rows that have one of these terms, or one below it."""
        rows, owners = names.terms_of_rows(self._columns["facets"][name], self.count)
        mask = np.zeros(self.count, np.bool_)
        mask[rows[np.isin(owners, list(places))]] = True
        return mask

    @cached_property
    def _own(self) -> Mapping[str, list[list[int]]]:
        return {name: _own(facet, self.count) for name, facet in self._columns["facets"].items()}

    def _terms(self, name: FacetName, row: int) -> list[tuple[str, str]]:
        nodes = self.terms(name)
        return [nodes[place] for place in self._own[name][row]]

    @store.reading()
    def _names(self, block: int) -> tuple[list[str], list[tuple[str, ...]]]:
        if block not in self._blocks:
            held = self._columns.get("names")
            if held is None:
                path = self._data / f"{self._columns['blocks'][block]}.json"
                held = json.loads(path.read_bytes())
            titles = held["titles"].split("\n")
            self._blocks[block] = titles, names.firms(held, len(titles))
        return self._blocks[block]


def _own(facet: Mapping[str, Any], count: int) -> list[list[int]]:
    """Give for every row the narrowest terms that it has."""
    counts = unpack(facet["counts"], count)
    places = iter(unpack(facet["places"], sum(counts)))
    return [[next(places) for _ in range(number)] for number in counts]
