"""Findings as text for people, and as JSON, GitHub annotations and SARIF for programs."""

import json
import traceback
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Final

from generator import __version__
from generator.findings import Finding, Severity
from generator.strings import labels, text

_COLOURS: Final = {Severity.ERROR: "31;1", Severity.WARNING: "33"}
_ESCAPES: Final = {code: f"\\x{code:02x}" for code in (*range(32), *range(127, 160))}


def as_text(findings: Sequence[Finding], *, colour: bool = False) -> str:
    """Give `path:line:column code message` lines, each with its hint below, and a summary line."""
    lines = [line for finding in findings for line in _lines(finding, colour=colour)]
    return "\n".join([*lines, summary(findings)])


def summary(findings: Sequence[Finding]) -> str:
    """Say how many errors and warnings there are in how many files."""
    errors = sum(finding.is_error for finding in findings)
    if not findings:
        return text("cli.report.clean")
    return text(
        "cli.report.summary",
        errors=errors,
        warnings=len(findings) - errors,
        files=len({finding.path for finding in findings}),
    )


def _lines(finding: Finding, *, colour: bool) -> Iterable[str]:
    label = labels("severity")[finding.severity.value]
    place = f"{finding.path}:{finding.line}:{finding.column}"
    head = f"{label} {finding.code}"
    if colour:
        head = f"\x1b[{_COLOURS[finding.severity]}m{head}\x1b[0m"
        place = f"\x1b[1m{_clean(place)}\x1b[0m"
    # A path or a value may carry control characters that would move the terminal's cursor.
    yield f"{place if colour else _clean(place)}: {head} {_clean(finding.message)}"
    if finding.hint:
        yield f"    {text('cli.report.hint')}{_clean(finding.hint)}"


def _clean(line: str) -> str:
    return line.translate(_ESCAPES)


def as_json(findings: Sequence[Finding]) -> str:
    """Give a JSON document: version, counts and one object a finding."""
    errors = sum(finding.is_error for finding in findings)
    document = {
        "version": 1,
        "errors": errors,
        "warnings": len(findings) - errors,
        "findings": [plain(finding) for finding in findings],
    }
    return json.dumps(document, ensure_ascii=False, indent=2)


def plain(finding: Finding) -> dict[str, object]:
    """Give a finding as an object of JSON."""
    return {
        "path": finding.path,
        "line": finding.line,
        "column": finding.column,
        "code": finding.code,
        "severity": finding.severity.value,
        "message": finding.message,
        "hint": finding.hint,
    }


def as_github(findings: Sequence[Finding]) -> str:
    """Give GitHub workflow commands, one a finding."""
    return "\n".join(_github(finding) for finding in findings)


def _github(finding: Finding) -> str:
    message = " ".join(part for part in (finding.message, finding.hint) if part)
    properties = {
        "file": finding.path,
        "line": str(finding.line),
        "col": str(finding.column),
        "title": finding.code,
    }
    joined = ",".join(f"{key}={_github_property(value)}" for key, value in properties.items())
    return f"::{finding.severity.value} {joined}::{_github_data(message)}"


def _github_data(value: str) -> str:
    return value.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _github_property(value: str) -> str:
    return _github_data(value).replace(":", "%3A").replace(",", "%2C")


def as_sarif(findings: Sequence[Finding]) -> str:
    """Give a SARIF 2.1.0 log with one run; columns count characters (unicodeCodePoints)."""
    codes = sorted({finding.code for finding in findings})
    run = {
        "tool": {
            "driver": {
                "name": "biaogan",
                "version": __version__,
                "rules": [{"id": code} for code in codes],
            }
        },
        "columnKind": "unicodeCodePoints",
        "results": [_sarif(finding) for finding in findings],
    }
    schema = "https://json.schemastore.org/sarif-2.1.0.json"
    log = {"$schema": schema, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2)


def _sarif(finding: Finding) -> dict[str, object]:
    region = {"startLine": finding.line, "startColumn": finding.column}
    location = {"artifactLocation": {"uri": finding.path}, "region": region}
    return {
        "ruleId": finding.code,
        "level": finding.severity.value,
        "message": {"text": " ".join(part for part in (finding.message, finding.hint) if part)},
        "locations": [{"physicalLocation": location}],
    }


def _plain_text(findings: Sequence[Finding]) -> str:
    return as_text(findings)


FORMATS: Final[Mapping[str, Callable[[Sequence[Finding]], str]]] = MappingProxyType(
    {"text": _plain_text, "json": as_json, "github": as_github, "sarif": as_sarif}
)
"""Every output format of `biaogan check`, by its name on the command line."""


def place_in_theme(error: Exception, theme_path: Path | None) -> tuple[str, int]:
    """Give file and line of the place in a theme at which an error arose; "" and 0 for none.

    The file is relative to the folder that holds the theme.
    """
    if theme_path is None:
        return "", 0
    # A template that cannot be read at all names itself; jinja2 is not known here.
    named, line = getattr(error, "filename", None), getattr(error, "lineno", None)
    if isinstance(named, str) and isinstance(line, int):
        return _shown(Path(named), theme_path), line
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        if theme_path in Path(frame.filename).parents:
            return _shown(Path(frame.filename), theme_path), frame.lineno or 0
    return "", 0


def _shown(path: Path, theme_path: Path) -> str:
    inside = path.is_relative_to(theme_path)
    return path.relative_to(theme_path.parent).as_posix() if inside else path.as_posix()
