"""Lists into case files: plan, compare, write.

A file that exists is never written: either it is what the list says, or an editor has worked on it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.config import Config
from generator.errors import BiaoganError
from generator.intake.import_plan import ImportPlan, PlannedFile, plan_import
from generator.intake.list_table import completed, read_list
from generator.intake.report import ImportReport
from generator.library.ids import EditionId
from generator.library.library import Library
from generator.library.lifecycle import Status
from generator.strings import text
from generator.writing import write_if_changed


def apply_plan(plan: ImportPlan, cases_path: Path, *, dry_run: bool = False) -> ImportReport:
    """Write the new files of a plan, each at once or not at all, and report."""
    outcome: dict[str, list[str]] = {"created": [], "unchanged": [], "kept": []}
    for planned in plan.files:
        path = cases_path / planned.path
        if planned.is_known or path.exists():
            outcome[_compared(path, planned)].append(planned.path)
            continue
        if not dry_run:
            _write(path, planned.text)
        outcome["created"].append(planned.path)
    return ImportReport(
        tuple(outcome["created"]),
        tuple(outcome["unchanged"]),
        tuple(outcome["kept"]),
        plan.refusals,
        plan.remarks,
        is_dry_run=dry_run,
    )


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """What the editor says of a list as a whole."""

    edition: EditionId | None = None
    source_title: str = ""
    """The document that the list is part of, for rows without a source of their own."""
    source_url: str = ""
    status: Status = Status.APPROVED
    dry_run: bool = False


def run_import(
    path: Path, config: Config, library: Library, options: ImportOptions
) -> ImportReport:
    """Import a list file into the folder of the cases and say what was done."""
    sources = {"source_title": options.source_title, "source_url": options.source_url}
    table = completed(read_list(path), sources)
    names = _names(config.cases_path, library.editions)
    plan = plan_import(table, options.edition, library, names, options.status)
    report = apply_plan(plan, config.cases_path, dry_run=options.dry_run)
    return report.with_columns(table.private, table.ignored)


def _names(cases_path: Path, editions: Iterable[EditionId]) -> Mapping[str, tuple[str, ...]]:
    """List the case files of each edition by stem, in order."""
    return {
        edition: tuple(sorted(path.stem for path in (cases_path / edition).glob("*.md")))
        for edition in editions
    }


def _compared(path: Path, planned: PlannedFile) -> str:
    try:
        return "unchanged" if path.read_bytes() == planned.text.encode() else "kept"
    except OSError:
        return "kept"


def _write(path: Path, content: str) -> None:
    """Write a file whole; raises BiaoganError when the disk refuses."""
    try:
        write_if_changed(path, content)
    except OSError as error:
        raise BiaoganError(text("intake.write_failed", path=path.name, reason=error)) from error
