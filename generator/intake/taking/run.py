"""`intake` from paths to results: children make drafts, this process puts them into the library."""

import re
import secrets
import shutil
from collections.abc import Generator, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from generator.intake.drafts import next_id
from generator.intake.prose.saying import masked
from generator.intake.remarks import RefusedDocumentError, Remark, RemarkKind
from generator.intake.taking.children import Children, Ended, Ending
from generator.intake.taking.confinement import Limits
from generator.intake.taking.document import Job, take
from generator.intake.taking.ledger import (
    RECORD,
    known_digests,
    left_folders,
    pictures_of,
    record,
)
from generator.intake.taking.placing import (
    Placement,
    PlaceTakenError,
    place,
    remove_old_pictures,
)
from generator.intake.taking.report import Outcome, Result, as_file
from generator.intake.taking.submissions import Submission, digest_of
from generator.intake.taking.taken import PICTURES, Taken, plain, recall
from generator.intake.taking.warming import warmed
from generator.intake.taking.workshop import workshop
from generator.library.ids import CaseId, EditionId
from generator.library.library import Library
from generator.library.lifecycle import Status
from generator.library.vocabulary import fold
from generator.strings import labels, text

_LONGEST_FAULT: Final = 200
_TRIES: Final = 50
"""So often another run may be quicker with a number before we give up."""
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
    _left: Mapping[str, Path] = field(default_factory=dict)
    _token: str = field(default_factory=lambda: f"intake-{secrets.token_hex(_TOKEN_BYTES)}")

    def each(self, submissions: Sequence[Submission]) -> Generator[tuple[int, Result], None, None]:
        """Yield number and result of each submission as it is done, in whatever order."""
        known, self._left = known_digests(self.cases_path), left_folders(self.cases_path)
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
        if not jobs:
            return
        with workshop() as folder, warmed():
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
            taken, draft = _recalled(ended, self.options.limits, self.library)
            if not taken.is_made:
                return Result(shown, Outcome.REFUSED, remarks=taken.remarks)
            return self._placed(_Made(shown, taken, draft, _pictures(ended, taken), digest), old)
        except RefusedDocumentError as refused:
            return Result(shown, Outcome.REFUSED, remarks=(refused.remark,))

    def _placed(self, made: "_Made", old: str | None) -> Result:
        for _ in range(_TRIES):
            placement = self._place_of(made.taken, old)
            result = self._outcome(made, placement, is_old=old is not None)
            if self.options.dry_run:
                return result
            earlier = pictures_of(placement.folder) if old else {}
            try:
                text_ = made.draft.replace(self._token, placement.id)
                place(placement, text_, made.files(result), replace=bool(old))
            except PlaceTakenError:
                continue
            remove_old_pictures(placement, earlier, made.pictures)
            return result
        raise RefusedDocumentError("intake_taking.refused.crowded")

    def _outcome(self, made: "_Made", placement: Placement, *, is_old: bool) -> Result:
        remarks = [*self._namesakes(made.taken, placement), *made.taken.remarks]
        left = self._left.get(made.digest)
        if left is not None and left != placement.folder:
            values = {"path": self._shown(left)}
            remarks.insert(0, Remark(RemarkKind.LOOK, "intake_taking.remark.left_folder", values))
        outcome = Outcome.REPLACED if is_old else Outcome.CREATED
        if self.options.dry_run:
            outcome = Outcome.PLANNED
        return Result(made.shown, outcome, self._shown(placement.draft), tuple(remarks))

    def _place_of(self, taken: Taken, old: str | None) -> Placement:
        """Give where the draft goes: a number never used, or its old place while it is a draft."""
        if old:
            found = self.library.cases.get(CaseId(old))
            path = next(self.cases_path.glob(f"*/{old}.md"))
            is_draft = found.front.status is Status.DRAFT if found else _says_draft(path)
            if not is_draft:
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


@dataclass(frozen=True, slots=True)
class _Made:
    """What a child made of a submission, on its way to its place."""

    shown: str
    taken: Taken
    draft: str
    pictures: Mapping[str, bytes]
    digest: str

    def files(self, result: Result) -> dict[str, bytes]:
        """Give what lies in the folder of the case."""
        said = [plain(remark) for remark in result.remarks]
        kept = record(self.digest, self.taken.files, said, self.pictures)
        return {**self.pictures, RECORD: kept, text("intake_report.file"): as_file(result)}


def _recalled(ended: Ended[Job], limits: Limits, library: Library) -> tuple[Taken, str]:
    if ended.ending is Ending.TIMEOUT:
        raise RefusedDocumentError("intake_taking.refused.timeout", seconds=limits.seconds)
    if ended.ending is Ending.DISK_FULL:
        raise RefusedDocumentError("intake_taking.refused.disk_full")
    if ended.ending is Ending.FAULT:
        error = masked(ended.said)[:_LONGEST_FAULT]  # it may quote the document
        raise RefusedDocumentError("intake_taking.refused.fault", error=error)
    with suppress(OSError, ValueError):
        if ended.ending is Ending.DONE:
            return recall(ended.folder, library.editions)
    raise RefusedDocumentError("intake_taking.refused.broken")


def _pictures(ended: Ended[Job], taken: Taken) -> dict[str, bytes]:
    try:
        return {name: (ended.folder / PICTURES / name).read_bytes() for name in taken.pictures}
    except OSError as error:
        raise RefusedDocumentError("intake_taking.refused.broken") from error


def _says_draft(path: Path) -> bool:
    """Tell whether a file that makes no record, because of its faults, calls itself a draft."""
    label = re.escape(labels("status")[Status.DRAFT.value])
    try:
        written = path.read_text(encoding="utf-8")
    except (OSError, ValueError):
        return False
    return (
        re.search(rf"^status:\s*['\"]?(?:{label}|draft)['\"]?\s*$", written, re.MULTILINE)
        is not None
    )


def in_order(numbered: Mapping[int, Result]) -> tuple[Result, ...]:
    """Give the results in the order in which the submissions were named."""
    return tuple(numbered[number] for number in sorted(numbered))
