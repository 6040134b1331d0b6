"""What the finder shows of all cases, notices and terms: every file but the index of the texts.

None of it hangs on the text of a body. So it is made from the facts of a library, and kept as long
as these are the same.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
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
from generator.search.store import both, put_json
from generator.search.table import table_of

_SPOKEN: Final = (FacetName.METHOD, FacetName.RECOMMENDER, FacetName.REGION)


@dataclass(frozen=True, slots=True)
class Making:
    """Where the files go, and with whose help they are made."""

    folder: Path
    cache: Cache
    limit: int
    """Cases whose names the columns still hold."""
    is_wanted: Callable[[], bool]

    def ask(self) -> None:
        """Go on only if somebody wants the rest; raises OvertakenError."""
        if not self.is_wanted():
            raise OvertakenError


def make_facts(catalogue: Catalogue, config: Config, making: Making, key: bytes) -> KeptFacts:
    """Write the files and give what is kept of them; raises OSError, and OvertakenError."""
    # Not at the top: they take numpy and opencc, 0.1 s, and mostly nothing is made.
    from generator.search.folding import traditional_table  # noqa: PLC0415
    from generator.search.traditional import has_traditional  # noqa: PLC0415

    folder, known = making.folder, table_of(catalogue.library, catalogue)
    columns, order, blocks = write_columns(folder, known, catalogue, making.limit)
    making.ask()
    found = others(Inputs.of(catalogue.library, catalogue, config))
    manifest = {"columns": columns, "order": order, "others": put_json(folder, found)}
    making.ask()
    manifest["pinyin"] = put_json(folder, _sounds(spoken(catalogue, known), making.cache))
    manifest["traditional"] = put_json(folder, traditional_table())
    making.ask()
    cases = case_sources(catalogue, known)
    return KeptFacts(
        key=key,
        manifest=manifest,
        files=tuple(file for name in (*manifest.values(), *blocks) for file in both(name)),
        newest=known.newest,
        heads=tuple(case.head() for case in cases),
        named=has_traditional(_named(cases)),
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


def _named(cases: Sequence[IndexSource]) -> Iterator[str]:
    """Yield what the columns hold: read before the first answer."""
    for case in cases:
        yield from (*case.names, *case.labels)


def _listed(found: Mapping[str, Iterable[Record]]) -> Iterator[str]:
    """Yield the names of what is no case: read after the cases' answer."""
    for records in found.values():
        for record in records:
            yield from record
