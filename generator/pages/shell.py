"""What is the same on every page: the site's name, navigation and footer, as one frozen view."""

from dataclasses import dataclass

from generator.pages import routes
from generator.strings import text


@dataclass(frozen=True, slots=True)
class NavigationLink:
    """One entry of the fixed navigation."""

    label: str
    uri: str


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
    has_demonstration: bool
    """Whether fictional cases are shown, so that the footer can say so."""
    version: str
    """Generator version."""


def navigation() -> tuple[NavigationLink, ...]:
    """Give the fixed entries of the header."""
    entries = (
        ("cases", routes.CASES),
        ("years", routes.dimension(routes.Dimension.YEAR)),
        ("fields", routes.dimension(routes.Dimension.FOCUS_AREA)),
        ("methods", routes.dimension(routes.Dimension.METHOD)),
        ("videos", routes.VIDEOS),
        ("sessions", routes.SESSIONS),
        ("notices", routes.NOTICES),
        ("statistics", routes.STATISTICS),
    )
    return tuple(NavigationLink(text(f"pages.navigation.{key}"), uri) for key, uri in entries)
