"""A feed as a value: what both forms say of a list."""

from dataclasses import dataclass

from generator.pages import routes
from generator.pages.controls import one_line
from generator.pages.feeds.entries import FeedEntry, Shelf
from generator.pages.feeds.links import feed_title
from generator.pages.feeds.lists import FeedList
from generator.pages.values import host_of


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed; all addresses are absolute."""

    title: str
    home: str
    """The page whose list it is, and its id for ever."""
    here: str
    """Its own address."""
    author: str
    """Who publishes the site."""
    entries: tuple[FeedEntry, ...]
    """The newest first; at least one."""

    @property
    def day(self) -> str:
        """Give the day of the newest entry: nothing else ever changes a feed."""
        return self.entries[0].day


def feed_of(shelf: Shelf, listed: FeedList, ending: str) -> Feed:
    """Give the feed of a list that has entries, of a site that knows its address."""
    config = shelf.inputs.config
    return Feed(
        title=one_line(feed_title(config, listed)),
        home=routes.absolute(config.site_url, listed.uri),
        here=routes.absolute(config.site_url, routes.feed(listed.uri, ending)),
        author=one_line(config.organizer or config.site_name) or host_of(config.site_url),
        entries=shelf.newest(listed),
    )


def moment(day: str) -> str:
    """Give the beginning of an ISO day in Shanghai, by RFC 3339."""
    return f"{day}T00:00:00+08:00"
