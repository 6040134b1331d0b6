"""Lists as one CSV file: a line an entry, the list and its group as columns."""

from collections.abc import Mapping, Sequence

from generator.publication.manuscripts.listing import ListManuscript
from generator.publication.sheets.table_csv import table_csv
from generator.strings import text


def lists_csv(lists: Sequence[ListManuscript]) -> bytes:
    """Give lists as CSV; a column that a list lacks is empty for its entries."""
    first = (text("publication_list.column.list"), text("publication_list.column.group"))
    columns = dict.fromkeys(name for made in lists for name in made.columns)
    rows = [
        (made.title, group.label, *(_named(made, row).get(name, "") for name in columns))
        for made in lists
        for group in made.groups
        for row in group.rows
    ]
    return table_csv((*first, *columns), rows)


def _named(made: ListManuscript, row: Sequence[str]) -> Mapping[str, str]:
    return dict(zip(made.columns, row, strict=True))
