from generator.publication.blocks.tree import Cell, ListBlock, Paragraph, Table, Text
from generator.publication.slides.fitting import Box
from generator.publication.slides.grids import grid_of, sheets

_BOX = Box(0, 0, 848, 320)


def cell(words: str, columns: int = 1, rows: int = 1) -> Cell:
    return Cell((Paragraph((Text(words),)),), columns, rows)


def test_cell_that_spans_pushes_the_next_aside() -> None:
    table = Table(2, (), ((cell("左", rows=2), cell("上")), (cell("下"),)))
    grid = grid_of(table, "")
    assert grid is not None
    assert [(one.row, one.column, one.text) for one in grid.cells] == [
        (0, 0, "左"),
        (0, 1, "上"),
        (1, 1, "下"),
    ]


def test_rows_that_a_cell_spans_stay_on_one_slide() -> None:
    groups = tuple(
        row
        for number in range(12)
        for row in ((cell(f"组{number}", rows=3), cell("一")), (cell("二"),), (cell("三"),))
    )
    grid = grid_of(Table(2, ((cell("组"), cell("项")),), groups), "")
    assert grid is not None
    parts = sheets(grid, _BOX)
    assert len(parts) > 1
    for part in parts:
        assert sum(part.heights) <= _BOX.height
        assert (part.grid.rows - 1) % 3 == 0


def test_what_no_slide_can_show_is_left_to_the_notes() -> None:
    assert grid_of(Table(13, (), (tuple(cell("多") for _ in range(13)),)), "") is None
    listed = Cell((ListBlock((cell("项").blocks,)),))
    assert grid_of(Table(1, (), ((listed,),)), "") is None
    tall = grid_of(Table(1, (), ((cell("字" * 3000),),)), "")
    assert tall is not None
    assert sheets(tall, _BOX) == ()
