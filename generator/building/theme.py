"""The digest of a template with all that it is put together from."""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from generator.digests import digest_of_parts

_NAMES: Final = re.compile(r"\{%-?\s*(?:extends|include|import|from)\s+[\"']([^\"']+)[\"']")
"""What names another template; none of ours is named by a variable, as a test asserts."""


class TemplateDigests:
    """The digests of templates, each computed once."""

    def __init__(self, folders: Sequence[Path]) -> None:
        """Look templates up as the engine does: the first folder that has one gives it."""
        self._folders = folders
        self._sources: dict[str, bytes] = {}

    def of(self, *names: str) -> bytes:
        """Give the digest of templates and of every template that they name."""
        whole = self._closure(names)
        return digest_of_parts(
            *(part for name in sorted(whole) for part in (name.encode(), whole[name]))
        )

    def of_all(self) -> bytes:
        """Give the digest of all templates."""
        found = sorted({path.name for folder in self._folders for path in folder.glob("*.html")})
        return self.of(*found)

    def _closure(self, names: Sequence[str]) -> Mapping[str, bytes]:
        found: dict[str, bytes] = {}
        waiting = [*names]
        while waiting:
            name = waiting.pop()
            if name not in found:
                found[name] = self._source(name)
                waiting += _NAMES.findall(found[name].decode(errors="replace"))
        return found

    def _source(self, name: str) -> bytes:
        if name not in self._sources:
            paths = (folder / name for folder in self._folders)
            there = next((path for path in paths if path.is_file()), None)
            self._sources[name] = there.read_bytes() if there else b""
        return self._sources[name]
