"""The MkDocs adapter: hooks only, no logic. What it hands over was made by `site.prepare`.

MkDocs keeps its work (configuration, static files, templates, writing, serving); our pages enter as
`File`s whose `Page` neither reads nor renders, because their view is made when they are written.
"""

import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Final, Literal, cast

import click
from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from generator import site_folder
from generator.assets import Assets, read_assets
from generator.config import Config
from generator.errors import BiaoganError, RefusedError
from generator.findings import Finding
from generator.page_writer import finish, share_out, start
from generator.pages import routes
from generator.pages.planned import PlannedPage
from generator.pages.shell import SiteView
from generator.processes import available, can_fork
from generator.reporting import as_text
from generator.search.background import Background
from generator.search.publish import Publication, cache_of, write_search
from generator.settings import BiaoganConfig, project_root, settings, site_view
from generator.site import Site, prepare
from generator.strings import text
from generator.templates import Templates

# What Material ships and our templates never name: its script, its search, its icons.
# Our own sheets and scripts are published bundled.
# MkDocs's own sitemap, once it is no template of a page, would be copied as it stands.
_UNUSED: Final = (
    "assets/javascripts/",
    "assets/images/",
    "assets/stylesheets/",
    "scripts/",
    "styles/",
    "sitemap.xml",
)

_PATIENCE: Final = 2.0
"""Seconds that a preview which is stopped waits for its index."""


class PlannedFile(File):
    """A page of ours as MkDocs's file: it comes from a plan, not from docs_dir."""

    def __init__(self, planned: PlannedPage, config: MkDocsConfig) -> None:
        name = routes.file_of(planned.uri)
        super().__init__(
            # The ending .md is what makes MkDocs treat a file as a page.
            f"{name}.md",
            None,
            config.site_dir,
            use_directory_urls=True,
            dest_uri=name,
            inclusion=InclusionLevel.NOT_IN_NAV,
        )
        self.generated_by = "biaogan"
        PlannedPageOfMkdocs(planned, self, config)


