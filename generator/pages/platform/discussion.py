"""The discussion below a case: whose it is, and what its script loads after a click."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from generator.strings import text


@dataclass(frozen=True, slots=True)
class ClientFiles:
    """The client of the discussion as the site publishes it, by uri."""

    version: str
    script: str
    sheet: str
    own_sheet: str
    """Fits the client's sheet to the site; with a digest, as a page names it."""
    licence: str


@dataclass(frozen=True, slots=True)
class Discussion:
    """What the page of every case says of its discussion (`site.discussion`)."""

    server: str
    """http(s) address without its last slash."""
    script: str
    sheet: str
    own_sheet: str
    licence: str
    lead: str
    """Who keeps what is written, with the server's host; said before anything is asked of it."""
    to_open: str
    """Words of the button, with the host."""
    software: str
    """The client's name, version and licence."""


def discussion_on(server: str, client: ClientFiles) -> Discussion:
    """Give the discussion on a server."""
    host = urlsplit(server).netloc
    return Discussion(
        server=server,
        script=client.script,
        sheet=client.sheet,
        own_sheet=client.own_sheet,
        licence=client.licence,
        lead=text("pages.platform.discussion.lead", host=host),
        to_open=text("pages.platform.discussion.open", host=host),
        software=text("pages.platform.discussion.software", version=client.version),
    )
