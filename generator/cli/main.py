"""`biaogan`: the console command."""

import contextlib
import importlib
import logging
import os
import sys
from typing import Final, NoReturn

import click

from generator import __version__
from generator.cli.chinese import ChineseGroup, speak_chinese
from generator.errors import BiaoganError
from generator.processes import without_collector
from generator.strings import text

speak_chinese()

VERBS: Final = (
    *("check", "build", "serve", "export", "intake", "import-list"),
    *("new", "schema", "search"),
)
"""Each is `command` of the module of its name; one is imported when it is asked for, for a verb
needs half a second of what another verb imports."""


class Verbs(ChineseGroup):
    """The verbs, found by their names."""

    def list_commands(self, _ctx: click.Context) -> list[str]:
        """Give the verbs in the order of the help."""
        return list(VERBS)

    def get_command(self, _ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import a verb; None when there is none of that name."""
        if cmd_name not in VERBS:
            return None
        with without_collector():  # a tenth of the time, and nothing of it is garbage
            module = importlib.import_module(f"generator.cli.{cmd_name.replace('-', '_')}")
        command = module.command
        assert isinstance(command, click.Command), "every verb is a command"
        return command


@click.group(
    cls=Verbs,
    help=text("cli.help"),
    epilog=text("cli.epilog"),
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, "-V", "--version", prog_name="biaogan")
def cli() -> None:
    """Group the verbs."""


def main() -> NoReturn:
    """Run the command and leave with its status.

    A foreseeable fault is one line in Chinese, never a traceback.
    """
    status = 2
    try:
        status = _status(cli(prog_name="biaogan", standalone_mode=True))
    except SystemExit as leaving:
        status = _status(leaving.code)
    except BiaoganError as error:
        click.echo(str(error), err=True)
    except OSError as error:  # standard output is a full disk
        sys.stderr.write(text("cli.build.unwritable", reason=error.strerror) + "\n")
    logging.shutdown()
    with contextlib.suppress(OSError):
        sys.stdout.flush()
    sys.stderr.flush()
    # Without freeing every record one by one, which takes a second for 10,000 cases.
    os._exit(status)


def _status(code: object) -> int:
    return code if isinstance(code, int) else 0
