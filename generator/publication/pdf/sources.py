"""Files for Typst: the style files of this folder, and what a document brings along."""

import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any, Final

_AS_TEXT: Final = (".svg", ".typ")


@cache
def style_files() -> Mapping[str, bytes]:
    """Give the style files of this folder by name."""
    here = Path(__file__).parent
    return {path.name: path.read_bytes() for path in sorted(here.glob("*.typ"))}


@contextmanager
def laid_out(files: Mapping[str, bytes]) -> Iterator[tuple[Any, str | None]]:
    """Give files as Typst wants them: what it can have in memory, and the folder of the rest.

    Photographs lie in a folder, for what is given in memory must be text.
    """
    # Typst's types do not know that sources may be a dictionary.
    drawn: Any = {name: data for name, data in files.items() if name.endswith(_AS_TEXT)}
    if len(drawn) == len(files):
        yield drawn, None
        return
    with tempfile.TemporaryDirectory(prefix="biaogan-press-") as folder:
        for name in files.keys() - drawn.keys():
            (Path(folder) / name).write_bytes(files[name])
        yield drawn, folder
