"""Which files the library is made of, in a total order, without following a link to a folder."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from generator.config import Config
from generator.findings import Fault
from generator.library.edition import EDITION_FILE
from generator.library.ids import EditionId, parse_edition_id
from generator.library.vocabulary import VocabularyName

VOCABULARY: Final = "vocabulary"
MARKDOWN: Final = ".md"


@dataclass(frozen=True, slots=True)
class Tree:
    """The paths of all files to read, '/'-separated, relative to the root."""

    cases_folder: str
    vocabularies: tuple[tuple[VocabularyName, str], ...]
    editions: tuple[tuple[EditionId, str], ...]
    """Editions whose rules are written down."""
    cases: tuple[str, ...]
    notices: tuple[str, ...]
    documents: tuple[str, ...]
    """Hand-written pages, folders below included."""
    redirects: str | None
    faults: tuple[Fault, ...]
    """Names that cannot be."""


def find_files(config: Config) -> Tree:
    """Find the files of the library."""
    faults: list[Fault] = []
    folder = _relative(config.cases_path, config.root)
    redirects = _relative(config.redirects_path, config.root)
    editions: list[tuple[EditionId, str]] = []
    cases: list[str] = []
    for edition, entry in _edition_folders(config.cases_path, folder, faults):
        path = f"{folder}/{entry.name}"
        if os.path.lexists(f"{entry.path}/{EDITION_FILE}"):
            editions.append((edition, f"{path}/{EDITION_FILE}"))
        cases += _markdown(Path(entry.path), path, faults)
    notices = _markdown(config.notices_path, _relative(config.notices_path, config.root), faults)
    return Tree(
        cases_folder=folder,
        vocabularies=tuple(
            (name, f"{folder}/{VOCABULARY}/{name.value}.yml") for name in VocabularyName
        ),
        editions=tuple(editions),
        cases=tuple(cases),
        notices=tuple(notices),
        documents=tuple(sorted(_documents(config.documents_path, config.root, faults))),
        redirects=redirects if os.path.lexists(config.redirects_path) else None,
        faults=tuple(faults),
    )


def _edition_folders(
    cases_path: Path, shown_path: str, faults: list[Fault]
) -> Iterator[tuple[EditionId, "os.DirEntry[str]"]]:
    """Give the folders of the editions; whatever cannot be one is a fault."""
    for entry in _entries(cases_path):
        path = f"{shown_path}/{_printable(entry.name)}"
        if entry.is_symlink() and entry.is_dir():
            faults.append(Fault(path, "file-unreadable", values={"variant": "link"}))
        elif entry.is_dir() and entry.name != VOCABULARY:
            edition = parse_edition_id(entry.name)
            if edition is None:
                faults.append(_bad_name(path, entry.name, "edition"))
            else:
                yield edition, entry
        elif not entry.is_dir() and _is_markdown(entry.name):
            faults.append(_bad_name(path, entry.name, "folder"))


def _relative(path: Path, root: Path) -> str:
    return Path(os.path.relpath(path, root)).as_posix()


def _entries(folder: Path) -> list["os.DirEntry[str]"]:
    """Give what is in a folder, by name, without what editors and systems hide."""
    try:
        with os.scandir(folder) as entries:
            return sorted((e for e in entries if not e.name.startswith(".")), key=_name)
    except OSError:
        return []


def _name(entry: "os.DirEntry[str]") -> str:
    return entry.name


def _markdown(folder: Path, path: str, faults: list[Fault]) -> Iterator[str]:
    """Give the Markdown files of a folder; names that no path can show are faults."""
    for entry in _entries(folder):
        if not _is_markdown(entry.name):
            continue
        if entry.name.isprintable() and entry.name.isascii() and entry.name.endswith(MARKDOWN):
            yield f"{path}/{entry.name}"
        else:
            faults.append(_bad_name(f"{path}/{_printable(entry.name)}", entry.name, "characters"))


def _documents(folder: Path, root: Path, faults: list[Fault]) -> Iterator[str]:
    """Give the Markdown files of a folder and of the folders below it, by path."""
    path = _relative(folder, root)
    yield from _markdown(folder, path, faults)
    for entry in _entries(folder):
        if entry.is_dir(follow_symlinks=False) and entry.name.isascii():
            yield from _documents(Path(entry.path), root, faults)


def _is_markdown(name: str) -> bool:
    return name.lower().endswith(MARKDOWN)


def _bad_name(path: str, name: str, variant: str) -> Fault:
    return Fault(path, "file-name", values={"name": _printable(name), "variant": variant})


def _printable(name: str) -> str:
    """Give a file name that can be printed, whatever bytes it is made of."""
    shown = os.fsencode(name).decode("utf-8", "backslashreplace")
    return "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in shown)
