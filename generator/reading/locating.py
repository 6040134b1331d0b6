"""Faults into findings: line and column of a key, severity, wording."""

from collections.abc import Callable, Iterable, Mapping
from itertools import groupby
from typing import Final

from generator.findings import SEVERITIES, Fault, Finding, KeyPath, Place
from generator.reading.front_matter import FIRST_LINE, split
from generator.reading.yaml_reader import Spots, find_spots
from generator.strings import table

MAX_SHOWN: Final = 80
"""A value of the file is shown up to here in a message."""
_SEPARATOR: Final = "\u3001"
_ELLIPSIS: Final = "\u2026"


def locate(faults: Iterable[Fault], read: Callable[[str], str]) -> tuple[Finding, ...]:
    """Give the findings of faults in their total order, without repetition.

    `read` gives a file's text by its path; it is asked once a file, and only when a fault names a
    key of the front matter.
    """
    findings: set[Finding] = set()
    for path, group in groupby(sorted(faults, key=_path), key=_path):
        of_file = list(group)
        by_key = any(fault.place.key is not None for fault in of_file)
        spots = _spots(path, read(path)) if by_key else {}
        findings.update(_finding(fault, spots) for fault in of_file)
    return tuple(sorted(findings, key=_order))


def find_place(place: Place, spots: Spots) -> Place:
    """Give line and column of a place; a key that is not there stands at its nearest ancestor."""
    if place.key is None:
        return place
    key: KeyPath = place.key
    if key and key in spots:
        at_key, at_value = spots[key]
        return at_key if place.on_key else at_value
    while key and key not in spots:
        key = key[:-1]
    return spots[key][1] if key else Place()


def _path(fault: Fault) -> str:
    return fault.path


def _order(finding: Finding) -> tuple[str, int, int, str, str]:
    return finding.path, finding.line, finding.column, finding.code, finding.message


def _spots(path: str, text: str) -> Spots:
    if not path.endswith(".md"):
        return find_spots(text, path)
    parts = split(text, path).value
    return find_spots(parts.block, path, FIRST_LINE) if parts else {}


def _finding(fault: Fault, spots: Spots) -> Finding:
    place = find_place(fault.place, spots)
    wording = _wording(fault)
    values = _Shown({name: _shown(value) for name, value in fault.values.items()})
    return Finding(
        path=fault.path,
        line=place.line,
        column=place.column,
        code=fault.code,
        severity=SEVERITIES[fault.code],
        message=wording.get("message", fault.code).format_map(values),
        hint=wording.get("hint", "").format_map(values),
    )


def _wording(fault: Fault) -> Mapping[str, str]:
    """Give message and hint of a fault's code; its variant says what it says otherwise."""
    node = table("findings").get(fault.code)
    if not isinstance(node, Mapping):
        return {}
    variants = node.get("variants", {})
    variant = variants.get(str(fault.values.get("variant", "")), {})
    return {name: str(part) for name, part in {**node, **variant}.items() if name != "variants"}


class _Shown(dict[str, str]):
    """Values for the wording; a placeholder without value stays as it is written."""

    def __missing__(self, name: str) -> str:
        return f"{{{name}}}"


def _shown(value: object) -> str:
    """Give a value as one short line of characters that can be seen."""
    if isinstance(value, (tuple, list)):
        return _SEPARATOR.join(_shown(item) for item in value)
    text = "".join(c if c.isprintable() else _visible(c) for c in str(value)[: MAX_SHOWN + 1])
    return text if len(text) <= MAX_SHOWN else text[:MAX_SHOWN] + _ELLIPSIS


def _visible(character: str) -> str:
    return " " if character.isspace() else f"U+{ord(character):04X}"
