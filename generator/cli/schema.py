"""`biaogan schema`: JSON Schema for editors' tools."""

import json
import sys
from typing import Final

import click

from generator.cli.chinese import ChineseCommand
from generator.cli.project import config_option, load_settings
from generator.config import Config
from generator.publication.opendata.schema import FILE, library_schema
from generator.reading.schema import Kind, Schema, json_schema
from generator.site import read
from generator.strings import text
from generator.writing import write_if_changed

KINDS: Final[tuple[Kind, ...]] = ("case", "notice", "edition")


@click.command("schema", cls=ChineseCommand, help=text("cli.schema.help"))
@click.argument("kind", required=False, type=click.Choice(KINDS), metavar="[case|notice|edition]")
@click.option("--write", is_flag=True, help=text("cli.schema.write"))
@config_option
def command(kind: Kind | None, write: bool, config_file: str) -> None:
    """Print one schema, or write all of them to docs/schema/."""
    config = load_settings(config_file)
    if write:
        write_all(config)
    elif kind:
        click.echo(schemas(config)[kind], nl=False)
    else:
        click.echo(text("cli.schema.needs_kind"), err=True)
        sys.exit(2)


def schemas(config: Config) -> dict[Kind, str]:
    """Give kind → schema text, made from the records and the library's vocabularies."""
    library = read(config).library
    names = library.vocabularies, library.editions
    return {kind: _as_text(json_schema(kind, *names)) for kind in KINDS}


def _as_text(schema: Schema) -> str:
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def write_all(config: Config) -> None:
    """Write every schema to docs/schema/, that of the open data too, and say which changed."""
    files = {f"{kind}.schema.json": schema for kind, schema in schemas(config).items()}
    for name, schema in (*files.items(), (FILE, library_schema())):
        path = config.documents_path / "schema" / name
        changed = write_if_changed(path, schema)
        key = "cli.schema.written" if changed else "cli.schema.unchanged"
        click.echo(text(key, path=path.relative_to(config.root)))
