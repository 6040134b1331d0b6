"""The plan of an import: which rows become which files. Nothing is read or written here.

An entry is known again by edition, enterprise and title, so running twice makes nothing new.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from generator.intake.case_file import case_text
from generator.intake.list_entry import Entry, make_entry, row_problems
from generator.intake.list_table import ListTable
from generator.intake.list_target import find_target
from generator.intake.problems import Problem
from generator.library.ids import (
    CaseId,
    EditionId,
    case_sort_key,
    is_demonstration_id,
    parse_case_id,
)
from generator.library.library import Library
from generator.library.lifecycle import Status
from generator.library.vocabulary import fold

EntryKey = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class PlannedFile:
    """A case file as the list would have it."""

    path: str
    """'/'-separated, relative to the folder of the cases: 2022/2022-001.md."""
    text: str
    is_known: bool
    """True: the library holds the entry, the file is compared and never written."""


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """What an import would do."""

    files: tuple[PlannedFile, ...] = ()
    refusals: tuple[Problem, ...] = ()
    """Why rows are refused; a row may have several reasons."""
    remarks: tuple[Problem, ...] = ()
    """What rows say and their entries do not."""


@dataclass(slots=True)
class _Ledger:
    """Who has which id while a plan is made."""

    known: dict[EntryKey, CaseId]
    highest: dict[str, int]
    rows: dict[EntryKey, int] = field(default_factory=dict)

    def next_id(self, edition: str) -> CaseId:
        """Give one above the highest number of the edition: no number is used twice."""
        self.highest[edition] = number = self.highest.get(edition, 0) + 1
        return CaseId(f"{edition}-{number:03}")


def plan_import(
    table: ListTable,
    edition_id: EditionId | None,
    library: Library,
    names: Mapping[str, Iterable[str]],
    status: Status = Status.APPROVED,
) -> ImportPlan:
    """Plan an import without touching a file.

    `names` gives the stems of the case files on disk by edition folder: an edition with a file that
    the library could not read takes no new entry. `status` is that of new entries: results were
    announced, applicants are drafts.
    """
    if table.problem:
        return ImportPlan(refusals=(table.problem,))
    if edition_id is not None and edition_id not in library.editions:
        missing = Problem("edition_missing", {"edition": edition_id, "cases": "cases"})
        return ImportPlan(refusals=(missing,))
    ledger = _ledger(library)
    files: list[PlannedFile] = []
    refusals: list[Problem] = []
    remarks: list[Problem] = []
    for row in table.rows:
        target = find_target(row, edition_id, library)
        problems = [*target.problems, *row_problems(row)]
        if problems or target.edition is None:
            refusals.extend(problems)
            continue
        entry = make_entry(row, target.edition, library, status)
        planned = _planned(entry, ledger, library, names)
        if isinstance(planned, Problem):
            refusals.append(planned)
            continue
        files.append(planned)
        remarks.extend(entry.remarks)
    return ImportPlan(tuple(files), tuple(refusals), tuple(remarks))


def _planned(
    entry: Entry, ledger: _Ledger, library: Library, names: Mapping[str, Iterable[str]]
) -> PlannedFile | Problem:
    row, edition = entry.row, entry.edition.id
    if entry.key in ledger.rows:
        return row.problem("duplicate", other=ledger.rows[entry.key])
    ledger.rows[entry.key] = row.row
    case_id = ledger.known.get(entry.key)
    if case_id is not None:
        return PlannedFile(f"{edition}/{case_id}.md", case_text(entry.front), is_known=True)
    unread = _unread(names.get(edition, ()), library)
    if unread:
        return row.problem("edition_broken", edition=edition, file=f"{unread}.md")
    case_id = ledger.next_id(edition)
    return PlannedFile(f"{edition}/{case_id}.md", case_text(entry.front), is_known=False)


def _unread(stems: Iterable[str], library: Library) -> CaseId | None:
    """Give a real case on disk that the library does not hold: it may be this very entry."""
    ids = (parse_case_id(stem) for stem in stems)
    unread = (item for item in ids if item and item not in library.cases)
    return next((item for item in unread if not is_demonstration_id(item)), None)


def _ledger(library: Library) -> _Ledger:
    known: dict[EntryKey, CaseId] = {}
    highest: dict[str, int] = {}
    for case in library.cases.values():
        key = case.edition, fold(case.front.enterprise), fold(case.front.title)
        if not case.is_demonstration:
            known.setdefault(key, case.id)
    redirected = (uri.strip("/").removeprefix("cases/") for uri in library.redirects)
    for name in (*library.cases, *redirected):
        case_id = parse_case_id(name)
        if case_id:
            edition, is_demonstration, number = case_sort_key(case_id)
            if not is_demonstration:
                highest[edition] = max(highest.get(edition, 0), number)
    return _Ledger(known, highest)
