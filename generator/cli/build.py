"""`biaogan build`: the same build as `mkdocs build`, with Chinese words around it."""

import json
import logging
import sys
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import click
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, BuildError

from generator import site_folder
from generator.building.session import Outcome
from generator.cli.chinese import ChineseCommand
from generator.cli.explain import explain
from generator.cli.project import config_option, load
from generator.cli.stages import Stages
from generator.settings import settings
from generator.strings import text


@dataclass(frozen=True, slots=True)
class Options:
    """What was typed."""

    site_dir: str | None
    no_demonstration: bool
    allow_errors: bool
    quiet: bool
    as_json: bool
    profile: bool
    explain: str | None
    config_file: str


@click.command("build", cls=ChineseCommand, help=text("cli.build.help"))
@click.option("-d", "--site-dir", metavar="DIR", help=text("cli.build.site_dir"))
@click.option("--no-demonstration", is_flag=True, help=text("cli.option.no_demonstration"))
@click.option("--allow-errors", is_flag=True, help=text("cli.option.allow_errors"))
@click.option("--explain", metavar="PAGE", help=text("cli.build.explain"))
@click.option("--profile", is_flag=True, help=text("cli.build.profile"))
@click.option("--json", "as_json", is_flag=True, help=text("cli.build.json"))
@click.option("-q", "--quiet", is_flag=True, help=text("cli.option.quiet"))
@config_option
def command(**typed: Any) -> None:  # noqa: ANN401 -- as `Options` declares them
    """Check and write the site; exit 1 when it was refused."""
    start = time.monotonic()
    options = Options(**typed)
    config, plugin = load(
        options.config_file,
        site_dir=str(Path(options.site_dir).resolve()) if options.site_dir else None,
        demonstration=False if options.no_demonstration else None,
        allow_errors=options.allow_errors or None,
    )
    if options.explain is not None:
        click.echo(explain(config, plugin, options.explain))
        return
    site_folder.check(Path(config.site_dir), settings(config, plugin.config))
    stages = Stages(shows=not (options.quiet or options.as_json))
    plugin.progress = stages
    outcome = plugin.session.outcome if _build(config) and plugin.session else None
    if outcome is None:
        sys.exit(1)
    _tell(options, outcome, stages, (config.site_dir, time.monotonic() - start))


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


def _tell(options: Options, outcome: Outcome, stages: Stages, built: tuple[str, float]) -> None:
    """Say what was done; `built` is the site's folder and the seconds that it took."""
    path, seconds = built
    if options.as_json:
        click.echo(_as_json(outcome, stages, path, seconds))
        return
    if options.profile:
        click.echo(stages.as_text())
    if not options.quiet:
        _summarise(outcome, path, seconds)


def _summarise(outcome: Outcome, path: str, seconds: float) -> None:
    counts, done = outcome.counts, outcome.tally
    if outcome.is_unchanged:
        click.echo(text("cli.build.unchanged", path=path))
        return
    click.echo(text("cli.build.done", **counts, seconds=seconds, path=path))
    click.echo(text("cli.build.changed", pages=done.pages, files=done.files, removed=done.removed))
    if done.documents:
        click.echo(text("cli.build.documents", count=done.documents))
    if counts["warnings"]:
        click.echo(text("cli.build.warnings", count=counts["warnings"]))
    click.echo(text("cli.build.look", path=path))


def _as_json(outcome: Outcome, stages: Stages, path: str, seconds: float) -> str:
    """Give the same for a machine; keys are English, sizes in bytes, times in seconds."""
    data = {
        "site": path,
        "unchanged": outcome.is_unchanged,
        "has": dict(outcome.counts),
        "written": asdict(outcome.tally),
        "seconds": round(seconds, 3),
        "stages": stages.as_data(),
    }
    return json.dumps(data, ensure_ascii=False, indent=2)
