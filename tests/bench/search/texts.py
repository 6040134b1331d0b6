"""The cases that all engines index, the queries and what is true: written once, read by each.

A document's key is its number in the corpus. `texts/*.jsonl` holds what a reader sees,
`folded/*.jsonl` the same as the finder's folding leaves it: the peers that need words cut for them
get these, so their builds are spared the folding. `library/` has the same cases with one line of
text each, for the columns of our finder.
"""

import json
import shutil
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any, Final

from generator.search.folding import APART, fold, fold_pieces
from tests.bench.search.scoring import Truth
from tests.bench.synthesis import ROOT, write
from tests.search import library
from tests.search.corpus import Block, Document, make
from tests.search.reference import Asked, names_of_terms

CHUNK: Final = 500
"""Cases of a file: all that is in memory at once."""
_STUB: Final = Block("paragraph", "。", ())


@dataclass(frozen=True, slots=True)
class Text:
    """A case as the engines get it."""

    key: int
    id: str
    title: str
    enterprise: str
    names: tuple[str, ...]
    """Other names of the enterprise, the names of its terms, the id."""
    passages: tuple[str, ...]
    others: int = 0
    """How many of `names`, the first, are other names of the enterprise."""

    def firsts(self) -> tuple[str, ...]:
        """Give the names that an engine is to put first: title, enterprise and its other names."""
        return (self.title, self.enterprise, *self.names[: self.others])

    def pieces(self) -> tuple[str, ...]:
        """Give everything that can be found."""
        named = (self.title, self.enterprise, *self.names)
        return (*(name for name in named if name), *self.passages)


@dataclass(frozen=True, slots=True)
class Chunk:
    """What the writer of a run of cases found out."""

    rounds: tuple[tuple[str, str], ...]
    """Edition and id of every case."""
    holding: tuple[tuple[int, ...], ...]
    """For every query the keys of the cases in which all its words occur."""
    named: tuple[tuple[int, ...], ...]
    """Those whose title or whose enterprise's names hold every word."""


def text_of(document: Document, key: int) -> Text:
    """Give a case of the corpus as the engines get it."""
    own = document.pieces()[len(document.names()) :]
    names = (*document.others, *names_of_terms(document), document.id)
    return Text(
        key=key,
        id=document.id,
        title=document.title,
        enterprise=document.enterprise,
        names=names,
        passages=own,
        others=len(document.others),
    )


def prepare(work: Path, count: int, asked: Sequence[Asked], processes: int) -> tuple[Truth, ...]:
    """Write all files for so many cases and give what is true of every query."""
    for name in ("texts", "folded"):
        (work / name).mkdir(parents=True)
    starts = range(0, count, CHUNK)
    one = partial(_write_chunk, work=work, count=count, asked=asked)
    with ProcessPoolExecutor(processes) as pool:
        chunks = list(pool.map(one, starts))
    rounds: dict[str, list[str]] = {}
    for edition, case_id in (pair for chunk in chunks for pair in chunk.rounds):
        rounds.setdefault(edition, []).append(case_id)
    for edition, ids in rounds.items():
        library._write_round(work / "library", edition, ids)
    # A copy: the reader of a library follows no link out of it.
    shutil.copytree(ROOT / "cases/vocabulary", work / "library/cases/vocabulary")
    return tuple(_truth(place, query, chunks) for place, query in enumerate(asked))


def read_texts(work: Path) -> Iterator[Text]:
    """Yield the cases one at a time."""
    for path in sorted((work / "texts").iterdir()):
        with path.open(encoding="utf-8") as lines:
            yield from map(parse, lines)


def read_folded(work: Path) -> Iterator[Mapping[str, Any]]:
    """Yield key, title, enterprise, names and text of the cases, folded."""
    for path in sorted((work / "folded").iterdir()):
        with path.open(encoding="utf-8") as lines:
            yield from map(json.loads, lines)


def parse(line: str | bytes) -> Text:
    """Read one line of `texts/`."""
    values = json.loads(line)
    names, passages = tuple(values.pop("names")), tuple(values.pop("passages"))
    return Text(**values, names=names, passages=passages)


def _write_chunk(start: int, work: Path, count: int, asked: Sequence[Asked]) -> Chunk:
    """Write the files of a run of cases; look up every query in them."""
    rounds: list[tuple[str, str]] = []
    holding: list[list[int]] = [[] for _ in asked]
    named: list[list[int]] = [[] for _ in asked]
    words = [tuple(map(fold, query.wanted)) for query in asked]
    name = f"{start:09}.jsonl"
    with (
        (work / "texts" / name).open("w", encoding="utf-8") as plain,
        (work / "folded" / name).open("w", encoding="utf-8") as folded,
    ):
        for key in range(start, min(start + CHUNK, count)):
            document = make(key)
            text = text_of(document, key)
            plain.write(_line(asdict(text)))
            folded.write(_line(_folded(text)))
            rounds.append((document.edition, document.id))
            _write_stub(work / "library", document)
            whole, names = fold_pieces(text.pieces()), fold_pieces(document.names())
            for place, wanted in enumerate(words):
                if all(word in whole for word in wanted):
                    holding[place].append(key)
                    if all(word in names for word in wanted):
                        named[place].append(key)
    return Chunk(tuple(rounds), tuple(map(tuple, holding)), tuple(map(tuple, named)))


def _line(values: Mapping[str, Any]) -> str:
    return json.dumps(values, ensure_ascii=False, separators=(",", ":")) + "\n"


def _folded(text: Text) -> dict[str, Any]:
    return {
        "key": text.key,
        "title": fold(text.title),
        "enterprise": fold(text.enterprise),
        "names": fold_pieces(text.names),
        "text": fold_pieces(text.passages) or APART,
    }


def _write_stub(root: Path, document: Document) -> None:
    stub = replace(document, blocks=(_STUB,) if document.blocks else ())
    write(root / f"cases/{document.edition}/{document.id}.md", library.markdown(stub))


def _truth(place: int, query: Asked, chunks: Sequence[Chunk]) -> Truth:
    return Truth(
        text=query.text,
        words=tuple(map(fold, query.wanted)),
        kind=query.kind,
        rows=frozenset(key for chunk in chunks for key in chunk.holding[place]),
        named=frozenset(key for chunk in chunks for key in chunk.named[place]),
    )


def write_queries(work: Path, truths: Sequence[Truth]) -> None:
    """Write what the engines are asked; the answers stay here."""
    queries = [{"text": truth.text, "words": truth.words, "kind": truth.kind} for truth in truths]
    (work / "queries.json").write_text(json.dumps(queries), encoding="utf-8")


def read_queries(work: Path) -> list[dict[str, Any]]:
    """Give what is asked: text, folded words, kind."""
    queries: list[dict[str, Any]] = json.loads((work / "queries.json").read_text(encoding="utf-8"))
    return queries
