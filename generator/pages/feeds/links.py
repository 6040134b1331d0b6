"""How a page leads to its feeds: for programs in the head, for people below a list."""

from dataclasses import dataclass
from typing import Final

from generator.config import Config
from generator.pages import routes
from generator.pages.feeds.lists import FeedList
from generator.pages.inputs import Inputs
from generator.strings import text

ATOM: Final = "atom"
JSON: Final = "json"
ENDINGS: Final = {ATOM: "xml", JSON: "json"}
"""The forms, and how the names of their files end."""
_TYPES: Final = {ATOM: "application/atom+xml", JSON: "application/feed+json"}


@dataclass(frozen=True, slots=True)
class FeedLink:
    """A link from a page to its feed."""

    label: str
    """The name of the form."""
    uri: str
    """Percent-encoded and relative to the site's root."""
    type: str
    """Media type."""
    title: str
    """What a reader's program calls it."""


def feed_title(config: Config, listed: FeedList) -> str:
    """Give the title under which a program shows a feed among others."""
    if not config.site_name:
        return listed.label
    return text("pages.feeds.titled", label=listed.label, site=config.site_name)


def feed_links(inputs: Inputs, listed: FeedList) -> tuple[FeedLink, ...]:
    """Give the links to the feeds of a list; none where there are none.

    A feed names absolute addresses, so a site that does not know its own has no feeds.
    """
    if not inputs.config.site_url or listed.is_empty:
        return ()
    title = feed_title(inputs.config, listed)
    return tuple(
        FeedLink(
            label=text(f"pages.feeds.{form}"),
            uri=routes.encoded(routes.feed(listed.uri, ending)),
            type=_TYPES[form],
            title=title,
        )
        for form, ending in ENDINGS.items()
    )
