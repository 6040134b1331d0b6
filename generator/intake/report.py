"""What an import did, as lines for a person."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.intake.problems import Problem
from generator.strings import text


@dataclass(frozen=True, slots=True)
class ImportReport:
    """The outcome of an import."""

    created: tuple[str, ...] = ()
    """Files made, relative to the folder of the cases; in a dry run those that would be made."""
    unchanged: tuple[str, ...] = ()
    """Entries that the library holds word for word."""
    kept: tuple[str, ...] = ()
    """Entries that the library holds otherwise: an editor's work, left alone."""
    refusals: tuple[Problem, ...] = ()
    remarks: tuple[Problem, ...] = ()
    private: tuple[str, ...] = ()
    """Titles of the columns with personal data that were not read."""
    ignored: tuple[str, ...] = ()
    """Titles of the columns that nobody knows."""
    is_dry_run: bool = False

    @property
    def is_complete(self) -> bool:
        """Tell whether every row was taken over or is held already; the exit status says so."""
        return not self.refusals

    def with_columns(self, private: Sequence[str], ignored: Sequence[str]) -> "ImportReport":
        """Add the columns that were not read."""
        return replace(self, private=tuple(private), ignored=tuple(ignored))

    def lines(self) -> tuple[str, ...]:
        """Give everything there is to print, in order."""
        return tuple(self._lines())

    def as_json(self) -> str:
        """Give all of it as a JSON document."""
        return json.dumps({"version": 1, **self.plain()}, ensure_ascii=False, indent=2)

    def plain(self) -> dict[str, object]:
        """Give all of it for a program."""
        return {
            "dry_run": self.is_dry_run,
            "created": self.created,
            "unchanged": self.unchanged,
            "kept": self.kept,
            "refusals": [_plain(problem) for problem in self.refusals],
            "remarks": [_plain(problem) for problem in self.remarks],
            "private_columns": self.private,
            "unknown_columns": self.ignored,
        }

    def _lines(self) -> Iterator[str]:
        if self.created:
            heading = "would_create" if self.is_dry_run else "created"
            yield from _listed(heading, len(self.created), self.created)
        elif not self.refusals:
            yield text("intake.report.nothing")
        if self.unchanged:
            yield text("intake.report.unchanged", count=len(self.unchanged))
        if self.kept:
            yield from _listed("kept", len(self.kept), self.kept)
        if self.refusals:
            yield from _listed("refused", self._refused_rows(), map(Problem.worded, self.refusals))
        if self.remarks:
            yield from _listed("remarks", len(self.remarks), map(Problem.worded, self.remarks))
        for key, titles in (("private", self.private), ("ignored", self.ignored)):
            if titles:
                joined = text("intake.report.joint").join(titles)
                yield text(f"intake.report.{key}", count=len(titles), columns=joined)

    def _refused_rows(self) -> int:
        return len({(problem.sheet, problem.row) for problem in self.refusals})


def _plain(problem: Problem) -> dict[str, object]:
    place = {"sheet": problem.sheet, "row": problem.row, "column": problem.column}
    return {**place, "code": problem.code, "message": problem.worded()}


def _listed(key: str, count: int, items: "Iterator[str] | Sequence[str]") -> Iterator[str]:
    yield text(f"intake.report.{key}", count=count)
    for item in items:
        yield text("intake.report.item", item=item)
