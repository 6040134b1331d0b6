"""Find and load the project that a command works on."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException

from generator.cli.mkdocs_words import check_syntax, explain, said_by_mkdocs
from generator.config import Config
from generator.errors import ConfigurationError
from generator.plugin import BiaoganPlugin
from generator.settings import settings
from generator.strings import text

Command = TypeVar("Command", bound=Callable[..., Any])


def config_option(command: Command) -> Command:
    """Add `-f/--config-file` to a command."""
    return click.option(
        "-f",
        "--config-file",
        default="mkdocs.yml",
        metavar="PATH",
        help=text("cli.option.config_file"),
    )(command)


def load(
    config_file: str, *, site_dir: str | None = None, **overrides: object
) -> tuple[MkDocsConfig, BiaoganPlugin]:
    """Load mkdocs.yml and give it with our plugin, its settings changed by the overrides.

    Raises ConfigurationError when the file is missing, wrong, or does not name the plugin.
    """
    path = Path(config_file)
    if not path.is_file():
        raise ConfigurationError(text("cli.config.missing", path=config_file))
    check_syntax(path)
    with said_by_mkdocs() as said:
        try:
            config = load_config(str(path), site_dir=site_dir)
        except (MkDocsException, OSError) as error:
            raise ConfigurationError(explain(path, [*said, str(error)])) from error
    if said:
        raise ConfigurationError(explain(path, said))
    plugin = config.plugins.get("biaogan")
    if not isinstance(plugin, BiaoganPlugin):
        raise ConfigurationError(text("cli.config.plugin", path=path))
    for key, value in overrides.items():
        if value is not None:
            plugin.config[key] = value
    return config, plugin


def load_settings(config_file: str) -> Config:
    """Load mkdocs.yml and give our own settings only."""
    config, plugin = load(config_file)
    return settings(config, plugin.config)
