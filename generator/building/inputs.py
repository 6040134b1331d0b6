"""All that a build looks at, as one digest: the same digest, nothing to do."""

import marshal
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import astuple
from pathlib import Path

from generator.config import Config
from generator.digests import FileDigests, digest_of_parts
from generator.program import program_digest
from generator.reading.source import Project
from generator.reading.tree import Tree


def settings_digest(config: Config, stated: str) -> bytes:
    """Give the digest of the settings; `stated` is what mkdocs.yml says besides them."""
    return digest_of_parts(repr(astuple(config)).encode(), stated.encode())


def inputs_digest(
    tree: Tree, settings: bytes, folders: Sequence[Path], digests: FileDigests
) -> bytes:
    """Give the digest of the program, the settings, the library and all files below `folders`."""
    paths = [path for _, path in (*tree.vocabularies, *tree.editions)]
    paths += [*tree.cases, *tree.notices, *tree.documents]
    paths += [tree.redirects] if tree.redirects else []
    paths += [path for folder in folders for path in _below(folder)]
    faults = repr(tree.faults).encode()
    # In one piece: 10,000 paths and digests one by one take three times as long.
    read = marshal.dumps([(path, digests.of(path)) for path in paths], 2)
    return digest_of_parts(program_digest(), settings, faults, read)


def is_as_asked(config: Config, asked: Mapping[str, bool]) -> bool:
    """Tell whether each path that was looked for is there, or is not, as it was."""
    project = Project.at(config.root)
    return all(project.exists(path) == is_there for path, is_there in asked.items())


def _below(folder: Path) -> Iterator[str]:
    """Yield the files of a folder and of those below it, in order.

    Links to folders are followed, as MkDocs follows them, but each real folder is seen once.
    """
    seen: set[str] = set()
    for place, folders, names in os.walk(folder, followlinks=True):
        real = os.path.realpath(place)
        if real in seen:
            folders.clear()
            continue
        seen.add(real)
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        yield from (f"{place}/{name}" for name in sorted(names))
