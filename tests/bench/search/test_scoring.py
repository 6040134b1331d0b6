import math

import pytest

from tests.bench.search.scoring import Answer, Truth, mean, quality, quantile, score, spread, worst


def truth(rows: set[int], named: set[int] | None = None) -> Truth:
    return Truth("质量", ("质量",), "everyday", frozenset(rows), frozenset(named or ()))


def answer(*rows: int, seconds: float = 0.01, is_cut_off: bool = False) -> Answer:
    return Answer(rows, seconds, seconds / 2, 1000, 2, is_cut_off=is_cut_off)


def test_recall_and_precision() -> None:
    mark = quality(truth({1, 2, 3, 4}), (1, 2, 9))
    assert (mark.recall, mark.precision, mark.named_first) == (0.5, 2 / 3, None)


def test_nothing_found_has_no_precision_and_nothing_true_no_recall() -> None:
    assert quality(truth({1}), ()).precision is None
    assert quality(truth({1}), ()).recall == 0
    assert quality(truth(set()), (1,)).recall is None


@pytest.mark.parametrize(
    ("found", "wanted"),
    [((1, 2, 3), 1.0), ((3, 1), 0.5), ((*range(10, 20), 1, 2), 0.0)],
)
def test_named_hits_count_among_the_first_ten(found: tuple[int, ...], wanted: float) -> None:
    assert quality(truth({1, 2, 3}, {1, 2}), found).named_first == wanted


def test_more_named_hits_than_places_can_still_be_all_right() -> None:
    assert quality(truth(set(range(30)), set(range(30))), tuple(range(30))).named_first == 1


def test_quantiles_are_values_that_occurred() -> None:
    values = [float(value) for value in range(1, 101)]
    assert quantile(values, 0.95) == 95
    assert quantile([7.0], 0.95) == 7
    assert spread([1.0, 2.0, 6.0]) == {"median": 2, "mean": 3, "p95": 6, "max": 6}


def test_mean_of_nothing_is_no_number() -> None:
    assert math.isnan(mean([None, None]))
    assert mean([None, 1.0, 0.0]) == 0.5


def test_a_score_counts_what_was_cut_off_and_what_absent_words_found() -> None:
    truths = [truth({1, 2}, {1}), truth(set()), truth({5})]
    got = score(truths, [answer(1, 2), answer(7, 8), answer(seconds=60, is_cut_off=True)])
    assert (got.recall, got.precision, got.named_first) == (0.5, 1, 1)
    assert (got.false_on_absent, got.cut_off) == (2, 1)
    assert got.milliseconds["max"] == 60_000
    assert got.bytes["median"] == 1000


def test_answers_must_be_as_many_as_questions() -> None:
    with pytest.raises(ValueError, match="zip"):
        score([truth({1})], [])


def test_the_worst_come_first() -> None:
    rows = worst([truth({1}), truth({1, 2})], [answer(1), answer(1, 9)], 1)
    assert [(row["true"], row["found"], row["recall"]) for row in rows] == [(2, 2, 0.5)]
