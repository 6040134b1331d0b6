"""`biaogan check`: every fault of every file, in one run."""

import os
import sys
from pathlib import Path

import click

from generator.cli.chinese import ChineseCommand
from generator.cli.project import config_option, load_settings
from generator.findings import Finding
from generator.reporting import FORMATS, as_text
from generator.site import read
from generator.strings import text


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
