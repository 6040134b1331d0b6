"""Values kept in `.cache/` from build to build: whole, and never trusted when they are not.

A kept file begins with a digest of the rest. Whatever is wrong with it (a kill, a full disk,
another Python, a curious editor), it counts as not there; nothing is read before the digest agrees.
"""

import pickle
import sys
from pathlib import Path
from typing import Final

from generator.digests import SIZE, digest_of
from generator.writing import write_over

MAGIC: Final = f"biaogan {sys.version_info[0]}.{sys.version_info[1]}\n".encode()


def pickled(value: object) -> bytes:
    """Give a value as bytes that `unpickled` reads."""
    return pickle.dumps(value, 5)


def unpickled(data: bytes) -> object:
    """Give the value of bytes that `pickled` made and a digest has confirmed."""
    # What is read here was written by this program and confirmed by its digest.
    return pickle.loads(data)  # noqa: S301


def keep(path: Path, value: object) -> None:
    """Keep a value; raises OSError when the disk refuses."""
    data = pickled(value)
    write_over(path, MAGIC + digest_of(data) + data)


def kept(path: Path) -> object | None:
    """Give the kept value, or None when there is none that can be trusted."""
    try:
        data = path.read_bytes()
    except OSError:
        return None
    start = len(MAGIC) + SIZE
    if not data.startswith(MAGIC) or digest_of(data[start:]) != data[len(MAGIC) : start]:
        return None
    try:
        return unpickled(data[start:])
    except Exception:  # noqa: BLE001 -- a class of another version: whatever is raised, it is of no use
        return None
