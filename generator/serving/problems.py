"""What stands in the way of showing a change, as the terminal and the browser say it."""

import traceback
from dataclasses import dataclass
from pathlib import Path

from generator.errors import BiaoganError, RefusedError
from generator.findings import Finding
from generator.strings import text


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to mend."""

    message: str
    path: str = ""
    """The file, relative to the project's root where it lies below it; empty when none is known."""
    line: int = 0
    """From 1; 0 when none is known."""
    column: int = 0
    hint: str = ""

    @property
    def place(self) -> str:
        """Give file:line:column as far as it is known."""
        return ":".join([self.path, *(str(part) for part in (self.line, self.column) if part)])


def of_findings(findings: tuple[Finding, ...]) -> tuple[Problem, ...]:
    """Give the errors among findings; warnings stop no page."""
    return tuple(
        Problem(found.message, found.path, found.line, found.column, found.hint)
        for found in findings
        if found.is_error
    )


def of_error(error: Exception, theme_path: Path | None = None) -> tuple[Problem, ...]:
    """Give the problems that an exception tells of; never none.

    A fault that is not ours to foresee lies most often in a template that is being edited, so the
    last line of the theme that took part is named.
    """
    if isinstance(error, RefusedError):
        return of_findings(error.findings) or (Problem(str(error)),)
    if isinstance(error, BiaoganError):
        return (Problem(str(error)),)
    path, line = _in_theme(error, theme_path)
    reason = str(error) or type(error).__name__
    return (Problem(text("cli.serve.failed", reason=reason), path, line),)


def _in_theme(error: Exception, theme_path: Path | None) -> tuple[str, int]:
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
