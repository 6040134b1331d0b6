"""A captions file as its cues (https://www.w3.org/TR/webvtt1/): only what is said, and when.

Whatever cannot be read is skipped, as a player skips it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from html import unescape
from typing import Final

from generator.library.captions import Cue
from generator.reading.source import CONTROL

MOST_CUES: Final = 5000
"""Three hours of speech have fewer."""
_HEADER: Final = re.compile(r"WEBVTT(?:[ \t].*)?")
_TIME: Final = r"(?:(\d{2,3}):)?([0-5]\d):([0-5]\d)\.(\d{3})"
_TIMING: Final = re.compile(rf"[ \t]*{_TIME}[ \t]*-->[ \t]*{_TIME}(?:[ \t].*)?", re.ASCII)
_NO_CUES: Final = re.compile(r"(?:NOTE|STYLE|REGION)(?:[ \t:]|$)")
"""How a block begins that holds no cue."""
_READING: Final = re.compile(r"<rt[ \t.>].*?(?:</rt>|</ruby>|$)", re.DOTALL)
"""How a sign is pronounced, above it."""
_TAG: Final = re.compile(r"<[^>]*(?:>|$)")
_ARROW: Final = "-->"
_ROLLING: Final = 0.5
"""Seconds within which a cue that says the same again only goes on."""


@dataclass(frozen=True, slots=True)
class Read:
    """What a captions file gave."""

    is_webvtt: bool
    cues: tuple[Cue, ...] = ()
    """By their beginning."""
    skipped: tuple[int, ...] = ()
    """Lines, from 1, of the blocks that are no cue and should be one."""


def read_webvtt(text: str) -> Read:
    """Read the text of a captions file."""
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if not _HEADER.fullmatch(lines[0]):
        return Read(is_webvtt=False)
    cues: list[Cue] = []
    skipped: list[int] = []
    for number, block in _blocks(lines):
        if _NO_CUES.match(block[0]) and _ARROW not in block[0]:
            continue
        cue = _cue(block)
        if cue is None or len(cues) >= MOST_CUES:
            skipped.append(number)
        elif cue.text:
            cues.append(cue)
    cues.sort(key=lambda cue: cue.start)
    return Read(is_webvtt=True, cues=tuple(_once(cues)), skipped=tuple(skipped))


def _blocks(lines: list[str]) -> Iterator[tuple[int, list[str]]]:
    """Yield what stands between empty lines after the header, with the number of its first line."""
    block: list[str] = []
    is_header = True
    for number, line in enumerate([*lines[1:], ""], start=2):
        if line.strip():
            block.append(line)
            continue
        if block and not (is_header and _ARROW not in "".join(block)):
            yield number - len(block), block
        block, is_header = [], False


def _cue(block: list[str]) -> Cue | None:
    """Read a block whose first or second line says when; None for one that does not."""
    at = 0 if _ARROW in block[0] else 1
    timing = _TIMING.fullmatch(block[at]) if at < len(block) else None
    if timing is None:
        return None
    parts = timing.groups()
    start, end = _seconds(parts[:4]), _seconds(parts[4:])
    return Cue(start, end, _plain("\n".join(block[at + 1 :]))) if start < end else None


def _seconds(parts: tuple[str | None, ...]) -> float:
    hours, minutes, seconds, thousandths = (int(part or 0) for part in parts)
    return hours * 3600 + minutes * 60 + seconds + thousandths / 1000


def _plain(text: str) -> str:
    """Give what is said without tags, signs written in full, in one line."""
    said = unescape(_TAG.sub("", _READING.sub("", text)))
    return " ".join(CONTROL.sub(" ", said).split())


def _once(cues: list[Cue]) -> Iterator[Cue]:
    """Yield the cues; those that say the same one after the other as one."""
    before: Cue | None = None
    for cue in cues:
        if before and cue.text == before.text and cue.start <= before.end + _ROLLING:
            before = replace(before, end=max(before.end, cue.end))
            continue
        if before:
            yield before
        before = cue
    if before:
        yield before
