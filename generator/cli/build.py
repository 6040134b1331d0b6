"""`biaogan build`: the same build as `mkdocs build`, with Chinese words around it."""

import logging
import sys
import time

import click
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.exceptions import Abort, BuildError

from generator.cli.chinese import ChineseCommand
from generator.cli.project import config_option, load
from generator.strings import text


@click.command("build", cls=ChineseCommand, help=text("cli.build.help"))
@click.option("-d", "--site-dir", metavar="DIR", help=text("cli.build.site_dir"))
@click.option("--no-demonstration", is_flag=True, help=text("cli.option.no_demonstration"))
@click.option("--allow-errors", is_flag=True, help=text("cli.option.allow_errors"))
@click.option("-q", "--quiet", is_flag=True, help=text("cli.option.quiet"))
@config_option
def command(
    site_dir: str | None,
    no_demonstration: bool,
    allow_errors: bool,
    quiet: bool,
    config_file: str,
) -> None:
    """Check and write the site; exit 1 when it was refused."""
    start = time.monotonic()
    config, plugin = load(
        config_file,
        demonstration=False if no_demonstration else None,
        allow_errors=allow_errors or None,
    )
    if site_dir:
        config.site_dir = site_dir
    logging.getLogger("mkdocs").setLevel(logging.WARNING)
    try:
        config.plugins.on_startup(command="build", dirty=False)
        mkdocs_build(config)
    except (Abort, BuildError, OSError) as error:
        click.echo(text("cli.build.failed", reason=error), err=True)
        sys.exit(1)
    finally:
        config.plugins.on_shutdown()
    if quiet:
        return
    site = plugin.site
    seconds = time.monotonic() - start
    click.echo(
        text(
            "cli.build.done",
            pages=len(site.pages),
            files=len(site.files),
            seconds=seconds,
            path=config.site_dir,
        )
    )
    if site.findings:
        click.echo(text("cli.build.warnings", count=len(site.findings)))
    click.echo(text("cli.build.look", path=config.site_dir))