class PlannedPageOfMkdocs(Page):
    """A page whose content is a view; MkDocs's reading and rendering have nothing to do."""

    def __init__(self, planned: PlannedPage, file: File, config: MkDocsConfig) -> None:
        super().__init__(planned.title, file, config)
        self.planned = planned
        self.markdown = ""
        self.content = ""
        self.meta = {"template": planned.template}

    def read_source(self, config: MkDocsConfig) -> None:
        """Do nothing: the source was read with the library."""

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Do nothing: the view is made when the page is written."""


class BiaoganPlugin(BasePlugin[BiaoganConfig]):
    """Hand the planned pages to MkDocs."""

    site: Site
    shell: SiteView
    assets: Assets
    templates: Templates
    is_preview: bool = False
    processes: int = 1
    others: Sequence[PlannedPage] = ()
    """The pages that MkDocs's own loop does not see."""
    writers: Sequence[BaseProcess] = ()
    """The processes that write them."""
    background: Background
    """Indexes in the live preview."""

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Note whether this is the live preview."""
        self.is_preview = command == "serve"
        self.background = Background()

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read the library; stop the build with the findings when it has errors."""
        self.background.overtake()
        # Our own pages take the place of the theme's and MkDocs's: theirs carry the build's date.
        config.theme.static_templates -= {"404.html", "sitemap.xml"}
        try:
            ours = settings(config, self.config)
            site_folder.check(Path(config.site_dir), ours)
            self.site = prepare(ours)
            self.assets = read_assets(Path(config.theme.dirs[0]))
            site_folder.claim(Path(config.site_dir))
        except RefusedError as refusal:
            click.echo(as_text(self.shown(refusal), colour=sys.stderr.isatty()), err=True)
            raise Abort(text("cli.build.refused")) from None
        except BiaoganError as error:
            raise Abort(str(error)) from None
        for path in self.site.left_out:
            click.echo(text("cli.build.left_out", path=path), err=True)
        shell = site_view(config, self.config, self.site, self.assets)
        if self.is_preview:
            # The preview's reloader is an inline script, which the policy would stop.
            shell = replace(shell, policy="")
        self.shell = shell
        return config

    def shown(self, refusal: RefusedError) -> tuple[Finding, ...]:
        """Give the findings to print: in the preview only what stands in the way."""
        if not self.is_preview:
            return refusal.findings
        return tuple(finding for finding in refusal.findings if finding.is_error)

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Put our pages and their files in, and take out what no page of ours uses."""
        for file in list(files):
            if file.is_documentation_page() or _unused(file.src_uri):
                files.remove(file)
        # In the live preview, which has threads, nothing is shared out.
        self.processes = available(self.config.processes) if can_fork() else 1
        ours, self.others = share_out(self.site.pages, self.processes)
        for planned in ours:
            files.append(PlannedFile(planned, config))
        for asset in self.assets:
            files.append(File.generated(config, asset.uri, content=asset.content))
        for published in self.site.files:
            files.append(_static(published.path, published.uri, config))
        return files

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Make the templates ready and let the other processes begin."""
        self.templates = Templates(env, self.shell)
        self.templates.compile(frozenset(page.template for page in self.site.pages))
        render, site_path = self.templates.render, Path(config.site_dir)
        self.writers = start(self.others, render, site_path, self.processes)
        return env

    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Give a template its view and the shell, and nothing of MkDocs's."""
        if not isinstance(page, PlannedPageOfMkdocs):
            return context
        return cast("TemplateContext", self.templates.context(page.planned))

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Wait until every page is written, then write what the finder reads."""
        try:
            finish(self.writers)
        except BiaoganError as error:
            raise Abort(str(error)) from None
        finally:
            self.writers = ()
        ours = settings(config, self.config)
        index = partial(_index, self.site, ours, Path(config.site_dir))
        if self.is_preview:
            self.background.start(partial(_index_quietly, index))
            return
        try:
            index(processes=self.processes)
        except Exception as error:  # noqa: BLE001 -- whatever it is, no traceback tells an editor
            raise Abort(text("cli.build.search_failed", reason=error)) from None

    def on_build_error(self, *, error: Exception) -> None:
        """Stop the other processes when the build fails."""
        for process in self.writers:
            process.terminate()

    def on_shutdown(self) -> None:
        """Stop indexing: the preview's folder goes away."""
        self.background.overtake()
        self.background.wait(_PATIENCE)

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[..., None]
    ) -> LiveReloadServer:
        """Watch the content and the theme besides docs_dir; let no fault stop the server."""
        # MkDocs would print a traceback and answer nobody until the fault is mended.
        server.builder = partial(_keep_serving, server.builder)
        ours = settings(config, self.config)
        for path in (ours.cases_path, ours.notices_path, *map(Path, config.theme.dirs[:1])):
            if path.exists():
                server.watch(str(path))
        return server


def _index(
    site: Site,
    ours: Config,
    folder: Path,
    *,
    processes: int = 1,
    is_wanted: Callable[[], bool] = lambda: True,
) -> None:
    """Write what the finder reads into the site's folder."""
    publication = Publication(folder, cache_of(ours), processes, is_wanted)
    write_search(site.catalogue, ours, publication)


def _index_quietly(index: Callable[..., None], is_wanted: Callable[[], bool]) -> None:
    """Index for the preview; a failure is worth a line and stops nothing."""
    try:
        index(is_wanted=is_wanted)
    except Exception as error:  # noqa: BLE001 -- whatever it is, the preview goes on
        # The preview's folder goes away when it is stopped, and is emptied by the next build.
        if is_wanted():
            click.echo(text("cli.serve.search_failed", reason=error), err=True)


def _keep_serving(build: Callable[[], None]) -> None:
    """Build again; after a failure say so, and the last good pages stay."""
    try:
        build()
    except Abort as refusal:
        click.echo(str(refusal), err=True)
        click.echo(text("cli.serve.waiting"), err=True)
    except Exception as error:  # noqa: BLE001 -- whatever it is, the preview goes on
        click.echo(text("cli.build.failed", reason=error), err=True)
        click.echo(text("cli.serve.waiting"), err=True)


def _unused(src_uri: str) -> bool:
    return src_uri.startswith(_UNUSED)


def _static(path: str, uri: str, config: MkDocsConfig) -> File:
    file = File(
        path, str(project_root(config)), config.site_dir, use_directory_urls=True, dest_uri=uri
    )
    file.inclusion = InclusionLevel.INCLUDED
    return file
