"""What a cell may hold."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.publication.sheets.cells import (
    FORMULA_STARTS,
    LONGEST,
    cell_text,
    csv_text,
    from_csv,
)
from tests.publication.sheets.samples import HOSTILE, texts


@given(texts)
def test_no_text_of_a_csv_file_begins_a_formula(said: str) -> None:
    assert not csv_text(said).startswith(FORMULA_STARTS)


@given(texts | st.text(alphabet="'=+-@\t\ra", max_size=6))
def test_what_is_escaped_comes_back(said: str) -> None:
    assert from_csv(csv_text(said)) == csv_clean(said)


def test_full_width_signs_and_line_feeds_begin_no_formula() -> None:
    for said in ("＝1+1", "＋86", "－1", "＠SUM(A1)", "\n=1"):
        assert csv_text(said) == f"'{said}"


def csv_clean(said: str) -> str:
    return "".join(
        "\ufffd" if one in "\0\ufffe\uffff" or is_surrogate(one) else one for one in said
    )


def is_surrogate(one: str) -> bool:
    return "\ud800" <= one <= "\udfff"


def test_plain_text_stays_as_it_is() -> None:
    for said in ("质量标杆", "a=b", "'quoted'", "", "1-2"):
        assert csv_text(said) == cell_text(said) == said


@pytest.mark.parametrize("one", ["标", "👩", "a👩"])
def test_a_text_too_long_for_a_cell_is_cut_and_shows_it(one: str) -> None:
    cut = cell_text(one * (LONGEST + 1))
    assert cut.endswith("…")
    assert LONGEST - 2 <= len(cut.encode("utf-16-le")) // 2 <= LONGEST
    whole = "标" * LONGEST
    assert cell_text(whole) == whole


@given(st.text() | st.sampled_from(HOSTILE))
def test_a_cell_holds_nothing_that_xml_or_utf8_cannot(said: str) -> None:
    cell_text(said + "\ud800\uffff").encode()
    assert not cell_text("<r>" + said + "</r>").startswith("<r>")
