"""The table of management results: market share by product, satisfaction and loyalty."""

from collections.abc import Iterator

from generator.intake.form.measuring import Written, clean_name, is_nameable, name_and_unit
from generator.intake.form.notes import Notes, place
from generator.intake.form.numbers import is_blank, year_of
from generator.intake.form.tables import Cell, Table
from generator.intake.form.ticks import before_marks
from generator.intake.wordings import pattern
from generator.strings import text


def market_rows(table: Table, notes: Notes) -> Iterator[Written]:
    """Give what the table holds as rows of years; who asked the customers is not read."""
    yield from _shares(table, notes)
    yield from _surveys(table)


def _shares(table: Table, notes: Notes) -> Iterator[Written]:
    scopes = [cell for cell in table.cells() if _is(cell, "scope")]
    years = [cell for cell in table.cells() if _is_share_year(table, cell)]
    for number, scope in enumerate(scopes):
        values = {
            year: _value(table, mark, scopes, number)
            for mark in years
            if (year := year_of(mark.text)) is not None
        }
        if all(map(is_blank, values.values())):
            continue
        product = _product(table, scopes, number)
        if not is_nameable(product):
            notes.look("product_missing", place("part", number=table.number))
            continue
        name = text("intake_form.what.share", product=product, scope=clean_name(scope.text))
        _, unit = name_and_unit(_block(table, years[0].row), "")
        yield Written(table.number, name, values, unit)


def _value(table: Table, year: Cell, scopes: list[Cell], number: int) -> str:
    """Give the share in a market: by its place in the row, as columns may not meet exactly."""
    cells = [cell for cell in table.rows[year.row] if cell.column > year.column]
    if len(scopes) <= len(cells) <= len(scopes) + 1:
        return cells[number].text
    found = table.at(year.row, scopes[number].column)
    return found.text if found else ""


def _product(table: Table, scopes: list[Cell], number: int) -> str:
    """Give the product of a market's column: each has the same number of markets, or stands above.

    Without the name of a product, or with one that is left empty, there is none.
    """
    head = next((cell for cell in table.cells() if _is(cell, "product")), None)
    if head is None:
        return ""
    products = [cell for cell in table.rows[head.row] if cell.column > head.column]
    if products and len(scopes) % len(products) == 0:
        found: Cell | None = products[number * len(products) // len(scopes)]
    else:
        found = table.at(head.row, scopes[number].column)
    return clean_name(found.text) if found and found is not head else ""


def _is_share_year(table: Table, cell: Cell) -> bool:
    is_year = year_of(cell.text) is not None
    return is_year and _matches(_block(table, cell.row), "share")


def _block(table: Table, row: int) -> str:
    """Give the title of the rows to which a row belongs."""
    cell = table.at(row, 0)
    return cell.text if cell else ""


def _surveys(table: Table) -> Iterator[Written]:
    found: dict[tuple[str, str], dict[int, str]] = {}
    for cell in table.cells():
        year = year_of(cell.text)
        title = _block(table, cell.row)
        if year is None or cell.column == 0 or not _matches(title, "survey"):
            continue
        beside = table.right_of(cell)
        value = before_marks(beside.text) if beside else ""
        name, unit = name_and_unit(title, "")
        found.setdefault((name, unit), {})[year] = value
    for (name, unit), years in found.items():
        if is_nameable(name):
            yield Written(table.number, name, years, unit)


def _is(cell: Cell, key: str) -> bool:
    return _matches(cell.text, key)


def _matches(written: str, key: str) -> bool:
    return pattern(f"intake_form.pattern.{key}").search("".join(written.split())) is not None
