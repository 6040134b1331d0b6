"""The project as the preview needs it: what MkDocs makes of mkdocs.yml and the theme."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Final

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files, get_files

from generator.assets import Assets
from generator.cli.project import load
from generator.config import Config
from generator.plugin import BiaoganPlugin
from generator.serving.project import Project
from generator.settings import settings, site_view, static_files
from generator.site import Site
from generator.templates import Templates
from generator.vendored import discussion_files

_REPLACED: Final = frozenset({"404.html", "sitemap.xml"})
"""Static templates of a theme in whose place ours stand."""


def load_project(config_file: str) -> Project:
    """Read mkdocs.yml; raises ConfigurationError when it is wrong."""
    config, plugin = load(config_file)
    config.theme.static_templates -= _REPLACED
    env = config.theme.get_env()
    ours, theme = settings(config, plugin.config), Path(config.theme.dirs[0])
    of_theme = {**_of_theme(env, config), **_paths(discussion_files(ours, theme))}
    return Project(
        file=Path(config.config_file_path or config_file),
        config=ours,
        theme_path=theme,
        # Those of the theme once: MkDocs looks through ten thousand icons for them (80 ms).
        static_files=partial(_static_files, config, of_theme),
        templates=partial(_templates, config, plugin, env),
        blanks=partial(_blanks, ours),
    )


def _blanks(ours: Config) -> Mapping[str, bytes]:
    # Here: it is loaded when the first page is asked for.
    from generator.publication.forms.making import blank_documents  # noqa: PLC0415

    return blank_documents(ours.forms)


def _templates(
    config: MkDocsConfig, plugin: BiaoganPlugin, env: Environment, site: Site, assets: Assets
) -> Templates:
    return Templates(env, site_view(config, plugin.config, site, assets))


def _of_theme(env: Environment, config: MkDocsConfig) -> Mapping[str, Path]:
    files = Files([])
    files.add_files_from_theme(env, config)
    return _copied(files, config)


def _static_files(config: MkDocsConfig, of_theme: Mapping[str, Path]) -> Mapping[str, Path]:
    """Give what a build copies; docs_dir goes before the theme."""
    return {**of_theme, **_copied(get_files(config), config)}


def _copied(files: Files, config: MkDocsConfig) -> Mapping[str, Path]:
    return _paths(static_files(files, config))


def _paths(found: Mapping[str, Path | bytes]) -> Mapping[str, Path]:
    return {uri: path for uri, path in found.items() if isinstance(path, Path)}
