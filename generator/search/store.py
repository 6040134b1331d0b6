"""The finder's files: each is named by a digest of its content, all lie in one folder.

A file never changes, so a browser may keep it for ever; only the manifest has a fixed name.
"""

import gzip
import hashlib
import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from generator.errors import BiaoganError
from generator.strings import text

VERSION: Final = 1
"""Of the manifest and of all that it names."""
FOLDER: Final = "search/data"
"""Below the site's root."""
MANIFEST: Final = "search/index.json"
"""Names all other files; below the site's root."""
NAME_LENGTH: Final = 12
"""Hexadecimal digits: 48 bits tell 10,000 files apart with a chance of 1 in 5 million."""


class DamagedError(BiaoganError):
    """A file of the finder is missing or damaged; `str()` of it says which or how."""


def name_of(data: bytes) -> str:
    """Give the name that belongs to a content."""
    return hashlib.sha256(data).hexdigest()[:NAME_LENGTH]


def put(folder: Path, data: bytes, ending: str = ".bin", name: str = "") -> str:
    """Write a file into `folder`, which is there, and give its name without the ending."""
    name = name or name_of(data)
    (folder / f"{name}{ending}").write_bytes(data)
    return name


def put_json(folder: Path, value: object) -> str:
    """Write a value twice, as plain JSON and compressed, and give the one name of both files.

    `.bin` (gzip bytes under a name that no server unpacks) is what browsers with
    DecompressionStream fetch, so that a host without compression costs nothing; `.json` is for
    the others and for programs.
    """
    data = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
    name = put(folder, data, ".json")
    return put(folder, gzip.compress(data, 9, mtime=0), ".bin", name)


@contextmanager
def reading() -> Iterator[None]:
    """Raise DamagedError in place of what reading a missing or damaged file raises.

    Only around what reads: anywhere else these are faults of ours, and keep their traceback.
    """
    try:
        yield
    except OSError as error:
        raise DamagedError(f"{error.strerror} {error.filename}") from error
    except (ValueError, LookupError, TypeError, AttributeError) as error:
        # Whatever else stands in a file than what belongs there.
        raise DamagedError(text("search.damaged_value")) from error


def get_json(folder: Path, name: str) -> Mapping[str, object]:
    """Read a value that `put_json` wrote."""
    value: Mapping[str, object] = json.loads((folder / f"{name}.json").read_bytes())
    return value
