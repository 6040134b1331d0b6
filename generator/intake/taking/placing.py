"""A draft put into the library: its folder first, the draft itself last, or nothing of it."""

import shutil
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from generator.intake.remarks import RefusedDocumentError
from generator.writing import write_whole


@dataclass(frozen=True, slots=True)
class Placement:
    """Where a case lies."""

    cases_path: Path
    edition: str
    id: str

    @property
    def draft(self) -> Path:
        """Give the Markdown file."""
        return self.cases_path / self.edition / f"{self.id}.md"

    @property
    def folder(self) -> Path:
        """Give the folder of what belongs to it."""
        return self.cases_path / self.edition / self.id


def place(placement: Placement, draft: str, files: Mapping[str, bytes], *, replace: bool) -> None:
    """Write the files of a case's folder, then its draft.

    Without `replace` nothing that is there is touched. Raises RefusedDocumentError when the disk
    refuses or when the place is taken; what was written of a new draft is then removed.
    """
    is_new = not placement.folder.exists()
    try:
        if not replace and (not is_new or placement.draft.exists()):
            raise FileExistsError(placement.draft.name)
        for name, data in files.items():
            write_whole(placement.folder / name, data)
        if replace:
            write_whole(placement.draft, draft.encode())
        else:
            _create(placement.draft, draft)
    except OSError as error:
        if is_new:
            with suppress(OSError):
                shutil.rmtree(placement.folder)
        reason = error.strerror or str(error)
        raise RefusedDocumentError("intake_taking.refused.write", reason=reason) from error


def _create(path: Path, content: str) -> None:
    """Write a file whole, but never over another: a link fails where a rename would not."""
    unfinished = path.parent / path.stem / (path.name + ".new")
    write_whole(unfinished, content.encode())
    try:
        path.hardlink_to(unfinished)
    finally:
        unfinished.unlink()
