"""Write files whole: a temporary file, then a rename; a reader never sees half of one."""

import os
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Final

UNFINISHED: Final = ".new-"
"""How the name of a file begins that is being written; what a kill leaves is no file of ours."""


def write_if_changed(path: Path, content: str) -> bool:
    """Write UTF-8 text and tell whether the file changed; nothing when the bytes are equal."""
    data = content.encode()
    try:
        if path.read_bytes() == data:
            return False
    except FileNotFoundError:
        pass
    write_whole(path, data)
    return True


def write_over(path: Path, data: bytes) -> None:
    """Write a file of the cache or of the site as `write_whole` does; what is in its way goes."""
    try:
        write_whole(path, data)
    except (FileExistsError, IsADirectoryError, NotADirectoryError):
        make_folder(path.parent)
        remove(path)
        write_whole(path, data)


def make_folder(folder: Path) -> None:
    """Make a folder of the cache or of the site; a file in its place or its parent's goes.

    Nothing further up is touched, and nothing but files and links. Raises OSError.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError):
        for place in (folder.parent, folder):
            if place.is_symlink() or place.is_file():
                place.unlink(missing_ok=True)
        folder.mkdir(parents=True, exist_ok=True)


def remove(path: Path) -> None:
    """Remove a file of the cache or of the site, or the folder in its place, if it is there."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def write_whole(path: Path, data: bytes) -> None:
    """Write a file so that it appears whole or not at all; raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=UNFINISHED)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(temporary).chmod(0o644)
        Path(temporary).replace(path)
    except BaseException:
        with suppress(OSError):
            Path(temporary).unlink()
        raise
