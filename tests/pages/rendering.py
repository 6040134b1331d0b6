"""Render planned pages without MkDocs, as strictly as the adapter does."""

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader

from generator.pages.planned import PlannedPage
from generator.pages.shell import Imprint, SiteView, footer, navigation
from generator.templates import Templates, strict
from tests.pages import toy

THEME = Path(__file__).resolve().parents[2] / "theme"


@cache
def environment() -> Environment:
    """Give the templates' environment."""
    return strict(Environment(loader=FileSystemLoader(THEME)))


def shell(word: str = "", site_url: str = "") -> SiteView:
    """Give the shell of a site; `word` is added to what an operator types."""
    return SiteView(
        name=f"Site{word}",
        description=f"About it{word}",
        language="zh-Hans",
        site_url=site_url,
        imprint=Imprint(
            supervisor=f"Supervisor{word}",
            organizer=f"Organizer{word}",
            undertaker=f"Undertaker{word}",
            icp=f"ICP{word}",
            police_record=f"Police{word}",
            site_code=f"Code{word}",
            feedback="mailto:office@example.org",
        ),
        navigation=navigation(),
        style="assets/biaogan.css",
        boot="assets/boot.js",
        script="assets/biaogan.js",
        finder="assets/finder.js",
        has_demonstration=True,
        footer=footer(toy.library(word)),
    )


@cache
def templates(site: SiteView) -> Templates:
    """Give a site's templates, which are compiled once for all of its pages, as in a build."""
    return Templates(environment(), site)


def render(page: PlannedPage, site: SiteView | None = None) -> str:
    """Render one page."""
    return templates(site or shell()).render(page)
