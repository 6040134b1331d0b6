"""What is the same on every page: the site's name, navigation and footer, as one frozen view."""

from dataclasses import dataclass, field
from typing import Final

from generator.catalogue.dimensions import Dimension
from generator.library.library import Library
from generator.pages import routes
from generator.strings import text

POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "media-src 'self'; connect-src 'self'; manifest-src 'self'; "
    "frame-src https://player.bilibili.com https://v.qq.com https://player.youku.com; "
    "base-uri 'none'; form-action 'self'"
)
"""Our own sheet, scripts, pictures and videos. The players of three video hosts may be framed:
a script does so after a click that names the host, nothing else does."""


@dataclass(frozen=True, slots=True)
class NavigationLink:
    """One entry of the fixed navigation."""

    label: str
    uri: str


def fixed_footer() -> tuple[NavigationLink, ...]:
    """Give the entries of the footer that every site has."""
    entries = (
        ("recommenders", routes.dimension(Dimension.RECOMMENDER)),
        ("industries", routes.dimension(Dimension.INDUSTRY)),
        ("regions", routes.dimension(Dimension.REGION)),
        ("enterprises", routes.dimension(Dimension.ENTERPRISE)),
        ("revocations", routes.REVOCATIONS),
    )
    return tuple(NavigationLink(text(f"pages.navigation.{key}"), uri) for key, uri in entries)


@dataclass(frozen=True, slots=True)
class SiteView:
    """The shell of every page (template context `site`)."""

    name: str
    description: str
    language: str
    """BCP 47, e.g. zh-Hans."""
    site_url: str
    """Absolute address ending in '/', or empty."""
    organizer: str
    """主办单位, or empty."""
    icp: str
    """ICP备案号, or empty."""
    police_record: str
    """公安备案号, or empty."""
    navigation: tuple[NavigationLink, ...]
    style: str
    """Addresses of the three bundles, see `generator.assets`."""
    boot: str
    script: str
    has_demonstration: bool
    """Whether fictional cases are shown, so that the footer can say so."""
    version: str
    """Generator version."""
    footer: tuple[NavigationLink, ...] = field(default_factory=fixed_footer)
    """The ways in that the header has no room for, and the hand-written pages."""
    policy: str = POLICY
    """Content-Security-Policy of every page; empty in live preview, whose reloader is inline."""


def navigation() -> tuple[NavigationLink, ...]:
    """Give the fixed entries of the header."""
    entries = (
        ("cases", routes.CASES),
        ("years", routes.dimension(Dimension.YEAR)),
        ("fields", routes.dimension(Dimension.FOCUS_AREA)),
        ("methods", routes.dimension(Dimension.METHOD)),
        ("videos", routes.VIDEOS),
        ("sessions", routes.SESSIONS),
        ("notices", routes.NOTICES),
        ("statistics", routes.STATISTICS),
    )
    return tuple(NavigationLink(text(f"pages.navigation.{key}"), uri) for key, uri in entries)


def footer(library: Library) -> tuple[NavigationLink, ...]:
    """Give all entries of the footer: the fixed ones, and hand-written pages at the top level."""
    own = (
        NavigationLink(document.front.title, routes.encoded(uri))
        for path, document in library.documents.items()
        if (uri := routes.page_of_source(path)) and uri.count("/") == 1
    )
    return (*fixed_footer(), *own)
