"""The captions of all videos: which files can be read, and what is wrong with them.

A file is read again only when it changed: what was found in it is kept beside the packs.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType
from typing import Final

from generator.findings import Fault, KeyPath
from generator.keeping import keep, kept
from generator.library.addresses import source_target
from generator.library.captions import Captions, Cue
from generator.library.case import Case
from generator.library.rules.placing import at_key
from generator.library.rules.privacy import find_hits
from generator.program import program_digest
from generator.reading.memory import Memory
from generator.reading.source import Project
from generator.reading.webvtt import Read, read_webvtt

_NAME: Final = "captions"
_CODE: Final = "captions-broken"


@dataclass(frozen=True, slots=True)
class _Verdict:
    """What was found in a file: enough to tell its faults without reading it again."""

    digest: bytes
    has_cues: bool
    faults: tuple[tuple[str, Mapping[str, object]], ...]
    """Codes, and what their wordings are filled with."""


def read_captions(
    cases: Iterable[Case], project: Project, memory: Memory
) -> tuple[Mapping[str, Captions], tuple[Fault, ...]]:
    """Give the captions by the path of their file, and the faults of those that cases name.

    A file that is not there is told by the rule for files.
    """
    path = memory.folder / _NAME
    known = _known(kept(path))
    found: dict[str, _Verdict] = {}
    faults: list[Fault] = []
    for case, key, file in _named(cases, project):
        if file not in found:
            digest = memory.digests.of(file)
            before = known.get(file)
            is_same = before is not None and before.digest == digest
            found[file] = before if before and is_same else _look(project, file, digest)
        told = {"name": file.rpartition("/")[2]}
        faults += [
            at_key(case.path, code, key, **told, **values) for code, values in found[file].faults
        ]
    if found != known:
        with suppress(OSError):  # only time is lost
            keep(path, (program_digest(), found))
    captions = {
        file: Captions(verdict.digest, partial(load, project, file))
        for file, verdict in found.items()
        if verdict.has_cues
    }
    return MappingProxyType(captions), tuple(faults)


def load(project: Project, file: str) -> tuple[Cue, ...]:
    """Read the cues of a file; none when it has gone or can no longer be read."""
    return _read(project, file)[0].cues


def _known(value: object) -> Mapping[str, _Verdict]:
    match value:
        case (program, dict() as known) if program == program_digest():
            return known
    return {}


def _named(cases: Iterable[Case], project: Project) -> Iterator[tuple[Case, KeyPath, str]]:
    """Yield the captions that are there: case, key and path of the file."""
    for case in cases:
        for number, video in enumerate(case.front.videos):
            target = source_target(case.path, video.captions) if video.captions else None
            if target and project.exists(target[0]):
                yield case, ("videos", number, "captions"), target[0]


def _look(project: Project, file: str, digest: bytes) -> _Verdict:
    read, variant = _read(project, file)
    faults: list[tuple[str, Mapping[str, object]]] = []
    if variant is not None:
        faults.append((_CODE, {"variant": variant}))
    elif read.skipped:
        values = {"variant": "cues", "count": len(read.skipped), "line": read.skipped[0]}
        faults.append((_CODE, values))
    said = "\n".join(cue.text for cue in read.cues)
    hits = {code: {"text": text} for _, code, text in find_hits(said)}
    return _Verdict(digest, bool(read.cues), (*faults, *hits.items()))


def _read(project: Project, file: str) -> tuple[Read, str | None]:
    """Read a file, and say why nothing can be read of it: a variant, None if it can."""
    nothing = Read(is_webvtt=False)
    data = project.data(file).value
    if data is None:
        return nothing, "unreadable"
    try:
        read = read_webvtt(data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return nothing, "encoding"
    if not read.is_webvtt:
        return nothing, ""
    return read, None if read.cues else "empty"
