"""To which edition a row belongs, and why it is refused when that is not known."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from generator.intake.list_table import ListRow
from generator.intake.list_words import level_names, pattern
from generator.intake.problems import Problem
from generator.library.edition import Edition
from generator.library.ids import EditionId
from generator.library.library import Library
from generator.library.lifecycle import Level
from generator.library.vocabulary import Term, VocabularyName, fold
from generator.strings import labels


@dataclass(frozen=True, slots=True)
class Target:
    """What a row says of its round; None and empty where it says nothing or nothing clear."""

    edition: Edition | None
    problems: tuple[Problem, ...]
    """Why the row is refused; empty exactly when there is an edition."""


def find_target(row: ListRow, edition_id: EditionId | None, library: Library) -> Target:
    """Find the edition of a row: the one named for the whole list, else by level, year, region."""
    problems = list(_year_problems(row, required=edition_id is None))
    problems += _level_problems(row, required=edition_id is None)
    if problems:
        return Target(None, tuple(problems))
    edition = None
    if edition_id is None:
        named = _edition_id(row, library)
        if isinstance(named, Problem):
            return Target(None, (named,))
        edition_id = named
    edition = library.editions.get(edition_id)
    if edition is None:
        missing = row.problem("edition_missing", edition=edition_id, cases="cases")
        return Target(None, (missing,))
    problems = list(_contradictions(row, edition_id, edition, library))
    return Target(None if problems else edition, tuple(problems))


def find_region(row: ListRow, library: Library) -> Term | None:
    """Give the region of a row: a city with a separate plan before its province."""
    region = find_term(library, VocabularyName.REGIONS, row.cells.get("region", ""))
    city = find_term(library, VocabularyName.REGIONS, row.cells.get("city", ""))
    if city and (region is None or city.parent == region.slug):
        return city
    return region


def find_term(library: Library, name: VocabularyName, value: str) -> Term | None:
    """Give the term that a list means, or None; a vocabulary that is missing knows none."""
    vocabulary = library.vocabularies.get(name)
    return vocabulary.find(value) if vocabulary else None


def find_level(row: ListRow) -> Level | None:
    """Give the level of a row, by its label or by a usual short form."""
    return _levels().get(fold(row.cells.get("level", "")))


def _edition_id(row: ListRow, library: Library) -> EditionId | Problem:
    level, year = find_level(row), _year(row)
    if level is Level.NATIONAL:
        return EditionId(str(year))
    region = find_region(row, library)
    if region is None:
        shown = labels("level")[(level or Level.PROVINCIAL).value]
        return row.problem("region_missing", "region", level=shown)
    ids = [EditionId(f"{year}-{slug}") for slug in (region.slug, region.parent) if slug]
    return next((edition_id for edition_id in ids if edition_id in library.editions), ids[0])


def _contradictions(
    row: ListRow, edition_id: EditionId, edition: Edition, library: Library
) -> Iterator[Problem]:
    year, level, region = _year(row), find_level(row), find_region(row, library)
    if year is not None and year != edition.year:
        values: dict[str, object] = {"value": year, "edition": edition_id, "year": edition.year}
        yield row.problem("year_other", "year", **values)
    if level is not None and level is not edition.level:
        shown = labels("level")[edition.level.value]
        values = {"value": row.cells["level"], "edition": edition_id, "level": shown}
        yield row.problem("level_other", "level", **values)
    if region and edition.region and edition.region not in (region.slug, region.parent):
        own = find_term(library, VocabularyName.REGIONS, edition.region)
        shown = own.label if own else edition.region
        values = {"value": region.label, "edition": edition_id, "region": shown}
        yield row.problem("region_other", "region", **values)


def _year_problems(row: ListRow, *, required: bool) -> Iterator[Problem]:
    if "year" in row.cells and _year(row) is None:
        yield row.problem("year_invalid", "year", value=row.cells["year"])
    elif required and "year" not in row.cells:
        yield row.problem("year_missing", "year")


def _level_problems(row: ListRow, *, required: bool) -> Iterator[Problem]:
    if "level" in row.cells and find_level(row) is None:
        yield row.problem("level_unknown", "level", value=row.cells["level"])
    elif required and "level" not in row.cells:
        yield row.problem("level_missing", "level")


def _year(row: ListRow) -> int | None:
    found = pattern("values", "year").match(row.cells.get("year", ""))
    year = int(found["year"]) if found else 0
    return year if 2000 <= year <= 2100 else None


@cache
def _levels() -> dict[str, Level]:
    by_label = {fold(label): Level(value) for value, label in labels("level").items()}
    by_value = {level.value: level for level in Level}
    return {name: Level(value) for name, value in level_names().items()} | by_label | by_value
