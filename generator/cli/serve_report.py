"""What the terminal says while the preview runs."""

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

import click

from generator.serving.own_pages import SHOWN
from generator.serving.problems import Problem
from generator.serving.snapshot import Snapshot
from generator.strings import text


@dataclass(frozen=True, slots=True)
class TerminalReport:
    """A line for every change, and every problem with its place."""

    root: Path

    def shown(self, snapshot: Snapshot, changed: Collection[Path], seconds: float) -> None:
        """Say that new pages are shown; nothing has changed for the first."""
        if changed:
            names = sorted(self._named(path) for path in changed)
            key = "updated" if len(names) == 1 else "updated_many"
            values = {"path": names[0], "count": len(names), "seconds": seconds}
            click.echo(text(f"cli.serve.{key}", **values))
        else:
            click.echo(text("cli.serve.ready", pages=len(snapshot.pages), seconds=seconds))
        for path in snapshot.site.left_out:
            click.echo(text("cli.build.left_out", path=path), err=True)

    def refused(self, problems: tuple[Problem, ...], *, is_first: bool) -> None:
        """Say what stands in the way."""
        for problem in problems[:SHOWN]:
            place = f"{problem.place}: " if problem.path else ""
            click.echo(_clean(place + problem.message), err=True)
            if problem.hint:
                click.echo(f"    {text('cli.report.hint')}{_clean(problem.hint)}", err=True)
        if len(problems) > SHOWN:
            click.echo(text("cli.serve.page.more", count=len(problems) - SHOWN), err=True)
        click.echo(text("cli.serve.none_yet" if is_first else "cli.serve.waiting"), err=True)

    def _named(self, path: Path) -> str:
        root = self.root.resolve()
        inside = path.is_relative_to(root)
        return _clean(path.relative_to(root).as_posix() if inside else path.as_posix())


def _clean(line: str) -> str:
    """Leave out what would move the terminal's cursor."""
    return "".join(letter if letter.isprintable() else "\ufffd" for letter in line)
