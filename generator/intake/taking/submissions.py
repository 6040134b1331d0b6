"""From what an editor names to submissions: what one enterprise sent, to become one case.

Only names are looked at here, in the editor's own process; no foreign file is opened.
"""

import hashlib
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path
from typing import Final

from generator.intake.packages.limits import MAX_FILE
from generator.intake.packages.naming import masked_name
from generator.intake.wordings import words

ARCHIVES: Final = frozenset({".rar", ".zip"})
DOCUMENTS: Final = frozenset({".docx", ".docm", ".doc", ".wps"})
LISTS: Final = frozenset({".xlsx", ".xls", ".et", ".csv"})
_BLOCK: Final = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Named:
    """A file with the name that the report uses for it."""

    name: str
    path: Path


@dataclass(frozen=True, slots=True)
class Submission:
    """What becomes one case, or one list."""

    shown: str
    """How the report names it."""
    files: tuple[Named, ...]
    is_list: bool = False


def collect(paths: Iterable[Path]) -> tuple[Submission, ...]:
    """Give the submissions of files and folders, each file in one of them, in order."""
    return tuple(item for path in dict.fromkeys(paths) for item in _of(path))


def digest_of(submission: Submission) -> str:
    """Give the digest of all bytes of a submission; empty when they cannot or need not be read."""
    hashed = hashlib.sha256()
    try:
        for item in sorted(submission.files, key=lambda one: one.name):
            if not item.path.is_file() or item.path.stat().st_size > MAX_FILE:
                return ""  # a device has no end
            with item.path.open("rb") as file:
                hashed.update(hashlib.file_digest(file, "sha256").digest())
    except OSError:
        return ""
    return hashed.hexdigest()


def _of(path: Path) -> Iterator[Submission]:
    if not path.is_dir():
        yield _single(path, path.name)
        return
    for folder, folders, names in os.walk(path):
        folders[:] = sorted(name for name in folders if not _is_hidden(name))
        here = [Path(folder, name) for name in sorted(names) if not _is_hidden(name)]
        regular = [file for file in here if file.is_file() and not file.is_symlink()]
        yield from _of_folder(path, regular)


def _of_folder(top: Path, files: Sequence[Path]) -> Iterator[Submission]:
    """Part a folder's files: an archive or a list is a submission, so is each text with its form.

    What an enterprise sent lies in a folder of its own, or many texts lie side by side: then a form
    goes with the text whose name it shares most of.
    """
    for file in files:
        if file.suffix.lower() in ARCHIVES | LISTS:
            yield _single(file, _shown(top, file))
    documents = [file for file in files if file.suffix.lower() in DOCUMENTS]
    forms = [file for file in documents if _is_named(file, "form_names")]
    texts = [file for file in documents if file not in forms and not _is_evidence(file)]
    if len(texts) <= 1:
        if documents:
            whole = tuple(Named(file.name, file) for file in documents)
            yield Submission(_shown(top, texts[0] if texts else documents[0]), whole)
        return
    for file in texts:
        own = [form for form in forms if _nearest(form, texts) == file]
        named = tuple(Named(one.name, one) for one in (file, *own))
        yield Submission(_shown(top, file), named)


def _nearest(form: Path, texts: Sequence[Path]) -> Path | None:
    """Give the text that a form belongs to: the longest common beginning, at least four signs."""
    shared = [_shared(form.stem, file.stem) for file in texts]
    most = max(shared, default=0)
    return texts[shared.index(most)] if most >= 4 else None


def _shared(one: str, other: str) -> int:
    """Give how many signs two names begin with alike."""
    pairs = zip(one, other, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _single(path: Path, shown: str) -> Submission:
    is_list = path.suffix.lower() in LISTS
    return Submission(masked_name(shown), (Named(path.name, path),), is_list)


def _shown(top: Path, file: Path) -> str:
    return masked_name(file.relative_to(top.parent).as_posix())


def _is_named(file: Path, key: str) -> bool:
    return any(word in file.stem for word in words(f"intake_taking.words.{key}"))


def _is_evidence(file: Path) -> bool:
    return _is_named(file, "evidence_names") and not _is_named(file, "case_names")


def _is_hidden(name: str) -> bool:
    return name.startswith((".", "~$")) or name == "__MACOSX"
