"""Every row of a table adds up, whatever its cells ask for."""

from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.publication.blocks.plain import plain_text
from generator.publication.blocks.tree import Alignment, Cell, Table
from tests.publication.blocks.grids import adds_up
from tests.publication.blocks.tools import read

_SPANS = st.sampled_from(["", "0", "1", "2", "3", "7", "70000", "-1", "x", "1.5"])
_CELLS = st.tuples(st.sampled_from(["td", "th"]), _SPANS, _SPANS)
_PARTS = st.tuples(
    st.sampled_from(["thead", "tbody", "tfoot"]), st.lists(st.lists(_CELLS, max_size=4), max_size=4)
)


def table(html: str) -> Table:
    (block,) = read(html).blocks
    assert isinstance(block, Table)
    return block


def spans(found: Table) -> list[list[tuple[int, int]]]:
    return [[(cell.columns, cell.rows) for cell in row] for row in (*found.head, *found.body)]


@settings(max_examples=300, deadline=None)
@given(st.lists(_PARTS, max_size=4))
def test_any_spans(parts: list[tuple[str, list[list[tuple[str, str, str]]]]]) -> None:
    numbers = count()
    html = "".join(
        f"<{part}>{''.join(map(_row, rows, [numbers] * len(rows)))}</{part}>"
        for part, rows in parts
    )
    blocks = read(f"<table>{html}</table>").blocks
    written = next(numbers)
    said = plain_text(blocks).split()
    assert sorted(map(int, said)) == [*range(written)]
    assert all(adds_up(block) for block in blocks if isinstance(block, Table))


def _row(cells: list[tuple[str, str, str]], numbers: "count[int]") -> str:
    inner = "".join(
        f'<{tag} colspan="{columns}" rowspan="{rows}">{next(numbers)}</{tag}>'
        for tag, columns, rows in cells
    )
    return f"<tr>{inner}</tr>"


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("<tr><td colspan=2>a<tr><td>b<td>c", [[(2, 1)], [(1, 1), (1, 1)]]),
        ("<tr><td colspan=9>a<tr><td>b<td>c", [[(2, 1)], [(1, 1), (1, 1)]]),
        ("<tr><td rowspan=0>a<td>b<tr><td>c", [[(1, 2), (1, 1)], [(1, 1)]]),
        ("<tr><td rowspan=9>a<td>b<tr><td>c", [[(1, 2), (1, 1)], [(1, 1)]]),
        ("<tr><td>a<tr><td>b<td>c", [[(1, 1), (1, 1)], [(1, 1), (1, 1)]]),
        ("<tr><td>a<td rowspan=2>b<tr><td colspan=2>c", [[(1, 1), (1, 2)], [(1, 1)]]),
        ("<tr><td rowspan=2>a<tr><tr><td>b", [[(1, 1)], [(1, 1)]]),
    ],
)
def test_spans(rows: str, expected: list[list[tuple[int, int]]]) -> None:
    assert spans(table(f"<table>{rows}</table>")) == expected


def test_head_and_alignment() -> None:
    found = table("| a | b |\n|:-:|--:|\n| c |")
    assert [cell.alignment for cell in found.head[0]] == [Alignment.CENTER, Alignment.RIGHT]
    assert all(cell.is_header for cell in found.head[0])
    assert found.columns == 2
    assert found.body[0][1].blocks == ()


def test_rows_of_header_cells_are_the_head() -> None:
    found = table("<table><tr><th>a<th>b<tr><td>c<td>d</table>")
    assert len(found.head) == len(found.body) == 1
    assert not table("<table><tr><th>a</table>").head
    assert not table("<table><tr><th rowspan=2>a<th>b<tr><td>c</table>").head


def test_the_foot_stands_last() -> None:
    found = table("<table><tfoot><tr><td>a</tfoot><tbody><tr><td>b</tbody></table>")
    assert plain_text((found,)).split() == ["b", "a"]


def test_a_caption_without_a_table_is_not_lost() -> None:
    found = table("<table><caption>甲</caption></table>")
    assert found.body == ((Cell(()),),)
    assert plain_text((found,)).split() == ["表1", "甲"]
