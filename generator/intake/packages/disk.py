"""What a disk says when it refuses, in the editor's words."""

import errno
import shutil
from pathlib import Path
from typing import Final

from generator.intake.packages.limits import MEGABYTE
from generator.strings import text

_FULL: Final = frozenset({errno.ENOSPC, errno.EDQUOT})
_WORDS: Final = {
    **dict.fromkeys(_FULL, "full"),
    **dict.fromkeys((errno.EACCES, errno.EPERM), "denied"),
    errno.EROFS: "read_only",
    errno.ENOENT: "gone",
    errno.EIO: "broken",
    errno.ENAMETOOLONG: "long",
}


def is_full(error: OSError) -> bool:
    """Tell whether there was no room; then nothing is wrong with the file that was read."""
    return error.errno in _FULL


def reason(error: OSError) -> str:
    """Say why a file could not be read or written."""
    word = _WORDS.get(error.errno or 0)
    return text(f"intake_package.disk.{word}") if word else error.strerror or type(error).__name__


def check_room(folder: Path) -> None:
    """Raise OSError when a disk is full: what programs say then is that the document is bad."""
    if shutil.disk_usage(folder).free < MEGABYTE:
        raise OSError(errno.ENOSPC, "full")
