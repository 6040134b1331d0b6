"""Lists as an Excel file: a sheet a list, and one that says what they are."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.publication.manuscripts.listing import ListManuscript
from generator.publication.sheets.workbook import Sheet, workbook
from generator.strings import text


@dataclass(frozen=True, slots=True)
class Origin:
    """Where the lists come from, for the sheet that explains them."""

    site: str
    """Name of the site."""
    address: str
    """Its absolute address, or empty."""
    licence: str
    """As configured; empty: none is stated."""
    newest: str
    """ISO day of the newest entry of the library, or empty."""


def write_lists(lists: Sequence[ListManuscript], origin: Origin) -> bytes:
    """Give one or several lists as an Excel file (.xlsx)."""
    title = lists[0].title if len(lists) == 1 else origin.site or _said("list")
    return workbook(title, [*map(_sheet, lists), _about(lists, origin)])


def _sheet(made: ListManuscript) -> Sheet:
    """Give a list; its groups become a column, so that a reader can filter and sort."""
    labelled = any(group.label for group in made.groups)
    label = (text("publication_list.column.group"),) if labelled else ()
    return Sheet(
        name=made.title,
        title=made.title,
        lines=tuple(line for line in (made.subtitle, made.mark) if line),
        columns=(*made.columns[:1], *label, *made.columns[1:]),
        rows=[
            (*row[:1], *((group.label,) if labelled else ()), *row[1:])
            for group in made.groups
            for row in group.rows
        ],
    )


def _about(lists: Iterable[ListManuscript], origin: Origin) -> Sheet:
    rows: list[tuple[str, str]] = []
    for made in lists:
        rows += [
            (_said("name"), made.title),
            (_said("subtitle"), made.subtitle),
            (_said("mark"), made.mark),
            *((_said("notes"), note) for note in made.notes),
            (_said("address"), made.address),
        ]
    rows += [
        (_said("source"), origin.site),
        (_said("address"), origin.address),
        (_said("newest"), origin.newest or _said("no_date")),
        (_said("licence"), origin.licence or _said("no_licence")),
        (_said("safe_label"), _said("safe")),
    ]
    return Sheet(
        name=_said("about"),
        columns=(_said("item"), _said("content")),
        rows=[row for row in rows if row[1]],
    )


def _said(key: str) -> str:
    return text(f"publication_list.sheet.{key}")
