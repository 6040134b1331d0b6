"""`intake` from paths to results: children make drafts, this process puts them into the library."""

import secrets
import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from generator.intake.drafts import next_id
from generator.intake.remarks import RefusedDocumentError, Remark, RemarkKind
from generator.intake.taking.children import Children, Ended, Ending
from generator.intake.taking.confinement import Limits
from generator.intake.taking.document import Job, take
from generator.intake.taking.ledger import RECORD, known_digests, record
from generator.intake.taking.placing import Placement, place
from generator.intake.taking.report import Outcome, Result, lines
from generator.intake.taking.submissions import Submission, digest_of
from generator.intake.taking.taken import PICTURES, Taken, plain, recall
from generator.library.ids import CaseId, EditionId
from generator.library.library import Library
from generator.library.lifecycle import Status
from generator.library.vocabulary import fold
from generator.strings import text

_TOKEN_BYTES: Final = 12


@dataclass(frozen=True, slots=True)
class Options:
    """What the editor asked for."""

    edition: EditionId | None = None
    dry_run: bool = False
    force: bool = False
    processes: int = 2
    limits: Limits = field(default_factory=Limits)


@dataclass(slots=True)
class Intake:
    """One run: the library as it was, and the ids given so far."""

    root: Path
    cases_path: Path
    library: Library
    options: Options
    _given: dict[EditionId, set[CaseId]] = field(default_factory=dict)
    _token: str = field(default_factory=lambda: f"intake-{secrets.token_hex(_TOKEN_BYTES)}")

    def each(self, submissions: Sequence[Submission]) -> Iterator[tuple[int, Result]]:
        """Yield number and result of each submission as it is done, in whatever order."""
        known = known_digests(self.cases_path)
        digests = [digest_of(one) for one in submissions]
        todo: list[int] = []
        first: set[str] = set()
        for number, digest in enumerate(digests):
            if digest and digest in first:
                yield number, self._known(submissions[number], "")
            elif digest in known and not self.options.force:
                yield number, self._known(submissions[number], known[digest])
            else:
                todo.append(number)
            first.add(digest)
        jobs = [self._job(submissions[number]) for number in todo]
        with _workshop() as folder:
            children = Children(take, folder, self.options.processes, self.options.limits)
            for ended in children.each(jobs):
                number = todo[ended.number]
                digest = digests[number]
                yield number, self._result(ended, digest, known.get(digest))
                shutil.rmtree(ended.folder, ignore_errors=True)

    def _job(self, submission: Submission) -> Job:
        library = self.library
        editions, vocabularies = dict(library.editions), dict(library.vocabularies)
        return Job(submission, self.options.edition, editions, vocabularies, self._token)

    def _known(self, submission: Submission, case_id: str) -> Result:
        draft = next(self.cases_path.glob(f"*/{case_id}.md"), None) if case_id else None
        return Result(submission.shown, Outcome.KNOWN, self._shown(draft) if draft else "")

    def _result(self, ended: Ended[Job], digest: str, old: str | None) -> Result:
        shown = ended.item.submission.shown
        try:
            taken, draft = _recalled(ended, self.options.limits)
            if not taken.is_made:
                return Result(shown, Outcome.REFUSED, remarks=taken.remarks)
            return self._placed(ended, taken, draft, digest, old)
        except RefusedDocumentError as refused:
            return Result(shown, Outcome.REFUSED, remarks=(refused.remark,))

    def _placed(
        self, ended: Ended[Job], taken: Taken, draft: str, digest: str, old: str | None
    ) -> Result:
        placement = self._place_of(taken, old)
        path = self._shown(placement.draft)
        remarks = (*self._namesakes(taken, placement), *taken.remarks)
        outcome = Outcome.REPLACED if old else Outcome.CREATED
        if self.options.dry_run:
            outcome = Outcome.PLANNED
        result = Result(ended.item.submission.shown, outcome, path, remarks)
        if not self.options.dry_run:
            files = {name: (ended.folder / PICTURES / name).read_bytes() for name in taken.pictures}
            files[RECORD] = record(digest, taken.files, [plain(remark) for remark in remarks])
            files[text("intake_report.file")] = _report(result)
            place(placement, draft.replace(self._token, placement.id), files, replace=bool(old))
        return result

    def _place_of(self, taken: Taken, old: str | None) -> Placement:
        """Give where the draft goes: a number never used, or its old place while it is a draft."""
        if old:
            found = self.library.cases.get(CaseId(old))
            path = next(self.cases_path.glob(f"*/{old}.md"))
            if found is not None and found.front.status is not Status.DRAFT:
                shown = self._shown(path)
                raise RefusedDocumentError("intake_taking.refused.published", path=shown)
            return Placement(self.cases_path, path.parent.name, old)
        edition = EditionId(taken.edition)
        given = self._given.setdefault(edition, set())
        stems = {path.stem for path in (self.cases_path / edition).iterdir()} | given
        case_id = next_id(self.library, edition, stems, demonstration=taken.is_fictional)
        given.add(case_id)
        return Placement(self.cases_path, edition, case_id)

    def _namesakes(self, taken: Taken, placement: Placement) -> Iterator[Remark]:
        """Tell of entries of the same enterprise in the same edition."""
        for case in self.library.cases.values():
            is_same = fold(case.front.enterprise) == fold(taken.enterprise)
            if is_same and case.edition == taken.edition and case.id != placement.id:
                values = {"path": case.path}
                key = "intake_taking.remark.same_enterprise"
                yield Remark(RemarkKind.LOOK, key, values)

    def _shown(self, path: Path) -> str:
        return path.relative_to(self.root).as_posix()


def _recalled(ended: Ended[Job], limits: Limits) -> tuple[Taken, str]:
    if ended.ending is Ending.TIMEOUT:
        raise RefusedDocumentError("intake_taking.refused.timeout", seconds=limits.seconds)
    if ended.ending is Ending.FAULT:
        raise RefusedDocumentError("intake_taking.refused.fault", error=ended.said)
    with suppress(OSError, ValueError):
        if ended.ending is Ending.DONE:
            return recall(ended.folder)
    raise RefusedDocumentError("intake_taking.refused.broken")


def _report(result: Result) -> bytes:
    """Give the report's file, in the encoding that every editor on every machine opens rightly."""
    said = [
        text("intake_report.title", name=result.shown),
        text("intake_report.advice", draft=result.draft),
        "",
        *lines(result, whole=True),
    ]
    return "\r\n".join([*said, ""]).encode("utf-8-sig")


@contextmanager
def _workshop() -> Iterator[Path]:
    folder = Path(tempfile.mkdtemp(prefix="biaogan-intake-"))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def in_order(numbered: Mapping[int, Result]) -> tuple[Result, ...]:
    """Give the results in the order in which the submissions were named."""
    return tuple(numbered[number] for number in sorted(numbered))
