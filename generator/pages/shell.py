"""What is the same on every page: the site's name, navigation and footer, as one frozen view."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import urlsplit

from generator.catalogue.dimensions import Dimension
from generator.library.library import Library
from generator.pages import routes
from generator.pages.document import document_links
from generator.pages.platform.discussion import Discussion
from generator.pages.structured import graph, thing
from generator.pages.values import Link, web_address
from generator.strings import text

POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "media-src 'self'; connect-src 'self'; manifest-src 'self'; "
    "frame-src https://player.bilibili.com https://v.qq.com https://player.youku.com; "
    "base-uri 'none'; form-action 'self'"
)
"""Our own sheet, scripts, pictures and videos. The players of three video hosts may be framed:
a script does so after a click that names the host, nothing else does."""

_MAILBOX: Final = re.compile(r"[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")


@dataclass(frozen=True, slots=True)
class Imprint:
    """What a public site in China states in its footer; an empty field is not shown.

    State Council guide for government websites (国办发〔2017〕47号): organizer, contact, ICP and
    public-security records, site code, the door for corrections. An association shows what it has.
    """

    supervisor: str = ""
    """指导单位."""
    organizer: str = ""
    """主办单位."""
    undertaker: str = ""
    """承办单位."""
    icp: str = ""
    """ICP备案号."""
    police_record: str = ""
    """公安备案号."""
    site_code: str = ""
    """网站标识码."""
    feedback: str = ""
    """Where a mistake is reported: an office's mailbox (mailto:…) or an http(s) page."""

    @property
    def is_mailbox(self) -> bool:
        """Tell whether reports go by mail, whose subject can name the case."""
        return self.feedback.startswith("mailto:")


@dataclass(frozen=True, slots=True)
class Account:
    """The official account (公众号) that readers may follow; empty: there is none."""

    name: str = ""
    picture: str = ""
    """Uri of the picture with its QR code, below docs_dir."""


@dataclass(frozen=True, slots=True)
class SiteView:
    """The shell of every page (template context `site`)."""

    name: str
    description: str
    language: str
    """BCP 47, e.g. zh-Hans."""
    site_url: str
    """Absolute address ending in '/', or empty."""
    imprint: Imprint
    navigation: tuple[Link, ...]
    style: str
    """Addresses of the bundles, see `generator.assets`."""
    boot: str
    script: str
    finder: str
    services: tuple[tuple[str, str], ...] = field(default=(), kw_only=True)
    """Name of each service, and the address of its script."""
    sheets: tuple[tuple[str, str], ...] = field(default=(), kw_only=True)
    """Name of each service that has a sheet of its own, and the sheet's address."""
    has_demonstration: bool
    """Whether fictional cases are shown, so that the footer can say so."""
    footer: tuple[Link, ...]
    """The ways in that the header has no room for, and the hand-written pages."""
    structured: str = ""
    """JSON-LD of the site and its organizer, for the home page; safe inside a script element."""
    account: Account = Account()
    discussion: Discussion | None = None
    """Below every case; None: there is none."""
    policy: str = POLICY
    """Content-Security-Policy of every page; empty in live preview, whose reloader is inline."""


def policy(addresses: Iterable[str]) -> str:
    """Give the policy of a site whose scripts may ask these servers too, after a click."""
    parts = [urlsplit(address) for address in addresses if address]
    hosts = "".join(f" {part.scheme}://{part.netloc}" for part in parts)
    return POLICY.replace("connect-src 'self'", f"connect-src 'self'{hosts}")


def navigation() -> tuple[Link, ...]:
    """Give the fixed entries of the header."""
    return _entries(
        cases=routes.CASES,
        years=routes.dimension(Dimension.YEAR),
        fields=routes.dimension(Dimension.FOCUS_AREA),
        methods=routes.dimension(Dimension.METHOD),
        videos=routes.VIDEOS,
        sessions=routes.SESSIONS,
        notices=routes.NOTICES,
        statistics=routes.STATISTICS,
    )


def fixed_footer() -> tuple[Link, ...]:
    """Give the entries of the footer that every site has."""
    return _entries(
        recommenders=routes.dimension(Dimension.RECOMMENDER),
        industries=routes.dimension(Dimension.INDUSTRY),
        regions=routes.dimension(Dimension.REGION),
        enterprises=routes.dimension(Dimension.ENTERPRISE),
        revocations=routes.REVOCATIONS,
        platform=routes.PLATFORM,
        search=routes.SEARCH,
        site_map=routes.SITE_MAP,
    )


def _entries(**uris: str) -> tuple[Link, ...]:
    """Name pages as `pages.navigation` does."""
    return tuple(Link(text(f"pages.navigation.{key}"), uri) for key, uri in uris.items())


def site_things(name: str, site_url: str, imprint: Imprint) -> str:
    """Give the site, its search and its organizer for machines; "" where it has no address."""
    if not site_url:
        return ""
    organizer = thing("Organization", name=imprint.organizer) if imprint.organizer else None
    find = thing(
        "SearchAction",
        target=f"{site_url}{routes.SEARCH}?q={{search_term_string}}",
        **{"query-input": "required name=search_term_string"},
    )
    site = thing("WebSite", name=name, url=site_url, publisher=organizer, potentialAction=find)
    return graph([site])


def feedback_address(written: str) -> str:
    """Give the address for reports: a mailbox as mailto:, a web page as it is, "" for neither."""
    bare = written.removeprefix("mailto:")
    if _MAILBOX.fullmatch(bare):
        return f"mailto:{bare}"
    return web_address(written)


def footer(library: Library) -> tuple[Link, ...]:
    """Give all entries of the footer: the fixed ones, and hand-written pages at the top level."""
    own = (link for link in document_links(library) if link.uri.count("/") == 1)
    return (*fixed_footer(), *own)
