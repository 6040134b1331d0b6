"""The MkDocs adapter: hooks only, no logic. What a build does stands in `building`.

MkDocs reads mkdocs.yml, finds the files of docs_dir and of the theme, makes the template engine and
runs the preview. It writes nothing: its list of files is taken over, because a file of ours appears
whole, stays when it is the same, and goes when nobody wants it, which MkDocs's own writing does not
promise. `mkdocs build` therefore need not empty the folder, and `--dirty` makes no difference.
"""

import gc
import sys
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

import click
from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import Files

from generator import afterwards, site_folder
from generator.assets import Assets, read_assets
from generator.building.engine import Documents, Index
from generator.building.session import Frame, Materials, Session
from generator.config import Config
from generator.errors import BiaoganError, RefusedError
from generator.findings import Finding
from generator.pages import routes
from generator.pages.digest import digest_of
from generator.pages.planned import PlannedPage
from generator.pages.shell import SiteView
from generator.progress import SILENT, Progress
from generator.reporting import as_text, place_in_theme
from generator.search.background import Background
from generator.search.publish import searchable
from generator.search.store import FOLDER as FINDER
from generator.settings import BiaoganConfig, project, settings, site_view, static_files
from generator.site import Site
from generator.strings import text
from generator.template_cache import TemplateCache
from generator.templates import FOOTER, HEADER, Templates
from generator.vendored import discussion_files

if TYPE_CHECKING:  # it imports a server and a watcher, which only a preview needs
    from mkdocs.livereload import LiveReloadServer

_NOWHERE: Final = ".nowhere"
"""A folder that is not there: MkDocs empties the one that it believes to be the site's."""

_PATIENCE: Final = 2.0
"""Seconds that a preview which is stopped waits for its index."""


