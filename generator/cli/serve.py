"""`biaogan serve`: the live preview."""

import contextlib
import errno
import logging
import signal
import socket
import webbrowser
from functools import partial
from typing import Final

import click

from generator.cli.chinese import ChineseCommand
from generator.cli.project import config_option
from generator.cli.serve_project import load_project
from generator.cli.serve_report import TerminalReport
from generator.errors import ConfigurationError
from generator.library.ids import CaseId
from generator.pages import routes
from generator.serving.making import Maker, SiteMaker
from generator.serving.one_case import CaseMaker, path_of
from generator.serving.own_pages import DRAFTS
from generator.serving.preview import Address, previewing
from generator.strings import text

_REASONS: Final = {
    errno.EADDRINUSE: "taken",
    errno.EADDRNOTAVAIL: "no_address",
    errno.EACCES: "forbidden",
}
"""Why an address cannot be listened at."""


@click.command("serve", cls=ChineseCommand, help=text("cli.serve.help"))
@click.option(
    "-a",
    "--address",
    default="127.0.0.1:8000",
    show_default=True,
    metavar="HOST:PORT",
    help=text("cli.serve.address"),
)
@click.option("--only", metavar="ID", help=text("cli.serve.only"))
@click.option("--drafts", is_flag=True, help=text("cli.serve.drafts"))
@click.option("--open", "opens", is_flag=True, help=text("cli.serve.open"))
@config_option
def command(*, address: str, only: str | None, drafts: bool, opens: bool, config_file: str) -> None:
    """Serve the site; every change of a file is shown at once."""
    place = _address(address)
    logging.getLogger("mkdocs").setLevel(logging.WARNING)
    # It warns of every event that comes while it stops.
    logging.getLogger("watchdog").setLevel(logging.CRITICAL)
    load = partial(load_project, config_file)
    project = load()  # says what is wrong with mkdocs.yml before the server starts
    maker: Maker
    if only is None:
        maker = SiteMaker(load, project, with_drafts=drafts)
    else:
        maker = CaseMaker(load, project, path_of(only, project))
    start = f"http://{address}/{routes.case(CaseId(only)) if only else routes.HOME}"
    report = TerminalReport(project.config.root)
    # Ended by another program it tidies up as after Ctrl-C.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        with previewing(maker, place, report, with_search=only is None) as server:
            _greet(address, start, lists_drafts=drafts)
            with contextlib.suppress(KeyboardInterrupt):
                if opens:
                    webbrowser.open(start)
                server.serve_forever()
    except OSError as error:
        message = text("cli.serve.port_taken", address=address, reason=_reason(error))
        raise ConfigurationError(message) from error
    click.echo(text("cli.serve.stopped"))


def _greet(address: str, start: str, *, lists_drafts: bool) -> None:
    click.echo(text("cli.serve.started", address=start))
    if lists_drafts:
        click.echo(text("cli.serve.drafts_at", address=f"http://{address}/{DRAFTS}"))


def _reason(error: OSError) -> str:
    if isinstance(error, socket.gaierror):
        return text("cli.serve.unknown_host")
    key = _REASONS.get(error.errno or 0)
    return text(f"cli.serve.{key}") if key else str(error.strerror or error)


def _address(address: str) -> Address:
    host, separator, port = address.rpartition(":")
    if (
        not (separator and host)
        or not (port.isascii() and port.isdecimal())
        or not 0 < int(port) < 65536
    ):
        raise ConfigurationError(text("cli.serve.bad_address", address=address))
    return Address(host.strip("[]"), int(port))
