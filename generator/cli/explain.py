"""`biaogan build --explain PAGE`: why a page would be written anew, or stays."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from urllib.parse import unquote

from mkdocs.config.defaults import MkDocsConfig

from generator.assets import read_assets
from generator.building.pages import Pages
from generator.building.session import Session
from generator.errors import ConfigurationError, RefusedError
from generator.pages import routes
from generator.pages.planned import PlannedPage
from generator.plugin import BiaoganPlugin, frame_of
from generator.settings import project, settings, site_view
from generator.strings import labels, text
from generator.suggestions import nearest


def explain(config: MkDocsConfig, plugin: BiaoganPlugin, wanted: str) -> str:
    """Give the reasons of one page in words, a line each; nothing is written.

    Raises ConfigurationError when there is no such page, and for a library with errors.
    """
    ours = settings(config, plugin.config)
    session = Session(project(config, plugin.config, ours))
    try:
        site = session.look()
        assets = read_assets(Path(config.theme.dirs[0]))
        frame = frame_of(site_view(config, plugin.config, site, assets))
        pages = session.pages(site, frame, _unwritten)
        found = _find(site.pages, wanted, config.site_url or "")
        return "\n".join(line for page in found for line in _lines(pages, page))
    except RefusedError as refusal:
        raise ConfigurationError(str(refusal)) from refusal
    finally:
        session.end()


def _unwritten(_page: PlannedPage, _view: object) -> str:
    raise AssertionError("to explain a page is not to write it")


def _find(pages: Sequence[PlannedPage], wanted: str, site_url: str) -> list[PlannedPage]:
    """Give the pages that a reader means by an address, a file, a source or an id."""
    name = unquote(wanted).removeprefix(site_url).lstrip("/").removesuffix("index.html")
    found = [page for page in pages if name in {page.uri, page.uri.rstrip("/")}]
    if not found and name:
        found = [page for page in pages if page.source == name]
    if not found and name:
        found = [page for page in pages if page.uri.rstrip("/").rpartition("/")[2] == name]
    if found:
        return found
    near = nearest(name, [page.uri for page in pages])
    hint = text("cli.explain.near", names=near) if near else ""
    raise ConfigurationError(text("cli.explain.unknown", wanted=wanted, near=hint))


def _lines(pages: Pages, page: PlannedPage) -> Iterator[str]:
    source = text("cli.explain.source", path=page.source) if page.source else ""
    uri = page.uri or routes.file_of(page.uri)
    yield text("cli.explain.page", uri=uri, template=page.template, source=source)
    reasons = [_said(key, details) for key, details in pages.reasons(page)]
    if not reasons:
        yield text("cli.explain.stays")
        return
    yield text("cli.explain.written")
    yield from (f"- {reason}" for reason in reasons)


def _said(key: str, details: Sequence[str]) -> str:
    parts = labels("part")
    named = (parts.get(detail, detail) for detail in details)
    return text(f"cli.explain.{key}").format(text("cli.explain.comma").join(named))