class BiaoganPlugin(BasePlugin[BiaoganConfig]):
    """Lead a build through MkDocs's hooks."""

    progress: Progress = SILENT
    """Who hears how far a build is; the command line sets it."""
    is_preview: bool = False
    session: Session | None = None
    site: Site | None = None
    """None when nothing is to be written."""
    site_dir: str = ""
    shell: SiteView
    theme: Path
    assets: Assets
    templates: Templates
    static: Mapping[str, Path | bytes] = {}
    """What stands in docs_dir and in the theme beside pages, by path below the site's folder."""
    background: Background
    """Indexes in the live preview."""

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Note whether this is the live preview."""
        self.is_preview = command == "serve"
        self.background = Background()
        if not self.is_preview:
            # It ends soon, and one collection of 10,000 cases takes half a second.
            gc.disable()

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read the library; stop the build with the findings when it has errors."""
        self.background.overtake()
        config.theme.static_templates.clear()
        del config.theme.dirs[1:]  # ours alone: to list Material's icons for nothing takes 0.1 s
        self.site_dir = config.site_dir
        is_new = False
        try:
            ours = self._settings(config)
            site_folder.check(Path(config.site_dir), ours)
            is_new = site_folder.claim(Path(config.site_dir))
            self.session = Session(project(config, self.config, ours), self.progress)
            self.site = self.session.begin(_wait)
            self.theme = Path(config.theme.dirs[0])
            self.assets = read_assets(self.theme)
        except RefusedError as refusal:
            click.echo(as_text(self.shown(refusal), colour=sys.stderr.isatty()), err=True)
            self._end()
            if is_new:
                site_folder.give_back(Path(config.site_dir))
            raise Abort(text("cli.build.refused")) from None
        except BiaoganError as error:
            self._end()
            raise Abort(str(error)) from None
        except OSError as error:
            self._end()
            raise Abort(text("cli.build.unwritable", reason=error.strerror or error)) from None
        self._tell_left_out()
        if self.site:
            self._shell(config, self.site)
        config.site_dir = str(Path(config.site_dir) / _NOWHERE)
        return config

    def _settings(self, config: MkDocsConfig) -> Config:
        """Give our settings; a preview makes no documents, and offers none."""
        ours = settings(config, self.config)
        return replace(ours, documents=()) if self.is_preview else ours

    def _shell(self, config: MkDocsConfig, site: Site) -> None:
        shell = site_view(config, self.config, site, self.assets)
        # The preview's reloader is an inline script, which the policy would stop.
        self.shell = replace(shell, policy="") if self.is_preview else shell

    def _tell_left_out(self) -> None:
        assert self.session is not None, "the session has begun"
        for path in self.site.left_out if self.site else self.session.before.left_out:
            click.echo(text("cli.build.left_out", path=path), err=True)

    def shown(self, refusal: RefusedError) -> tuple[Finding, ...]:
        """Give the findings to print: in the preview only what stands in the way."""
        if not self.is_preview:
            return refusal.findings
        return tuple(finding for finding in refusal.findings if finding.is_error)

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Take over what MkDocs would write."""
        config.site_dir = self.site_dir
        self.static = static_files(files, config)
        return Files([])

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Make the templates ready."""
        if self.site:
            self.templates = Templates(env, self.shell, self._template_cache())
        return env

    def _compile(self, site: Site) -> None:
        try:
            self.templates.compile(frozenset(page.template for page in site.pages))
        except Exception as error:
            raise template_fault(error, self.theme) from error

    def _template_cache(self) -> TemplateCache | None:
        assert self.session is not None, "the session has begun"
        place = self.session.template_cache(frame_of(self.shell))
        return TemplateCache(*place) if place else None

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write what must be written."""
        try:
            if self.session and self.site:
                # All of them first: a template with a fault leaves the whole site as it was.
                self._compile(self.site)
                ours = self._settings(config)
                self.session.write(self.site, self._materials(ours, self.site), _counts(self.site))
        except BiaoganError as error:
            raise Abort(str(error)) from None
        except OSError as error:
            raise Abort(text("cli.build.unwritable", reason=error.strerror or error)) from None
        finally:
            self._end()
        if self.is_preview and self.site:
            ours = self._settings(config)
            folder = Path(self.site_dir)
            self.background.start(partial(afterwards.index_for_preview, self.site, ours, folder))

    def _materials(self, ours: Config, site: Site) -> Materials:
        made = {asset.uri: asset.content.encode() for asset in self.assets}
        made |= afterwards.blanks(ours)
        given = {**self.static, **discussion_files(ours, self.theme)}
        made |= {uri: found for uri, found in given.items() if isinstance(found, bytes)}
        copied = {uri: found for uri, found in given.items() if isinstance(found, Path)}
        copied |= {one.uri: ours.root / one.path for one in site.files}
        pages = {routes.file_of(page.uri) for page in site.pages}
        for uri in sorted(pages & copied.keys()):
            click.echo(text("cli.build.covered", path=copied.pop(uri)), err=True)
        return Materials(
            frame=frame_of(self.shell),
            contents=made,
            copies=copied,
            render=partial(_rendered, self.templates, self.theme),
            index=partial(self._index, ours),
            documents=partial(self._documents, ours),
            finder=FINDER,
        )

    def _index(self, ours: Config, site: Site) -> Index:
        """Give what writes the finder's data: in the preview that is done later."""
        folder = Path(self.site_dir)
        if self.is_preview:
            return partial(afterwards.found, folder)
        return partial(afterwards.index, site, ours, folder)

    def _documents(self, ours: Config, site: Site) -> Documents:
        """Give what makes the documents beside the pages."""
        folder = Path(self.site_dir)
        return partial(afterwards.documents, site, ours, folder, self.progress)

    def on_build_error(self, *, error: Exception) -> None:
        """Give the folder free when the build fails."""
        self._end()

    def _end(self) -> None:
        if self.session:
            self.session.end()

    def on_shutdown(self) -> None:
        """Stop indexing: the preview's folder goes away."""
        self.background.overtake()
        self.background.wait(_PATIENCE)

    def on_serve(
        self, server: "LiveReloadServer", *, config: MkDocsConfig, builder: Callable[..., None]
    ) -> "LiveReloadServer":
        """Watch the content and the theme besides docs_dir; let no fault stop the server."""
        # MkDocs would print a traceback and answer nobody until the fault is mended.
        server.builder = partial(_keep_serving, server.builder)
        ours = settings(config, self.config)
        for path in (ours.cases_path, ours.notices_path, *map(Path, config.theme.dirs[:1])):
            if path.exists():
                server.watch(str(path))
        return server


def frame_of(shell: SiteView) -> Frame:
    """Give what is the same on every page."""
    return Frame(digest_of(shell), (HEADER, FOOTER))


def _counts(site: Site) -> Mapping[str, int]:
    """Give what the summary tells of a site."""
    return {
        "pages": len(site.pages),
        "files": len(site.files),
        "found": searchable(site.catalogue),
        "warnings": len(site.findings),
    }


def _wait() -> None:
    click.echo(text("cli.build.wait"), err=True)


def _rendered(templates: Templates, theme: Path, planned: PlannedPage, view: object) -> str:
    """Give a page's HTML; raises BiaoganError that names the line of a template with a fault."""
    try:
        return templates.render(replace(planned, make=lambda: view))
    except BiaoganError:
        raise
    except Exception as error:
        raise template_fault(error, theme) from error


def template_fault(error: Exception, theme: Path) -> BiaoganError:
    """Give the error of a template: who edits one wants its line, not a traceback."""
    path, line = place_in_theme(error, theme)
    return BiaoganError(text("cli.build.template", name=path or theme, line=line, reason=error))


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
