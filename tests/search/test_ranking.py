"""How much a word counts, and how a page's rows are put in order by their texts."""

from hypothesis import given
from hypothesis import strategies as st

from generator.search.ranking import closeness, rerank


def test_words_next_to_each_other_are_nearer_than_words_apart() -> None:
    words = ["质量", "标杆"]
    assert closeness(["质量标杆"], words) == (3, 2)
    assert closeness(["标杆·质量"], words) == (3, 2)
    assert closeness(["质量" + "中" * 15 + "标杆"], words) == (2, 2)
    assert closeness(["质量" + "中" * 30 + "标杆"], words) == (1, 2)
    assert closeness(["质量", "标杆标杆"], words) == (0, 3)
    assert closeness([], words) == (0, 0)


def test_the_nearest_place_counts() -> None:
    text = "质量" + "中" * 40 + "标杆的质量"
    assert closeness([text], ["质量", "标杆"])[0] == 3


def test_units_are_those_of_browsers() -> None:
    between = "\U00020bb7" * 11  # 22 units
    assert closeness([f"质{between}标"], ["质", "标"])[0] == 1


def test_a_row_never_passes_one_of_a_higher_score() -> None:
    texts = [["质量"], ["质量质量"], ["质量质量质量"]]
    assert rerank([7, 5, 3], texts, ["质量"], [400, 10, 10]) == [7, 3, 5]


TEXTS = st.lists(st.lists(st.text("质量标杆·", max_size=30), max_size=3), min_size=1, max_size=8)


@given(TEXTS, st.lists(st.sampled_from([10, 20, 300]), min_size=8, max_size=8))
def test_rows_stay_whole_and_scores_falling(texts: list[list[str]], scores: list[int]) -> None:
    given_scores = sorted(scores[: len(texts)], reverse=True)
    rows = list(range(100, 100 + len(texts)))
    found = rerank(rows, texts, ["质量", "标"], given_scores)
    assert sorted(found) == rows
    after = [given_scores[row - 100] for row in found]
    assert after == given_scores
