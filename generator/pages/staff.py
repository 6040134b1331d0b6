"""The axis of years as a surveyor's staff (花杆): a band a year, without gaps."""

from dataclasses import dataclass

from generator.catalogue.counts import Count
from generator.catalogue.dimensions import Dimension
from generator.catalogue.ordering import LEVEL_RANK
from generator.library.lifecycle import Level
from generator.pages.inputs import Inputs
from generator.pages.lists import fictional
from generator.strings import labels, text


@dataclass(frozen=True, slots=True)
class Band:
    """One division of the staff."""

    label: str
    """The year."""
    uri: str
    """Page of the year; empty for a year of which the library holds nothing."""
    said: str
    """8 项; the words for a year of which only the rules are held; a dash for nothing."""
    demonstration: str
    """演示 5, or empty when none of its cases is fictional."""
    level: str
    """省级 where the library knows no national round of the year, else empty."""


def staff(inputs: Inputs) -> tuple[Band, ...]:
    """Give a band for each year from the first to the last, the earliest first.

    A year between them of which nothing is held has its band too: equal divisions measure time.
    """
    known = inputs.entries[Dimension.YEAR]
    years = sorted(int(slug) for slug in known)
    if not years:
        return ()
    return tuple(_band(inputs, year) for year in range(years[0], years[-1] + 1))


def _band(inputs: Inputs, year: int) -> Band:
    entry = inputs.entries[Dimension.YEAR].get(str(year))
    if entry is None:
        return Band(str(year), "", text("pages.home.no_round"), "", "")
    return Band(
        label=str(year),
        uri=inputs.term(Dimension.YEAR, str(year)).uri,
        said=_said(entry.counted),
        demonstration=fictional(entry.counted),
        level=_level(inputs, year),
    )


def _said(counted: Count) -> str:
    if not counted.total:
        return text("pages.home.only_rules")
    return text("pages.count.cases", real=counted.real)


def _level(inputs: Inputs, year: int) -> str:
    levels = [held.edition.level for held in inputs.catalogue.editions_of_year(year)]
    highest = min(levels, key=LEVEL_RANK.__getitem__, default=Level.NATIONAL)
    return "" if highest is Level.NATIONAL else labels("level")[highest]
