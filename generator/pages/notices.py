"""The lists of notices: all of them, those of one kind, those of one year."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import groupby

from generator.library.lifecycle import NoticeKind
from generator.library.notice import Notice
from generator.pages import routes
from generator.pages.calendar import calendar_uri
from generator.pages.dates import notice_state
from generator.pages.feeds.links import feed_links
from generator.pages.feeds.lists import FeedList, notices_feed
from generator.pages.head import Head, head
from generator.pages.inputs import Inputs
from generator.pages.modified import newest_notice
from generator.pages.notice_rows import NoticeRow
from generator.pages.paging import Pager, Part, parts, titled
from generator.pages.planned import Pages, PlannedPage
from generator.pages.structured import Location
from generator.pages.values import Link, mark
from generator.strings import labels, text

__all__ = ["NoticeRow"]


@dataclass(frozen=True, slots=True)
class NoticeFilter:
    """A link that narrows the list, with the number of notices behind it."""

    label: str
    uri: str
    count: int
    demonstration: str
    """演示 5, or empty when none of them is fictional."""
    is_current: bool = False
    """True: this is the list that is shown."""


@dataclass(frozen=True, slots=True)
class NoticeFilters:
    """The links to all lists, none of them marked."""

    kinds: tuple[NoticeFilter, ...]
    """All notices, then those of each kind that occurs."""
    years: tuple[NoticeFilter, ...]


@dataclass(frozen=True, slots=True)
class NoticeGroup:
    """The notices of one year; in the list of a year, those of one kind."""

    label: str
    rows: tuple[NoticeRow, ...]


@dataclass(frozen=True, slots=True)
class NoticeListView:
    """One page of notices (template notices.html)."""

    head: Head
    title: str
    kinds: tuple[NoticeFilter, ...]
    years: tuple[NoticeFilter, ...]
    groups: tuple[NoticeGroup, ...]
    has_kinds: bool
    """False: the list or its groups name the kind, and the lines do not repeat it."""
    pager: Pager | None
    calendar_uri: str
    """Of the calendar of all days that notices set; empty where none is set."""


@dataclass(frozen=True, slots=True)
class NoticeList:
    """Notices that have a list of their own."""

    uri: str
    label: str
    """The kind or the year; empty for all notices."""
    notices: Sequence[Notice]
    """In the order of the list."""
    is_of_year: bool = False
    """True: grouped by kind. False: grouped by year."""

    @property
    def title(self) -> str:
        """Give the title of the list."""
        if not self.label:
            return text("pages.notices.title")
        return text("pages.notices.of", label=self.label)


def notice_link(notice: Notice) -> Link:
    """Give the link to a notice under its title."""
    return Link(notice.front.title, routes.encoded(routes.notice(notice.id)))


def notice_row(inputs: Inputs, notice: Notice) -> NoticeRow:
    """Give a notice as one line of a list."""
    found = inputs.notice_rows.get(notice.id)
    if found is None:
        found = inputs.notice_rows[notice.id] = _row(inputs, notice)
    return found


def _row(inputs: Inputs, notice: Notice) -> NoticeRow:
    front = notice.front
    return NoticeRow(
        date=notice.dated,
        kind=labels("kind")[front.kind],
        link=notice_link(notice),
        issuer=front.issuer,
        document_number=front.document_number,
        mark=mark(front.demonstration),
        state=notice_state(inputs, notice),
    )


def notice_lists(inputs: Inputs) -> tuple[NoticeList, ...]:
    """Give the list of all notices, those of the kinds that occur, and those of the years."""
    index = inputs.catalogue.notices
    return (NoticeList(routes.NOTICES, "", index.notices), *_of_kinds(inputs), *_of_years(inputs))


def _of_kinds(inputs: Inputs) -> tuple[NoticeList, ...]:
    return tuple(
        NoticeList(routes.notice_kind(kind), labels("kind")[kind], notices)
        for kind, notices in inputs.catalogue.notices.by_kind.items()
        if notices
    )


def _of_years(inputs: Inputs) -> tuple[NoticeList, ...]:
    kinds = list(NoticeKind)
    return tuple(
        NoticeList(
            routes.notice_year(year),
            text("pages.format.year", year=year),
            sorted(notices, key=lambda notice: kinds.index(notice.front.kind)),
            is_of_year=True,
        )
        for year, notices in inputs.catalogue.notices.by_year.items()
    )


def notice_list_parts(inputs: Inputs, listed: NoticeList) -> Iterator[Part[Notice]]:
    """Cut a list into pages."""
    return parts(listed.notices, inputs.config.per_page, listed.uri)


def notice_filters(lists: Sequence[NoticeList]) -> NoticeFilters:
    """Count once, for every page of every list, what each list holds; the first holds all."""
    every = replace(lists[0], label=text("pages.notices.every"))
    kinds = (every, *(listed for listed in lists[1:] if not listed.is_of_year))
    years = (listed for listed in lists if listed.is_of_year)
    return NoticeFilters(tuple(map(_filter, kinds)), tuple(map(_filter, years)))


def notice_list_view(
    inputs: Inputs, filters: NoticeFilters, listed: NoticeList, part: Part[Notice]
) -> NoticeListView:
    """Give one page of a list."""
    title = titled(listed.title, part.number)
    way = (Link(text("pages.notices.title"), routes.NOTICES),) if listed.label else ()
    return NoticeListView(
        head=head(
            inputs,
            Location(part.uri, title, way),
            text("pages.notices.lead"),
            feeds=feed_links(inputs, _followed(inputs, listed)),
        ),
        title=title,
        kinds=_marked(filters.kinds, listed),
        years=_marked(filters.years, listed),
        groups=tuple(_groups(inputs, listed, part.items)),
        has_kinds=not listed.label,
        pager=part.pager,
        calendar_uri=calendar_uri(inputs),
    )


def _followed(inputs: Inputs, listed: NoticeList) -> FeedList:
    """Give what a reader of a list follows: a year that is over has no news."""
    if listed.is_of_year:
        return notices_feed(inputs)
    return FeedList(listed.uri, listed.title, notices=listed.notices)


def kind_links(inputs: Inputs) -> tuple[NoticeFilter, ...]:
    """Give the kinds that occur."""
    return tuple(map(_filter, _of_kinds(inputs)))


def _marked(filters: Iterable[NoticeFilter], listed: NoticeList) -> tuple[NoticeFilter, ...]:
    return tuple(replace(item, is_current=item.uri == listed.uri) for item in filters)


def _filter(listed: NoticeList) -> NoticeFilter:
    fictional = sum(notice.front.demonstration for notice in listed.notices)
    said = text("pages.count.demonstration", demonstration=fictional) if fictional else ""
    real = len(listed.notices) - fictional
    return NoticeFilter(listed.label, listed.uri, real, said)


def _groups(inputs: Inputs, listed: NoticeList, notices: Iterable[Notice]) -> Iterator[NoticeGroup]:
    def label_of(notice: Notice) -> str:
        if listed.is_of_year:
            return labels("kind")[notice.front.kind]
        return text("pages.format.year", year=notice.dated[:4])

    for label, found in groupby(notices, label_of):
        yield NoticeGroup(label, tuple(notice_row(inputs, notice) for notice in found))


def notice_list_pages(inputs: Inputs) -> Pages:
    """Plan every list of notices."""
    lists = notice_lists(inputs)
    filters = notice_filters(lists)
    for listed in lists:
        for part in notice_list_parts(inputs, listed):
            title = titled(listed.title, part.number)
            make = partial(notice_list_view, inputs, filters, listed, part)
            on = newest_notice(part.items)
            yield PlannedPage(part.uri, "notices.html", title, make, modified_on=on)
