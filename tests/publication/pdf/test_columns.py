"""Widths of columns: nothing is wider than its column, and nobody gets more than it wants."""

from hypothesis import given
from hypothesis import strategies as st

from generator.publication.blocks.tree import Cell, Table
from generator.publication.pdf.columns import column_widths, placed
from tests.publication.pdf.conftest import paragraph


def table(*rows: tuple[str, ...]) -> Table:
    body = tuple(tuple(Cell((paragraph(words),)) for words in row) for row in rows)
    return Table(len(rows[0]), (), body)


def test_short_texts_need_no_widths() -> None:
    assert column_widths(table(("一", "二"), ("三", "四")), 39) is None


def test_a_long_text_gets_the_room_that_short_ones_leave() -> None:
    widths = column_widths(table(("序号", "很长" * 60, "1.5")), 39)
    assert widths is not None
    assert round(sum(widths), 6) == 39
    assert widths[0] == 2.0
    assert widths[1] > 34


def test_a_word_is_not_parted() -> None:
    widths = column_widths(table(("38.000±0.012 毫米", "说明" * 50, "说明" * 50)), 30)
    assert widths is not None
    assert widths[0] >= 12 * 0.58


@given(st.lists(st.lists(st.text(max_size=80), min_size=3, max_size=3), min_size=1, max_size=4))
def test_the_shares_fill_the_room_or_more(rows: list[list[str]]) -> None:
    widths = column_widths(table(*(tuple(row) for row in rows)), 20.0)
    if widths is not None:
        assert len(widths) == 3
        assert min(widths) >= 2.0
        assert sum(widths) >= 19.999


def test_cells_take_the_places_that_spans_leave() -> None:
    rows = (
        (Cell((), rows=2), Cell((), columns=2)),
        (Cell(()), Cell(())),
        (Cell((), columns=3),),
    )
    assert [(x, y) for _, x, y in placed(rows, 3)] == [(0, 0), (1, 0), (1, 1), (2, 1), (0, 2)]
