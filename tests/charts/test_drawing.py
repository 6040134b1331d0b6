"""Charts that are drawn later: each draws what its function draws."""

from generator.charts.columns import columns
from generator.charts.drawing import Columns, Drawing, Lines, Ranking, Squares, Tiles
from generator.charts.lines import lines
from generator.charts.ranking import ranking
from generator.charts.squares import squares
from generator.charts.tiles import tile_map
from generator.charts.values import Bar, Row, Series

BARS = (Bar("2021", 3, 1, "years/2021/"), Bar("2022", 5))
ROWS = (Row("A", "a/", ((1, 0), (2, 3))),)
SERIES = (Series("A", (1, 4)),)
YEARS = ("2021", "2022")


def test_a_drawing_is_what_its_function_draws() -> None:
    known: list[tuple[Drawing, str]] = [
        (Columns("T", "D", BARS), columns("T", "D", BARS)),
        (Ranking("T", "D", BARS), ranking("T", "D", BARS)),
        (Squares("T", "D", YEARS, ROWS), squares("T", "D", YEARS, ROWS)),
        (Lines("T", "D", YEARS, SERIES), lines("T", "D", YEARS, SERIES)),
        (Tiles("T", "D", ("hubei",), BARS[:1]), tile_map("T", "D", {"hubei": BARS[0]})),
    ]
    for drawing, drawn in known:
        assert str(drawing) == drawn
        assert drawn.startswith("<svg ")
    assert len({drawn for _, drawn in known}) == len(known)
