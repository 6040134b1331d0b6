"""What stands in the way of showing a change, as the terminal and the browser say it."""

from dataclasses import dataclass
from pathlib import Path

from generator.errors import BiaoganError, RefusedError
from generator.findings import Finding
from generator.reporting import place_in_theme
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
    path, line = place_in_theme(error, theme_path)
    reason = str(error) or type(error).__name__
    return (Problem(text("cli.serve.failed", reason=reason), path, line),)
