"""What this program is, as a digest: all that it makes depends on it."""

import os
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

from generator.digests import digest_of_parts

_OURS: Final = (".py", ".toml", ".json", ".js", ".typ", ".lua", ".css", ".sql")
"""Endings of the files that decide what is made."""


@cache
def program_digest() -> bytes:
    """Give the digest of our code and texts, of Python, and of the packages beside it."""
    here = str(Path(__file__).parent)
    ours = sorted(
        f"{folder}{os.sep}{name}"
        for folder, _, names in os.walk(here)
        for name in names
        if name.endswith(_OURS)
    )
    parts = [path.removeprefix(here).encode() + b"\0" + _content(path) for path in ours]
    return digest_of_parts(sys.version.encode(), "\n".join(_packages()).encode(), *parts)


def _content(path: str) -> bytes:
    with open(path, "rb", buffering=0) as file:  # noqa: PTH123 -- 300 files a build
        return file.read()


def _packages() -> Iterator[str]:
    """Yield the names of what is installed, which hold the versions: Jinja2-3.1.6.dist-info."""
    for entry in dict.fromkeys(sys.path):
        try:
            names = os.listdir(entry or ".")  # noqa: PTH208 -- 300 names a build
        except OSError:
            continue
        yield from sorted(name for name in names if name.endswith((".dist-info", ".egg-info")))
