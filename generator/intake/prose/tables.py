"""Tables: those of Markdown where these can show them, else HTML; frames and layouts taken off."""

from collections.abc import Iterator, Sequence
from typing import Any, Final

from generator.intake.prose.cleaning import clean_blocks
from generator.intake.prose.grids import Cell, Grid, make_grid, table_rows
from generator.intake.prose.html_cells import html_of
from generator.intake.prose.labels import is_caption
from generator.intake.prose.lines import CAPTION, Line, open_lines
from generator.intake.prose.saying import Report
from generator.intake.prose.tree import Node, raw_html, walk
from generator.intake.remarks import RemarkKind
from generator.intake.wordings import pattern

_LONGEST_LABEL: Final = 20
"""Characters of a column's title; a first row with longer texts is no head."""
_LONGEST_BELOW_PICTURE: Final = 40
_FRAMES: Final = 8
"""Frames round a frame; what is deeper stays a table."""


def open_tables(lines: Sequence[Line], report: Report, depth: int = 0) -> Iterator[Line]:
    """Yield the lines with every frame taken off its content and every picture out of a layout."""
    for line in lines:
        if line.kind != "Table":
            yield line
            continue
        rows, head = table_rows(line.node)
        grid = make_grid(rows, head)
        if len(grid.cells) == 1 and depth < _FRAMES:
            inside = list(open_lines(list(grid.cells[0].blocks), report))
            yield from open_tables(inside, report, depth + 1)
        elif _is_layout(grid) and depth < _FRAMES:
            for cell in _by_picture(grid):
                style = "" if cell.pictures else CAPTION
                inside = list(open_lines(list(cell.blocks), report, style))
                yield from open_tables(inside, report, depth + 1)
        else:
            yield _cleaned(line, report)


def _is_layout(grid: Grid) -> bool:
    """Tell whether a table only sets pictures side by side, with their captions."""
    pictured = {(cell.row, cell.column) for cell in grid.cells if cell.pictures}
    return bool(pictured) and all(
        len(cell.text) <= _LONGEST_BELOW_PICTURE
        and (cell.pictures or _may_be_caption(cell, pictured))
        for cell in grid.cells
        if not cell.is_empty
    )


def _may_be_caption(cell: Cell, pictured: set[tuple[int, int]]) -> bool:
    below = (cell.row - 1, cell.column) in pictured
    loud = pattern("intake_prose.pattern.loud").search(cell.text)
    return is_caption(cell.text) or (below and not loud)


def _by_picture(grid: Grid) -> Iterator[Cell]:
    """Yield pictures row by row, each followed by the cells of its column up to the next one."""
    done: set[Cell] = set()
    order = sorted(grid.cells, key=lambda cell: (cell.row, cell.column))
    for cell in order:
        if cell in done or not cell.pictures:
            continue
        yield cell
        done.add(cell)
        for below in order:
            if below.row <= cell.row or below.column != cell.column or below in done:
                continue
            if below.pictures:
                break
            yield below
            done.add(below)
    yield from (cell for cell in order if cell not in done)


def _cleaned(line: Line, report: Report) -> Line:
    attributes, caption, columns, head, bodies, foot = line.node["c"]

    def rows(given: list[Any]) -> list[Any]:
        return [
            [row[0], [[*cell[:4], clean_blocks(cell[4], report)] for cell in row[1]]]
            for row in given
        ]

    cleaned = [[body[0], body[1], rows(body[2]), rows(body[3])] for body in bodies]
    heads, feet = [head[0], rows(head[1])], [foot[0], rows(foot[1])]
    return Line({"t": "Table", "c": [attributes, caption, columns, heads, cleaned, feet]})


def write_table(line: Line, report: Report) -> list[Node]:
    """Give the blocks that show a table; nothing when it holds nothing."""
    rows, marked = table_rows(line.node)
    grid = make_grid(rows, marked)
    if not grid.cells:
        return []
    head = _head(grid, report)
    if head == 1 and all(_is_simple(cell) for cell in grid.cells):
        return [_pipe(grid)]
    special = {node["t"] for cell in grid.cells for node in walk(list(cell.blocks))}
    for kind, name in (("Note", "table_note"), ("Math", "table_math")):
        if kind in special:
            report.say(RemarkKind.LOOK, name, grid.cells[0].text)
    return [raw_html(_html(grid, head))]


