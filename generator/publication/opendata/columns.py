"""The cases as one table: the same columns in CSV, in Excel and in the database.

Lists are joined by a full-width semicolon, which no label of a vocabulary holds.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

from generator.publication.opendata.records import CaseRecord, PrintedRef, TermRef
from generator.publication.sheets.cells import Value
from generator.strings import text


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the table of cases."""

    key: str
    """Its name in CSV and in the database; its heading in Excel is in the strings file."""
    value: Callable[[CaseRecord], Value]
    is_for_people: bool = True
    """False: Excel goes without it."""


def joined(values: Iterable[str]) -> str:
    """Give a list as one text."""
    return text("publication_opendata.separator").join(values)


def _label(term: TermRef | PrintedRef | None) -> str:
    return term.label if term else ""


def _id(term: TermRef | PrintedRef | None) -> str:
    return term.id if term else ""


def _printed(term: PrintedRef | None) -> str:
    return term.printed or term.label if term else ""


COLUMNS: Final[tuple[Column, ...]] = (
    Column("id", lambda case: case.id),
    Column("year", lambda case: case.year),
    Column("edition", lambda case: case.edition, is_for_people=False),
    Column("level", lambda case: case.level.value),
    Column("demonstration", lambda case: int(case.demonstration)),
    Column("title", lambda case: case.title),
    Column("enterprise", lambda case: case.enterprise.name),
    Column("enterprise_id", lambda case: case.enterprise.id, is_for_people=False),
    Column("enterprise_aliases", lambda case: joined(case.enterprise.aliases)),
    Column("region", lambda case: _label(case.region)),
    Column("region_id", lambda case: _id(case.region), is_for_people=False),
    Column("city", lambda case: case.city),
    Column("focus_areas", lambda case: joined(one.label for one in case.focus_areas)),
    Column(
        "focus_area_ids",
        lambda case: joined(one.id for one in case.focus_areas),
        is_for_people=False,
    ),
    Column("methods", lambda case: joined(one.label for one in case.methods)),
    Column("method_ids", lambda case: joined(one.id for one in case.methods), is_for_people=False),
    Column("recommender", lambda case: _printed(case.recommender)),
    Column("recommender_id", lambda case: _id(case.recommender), is_for_people=False),
    Column("industry", lambda case: _label(case.industry)),
    Column("industry_code", lambda case: _id(case.industry), is_for_people=False),
    Column("size", lambda case: case.size.value if case.size else ""),
    Column("list_group", lambda case: case.group),
    Column("list_number", lambda case: case.number),
    Column("status", lambda case: case.status),
    Column("publicity_on", lambda case: case.publicity_on),
    Column("approved_on", lambda case: case.approved_on),
    Column("has_text", lambda case: int(case.has_text)),
    Column("summary", lambda case: case.summary),
    Column("honours", lambda case: joined(case.honours)),
    Column("videos", lambda case: joined(one.address for one in case.videos)),
    Column("notices", lambda case: joined(case.notices), is_for_people=False),
    Column("address", lambda case: case.address),
)
"""In their order."""
