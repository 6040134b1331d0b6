"""`biaogan check`: every fault of every file, in one run."""

import os
import sys
from pathlib import Path
from typing import Final

import click

from generator.cli.chinese import ChineseCommand
from generator.cli.project import config_option, load_settings
from generator.config import Config
from generator.errors import ConfigurationError
from generator.findings import Finding
from generator.reporting import FORMATS, as_text
from generator.site import read
from generator.strings import text

CHECKED: Final = frozenset({".md", ".yml"})
"""Endings of the files that are checked."""


@click.command("check", cls=ChineseCommand, help=text("cli.check.help"))
@click.argument("paths", nargs=-1, type=click.Path(exists=True), metavar="[PATH]…")
@click.option(
    "--format",
    "format_name",
    type=click.Choice(list(FORMATS)),
    default="text",
    help=text("cli.check.format"),
)
@click.option("--errors-only", is_flag=True, help=text("cli.check.errors_only"))
@config_option
def command(paths: tuple[str, ...], format_name: str, errors_only: bool, config_file: str) -> None:
    """Print the findings; exit 1 when one of them is an error."""
    config = load_settings(config_file)
    for path in paths:
        if not is_content(Path(path), config):
            raise ConfigurationError(text("cli.check.outside", path=path))
    findings = within(read(config).findings, paths, config.root)
    if errors_only:
        findings = tuple(finding for finding in findings if finding.is_error)
    if format_name == "text":
        report = as_text(findings, colour=wants_colour())
    else:
        report = FORMATS[format_name](findings)
    if report:
        click.echo(report)
    sys.exit(1 if any(finding.is_error for finding in findings) else 0)


def is_content(path: Path, config: Config) -> bool:
    """Tell whether there is anything to check at a path: content, or a folder that holds it."""
    path = path.resolve()
    folders = (config.cases_path, config.notices_path, config.documents_path)
    tops = [folder.resolve() for folder in folders]
    inside = any(path == top or top in path.parents for top in tops)
    around = any(path in top.parents for top in tops)
    return around or (inside and (path.is_dir() or path.suffix in CHECKED))


def within(
    findings: tuple[Finding, ...], paths: tuple[str, ...], root: Path
) -> tuple[Finding, ...]:
    """Give the findings of these files and folders; of all when no path is given."""
    if not paths:
        return findings
    chosen = [os.path.relpath(Path(path).resolve(), root).replace(os.sep, "/") for path in paths]
    if "." in chosen:
        return findings
    return tuple(
        finding
        for finding in findings
        if any(finding.path == path or finding.path.startswith(f"{path}/") for path in chosen)
    )


def wants_colour() -> bool:
    """Tell whether standard output is a terminal that wants colours (https://no-color.org)."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR")