def _head(grid: Grid, report: Report) -> int:
    """Give the rows of the head: as marked, else as they look; a cell over two rows takes both."""
    head = grid.head if grid.head < grid.rows else 1
    if not head:
        head = _guessed(grid)
        if head:
            words = " ".join(cell.text for cell in grid.row(0))
            report.say(RemarkKind.GUESSED, "table_head", words)
    reach = head
    while True:
        further = max(
            (cell.row + cell.rows for cell in grid.cells if cell.row < reach), default=reach
        )
        if further <= reach:
            break
        reach = further
    if reach and reach == head and _goes_on(grid, reach):
        reach += 1
    return reach if reach < grid.rows or grid.rows == 1 else head


def _guessed(grid: Grid) -> int:
    first = grid.row(0)
    if grid.rows < 2 or grid.columns < 2:
        return 0
    labels = [cell for cell in first if not cell.is_empty]
    if all(cell.is_bold for cell in labels):
        return 1
    short = all(len(cell.text) <= _LONGEST_LABEL and not cell.pictures for cell in labels)
    named = all(_is_label(cell.text) for cell in labels)
    named = named and not all(_is_year(cell.text) for cell in labels)
    full = sum(cell.columns for cell in labels) >= grid.columns - 1
    return 1 if short and named and full else 0


def _goes_on(grid: Grid, row: int) -> bool:
    """Tell whether the row after the head names the columns below a cell over several columns."""
    if row + 1 >= grid.rows or not any(
        cell.columns > 1 and cell.columns < grid.columns for cell in grid.row(row - 1)
    ):
        return False
    cells = [cell for cell in grid.row(row) if not cell.is_empty]
    return all(len(cell.text) <= _LONGEST_LABEL and _is_label(cell.text) for cell in cells)


def _is_year(words: str) -> bool:
    return pattern("intake_prose.pattern.year").fullmatch(words) is not None


def _is_label(words: str) -> bool:
    """Tell whether a cell names a column: no value, but a year does."""
    return _is_year(words) or pattern("intake_prose.pattern.value").fullmatch(words) is None


def _is_simple(cell: Cell) -> bool:
    if (cell.rows, cell.columns) != (1, 1):
        return False
    if any(block["t"] not in ("Para", "Plain") for block in cell.blocks):
        return False
    return not any(node["t"] == "DisplayMath" for node in walk(list(cell.blocks)))


def _pipe(grid: Grid) -> Node:
    empty = ["", [], []]
    default = {"t": "AlignDefault"}

    def row(number: int) -> list[object]:
        cells = [[empty, default, 1, 1, _plain(cell)] for cell in grid.row(number)]
        return [empty, cells]

    columns = [[default, {"t": "ColWidthDefault"}]] * grid.columns
    body = [empty, 0, [], [row(number) for number in range(1, grid.rows)]]
    caption: list[object] = [None, []]
    return {
        "t": "Table",
        "c": [empty, caption, columns, [empty, [row(0)]], [body], [empty, []]],
    }


def _plain(cell: Cell) -> list[Node]:
    inside: list[Node] = []
    for block in cell.blocks:
        if inside:
            inside.append({"t": "RawInline", "c": ["html", "<br>"]})
        inside += block["c"]
    return [{"t": "Plain", "c": inside}] if inside else []


def _html(grid: Grid, head: int) -> str:
    lines = ["<table>"]
    parts = (("thead", "th", range(head)), ("tbody", "td", range(head, grid.rows)))
    for name, tag, numbers in parts:
        if not numbers:
            continue
        lines.append(f"<{name}>")
        lines += [_html_row(grid.row(number), tag) for number in numbers]
        lines.append(f"</{name}>")
    return "\n".join([*lines, "</table>"])


def _html_row(cells: list[Cell], tag: str) -> str:
    inside = "".join(f"<{tag}{_spans(cell)}>{html_of(list(cell.blocks))}</{tag}>" for cell in cells)
    return f"<tr>{inside}</tr>"


def _spans(cell: Cell) -> str:
    down = f' rowspan="{cell.rows}"' if cell.rows > 1 else ""
    return (f' colspan="{cell.columns}"' if cell.columns > 1 else "") + down
