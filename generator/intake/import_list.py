"""Lists into case files: plan, compare, write.

A file that exists is never written: either it is what the list says, or an editor has worked on it.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path

from generator.config import Config
from generator.errors import BiaoganError
from generator.intake.import_plan import ImportPlan, PlannedFile, plan_import
from generator.intake.list_table import read_list
from generator.intake.report import ImportReport
from generator.library.ids import EditionId
from generator.library.library import Library
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


def run_import(
    path: Path,
    edition_id: EditionId | None,
    config: Config,
    library: Library,
    *,
    dry_run: bool = False,
) -> ImportReport:
    """Import a list file into the folder of the cases and say what was done."""
    table = read_list(path)
    names = _names(config.cases_path, library.editions)
    plan = plan_import(table, edition_id, library, names)
    report = apply_plan(plan, config.cases_path, dry_run=dry_run)
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
