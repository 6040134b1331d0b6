"""The list of years: a staff whose bands are years, with what each round announced and is held."""

from dataclasses import dataclass
from functools import partial

from generator.catalogue.dimensions import Dimension
from generator.catalogue.timeline import EditionEntry
from generator.library.lifecycle import Level
from generator.pages import routes
from generator.pages.head import Head, head
from generator.pages.held import HeldView, held_view
from generator.pages.inputs import Inputs
from generator.pages.lists import counted, how_many
from generator.pages.modified import newest_of_all
from generator.pages.planned import Pages, PlannedPage
from generator.pages.structured import Location
from generator.pages.term import edition_link
from generator.pages.values import CountSaid, Link
from generator.strings import labels, text


@dataclass(frozen=True, slots=True)
class RoundLine:
    """A round in short."""

    round: Link
    level: str
    is_national: bool
    held: HeldView
    """All staffs of the list are to one scale."""


@dataclass(frozen=True, slots=True)
class YearLine:
    """A year and its rounds."""

    year: Link
    count: CountSaid
    rounds: tuple[RoundLine, ...]
    """Empty for a year whose cases belong to no round that is known."""


@dataclass(frozen=True, slots=True)
class YearListView:
    """The list of years (template years.html)."""

    head: Head
    title: str
    lead: str
    years: tuple[YearLine, ...]
    """The latest first."""


def year_list_view(inputs: Inputs) -> YearListView:
    """Give the list of years."""
    title = text("pages.dimension.year.title")
    lead = text("pages.dimension.year.lead", count=how_many(inputs, Dimension.YEAR))
    announced = (held.announced for held in inputs.catalogue.editions.values())
    longest = max((known.total for known in announced if known), default=0)
    return YearListView(
        head=head(inputs, Location(routes.dimension(Dimension.YEAR), title), lead),
        title=title,
        lead=lead,
        years=tuple(
            YearLine(
                inputs.term(Dimension.YEAR, entry.slug),
                counted(entry.counted),
                tuple(
                    _round(inputs, held, longest)
                    for held in inputs.catalogue.editions_of_year(int(entry.slug))
                ),
            )
            for entry in inputs.entries[Dimension.YEAR].values()
        ),
    )


def _round(inputs: Inputs, held: EditionEntry, longest: int) -> RoundLine:
    edition = held.edition
    return RoundLine(
        edition_link(inputs, str(edition.year), str(held.id), edition.title),
        labels("level")[edition.level],
        edition.level is Level.NATIONAL,
        held_view(held, longest),
    )


def year_list_pages(inputs: Inputs) -> Pages:
    """Plan the list of years; a century of them stands on one page."""
    title = text("pages.dimension.year.title")
    make = partial(year_list_view, inputs)
    uri, on = routes.dimension(Dimension.YEAR), newest_of_all(inputs)
    yield PlannedPage(uri, "years.html", title, make, modified_on=on)
