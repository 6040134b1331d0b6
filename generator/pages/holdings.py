"""What the library holds, in numbers: what is real and what is fictional told apart."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.catalogue.counts import Count, count_cases, count_ids
from generator.catalogue.dimensions import Dimension
from generator.library.lifecycle import Level, NoticeKind
from generator.library.notice import Notice
from generator.pages import routes
from generator.pages.inputs import Inputs
from generator.pages.lists import fictional
from generator.strings import text


@dataclass(frozen=True, slots=True)
class Holding:
    """How many of one thing the library holds."""

    label: str
    uri: str
    """The page that lists them, or empty."""
    count: int
    """The real ones."""
    unit: str
    demonstration: str
    """演示 7, or empty when none of them is fictional."""


def holdings(inputs: Inputs) -> tuple[Holding, ...]:
    """Count what the library holds, in O(cases + notices)."""
    catalogue = inputs.catalogue
    index = catalogue.notices
    readable = [case.id for case in catalogue.cases if not case.body.is_empty]
    cases = inputs.library.cases
    videos = count_cases(cases[entry.case_id] for entry in catalogue.videos)
    sessions = _count_notices(index.by_kind[NoticeKind.SESSION])
    return (
        _holding("cases", routes.CASES, inputs.counted),
        _holding("readable", "", count_ids(readable, catalogue.fictional)),
        _holding("videos", routes.VIDEOS, videos),
        _holding("firms", routes.dimension(Dimension.ENTERPRISE), inputs.firms),
        *_rounds(inputs),
        _holding("notices", routes.NOTICES, _count_notices(index.notices)),
        _holding("sessions", routes.SESSIONS, sessions),
    )


def _rounds(inputs: Inputs) -> Iterator[Holding]:
    """Give the national rounds and the others apart: together they would read as national."""
    levels = [held.edition.level for held in inputs.catalogue.editions.values()]
    national = levels.count(Level.NATIONAL)
    years = routes.dimension(Dimension.YEAR)
    yield _holding("national", years, Count(national))
    if len(levels) > national:
        yield _holding("local", years, Count(len(levels) - national))


def _count_notices(notices: Iterable[Notice]) -> Count:
    counted = [0, 0]
    for notice in notices:
        counted[notice.front.demonstration] += 1
    return Count(*counted)


def _holding(key: str, uri: str, counted: Count) -> Holding:
    return Holding(
        label=text(f"pages.home.holding.{key}"),
        uri=uri,
        count=counted.real,
        unit=text(f"pages.home.holding.unit.{key}"),
        demonstration=fictional(counted),
    )
