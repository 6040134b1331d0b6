"""A draft put into the library: its folder first, the draft itself last, or nothing of it."""

import shutil
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from generator.intake.packages.disk import reason
from generator.intake.remarks import RefusedDocumentError
from generator.intake.taking.taken import is_picture_name
from generator.strings import text
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


class PlaceTakenError(RefusedDocumentError):
    """Somebody was quicker: another run of `intake`, or an editor."""


def place(placement: Placement, draft: str, files: Mapping[str, bytes], *, replace: bool) -> None:
    """Write the files of a case's folder, then its draft.

    Without `replace` nothing that is there is touched. Raises RefusedDocumentError when the disk
    refuses, PlaceTakenError when the place is taken; what was written of a new draft is removed.
    """
    try:
        if replace:
            _write(placement, files)
            write_whole(placement.draft, draft.encode())
        else:
            _create(placement, draft, files)
    except FileExistsError as error:
        taken = text("intake_taking.refused.taken")
        raise PlaceTakenError("intake_taking.refused.write", reason=taken) from error
    except OSError as error:
        raise RefusedDocumentError("intake_taking.refused.write", reason=reason(error)) from error


def remove_old_pictures(
    placement: Placement, old: Mapping[str, str], new: Mapping[str, bytes]
) -> None:
    """Remove the pictures of an earlier draft which the new one has no more.

    `old` is what the earlier record says (name → digest). A picture that an editor changed since,
    or one that is none of ours, stays.
    """
    for name, digest in old.items():
        path = placement.folder / name
        if name in new or not is_picture_name(name) or path.is_symlink():
            continue
        with suppress(OSError):
            if sha256(path.read_bytes()).hexdigest() == digest:
                path.unlink()


def _create(placement: Placement, draft: str, files: Mapping[str, bytes]) -> None:
    """Make a folder of our own, which only one can do, and write the draft when all is in it."""
    placement.folder.mkdir()
    try:
        _write(placement, files)
        _write_new(placement.draft, draft.encode())
    except BaseException:
        if not _is_whole(placement.draft, draft):
            with suppress(OSError):
                shutil.rmtree(placement.folder)
        raise


def _write(placement: Placement, files: Mapping[str, bytes]) -> None:
    for name, data in files.items():
        write_whole(placement.folder / name, data)


def _write_new(path: Path, data: bytes) -> None:
    """Write a file whole, but never over another: a link fails where a rename would not."""
    unfinished = path.parent / path.stem / (path.name + ".new")
    write_whole(unfinished, data)
    try:
        path.hardlink_to(unfinished)
    except FileExistsError:
        raise
    except OSError:  # a memory stick (FAT, exFAT) knows no links
        path.open("xb").close()
        try:
            unfinished.replace(path)
        except BaseException:
            path.unlink()
            raise
    finally:
        unfinished.unlink(missing_ok=True)


def _is_whole(path: Path, draft: str) -> bool:
    """Tell whether a draft is written; then Ctrl-C came too late to undo it."""
    try:
        return path.read_bytes() == draft.encode()
    except OSError:
        return False
