"""The page of a year: each of its rounds with its list as printed, its rules and its course."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from generator.catalogue.dimensions import Dimension
from generator.catalogue.terms import TermEntry
from generator.catalogue.timeline import EditionEntry
from generator.library.ids import CaseId, is_demonstration_id
from generator.library.lifecycle import Level
from generator.pages import routes
from generator.pages.downloads import book_downloads
from generator.pages.edition import EditionView, edition_view
from generator.pages.head import Head, head
from generator.pages.inputs import Inputs
from generator.pages.lists import LINES, counted
from generator.pages.modified import newest_case
from generator.pages.paging import Pager, Part, parts, titled
from generator.pages.planned import Pages, PlannedPage
from generator.pages.roster import RosterLine, RosterView, roster_lines, rosters
from generator.pages.structured import Addresses, Described, Location, Thing, thing
from generator.pages.term import crumbs, neighbour_groups
from generator.pages.values import CountSaid, Link, LinkGroup
from generator.strings import labels, text


@dataclass(frozen=True, slots=True)
class RoundView:
    """A round of the year, or the cases of none."""

    anchor: str
    title: str
    level: str
    is_national: bool
    about: EditionView | None
    """On the year's first page only; None for the cases of no round."""
    rosters: tuple[RosterView, ...]
    elsewhere: Link | None
    """Where the list begins, when it does not begin on this page."""


@dataclass(frozen=True, slots=True)
class AxisYear:
    """One band of the axis of years."""

    year: Link
    is_current: bool


@dataclass(frozen=True, slots=True)
class YearView:
    """One page of a year (template year.html); what explains it stands on the first page only."""

    head: Head
    title: str
    count: CountSaid
    axis: tuple[AxisYear, ...]
    """All years, the earliest first."""
    rounds: tuple[RoundView, ...]
    has_several: bool
    """True: several, and a list of them stands above."""
    pager: Pager | None
    downloads: tuple[Link, ...]
    """The year's cases as a book; on the first page only."""
    neighbours: tuple[LinkGroup, ...]
    previous: Link | None
    next: Link | None


def year_parts(inputs: Inputs, entry: TermEntry) -> Iterator[Part[RosterLine]]:
    """Cut the lists of a year, one after the other, into pages."""
    uri = routes.term(Dimension.YEAR, entry.slug)
    return parts(roster_lines(inputs, entry), inputs.config.per_page * LINES, uri)


def year_view(inputs: Inputs, entry: TermEntry, part: Part[RosterLine]) -> YearView:
    """Give one page of a year."""
    is_first = part.number == 1
    before, after = _neighbours(inputs, entry.slug)
    title = titled(text("pages.year.title", year=entry.slug), part.number)
    count = counted(entry.counted)
    rounds = _rounds(inputs, entry, part)
    return YearView(
        head=head(
            inputs,
            Location(part.uri, title, crumbs(Dimension.YEAR)),
            text("pages.year.description", year=entry.slug, count=count),
            Collection(title, tuple([line.case_id for line in part.items])),
        ),
        title=title,
        count=count,
        axis=_axis(inputs, entry.slug),
        rounds=rounds,
        has_several=len(rounds) > 1,
        pager=part.pager,
        downloads=book_downloads(inputs, entry.slug, entry.case_ids) if is_first else (),
        neighbours=neighbour_groups(inputs, entry) if is_first else (),
        previous=before,
        next=after,
    )


def _rounds(inputs: Inputs, entry: TermEntry, part: Part[RosterLine]) -> tuple[RoundView, ...]:
    """Give the rounds whose lists this page shows; the first page shows what every round asked."""
    shown: dict[str, list[RosterLine]] = {}
    for line in part.items:
        shown.setdefault(line.edition.id if line.edition else "", []).append(line)
    rounds = inputs.catalogue.editions_of_year(int(entry.slug))
    found = [
        _round(inputs, held, shown.get(held.id, ()), part)
        for held in rounds
        if part.number == 1 or held.id in shown
    ]
    if "" in shown:
        found.append(_no_round(inputs, shown[""]))
    return tuple(found)


def _round(
    inputs: Inputs, held: EditionEntry, lines: Sequence[RosterLine], part: Part[RosterLine]
) -> RoundView:
    edition = held.edition
    is_first = part.number == 1
    return RoundView(
        anchor=routes.edition_anchor(held.id),
        title=edition.title,
        level=labels("level")[edition.level],
        is_national=edition.level is Level.NATIONAL,
        about=edition_view(inputs, held) if is_first else None,
        rosters=rosters(inputs, lines),
        elsewhere=_elsewhere(inputs, held) if held.case_ids and not lines else None,
    )


def _no_round(inputs: Inputs, lines: Sequence[RosterLine]) -> RoundView:
    return RoundView(
        anchor="",
        title=text("pages.year.no_edition"),
        level="",
        is_national=False,
        about=None,
        rosters=rosters(inputs, lines),
        elsewhere=None,
    )


def _elsewhere(inputs: Inputs, held: EditionEntry) -> Link:
    """Give the page on which a round's list begins: those of the rounds before it come first."""
    before = 0
    for other in inputs.catalogue.editions_of_year(held.edition.year):
        if other.id == held.id:
            break
        before += len(other.case_ids)
    number = before // (inputs.config.per_page * LINES) + 1
    uri = routes.paged(routes.term(Dimension.YEAR, str(held.edition.year)), number)
    return Link(text("pages.year.elsewhere", number=number), routes.encoded(uri))


@dataclass(frozen=True, slots=True)
class Collection(Described):
    """A page of cases as machines read it; fictional ones are no news to them."""

    title: str
    case_ids: tuple[CaseId, ...]

    def thing(self, addresses: Addresses) -> Thing:
        """Give the page with its list."""
        real = (case_id for case_id in self.case_ids if not is_demonstration_id(case_id))
        listed = [
            thing("ListItem", position=place, url=addresses.of(routes.case(case_id)))
            for place, case_id in enumerate(real, start=1)
        ]
        whole = thing("ItemList", numberOfItems=len(listed), itemListElement=listed)
        return thing(
            "CollectionPage",
            name=self.title,
            url=addresses.here,
            mainEntity=whole if listed else None,
        )


def _axis(inputs: Inputs, slug: str) -> tuple[AxisYear, ...]:
    years = inputs.links[Dimension.YEAR]
    return tuple(AxisYear(years[year], year == slug) for year in reversed(list(years)))


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
    name = text("pages.year.page_title", year=entry.slug)
    for part in year_parts(inputs, entry):
        make = partial(year_view, inputs, entry, part)
        on = newest_case(inputs, [line.case_id for line in part.items])
        yield PlannedPage(part.uri, "year.html", titled(name, part.number), make, modified_on=on)
