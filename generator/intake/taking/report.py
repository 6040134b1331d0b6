"""What became of what was handed over: for people, and for programs."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, Final

from generator import reporting
from generator.findings import Finding
from generator.intake.remarks import Remark, RemarkKind
from generator.intake.report import ImportReport
from generator.intake.taking.taken import plain
from generator.strings import labels, text

_HEADING: Final = "intake_prose.remark.heading"


class Outcome(StrEnum):
    """What became of a submission."""

    CREATED = "created"
    REPLACED = "replaced"
    PLANNED = "planned"
    """A dry run: what would be made."""
    KNOWN = "known"
    """The same bytes were taken before."""
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Result:
    """One submission."""

    shown: str
    outcome: Outcome
    draft: str = ""
    """The draft's file, relative to the root; empty when there is none."""
    remarks: tuple[Remark, ...] = ()
    findings: tuple[Finding, ...] = ()
    """What `check` says of the draft."""

    def checked(self, findings: Mapping[str, tuple[Finding, ...]]) -> "Result":
        """Add the findings of its draft."""
        return replace(self, findings=findings.get(self.draft, ()))


def head(result: Result) -> str:
    """Say in one line what became of a submission."""
    is_twin = result.outcome is Outcome.KNOWN and not result.draft
    key = f"intake_report.outcome.{'twin' if is_twin else result.outcome.value}"
    reason = result.remarks[0].worded() if result.outcome is Outcome.REFUSED else ""
    return text(key, name=result.shown, draft=result.draft, reason=reason)


def lines(result: Result, *, whole: bool = False) -> Iterator[str]:
    """Give the report of a submission; on screen only what needs an editor, `whole` in the file."""
    yield head(result)
    if result.outcome in (Outcome.REFUSED, Outcome.KNOWN):
        return
    for kind in RemarkKind:
        found = [remark for remark in result.remarks if remark.kind is kind]
        if found:
            yield from _group(kind, found, whole=whole)
    if result.findings:
        yield text("intake_report.findings", count=len(result.findings))
        yield from (_finding(finding) for finding in result.findings)


def as_file(result: Result) -> bytes:
    """Give the report's file, in the encoding that every editor on every machine opens rightly."""
    said = [
        text("intake_report.title", name=result.shown),
        text("intake_report.advice", draft=result.draft),
        "",
        *lines(result, whole=True),
    ]
    return "\r\n".join([*said, ""]).encode("utf-8-sig")


def summary(results: Sequence[Result]) -> str:
    """Say in one line what became of all."""
    counts = {one: sum(result.outcome is one for result in results) for one in Outcome}
    parts = [
        text(f"intake_report.count.{one.value}", count=count)
        for one, count in counts.items()
        if count
    ]
    return text("intake_report.summary", parts=text("labels.joint").join(parts))


def as_json(results: Sequence[Result], lists: Sequence[tuple[str, ImportReport]] = ()) -> str:
    """Give all of it as a JSON document; lists by the names under which they were handed over."""
    document = {
        "version": 1,
        "submissions": [_plain(result) for result in results],
        "lists": [{"name": name, **report.plain()} for name, report in lists],
    }
    return json.dumps(document, ensure_ascii=False, indent=2)


def _group(kind: RemarkKind, found: Sequence[Remark], *, whole: bool) -> Iterator[str]:
    yield text("intake_report.group", name=labels("remark_kind")[kind.value], count=len(found))
    if kind is RemarkKind.TAKEN and not whole:
        return
    headings = [remark for remark in found if remark.key == _HEADING]
    for remark in found:
        if remark.key != _HEADING:
            place = text("intake_report.place", place=remark.place) if remark.place else ""
            yield text("intake_report.item", message=remark.worded(), place=place)
    if headings:
        yield text("intake_report.headings", count=len(headings))
        yield from map(_outlined, headings)


def _outlined(remark: Remark) -> str:
    """Give a guessed heading as a line of an outline: an eye sees at once where it is wrong."""
    level = remark.values.get("level", 2)
    assert isinstance(level, int), "a heading's level is a number"
    return "    " + "  " * (level - 1) + (remark.place or str(remark.values.get("title", "")))


def _finding(finding: Finding) -> str:
    label = labels("severity")[finding.severity.value]
    where = text("intake_report.line", line=finding.line, severity=label)
    hint = text("cli.report.hint") + finding.hint if finding.hint else ""
    return text("intake_report.item", message=f"{where}{finding.message}", place=hint)


def _plain(result: Result) -> dict[str, Any]:
    return {
        "name": result.shown,
        "outcome": result.outcome.value,
        "draft": result.draft,
        "remarks": [plain(remark) for remark in result.remarks],
        "findings": [reporting.plain(finding) for finding in result.findings],
    }
