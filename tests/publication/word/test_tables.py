import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.publication.blocks.tree import Table
from generator.publication.word.draft import A4_LINE
from generator.publication.word.widths import column_shares
from tests.publication.word.samples import cell

WORDS = st.text(st.sampled_from("质量标杆 aW1%\n"), max_size=60)


@given(
    st.integers(1, 9).flatmap(
        lambda n: st.lists(st.lists(WORDS, min_size=n, max_size=n), min_size=1, max_size=4)
    )
)
def test_columns_fill_at_most_the_line(rows: list[list[str]]) -> None:
    table = Table(len(rows[0]), (), tuple(tuple(cell(words) for words in row) for row in rows))
    shares = column_shares(table, A4_LINE)
    assert len(shares) == table.columns
    assert min(shares) > 0
    assert sum(shares) <= 1.000001


def test_short_columns_stay_on_a_line_beside_long_ones() -> None:
    row = (cell("焊接不良率"), cell("98"), cell("很长的说明，" * 20), cell("越小越好"))
    name, number, prose, way = column_shares(Table(4, (), (row,)), A4_LINE)
    em = 10.5 / A4_LINE
    margins = 8.5 / A4_LINE
    assert name >= 5 * em + margins
    assert way >= 4 * em + margins
    assert number < name < prose
    assert name + number + prose + way == pytest.approx(1)


def test_a_small_table_is_no_wider_than_its_text() -> None:
    shares = column_shares(Table(2, (), ((cell("甲"), cell("乙")),)), A4_LINE)
    assert sum(shares) < 0.2


def test_what_spans_from_above_moves_the_cells_beside_it() -> None:
    rows = ((cell("合并", rows=2), cell("短")), (cell("这一格在第二列里" * 2),))
    first, second = column_shares(Table(2, (), rows), A4_LINE)
    assert second > first


def test_too_many_columns_share_the_line() -> None:
    row = tuple(cell("字") for _ in range(30))
    assert column_shares(Table(30, (), (row,)), A4_LINE) == pytest.approx([1 / 30] * 30)


def test_words_of_the_head_take_two_lines_before_the_text_is_squeezed() -> None:
    names = ("指标", "本企业的名次", "行业的平均", "行业的最佳", "方向", "单位", "年份一", "年份二")
    body = (cell("从设备报警到责任人确认处置方案的平均时间"), *(cell("9.9") for _ in names[1:]))
    table = Table(len(names), (tuple(map(cell, names)),), (body,))
    first, second, *_ = column_shares(table, A4_LINE)
    assert first > 2 * second
    assert second >= 0.6 * 6 * 10.5 / A4_LINE
