"""What the editions call a term, in their own words: focus areas and recommenders."""

from dataclasses import dataclass

from generator.catalogue.terms import TermEntry
from generator.catalogue.timeline import EditionEntry
from generator.pages.inputs import Inputs
from generator.pages.term import edition_link
from generator.pages.values import Link, level_unless_national
from generator.strings import text


@dataclass(frozen=True, slots=True)
class Wording:
    """What one edition calls the term."""

    year: str
    edition: Link
    level: str
    """Empty for a national round."""
    number: str
    """Its place in the edition's list."""
    label: str
    quote: str
    """The paragraph as printed, or empty."""


def focus_area_wordings(inputs: Inputs, entry: TermEntry) -> tuple[Wording, ...]:
    """Give a focus area in the words of each edition that named it, the latest first."""
    return tuple(
        _wording(inputs, held, str(area.number), area.label, area.wording)
        for held in inputs.catalogue.editions.values()
        for area in held.edition.focus_areas
        if area.area == entry.slug
    )


def printed_names(inputs: Inputs, entry: TermEntry) -> tuple[Wording, ...]:
    """Give a recommender's name as each edition printed it, the latest first."""
    return tuple(
        _wording(inputs, held, str(named.number), named.printed, "")
        for held in inputs.catalogue.editions.values()
        for named in held.edition.recommenders
        if named.id == entry.slug
    )


def _wording(inputs: Inputs, held: EditionEntry, number: str, label: str, quote: str) -> Wording:
    edition = held.edition
    link = edition_link(inputs, str(edition.year), str(held.id), edition.title)
    level = level_unless_national(edition.level)
    year = text("pages.format.year", year=edition.year)
    return Wording(year, link, level, number, label, quote)
