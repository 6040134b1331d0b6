"""CSV files: what Excel and programs read of them."""

import csv
import io

from hypothesis import given
from hypothesis import strategies as st

from generator.publication.sheets.cells import FORMULA_STARTS, from_csv
from generator.publication.sheets.table_csv import BYTE_ORDER_MARK, table_csv
from tests.publication.sheets.samples import texts

rows = st.lists(st.tuples(texts, st.integers(), st.none()), max_size=5)


@given(rows)
def test_a_table_comes_back(values: list[tuple[str, int, None]]) -> None:
    data = table_csv(("文字", "数", "空"), values).decode()
    assert data.startswith(BYTE_ORDER_MARK)
    read = list(csv.reader(io.StringIO(data.removeprefix(BYTE_ORDER_MARK), newline="")))
    assert read[0] == ["文字", "数", "空"]
    for found, (said, number, _) in zip(read[1:], values, strict=True):
        assert not found[0].startswith(FORMULA_STARTS)
        assert from_csv(found[0]).replace("\ufffd", "") == kept(said)
        assert found[1:] == [str(number), ""]


def kept(said: str) -> str:
    dropped = "\0\ufffd\ufffe\uffff"
    return "".join(one for one in said if one not in dropped and not "\ud800" <= one <= "\udfff")


def test_lines_end_as_the_standard_says() -> None:
    assert table_csv(("a", "b"), [("1", 2)]) == b"\xef\xbb\xbfa,b\r\n1,2\r\n"
