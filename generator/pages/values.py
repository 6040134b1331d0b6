"""The small values that views are made of: links, facts, dates and numbers as shown."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from typing import Final
from urllib.parse import urlsplit

from generator.library.case import Attachment, Source
from generator.library.lifecycle import Level
from generator.pages import routes
from generator.strings import labels, text

_WEB_SCHEMES: Final = ("http", "https")


@dataclass(frozen=True, slots=True)
class Link:
    """A link inside the site, or plain text."""

    label: str
    uri: str = ""
    """Percent-encoded and relative to the site's root; empty: text without a link."""


@dataclass(frozen=True, slots=True)
class CountSaid:
    """A number of cases in words, the fictional ones apart and quieter."""

    real: str
    """19 项."""
    demonstration: str
    """（演示 7）, or empty when none of them is fictional."""

    def __str__(self) -> str:
        """Say both."""
        return self.real + self.demonstration


@dataclass(frozen=True, slots=True)
class CountedLink:
    """A link with the number of cases behind it, the fictional ones apart."""

    label: str
    uri: str
    count: int
    demonstration: str = ""
    """演示 5, or empty when none of them is fictional."""


@dataclass(frozen=True, slots=True)
class LinkGroup:
    """Links under one heading."""

    label: str
    links: tuple[CountedLink, ...]
    more: Link | None = None
    """The page that has the rest, when not all are shown."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of a list of facts."""

    label: str
    values: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class SharedFact(Fact):
    """A fact that stands on many pages as one object, which `Inputs.facts` keeps."""


@dataclass(frozen=True, slots=True)
class SourceView:
    """Where a fact comes from."""

    title: str
    url: str
    """http(s), or empty for a printed document."""
    host: str
    """Shown beside the link: the reader leaves the site."""
    note: str


@dataclass(frozen=True, slots=True)
class AttachmentView:
    """A file to take away."""

    title: str
    uri: str
    """Inside the site, or empty."""
    url: str
    """http(s) elsewhere, or empty."""
    host: str


def fact(key: str, *values: Link | str, table: str = "pages.facts") -> tuple[Fact, ...]:
    """Give one fact as a tuple, or nothing when no value is known; `key` is of the table."""
    shown = tuple(
        [
            link
            for value in values
            if value and (link := value if isinstance(value, Link) else Link(value)).label
        ]
    )
    return (Fact(_label(table, key), shown),) if shown else ()


@cache
def _label(table: str, key: str) -> str:
    return text(f"{table}.{key}")


def mark(is_demonstration: bool) -> str:
    """Give 演示 for what is fictional, else nothing."""
    return text("pages.mark.demonstration") if is_demonstration else ""


def level_unless_national(level: Level) -> str:
    """Give the name of a level; nothing for the national one, which goes without saying."""
    return "" if level is Level.NATIONAL else labels("level")[level]


def web_address(url: str) -> str:
    """Give an http(s) address as it is, and "" for every other one."""
    try:
        parts = urlsplit(url)
        return url if parts.scheme.lower() in _WEB_SCHEMES and parts.hostname else ""
    except ValueError:
        return ""


def host_of(url: str) -> str:
    """Give the host of a web address that `web_address` let pass."""
    return urlsplit(url).hostname or "" if url else ""


def source_views(sources: Iterable[Source]) -> tuple[SourceView, ...]:
    """Give the sources of a record."""
    return tuple(
        SourceView(source.title, url := web_address(source.url), _host(source, url), source.note)
        for source in sources
    )


def _host(source: Source, url: str) -> str:
    """Give the host to say beside a source; "" where its title says it."""
    host = host_of(url)
    return "" if host in source.title else host


def attachment_views(path: str, attachments: Iterable[Attachment]) -> tuple[AttachmentView, ...]:
    """Give the attachments of the record whose file is `path`."""
    return tuple(_attachment(path, attachment) for attachment in attachments)


def _attachment(path: str, attachment: Attachment) -> AttachmentView:
    inside = routes.beside(path, attachment.file)
    url = "" if inside else web_address(attachment.url)
    return AttachmentView(
        attachment.title, routes.encoded(inside) if inside else "", url, host_of(url)
    )


def day(on: date | None) -> str:
    """Give a date for lists and tables, and the hour where there is one; "" for no date."""
    if isinstance(on, datetime):
        return f"{on:%Y-%m-%d %H:%M}"
    return on.isoformat() if on else ""


def long_day(on: date | None) -> str:
    """Give a date as a document writes it below its text; "" for no date."""
    if on is None:
        return ""
    return text("pages.format.day", year=on.year, month=on.month, day=on.day)


def span(first: date, last: date | None) -> str:
    """Give a period of days, one day when it ends as it begins."""
    if last is None or last == first:
        return day(first)
    return text("pages.format.span", first=day(first), last=day(last))


def number(value: float | None) -> str:
    """Give a number without exponent and without needless zeros; a dash for none."""
    if value is None or not math.isfinite(value):
        return text("pages.format.none")
    written = repr(value)
    if "e" in written:
        written = format(Decimal(written), "f")
    return written.removesuffix(".0")


def minutes(value: float) -> str:
    """Give a length of time."""
    return text("pages.format.minutes", minutes=number(value))


def paragraphs(plain: str) -> tuple[str, ...]:
    """Split plain text at its line ends; empty lines vanish."""
    return tuple(line.strip() for line in plain.splitlines() if line.strip())
