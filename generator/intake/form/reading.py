"""The application form (申报书) as facts: what is asked for is read, and nothing else.

Rules of the form: `全国质量标杆申报书` of 2022; those of provinces ask the same in other tables.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from generator.intake.form.facts import Fact, Form
from generator.intake.form.kinds import Kind, kind_of
from generator.intake.form.labels import (
    FIELDS,
    PRIVATE,
    SERIES,
    cut,
    is_title,
    label_key,
    shown,
    split,
)
from generator.intake.form.market import market_rows
from generator.intake.form.measuring import Written, measured
from generator.intake.form.notes import Notes, is_private, joined, place, what
from generator.intake.form.numbers import fold_width, is_blank
from generator.intake.form.series import series_of
from generator.intake.form.statistics import rows_of
from generator.intake.form.tables import Cell, Pages, Table, read_pages
from generator.intake.form.ticks import read_choice
from generator.intake.remarks import RemarkKind
from generator.intake.word.parts import DOCUMENT, WordParts
from generator.intake.wordings import pattern

_CHOICES: Final = frozenset({"directions", "industry", "size", "kind"})
"""Fields that a form may offer as options to tick."""
_MARKING: Final = frozenset({"directions", "size", "kind"})
"""Fields that only an application form asks for."""
_BODIES: Final = frozenset({"enterprise", "recommender"})
"""Fields that name a firm or an office, and end with the word for what it is."""
_LONGEST_VALUE: Final = 120
_LONGEST_LINE: Final = 160


@dataclass(slots=True)
class _Reading:
    notes: Notes = field(default_factory=Notes)
    facts: dict[str, list[Fact]] = field(default_factory=dict)
    seen: set[str] = field(default_factory=set)
    """Fields that stand in the form, filled or not."""
    rows: list[Written] = field(default_factory=list)
    kinds: set[Kind] = field(default_factory=set)
    last_table: int = 0


def read_form(parts: WordParts) -> Form:
    """Read the facts of a form; `is_form` is false when the document holds none.

    Raises RefusedDocumentError when the document cannot be read.
    """
    root = parts.tree(DOCUMENT)
    if root is None:
        return Form()
    pages = read_pages(root)
    reading = _Reading()
    for table in pages.tables:
        _read_table(reading, table)
    for before, line in pages.lines:
        if before <= reading.last_table:
            _read_line(reading, line)
    if not _is_form(reading, pages):
        return Form()
    empty = [row.name for row in reading.rows if all(map(is_blank, row.years.values()))]
    indicators = tuple(filter(None, (measured(row, reading.notes) for row in reading.rows)))
    if empty:
        reading.notes.look("rows_empty", names=joined(dict.fromkeys(empty)))
    return Form(
        True,
        {key: tuple(facts) for key, facts in reading.facts.items()},
        indicators,
        _year(pages, reading.rows),
        Kind.COMPETITORS in reading.kinds,
        tuple(reading.notes.remarks),
    )


def _read_table(reading: _Reading, table: Table) -> None:
    kind = kind_of(table)
    if kind is Kind.OTHER:
        return
    reading.kinds.add(kind)
    reading.last_table = table.number
    number = place("part", number=table.number)
    if kind is Kind.COMPETITORS:
        reading.notes.add(RemarkKind.PRIVATE, "competitors", number)
    elif kind is Kind.SCORES:
        reading.notes.add(RemarkKind.PRIVATE, "scores", number)
    elif kind in (Kind.ECONOMIC, Kind.SOCIAL):
        reading.rows += rows_of(table, reading.notes)
    elif kind is Kind.MANAGEMENT:
        reading.rows += market_rows(table, reading.notes)
    else:
        reading.rows += series_of(table, reading.notes) if kind is Kind.FACTS else ()
        _read_facts(reading, table, kind)


def _read_facts(reading: _Reading, table: Table, kind: Kind) -> None:
    wanted = FIELDS if kind is Kind.FACTS else ("recommender",)
    for cell in table.cells():
        for key, label, value in _fields(table, cell):
            reading.seen.add(key)
            if key in wanted:
                where = place("table", number=table.number, label=shown(label))
                _add(reading, key, value, Fact("", where))


def _fields(table: Table, cell: Cell) -> Iterator[tuple[str, str, str]]:
    """Give the fields that a cell is the title of, with their values."""
    key = label_key(cell.text)
    if key:
        value = "" if key in (PRIVATE, SERIES) else _value(table, cell, key)
        yield key, cell.text, value
        return
    for part in split(cell.text):
        value = part.value
        if not value and part.key in FIELDS:
            value = _value(table, cell, part.key)
        yield part.key, part.label, value


def _value(table: Table, label: Cell, key: str) -> str:
    """Give what stands beside a title; or below it, where the titles stand in a row."""
    beside = table.right_of(label)
    if beside is not None and not is_title(beside.text):
        return _options(table, label) if key in _CHOICES else beside.text
    below = table.below(label)
    titles = all(is_title(cell.text) for cell in table.rows[label.row])
    return below.text if below is not None and titles and not is_title(below.text) else ""


def _options(table: Table, label: Cell) -> str:
    """Give all cells beside a title, in all of its rows: each option may have its own.

    Rows of more options below may leave the title's column empty.
    """
    found = []
    for row in range(label.row, _last_row(table, label)):
        for column in range(label.column + label.width, table.width):
            cell = table.at(row, column)
            if cell is None or is_title(cell.text):
                break
            if (cell.row, cell.column) == (row, column):
                found.append(cell.text)
    return "\n".join(filter(None, found))


def _last_row(table: Table, label: Cell) -> int:
    row = label.row + label.height
    while (first := table.at(row, label.column)) is not None and not first.text:
        beside = table.right_of(first)
        if beside is None or read_choice(beside.text) is None:
            break
        row += 1
    return row


def _read_line(reading: _Reading, line: str) -> None:
    """Read a line outside of the tables, of the cover or the promise: `企业名称：____`."""
    if len(line) > _LONGEST_LINE:
        return
    for part in split(line):
        if part.key in ("enterprise", "recommender", "title"):
            reading.seen.add(part.key)
            where = place("cover", label=shown(part.label))
            _add(reading, part.key, part.value, Fact("", where, is_cover=True))


def _add(reading: _Reading, key: str, written: str, fact: Fact) -> None:
    """Keep a value when it is one, and nothing private."""
    kept = cut(written)
    choice = read_choice(kept) if key in _CHOICES else None
    value = joined(choice.ticked) if choice else _cleaned(kept, is_body=key in _BODIES)
    if is_private(fold_width(kept)):
        reading.notes.add(RemarkKind.PRIVATE, "private_value", fact.place, what=what(key))
    elif choice or value:
        if len(value) > _LONGEST_VALUE:
            reading.notes.look("too_long", fact.place, what=what(key))
            return
        if _solid(kept) != _solid(written) or (
            choice is None and _solid(value) != _solid(_cleaned(kept, is_body=False))
        ):
            reading.notes.look("cut", fact.place, what=what(key))
        found = Fact(value, fact.place, fact.is_cover, choice)
        reading.facts.setdefault(key, []).append(found)


def _solid(written: str) -> str:
    return "".join(written.split())


def _cleaned(written: str, *, is_body: bool) -> str:
    """Give a value in one line, without the words for the seal and the line to write on."""
    if is_body:
        written = pattern("intake_form.pattern.next_field").split(written)[0]
    lines = [
        pattern("intake_form.pattern.seal").sub("", line).strip(" \t\u3000_\uff3f(\uff08")
        for line in written.splitlines()
    ]
    signed = pattern("intake_form.pattern.signed")
    lines = [line for line in lines if line and not signed.match("".join(line.split()))]
    value = _one_line(_name(lines) if is_body else lines)
    return "" if pattern("intake_form.pattern.blank").fullmatch(value) else value


def _name(lines: list[str]) -> list[str]:
    """Give the pieces that make the name of a body; what follows it may be a person.

    A bracket behind the name stays when a body stands in it too: `...\uff08\u96c6\u56e2\uff09`.
    """
    body = pattern("intake_form.pattern.body")
    pieces = [piece for line in lines for piece in line.split()]
    ends = [n for n, piece in enumerate(pieces, start=1) if body.search(_unbracketed(piece))]
    if not ends:
        return pieces
    last = pieces[ends[-1] - 1]
    return [*pieces[: ends[-1] - 1], last if body.search(last) else _unbracketed(last)]


def _unbracketed(piece: str) -> str:
    """Give a piece without the bracket behind it, when that names no body."""
    found = pattern("intake_form.pattern.brackets_behind").search(piece)
    inside = found[0].strip("()\uff08\uff09\u3014\u3015[]\u3010\u3011") if found else ""
    if not found or pattern("intake_form.pattern.body").search(inside):
        return piece
    return piece[: found.start()]


def _one_line(lines: list[str]) -> str:
    joint = " ".join(" ".join(line.split()) for line in lines)
    return pattern("intake_form.pattern.inner_space").sub("", joint)


def _is_form(reading: _Reading, pages: Pages) -> bool:
    """Tell a form from a case or a list, which may name a firm and a title too."""
    asked = reading.seen & set(FIELDS)
    statistics = reading.kinds & {Kind.ECONOMIC, Kind.MANAGEMENT, Kind.SOCIAL}
    if len(asked) >= 3 and (asked & _MARKING or PRIVATE in reading.seen):
        return True
    titles = [line for _, line in pages.lines] + [table.caption for table in pages.tables]
    is_named = any(
        len(line) <= _LONGEST_LINE and pattern("intake_form.pattern.form_title").search(line)
        for line in titles
    )
    if len(asked) >= 2 and is_named:
        return True
    return len(statistics) >= 2 and bool(asked or is_named)


def _year(pages: Pages, rows: list[Written]) -> int | None:
    """Give the round: by the form's title, or as the year after its three years."""
    first_cells = [table.rows[0][0].text for table in pages.tables if table.rows and table.rows[0]]
    captions = [table.caption for table in pages.tables]
    for line in (*(line for _, line in pages.lines), *captions, *first_cells):
        found = pattern("intake_form.pattern.form_year").search(fold_width(line))
        if found:
            return int(found["year"])
    years = sorted({year for row in rows for year in row.years if year})
    is_three = len(years) == 3 and years[2] - years[0] == 2
    return years[2] + 1 if is_three else None
