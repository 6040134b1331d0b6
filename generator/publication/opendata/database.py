"""`library.sqlite`: the records as tables, with a full-text index of titles, summaries and bodies.

The same content gives the same bytes: the file is built in memory, in one order, and vacuumed; its
header then counts the same changes each time. (Another version of SQLite writes its own number.)
"""

import re
import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import closing
from importlib.resources import files
from itertools import chain
from typing import Final

from generator.library.ids import CaseId
from generator.pages.inputs import Inputs
from generator.publication.opendata.columns import COLUMNS, joined
from generator.publication.opendata.library import library_record
from generator.publication.opendata.records import CaseRecord
from generator.publication.opendata.rounds import LibraryRecord, NoticeRecord, TermRecord
from generator.publication.opendata.texts import Texts
from generator.publication.sheets.cells import Value
from generator.strings import text

_PAGE: Final = 4096
"""Bytes of a page of the file."""
_VERSION: Final = 1
"""`PRAGMA user_version`: the first number of the records' version."""
_WHOLE: Final = frozenset({"year", "demonstration", "list_number", "has_text"})
"""Columns of the table of cases that hold whole numbers."""
_MAY_LACK: Final = frozenset({"list_number", "publicity_on", "approved_on"})

_HAN: Final = re.compile("[\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+")

Rows = Iterable[Sequence[Value]]


def library_sqlite(inputs: Inputs, licence: str, texts: Texts | None = None) -> bytes:
    """Give the database as the bytes of its file; `texts` has those of bodies that are known."""
    texts = texts or Texts()
    library = library_record(inputs, licence)
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as base:
        base.execute(f"PRAGMA page_size = {_PAGE}")
        base.execute(f"PRAGMA user_version = {_VERSION}")
        base.execute("BEGIN")
        base.execute(_table_of_cases())
        for statement in _statements():
            base.execute(statement)
        _fill(base, library)
        bodies = ((case, inputs.library.cases[CaseId(case.id)].body) for case in library.cases)
        _index(base, (_text(case, texts.of(body)) for case, body in bodies))
        base.execute("COMMIT")
        base.execute("VACUUM")
        return base.serialize()


def pairs_of(said: str) -> str:
    """Give a text with a space after each pair of Chinese characters that stand together."""
    return _HAN.sub(_pairs, said)


def _pairs(run: re.Match[str]) -> str:
    han = run[0]
    paired = (han[place : place + 2] for place in range(max(len(han) - 1, 1)))
    return " " + " ".join(paired) + " "


def _table_of_cases() -> str:
    lines = [f"    {column.key} {_kind(column.key)}" for column in COLUMNS]
    return "CREATE TABLE cases (\n" + ",\n".join(lines) + "\n)"


def _kind(key: str) -> str:
    if key == "id":
        return "TEXT PRIMARY KEY"
    if key == "edition":
        return "TEXT NOT NULL REFERENCES editions (id)"
    kind = "INTEGER" if key in _WHOLE else "TEXT"
    return kind if key in _MAY_LACK else f"{kind} NOT NULL"


def _statements() -> list[str]:
    source = files("generator.publication.opendata").joinpath("tables.sql")
    lines = source.read_text(encoding="utf-8").splitlines()
    written = "\n".join(line for line in lines if not line.startswith("--"))
    return [statement.strip() for statement in written.split(";") if statement.strip()]


def _fill(base: sqlite3.Connection, library: LibraryRecord) -> None:
    cases, notices = library.cases, library.notices
    _insert(base, "metadata", _metadata(library))
    _insert(base, "editions", _editions(library))
    _insert(base, "notices", map(_notice, notices))
    _insert(base, "terms", _terms(library))
    _insert(base, "cases", ([column.value(case) for column in COLUMNS] for case in cases))
    _insert(base, "case_fields", chain.from_iterable(map(_fields, cases)))
    _insert(base, "case_methods", chain.from_iterable(map(_methods, cases)))
    _insert(base, "case_notices", ((case.id, one) for case in cases for one in case.notices))
    _insert(base, "indicators", chain.from_iterable(map(_indicators, cases)))


def _index(base: sqlite3.Connection, rows: Rows) -> None:
    _insert(base, "texts", rows)
    base.execute("INSERT INTO texts_index (texts_index) VALUES ('rebuild')")
    texts = "SELECT rowid, title || ' ' || enterprise || ' ' || summary || ' ' || body FROM texts"
    pairs = ((row, pairs_of(said)) for row, said in base.execute(texts))
    base.executemany("INSERT INTO pairs_index (rowid, pairs) VALUES (?, ?)", pairs)
    for name in ("texts_index", "pairs_index"):
        base.execute(f"INSERT INTO {name} ({name}) VALUES ('optimize')")  # noqa: S608 -- our own names


def _insert(base: sqlite3.Connection, table: str, rows: Rows) -> None:
    found = iter(rows)
    first = next(found, None)
    if first is None:
        return
    marks = ", ".join("?" * len(first))
    base.executemany(f"INSERT INTO {table} VALUES ({marks})", chain([first], found))  # noqa: S608 -- our own names


def _metadata(library: LibraryRecord) -> Rows:
    yield "schema_version", library.schema_version
    yield "title", library.title
    yield "address", library.address
    yield "publisher", library.publisher
    yield "license", library.license or text("publication_opendata.no_license")
    yield "newest", library.newest or ""
    yield "cases", str(library.counts.cases.real)
    yield "cases_demonstration", str(library.counts.cases.demonstration)


def _editions(library: LibraryRecord) -> Rows:
    for one in library.editions:
        announced = one.announced.total if one.announced else None
        held = one.held.real, one.held.demonstration
        said = one.id, one.year, one.level.value, one.title, one.issuer, joined(one.documents)
        yield *said, announced, *held, one.address


def _notice(one: NoticeRecord) -> Sequence[Value]:
    about = one.id, one.kind.value, int(one.demonstration), one.title, one.document_number
    return *about, one.issuer, one.dated, one.edition, one.address


def _terms(library: LibraryRecord) -> Rows:
    known = library.vocabularies
    for name in type(known).model_fields:
        terms: tuple[TermRecord, ...] = getattr(known, name)
        for one in terms:
            said = one.id, one.label, joined(one.aliases), one.description, one.parent, one.code
            counted = one.count.real, one.count.demonstration
            yield name, *said, one.kind, one.since, *counted


def _fields(case: CaseRecord) -> Rows:
    return ((case.id, one.id, one.label, one.printed) for one in case.focus_areas)


def _methods(case: CaseRecord) -> Rows:
    return ((case.id, one.id, one.label) for one in case.methods)


def _indicators(case: CaseRecord) -> Rows:
    for row in case.indicators:
        compared = row.industry_average, row.industry_best, row.rank, row.direction.value
        for measured in row.values:
            yield case.id, row.name, row.unit, measured.year, measured.value, *compared


def _text(case: CaseRecord, body: str) -> Sequence[Value]:
    return case.id, case.title, case.enterprise.name, case.summary, body
