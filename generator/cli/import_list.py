"""`biaogan import-list`: case files from a list in Excel or CSV."""

import sys
from pathlib import Path

import click

from generator.cli.chinese import ChineseCommand
from generator.cli.project import config_option, load_settings
from generator.intake.import_list import run_import
from generator.library.ids import EditionId
from generator.site import read
from generator.strings import text


@click.command("import-list", cls=ChineseCommand, help=text("cli.import_list.help"))
@click.argument("file", type=click.Path(exists=True, dir_okay=False), metavar="FILE")
@click.option("-e", "--edition", metavar="ID", help=text("cli.import_list.edition"))
@click.option("--dry-run", is_flag=True, help=text("cli.import_list.dry_run"))
@config_option
def command(file: str, edition: str | None, dry_run: bool, config_file: str) -> None:
    """Make case files from a list; exit 1 when a row was refused."""
    config = load_settings(config_file)
    report = run_import(
        Path(file),
        EditionId(edition) if edition else None,
        config,
        read(config).library,
        dry_run=dry_run,
    )
    for line in report.lines():
        click.echo(line)
    sys.exit(0 if report.is_complete else 1)
