"""Documents through the intake, each in a child process, and how each of them fared."""

import json
import tempfile
import time
import traceback
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import Final

from generator.intake.list_table import read_list
from generator.intake.remarks import RefusedDocumentError, RemarkKind
from generator.intake.taking.children import Children, Ended, Ending
from generator.intake.taking.confinement import Limits
from generator.intake.taking.document import Job, take_submission
from generator.intake.taking.submissions import LISTS, Named, Submission
from generator.intake.taking.taken import Taken
from tests.intake.corpus.pipeline import EDITION, editions, vocabularies

_SEEN: Final = "seen.json"
_TOKEN: Final = "intake-wild"
_SHEETS: Final = LISTS | {".xlsm"}

Take = Callable[[Job, Path], tuple[Taken, str]]


class Fate(StrEnum):
    """What became of a document."""

    TAKEN = "taken"
    REFUSED = "refused"
    CRASHED = "crashed"
    """An exception that is no refusal, or a child that ended otherwise than it should."""


@dataclass(frozen=True, slots=True)
class Seen:
    """One document and how it fared."""

    path: str
    fate: Fate
    seconds: float = 0.0
    reason: str = ""
    """Key of the refusal; of a crash, the exception."""
    cause: str = ""
    """The exception behind the refusal, and where it arose."""
    lost: tuple[str, ...] = ()
    """What the report says is lost."""


def examine(
    paths: Sequence[Path],
    at_once: int = 1,
    limits: Limits | None = None,
    take: Take = take_submission,
) -> list[Seen]:
    """Take every document by itself; an editor's folders and neighbours play no part.

    A child may be forked or begin anew, so `take` must be a function that it finds by its name.
    """
    with tempfile.TemporaryDirectory(prefix="biaogan-wild-") as folder:
        children = Children(partial(_see, take), Path(folder), at_once, limits or Limits())
        found = {one.number: _seen(one) for one in children.each(paths)}
    return [found[number] for number in sorted(found)]


def _see(take: Take, path: Path, folder: Path) -> None:
    start = time.perf_counter()
    seen = _list(path) if path.suffix.lower() in _SHEETS else _document(take, path, folder)
    written = {**asdict(seen), "seconds": time.perf_counter() - start}
    (folder / _SEEN).write_text(json.dumps(written), encoding="utf-8")


def _document(take: Take, path: Path, folder: Path) -> Seen:
    submission = Submission(path.name, (Named(path.name, path),))
    job = Job(submission, EDITION, editions(), vocabularies(), _TOKEN)
    try:
        taken, _ = take(job, folder)
        [remark.worded() for remark in taken.remarks]
    except RefusedDocumentError as refused:
        key, cause = refused.remark.key, refused.__cause__
        refused.remark.worded()
        return Seen(str(path), Fate.REFUSED, 0.0, key, _told(cause) if cause else "")
    except Exception as error:  # noqa: BLE001 -- this is what we are looking for
        return Seen(str(path), Fate.CRASHED, 0.0, type(error).__name__, _told(error))
    lost = [f"{one.key}: {one.worded()}" for one in taken.remarks if one.kind is RemarkKind.LOST]
    return Seen(str(path), Fate.TAKEN, lost=tuple(lost))


def _list(path: Path) -> Seen:
    try:
        problem = read_list(path).problem
    except Exception as error:  # noqa: BLE001 -- this is what we are looking for
        return Seen(str(path), Fate.CRASHED, 0.0, type(error).__name__, _told(error))
    if problem is None:
        return Seen(str(path), Fate.TAKEN)
    return Seen(str(path), Fate.REFUSED, 0.0, f"intake.problem.{problem.code}")


def _told(error: BaseException) -> str:
    """Tell an exception with the last of our own lines that it went through."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [one for one in frames if "/generator/" in one.filename] or list(frames)
    where = f"{Path(ours[-1].filename).name}:{ours[-1].lineno}" if ours else ""
    return f"{type(error).__name__}: {str(error)[:120]} ({where})"


def _seen(ended: Ended[Path]) -> Seen:
    if ended.ending is not Ending.DONE:
        return Seen(str(ended.item), Fate.CRASHED, 0.0, ended.ending, ended.said)
    known = json.loads((ended.folder / _SEEN).read_text(encoding="utf-8"))
    known["lost"] = tuple(known["lost"])
    return Seen(**{**known, "fate": Fate(known["fate"])})


def crashed(found: Sequence[Seen]) -> Iterator[str]:
    """Yield what each crash was."""
    for one in found:
        if one.fate is Fate.CRASHED:
            yield f"{one.path}: {one.reason}: {one.cause}"
