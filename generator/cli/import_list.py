"""`biaogan import-list`: case files from a list in Excel or CSV."""

import sys
from pathlib import Path

import click

from generator.cli.chinese import ChineseCommand
from generator.cli.project import config_option, load_settings
from generator.errors import BiaoganError
from generator.intake.import_list import ImportOptions, run_import
from generator.intake.remarks import RefusedDocumentError
from generator.intake.taking.lists import check_list
from generator.library.ids import EditionId
from generator.site import read
from generator.strings import text


@click.command("import-list", cls=ChineseCommand, help=text("cli.import_list.help"))
@click.argument("file", type=click.Path(exists=True, dir_okay=False), metavar="FILE")
@click.option("-e", "--edition", metavar="ID", help=text("cli.import_list.edition"))
@click.option("--dry-run", is_flag=True, help=text("cli.import_list.dry_run"))
@click.option("--source", metavar="TITLE", default="", help=text("cli.import_list.source"))
@click.option("--source-url", metavar="URL", default="", help=text("cli.import_list.source_url"))
@click.option("--json", "as_data", is_flag=True, help=text("cli.import_list.json"))
@config_option
def command(
    file: str, edition: str | None, source: str, source_url: str, config_file: str, **flags: bool
) -> None:
    """Make case files from a list; exit 1 when a row was refused."""
    config = load_settings(config_file)
    edition_id = EditionId(edition) if edition else None
    options = ImportOptions(edition_id, source, source_url, dry_run=flags["dry_run"])
    try:
        check_list(Path(file), Path(file).name)
    except RefusedDocumentError as refused:
        raise BiaoganError(refused.remark.worded()) from refused
    report = run_import(Path(file), config, read(config).library, options)
    click.echo(report.as_json() if flags["as_data"] else "\n".join(report.lines()))
    sys.exit(0 if report.is_complete else 1)
