"""`biaogan build`: the same build as `mkdocs build`, with Chinese words around it."""

import logging
import sys
import time
from pathlib import Path

import click
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, BuildError

from generator import site_folder
from generator.cli.chinese import ChineseCommand
from generator.cli.project import config_option, load
from generator.search.publish import searchable
from generator.settings import settings
from generator.site import Site
from generator.strings import text


@click.command("build", cls=ChineseCommand, help=text("cli.build.help"))
@click.option("-d", "--site-dir", metavar="DIR", help=text("cli.build.site_dir"))
@click.option("--no-demonstration", is_flag=True, help=text("cli.option.no_demonstration"))
@click.option("--allow-errors", is_flag=True, help=text("cli.option.allow_errors"))
@click.option("-q", "--quiet", is_flag=True, help=text("cli.option.quiet"))
@config_option
def command(
    *,
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
        site_dir=str(Path(site_dir).resolve()) if site_dir else None,
        demonstration=False if no_demonstration else None,
        allow_errors=allow_errors or None,
    )
    site_folder.check(Path(config.site_dir), settings(config, plugin.config))
    if not _build(config):
        sys.exit(1)
    if not quiet:
        _tell(plugin.site, config.site_dir, time.monotonic() - start)


def _build(config: MkDocsConfig) -> bool:
    logging.getLogger("mkdocs").setLevel(logging.WARNING)
    try:
        config.plugins.on_startup(command="build", dirty=False)
        mkdocs_build(config)
    except (Abort, BuildError, OSError) as error:
        click.echo(text("cli.build.failed", reason=error), err=True)
        return False
    finally:
        config.plugins.on_shutdown()
    return True


def _tell(site: Site, path: str, seconds: float) -> None:
    counts = {
        "pages": len(site.pages),
        "files": len(site.files),
        "found": searchable(site.catalogue),
    }
    click.echo(text("cli.build.done", **counts, seconds=seconds, path=path))
    if site.findings:
        click.echo(text("cli.build.warnings", count=len(site.findings)))
    click.echo(text("cli.build.look", path=path))
