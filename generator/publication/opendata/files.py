"""`cases.csv` and `library.xlsx`."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Final

from generator.pages.inputs import Inputs
from generator.publication.opendata.cases import case_records
from generator.publication.opendata.columns import COLUMNS, joined
from generator.publication.opendata.editions import edition_records
from generator.publication.opendata.library import newest_day
from generator.publication.opendata.notices import notice_records
from generator.publication.opendata.records import CaseRecord
from generator.publication.sheets.cells import Value
from generator.publication.sheets.table_csv import table_csv
from generator.publication.sheets.workbook import Sheet, workbook
from generator.strings import labels, text

_CLOSED: Final[Mapping[str, str]] = {
    "level": "level",
    "size": "size",
    "status": "status",
    "direction": "direction",
    "kind": "kind",
}
"""Columns whose values have a label, and the list of it."""
_YES_NO: Final = frozenset({"demonstration", "has_text"})

_INDICATOR: Final = (
    "id",
    "demonstration",
    "enterprise",
    "indicator",
    "unit",
    "measured_year",
    "value",
    "industry_average",
    "industry_best",
    "rank",
    "direction",
)
_NOTICE: Final = (
    "id",
    "kind",
    "demonstration",
    "title",
    "document_number",
    "issuer",
    "dated",
    "edition",
    "cases",
    "address",
)
_EDITION: Final = (
    "id",
    "year",
    "level",
    "title",
    "issuer",
    "documents",
    "announced",
    "held",
    "held_demonstration",
    "address",
)

Line = dict[str, Value]


def cases_csv(inputs: Inputs, _: str) -> bytes:
    """Give the listed cases as CSV; a program reads them, so values stay as in `library.json`."""
    keys = [column.key for column in COLUMNS]
    rows = ([column.value(case) for column in COLUMNS] for case in case_records(inputs))
    return table_csv(keys, rows)


def library_xlsx(inputs: Inputs, licence: str) -> bytes:
    """Give cases, indicators, notices and rounds as an Excel file, in the words of readers."""
    cases = case_records(inputs)
    shown = [column for column in COLUMNS if column.is_for_people]
    lines = [{column.key: column.value(case) for column in shown} for case in cases]
    sheets = (
        _sheet("cases", [column.key for column in shown], lines),
        _sheet("indicators", _INDICATOR, list(_each(cases, _indicators))),
        _sheet("notices", _NOTICE, _notices(inputs)),
        _sheet("editions", _EDITION, _editions(inputs)),
        _about(inputs, licence),
    )
    return workbook(inputs.config.site_name or text("publication_opendata.name"), sheets)


def _sheet(name: str, keys: Sequence[str], lines: Sequence[Line]) -> Sheet:
    return Sheet(
        name=text(f"publication_opendata.sheet.{name}"),
        columns=tuple(text(f"publication_opendata.column.{key}") for key in keys),
        rows=[[_shown(key, line[key]) for key in keys] for line in lines],
        is_landscape=True,
    )


def _shown(key: str, value: Value) -> Value:
    if key in _YES_NO:
        return text("publication_opendata.yes") if value else ""
    return (
        labels(_CLOSED[key])[value]
        if key in _CLOSED and isinstance(value, str) and value
        else value
    )


def _each(
    cases: Iterable[CaseRecord], lines_of: Callable[[CaseRecord], Iterator[Line]]
) -> Iterator[Line]:
    for case in cases:
        yield from lines_of(case)


def _indicators(case: CaseRecord) -> Iterator[Line]:
    for row in case.indicators:
        for measured in row.values:
            yield {
                "id": case.id,
                "demonstration": int(case.demonstration),
                "enterprise": case.enterprise.name,
                "indicator": row.name,
                "unit": row.unit,
                "measured_year": measured.year,
                "value": measured.value,
                "industry_average": row.industry_average,
                "industry_best": row.industry_best,
                "rank": row.rank,
                "direction": row.direction.value,
            }


def _notices(inputs: Inputs) -> list[Line]:
    return [
        {
            "id": one.id,
            "kind": one.kind.value,
            "demonstration": int(one.demonstration),
            "title": one.title,
            "document_number": one.document_number,
            "issuer": one.issuer,
            "dated": one.dated,
            "edition": one.edition,
            "cases": joined(one.cases),
            "address": one.address,
        }
        for one in notice_records(inputs)
    ]


def _editions(inputs: Inputs) -> list[Line]:
    return [
        {
            "id": one.id,
            "year": one.year,
            "level": one.level.value,
            "title": one.title,
            "issuer": one.issuer,
            "documents": joined(one.documents),
            "announced": one.announced.total if one.announced else None,
            "held": one.held.real,
            "held_demonstration": one.held.demonstration,
            "address": one.address,
        }
        for one in edition_records(inputs)
    ]


def _about(inputs: Inputs, licence: str) -> Sheet:
    config, count = inputs.config, inputs.counted
    said = {
        "name": config.site_name,
        "publisher": config.organizer,
        "address": config.site_url,
        "newest": newest_day(inputs),
        "count": text(
            "publication_opendata.about.counted", real=count.real, demonstration=count.demonstration
        ),
        "license": licence or text("publication_opendata.no_license"),
        "demonstration": text("publication_opendata.about.fictional"),
        "left_out": text("publication_opendata.about.nothing_else"),
        "safe": text("publication_opendata.about.no_formula"),
    }
    rows = [
        (text(f"publication_opendata.about.{key}"), value) for key, value in said.items() if value
    ]
    columns = ("item", "content")
    return Sheet(
        name=text("publication_opendata.sheet.about"),
        columns=tuple(text(f"publication_opendata.column.{key}") for key in columns),
        rows=rows,
    )
