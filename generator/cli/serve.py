"""`biaogan serve`: the live preview."""

import errno
import logging

import click
from mkdocs.commands.serve import serve as mkdocs_serve

from generator.cli.chinese import ChineseCommand
from generator.cli.project import config_option, load
from generator.errors import ConfigurationError
from generator.strings import text


@click.command("serve", cls=ChineseCommand, help=text("cli.serve.help"))
@click.option(
    "-a",
    "--address",
    default="127.0.0.1:8000",
    show_default=True,
    metavar="HOST:PORT",
    help=text("cli.serve.address"),
)
@config_option
def command(address: str, config_file: str) -> None:
    """Serve the site and rebuild it when a file changes."""
    if not _is_address(address):
        raise ConfigurationError(text("cli.serve.bad_address", address=address))
    load(config_file)  # says what is wrong before the server starts
    logging.getLogger("mkdocs").setLevel(logging.WARNING)
    click.echo(text("cli.serve.started", address=f"http://{address}/"))
    try:
        mkdocs_serve(config_file, dev_addr=address)
    except OSError as error:
        taken = text("cli.serve.taken") if error.errno == errno.EADDRINUSE else error.strerror
        message = text("cli.serve.port_taken", address=address, reason=taken)
        raise ConfigurationError(message) from error


def _is_address(address: str) -> bool:
    host, separator, port = address.rpartition(":")
    return bool(separator and host) and port.isdigit() and 0 < int(port) < 65536
