"""The page of a year: the rules of each of its rounds, and their lists as printed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from generator.catalogue.counts import Count
from generator.catalogue.dimensions import Dimension
from generator.catalogue.terms import TermEntry
from generator.catalogue.timeline import EditionEntry, RosterGroup
from generator.library.ids import CaseId
from generator.pages import routes
from generator.pages.edition import EditionView, edition_view, held_of
from generator.pages.head import Head, head
from generator.pages.inputs import CaseRow, Inputs, any_recommender
from generator.pages.lists import LINES, counted
from generator.pages.paging import Pager, Part, parts, titled
from generator.pages.planned import Pages, PlannedPage
from generator.pages.structured import Location
from generator.pages.term import crumbs, neighbour_groups
from generator.pages.values import CountSaid, Link, LinkGroup
from generator.strings import text


@dataclass(frozen=True, slots=True)
class RosterView:
    """A part of one group of a list."""

    edition: str
    label: str
    """The group's name as printed, or the words for cases whose group is not known."""
    held: str
    rows: tuple[CaseRow, ...]
    has_recommenders: bool
    """False: no row names one, and the column is left out."""


@dataclass(frozen=True, slots=True)
class YearView:
    """One page of a year (template year.html); rules stand on the first page only."""

    head: Head
    title: str
    count: CountSaid
    editions: tuple[EditionView, ...]
    rosters: tuple[RosterView, ...]
    pager: Pager | None
    neighbours: tuple[LinkGroup, ...]
    previous: Link | None
    next: Link | None


@dataclass(frozen=True, slots=True)
class RosterLine:
    """One case of a list with the group it stands in."""

    place: int
    """Position of the group among all groups of the year; equal for one group's lines."""
    edition: EditionEntry | None
    group: RosterGroup
    case_id: CaseId


def year_parts(inputs: Inputs, entry: TermEntry) -> Iterator[Part[RosterLine]]:
    """Cut the lists of a year, one after the other, into pages."""
    uri = routes.term(Dimension.YEAR, entry.slug)
    return parts(_lines(inputs, entry), inputs.config.per_page * LINES, uri)


def year_view(inputs: Inputs, entry: TermEntry, part: Part[RosterLine]) -> YearView:
    """Give one page of a year."""
    is_first = part.number == 1
    rounds = inputs.catalogue.editions_of_year(int(entry.slug)) if is_first else ()
    before, after = _neighbours(inputs, entry.slug)
    title = text("pages.year.title", year=entry.slug)
    count = counted(entry.counted)
    return YearView(
        head=head(
            inputs,
            Location(part.uri, titled(title, part.number), crumbs(Dimension.YEAR)),
            f"{title}{text('pages.format.colon')}{count}",
        ),
        title=titled(title, part.number),
        count=count,
        editions=tuple(edition_view(inputs, held) for held in rounds),
        rosters=_rosters(inputs, part.items),
        pager=part.pager,
        neighbours=neighbour_groups(inputs, entry) if is_first else (),
        previous=before,
        next=after,
    )


def _lines(inputs: Inputs, entry: TermEntry) -> list[RosterLine]:
    rounds = inputs.catalogue.editions_of_year(int(entry.slug))
    groups = [(held, group) for held in rounds for group in held.groups]
    lines = [
        RosterLine(place, held, group, case_id)
        for place, (held, group) in enumerate(groups)
        for case_id in group.case_ids
    ]
    printed = {line.case_id for line in lines}
    rest = tuple(case_id for case_id in entry.case_ids if case_id not in printed)
    stray = RosterGroup("", None, rest, Count())
    return [*lines, *(RosterLine(len(groups), None, stray, case_id) for case_id in rest)]


def _rosters(inputs: Inputs, lines: Sequence[RosterLine]) -> tuple[RosterView, ...]:
    return tuple(
        _roster(inputs, tuple(group)) for _, group in groupby(lines, key=lambda line: line.place)
    )


def _roster(inputs: Inputs, lines: tuple[RosterLine, ...]) -> RosterView:
    held, group = lines[0].edition, lines[0].group
    is_only = held is not None and len(held.groups) == 1
    rows = tuple(inputs.row(inputs.library.cases[line.case_id]) for line in lines)
    return RosterView(
        edition=held.edition.title if held else "",
        label=group.label or ("" if is_only else text("pages.year.no_group")),
        held=held_of(group.counted, group.announced, "") if group.label else "",
        rows=rows,
        has_recommenders=any_recommender(rows),
    )


def _neighbours(inputs: Inputs, slug: str) -> tuple[Link | None, Link | None]:
    """Give the year before and the year after; the years run from the latest."""
    years = list(inputs.entries[Dimension.YEAR])
    place = years.index(slug)
    before = years[place + 1] if place + 1 < len(years) else None
    after = years[place - 1] if place else None
    return _year_link(inputs, before), _year_link(inputs, after)


def _year_link(inputs: Inputs, slug: str | None) -> Link | None:
    if slug is None:
        return None
    uri = inputs.term(Dimension.YEAR, slug).uri
    return Link(text("pages.year.title", year=slug), uri)


def year_pages(inputs: Inputs, entry: TermEntry) -> Pages:
    """Plan the pages of a year."""
    name = text("pages.year.title", year=entry.slug)
    for part in year_parts(inputs, entry):
        make = partial(year_view, inputs, entry, part)
        yield PlannedPage(part.uri, "year.html", titled(name, part.number), make)
