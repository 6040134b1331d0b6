"""What the finder shows of all cases, notices and terms: every file but the index of the texts.

None of it hangs on the text of a body. So it is made from the facts of a library, and kept as long
as these are the same.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.dimensions import Dimension
from generator.config import Config
from generator.pages.inputs import Inputs
from generator.search.background import OvertakenError
from generator.search.cache import Cache, KeptFacts
from generator.search.columns import write_columns
from generator.search.facets import FacetName, Table
from generator.search.others import Record, others
from generator.search.pinyin import pinyin_file
from generator.search.sources import IndexSource, case_sources
from generator.search.store import Shelf, both, put_json
from generator.search.table import table_of

_SPOKEN: Final = (FacetName.METHOD, FacetName.RECOMMENDER, FacetName.REGION)


@dataclass(frozen=True, slots=True)
class Making:
    """Where the files go, and with whose help they are made."""

    shelf: Shelf
    cache: Cache
    limit: int
    """Cases whose names the columns still hold."""
    is_wanted: Callable[[], bool]

    def ask(self) -> None:
        """Go on only if somebody wants the rest; raises OvertakenError."""
        if not self.is_wanted():
            raise OvertakenError


@dataclass(frozen=True, slots=True)
class Rows:
    """The cases as the finder has them, the oldest first."""

    table: Table
    sources: Sequence[IndexSource]
    heads: tuple[bytes, ...]
    """`IndexSource.head` of each."""

    @classmethod
    def of(cls, catalogue: Catalogue) -> "Rows":
        """Make all rows of a catalogue."""
        known = table_of(catalogue.library, catalogue)
        sources = case_sources(catalogue, known)
        return cls(known, sources, tuple(source.head() for source in sources))


def make_facts(
    catalogue: Catalogue, config: Config, rows: Rows, making: Making, key: bytes
) -> KeptFacts:
    """Write the files and give what is kept of them; raises OSError, and OvertakenError."""
    # Not at the top: they take numpy and opencc, 0.1 s, and mostly nothing is made.
    from generator.search.folding import traditional_table  # noqa: PLC0415
    from generator.search.traditional import has_traditional  # noqa: PLC0415

    shelf, known = making.shelf, rows.table
    columns, order, blocks = write_columns(shelf, known, catalogue, making.limit)
    making.ask()
    found = others(Inputs.of(catalogue.library, catalogue, config))
    manifest = {"columns": columns, "order": order, "others": put_json(shelf, found)}
    making.ask()
    manifest["pinyin"] = put_json(shelf, _sounds(spoken(catalogue, known), making.cache))
    manifest["traditional"] = put_json(shelf, traditional_table())
    making.ask()
    return KeptFacts(
        key=key,
        manifest=manifest,
        files=tuple(file for name in (*manifest.values(), *blocks) for file in both(name)),
        newest=known.newest,
        heads=rows.heads,
        named=has_traditional(_named(rows)),
        listed=has_traditional(_listed(found)),
    )


def _sounds(lists: Mapping[str, Sequence[str]], cache: Cache) -> dict[str, list[str]]:
    """Give the syllables of all names; those of the last build are known."""
    known = cache.sounds()
    found = pinyin_file(lists, known)
    sounds = {
        label: sound
        for name, labels in lists.items()
        for label, sound in zip(labels, found[name], strict=True)
    }
    if sounds != known:
        cache.keep_sounds(sounds)
    return found


def spoken(catalogue: Catalogue, known: Table) -> dict[str, list[str]]:
    """Give the names that letters may stand for: enterprises with cases, by name, and terms.

    Terms are in the order of their facets, enterprises in the reader's order, as in the columns.
    """
    firms = catalogue.entries[Dimension.ENTERPRISE].values()
    terms = {str(name): [node.label for node in known.facets[name].nodes] for name in _SPOKEN}
    return {"enterprise": [entry.label for entry in firms if entry.count], **terms}


def _named(rows: Rows) -> Iterator[str]:
    """Yield what the columns hold: read before the first answer."""
    for source in rows.sources:
        yield from source.names
    # The other labels of a case: of its terms, of which each is looked at once, and its number.
    for facet in rows.table.facets.values():
        for node in facet.nodes:
            yield from (node.label, *node.others)


def _listed(found: Mapping[str, Iterable[Record]]) -> Iterator[str]:
    """Yield the names of what is no case: read after the cases' answer."""
    for records in found.values():
        for record in records:
            yield from record
