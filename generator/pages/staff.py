"""The axis of years as a surveyor's staff (花杆): a band a year, without gaps."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from generator.catalogue.counts import Count
from generator.catalogue.dimensions import Dimension
from generator.catalogue.ordering import LEVEL_RANK
from generator.catalogue.terms import TermEntry
from generator.library.case import Case
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
    """Whose titles they are where not all are national: 省级, or 国家级 5 · 省级 3."""


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
        level=_levels(inputs, entry),
    )


def _real_levels(cases: Sequence[Case]) -> Counter[Level]:
    # Python hashes a member of an enumeration in Python; to count a few in a list is C.
    levels = [case.front.level for case in cases]
    return Counter({level: count for level in Level if (count := levels.count(level))})


def _said(counted: Count) -> str:
    if not counted.total:
        return text("pages.home.only_rules")
    return text("pages.count.cases", real=counted.real)


def _levels(inputs: Inputs, entry: TermEntry) -> str:
    """Tell a provincial title from a national one: the number alone reads as national."""
    cases, fictional = inputs.library.cases, inputs.catalogue.fictional
    held = _real_levels([cases[one] for one in entry.case_ids if one not in fictional])
    if not held:
        rounds = inputs.catalogue.editions_of_year(int(entry.slug))
        held = Counter(known.edition.level for known in rounds)
        highest = min(held, key=LEVEL_RANK.__getitem__, default=Level.NATIONAL)
        held = Counter([highest])
    named = sorted(held, key=LEVEL_RANK.__getitem__)
    if named == [Level.NATIONAL]:
        return ""
    if len(named) == 1:
        return labels("level")[named[0]]
    each = (f"{labels('level')[level]} {held[level]}" for level in named)
    return text("pages.format.beside").join(each)
