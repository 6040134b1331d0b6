"""`biaogan`: the console command."""

import sys

import click

from generator import __version__
from generator.cli import build, check, import_list, new, schema, serve
from generator.cli.chinese import ChineseGroup, speak_chinese
from generator.errors import BiaoganError
from generator.strings import text

speak_chinese()


@click.group(
    cls=ChineseGroup,
    help=text("cli.help"),
    epilog=text("cli.epilog"),
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, "-V", "--version", prog_name="biaogan")
def cli() -> None:
    """Group the verbs."""


cli.add_command(check.command)
cli.add_command(build.command)
cli.add_command(serve.command)
cli.add_command(import_list.command)
cli.add_command(new.command)
cli.add_command(schema.command)


def main() -> None:
    """Run the command; a foreseeable fault is one line in Chinese, never a traceback."""
    try:
        cli(prog_name="biaogan")
    except BiaoganError as error:
        click.echo(str(error), err=True)
        sys.exit(2)
