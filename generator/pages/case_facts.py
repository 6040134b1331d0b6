"""The facts of a case, each with its way into the catalogue."""

from collections.abc import Callable, Iterable

from generator.catalogue.dimensions import Dimension
from generator.library.case import Case
from generator.library.lifecycle import Level, Status
from generator.pages import routes
from generator.pages.inputs import Inputs
from generator.pages.publicity import publicity_period
from generator.pages.values import Fact, Link, SharedFact, day, fact
from generator.strings import labels

MakeFacts = Callable[[Inputs, Case], tuple[Fact, ...]]
"""Makes facts of a case."""


def case_facts(inputs: Inputs, case: Case) -> tuple[Fact, ...]:
    """Give what is known of a case: first what leads into the catalogue, then what identifies it.

    A fact that is not known is left out.
    """
    front = case.front
    return (
        *shared_facts(inputs, (_of_round, front.year, front.level, case.edition), case),
        *shared_facts(inputs, (_focus_areas, case.fields), case),
        *fact("method", *_terms(inputs, Dimension.METHOD, case.methods)),
        *shared_facts(inputs, (recommended, case.edition, case.recommender), case),
        *shared_facts(inputs, (_industry, case.industry), case),
        *shared_facts(inputs, (_region, case.region, front.city), case),
        *shared_facts(inputs, (_size, front.size, front.group), case),
        *fact("number", str(front.number or "")),
        *_publicity(inputs, case),
        *shared_facts(inputs, (_approved, front.approved_on, front.status), case),
        *fact("case_id", case.id),
    )


def shared_facts(
    inputs: Inputs, key: tuple[MakeFacts, *tuple[object, ...]], case: Case
) -> tuple[SharedFact, ...]:
    """Give facts that only depend on what the key names after the function that makes them."""
    found = inputs.facts.get(key)
    if found is None:
        made = key[0](inputs, case)
        found = inputs.facts[key] = tuple([SharedFact(one.label, one.values) for one in made])
    return found


def _of_round(inputs: Inputs, case: Case) -> tuple[Fact, ...]:
    front = case.front
    year = inputs.year(front.year)
    return (
        *fact("year", year),
        *fact("level", Link(labels("level")[front.level], _round(inputs, case, year))),
        *_edition(inputs, case, year),
    )


def _focus_areas(inputs: Inputs, case: Case) -> tuple[Fact, ...]:
    return fact("focus_area", *_terms(inputs, Dimension.FOCUS_AREA, case.fields))


def recommended(inputs: Inputs, case: Case) -> tuple[Fact, ...]:
    """Give who recommended a case, under the name that its edition prints."""
    return fact("recommender", inputs.recommender(case))


def _industry(inputs: Inputs, case: Case) -> tuple[Fact, ...]:
    return fact("industry", inputs.term(Dimension.INDUSTRY, case.industry))


def _region(inputs: Inputs, case: Case) -> tuple[Fact, ...]:
    return fact("region", inputs.term(Dimension.REGION, case.region), case.front.city)


def _size(_: Inputs, case: Case) -> tuple[Fact, ...]:
    front = case.front
    return (
        *fact("size", labels("size")[front.size] if front.size else ""),
        *fact("group", front.group),
    )


def _approved(_: Inputs, case: Case) -> tuple[Fact, ...]:
    return (*fact("approved_on", day(case.front.approved_on)), *_status(case.front.status))


def _status(status: Status) -> tuple[Fact, ...]:
    uri = routes.REVOCATIONS if status is Status.REVOKED else ""
    return fact("status", Link(labels("status")[status], uri))


def _publicity(inputs: Inputs, case: Case) -> tuple[Fact, ...]:
    """Give the whole period where the notice that opened it is known, else its first day."""
    first = case.front.publicity_on
    for notice in inputs.catalogue.naming(case.id):
        opened = notice.front.publicity
        if opened and first in (None, opened.starts_on):
            return fact("period", publicity_period(inputs, notice))
    return fact("publicity_on", day(first))


def _edition(inputs: Inputs, case: Case, year: Link) -> tuple[Fact, ...]:
    """Name the round unless it is the year's national one, which the year says already."""
    edition = inputs.library.editions.get(case.edition)
    if edition is None or (edition.level is Level.NATIONAL and str(edition.year) == case.edition):
        return ()
    return fact("edition", Link(edition.title, _round(inputs, case, year)))


def _round(inputs: Inputs, case: Case, year: Link) -> str:
    """Give the address of the case's round on the page of its year, or "" where none is known."""
    is_known = year.uri and case.edition in inputs.library.editions
    return f"{year.uri}#{routes.edition_anchor(case.edition)}" if is_known else ""


def _terms(inputs: Inputs, dimension: Dimension, slugs: Iterable[str]) -> tuple[Link, ...]:
    return tuple([inputs.term(dimension, slug) for slug in slugs])
