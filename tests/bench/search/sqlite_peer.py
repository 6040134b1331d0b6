"""SQLite's full-text index FTS5 over pairs of characters: built, and read as over a network.

`python -m tests.bench.search.sqlite_peer build WORK` writes WORK/sqlite/search.db, `ask WORK`
answers the queries. What a browser would fetch with Range requests is what SQLite reads from a
file that it has just opened: pages of 4 KB, each once; pages that follow one another count as one
request, as a client that reads ahead perfectly would have it.
"""

import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

import apsw

from tests.bench.search.answers import Answers, write_answers
from tests.bench.search.pairs import expression, terms_of_text
from tests.bench.search.reads import PAGE, Reads
from tests.bench.search.scoring import Answer
from tests.bench.search.texts import read_folded, read_queries

COLUMNS: Final = ("title", "enterprise", "names", "text")
_CREATE: Final = f"""
PRAGMA page_size = {PAGE};
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
CREATE TABLE shown (key INTEGER PRIMARY KEY, title TEXT, enterprise TEXT);
CREATE VIRTUAL TABLE found USING fts5({", ".join(COLUMNS)}, content='', detail=column,
  tokenize="unicode61 remove_diacritics 0 categories 'L* N* M* S* P* Co'");
"""
_NAMED: Final = "SELECT rowid FROM found WHERE found MATCH ? ORDER BY rowid DESC"
_FINISH: Final = """
INSERT INTO found(found) VALUES ('optimize');
VACUUM;
"""


class _File(apsw.VFSFile):
    def __init__(self, name: Any, flags: list[int], reads: Reads) -> None:
        self._reads = reads
        super().__init__("", name, flags)

    def xRead(self, amount: int, offset: int) -> bytes:  # noqa: N802 -- SQLite's name
        self._reads.note(amount, offset)
        return super().xRead(amount, offset)


class _System(apsw.VFS):
    """The files of the system, read through a counter."""

    def __init__(self, reads: Reads) -> None:
        self._reads = reads
        super().__init__("counting", "")

    def xOpen(self, name: Any, flags: list[int]) -> apsw.VFSFile:  # noqa: N802 -- SQLite's name
        return _File(name, flags, self._reads)


def build(work: Path) -> None:
    """Write the database."""
    path = work / "sqlite" / "search.db"
    path.parent.mkdir()
    connection = apsw.Connection(str(path))
    connection.execute(_CREATE).fetchall()  # a cursor stops before each statement
    marks = ", ".join("?" * (len(COLUMNS) + 1))
    with connection:
        for one in read_folded(work):
            values = [" ".join(terms_of_text(one[column])) for column in COLUMNS]
            connection.execute(
                f"INSERT INTO found (rowid, {', '.join(COLUMNS)}) VALUES ({marks})",
                (one["key"], *values),
            )
            shown = (one["key"], one["title"], one["enterprise"])
            connection.execute("INSERT INTO shown VALUES (?, ?, ?)", shown)
    connection.execute(_FINISH).fetchall()
    connection.close()


def search(connection: apsw.Connection, words: Sequence[str]) -> Iterator[int]:
    """Yield what matches: hits in title and enterprise first, then all others, newest first."""
    wanted = expression(words)
    named = [key for (key,) in connection.execute(_NAMED, (f"{{title enterprise}} : ({wanted})",))]
    yield from named
    before = set(named)
    yield from (k for (k,) in connection.execute(_NAMED, (wanted,)) if k not in before)


def opened(path: Path, system: str | None = None) -> apsw.Connection:
    """Open the database as a client does that has shown its page: schema read, nothing else."""
    connection = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READONLY, vfs=system)
    connection.execute("SELECT title, enterprise FROM shown LIMIT 1").fetchall()
    connection.execute(_NAMED, ('"\ue000"',)).fetchall()
    return connection


def ask(path: Path, words: Sequence[str]) -> tuple[Answer, Answer]:
    """Give what the first look cost and what the query cost after it."""
    reads = Reads()
    system = _System(reads)
    counted = opened(path, "counting")
    before, asked_before = reads.taken()
    rows = tuple(search(counted, words))
    after, asked_after = reads.taken()
    counted.close()
    system.unregister()
    plain = opened(path)
    began = time.perf_counter()
    assert tuple(search(plain, words)) == rows
    seconds = time.perf_counter() - began
    plain.close()
    first = Answer(rows, seconds, seconds, after * PAGE, asked_after)
    return first, Answer(
        rows, seconds, seconds, (after - before) * PAGE, asked_after - asked_before
    )


def ask_all(work: Path) -> None:
    """Answer all queries, each by a fresh connection."""
    path = work / "sqlite" / "search.db"
    both = [ask(path, query["words"]) for query in read_queries(work)]
    write_answers(work / "sqlite.json", Answers([one for one, _ in both], [one for _, one in both]))


if __name__ == "__main__":
    {"build": build, "ask": ask_all}[sys.argv[1]](Path(sys.argv[2]))
