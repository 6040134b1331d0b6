import pytest

from tests.bench.goals import Goal, against_peers, of_growth, of_serve, same_weight
from tests.bench.growth import Size
from tests.bench.latency import Latency
from tests.bench.measure import Cost, Output, Weights
from tests.bench.scenarios import SCENARIOS, Result


def cost(seconds: float, megabytes: float = 100) -> Cost:
    return Cost(wall_seconds=seconds, cpu_seconds=seconds, peak_bytes=int(megabytes * 1e6))


def result(name: str, seconds: float, megabytes: float = 100, page: float = 40_000) -> Result:
    return Result(
        name=name,
        versions={},
        output=Output(pages=10, files=12, bytes=50_000),
        weights=Weights(8, page, 2, 10_000),
        is_as_heavy=name == "hugo",
        costs={scenario: [cost(seconds, megabytes)] for scenario in SCENARIOS},
    )


def test_a_goal_says_what_was_reached() -> None:
    assert str(Goal("x", 0.41, 0.5)).split() == ["x", "0.410", "(limit", "0.5)", "ok"]
    assert str(Goal("x", 0.51, 0.5)).endswith("(limit 0.5) MISSED")
    assert "(limit 2 s) ok" in str(Goal("x", 1.9, 2, "s"))
    assert "set for another size" in str(Goal("x", 0.9, 0.5, holds_here=False))


@pytest.mark.parametrize(
    ("value", "is_met"), [(0.94, False), (0.95, True), (1.05, True), (1.06, False)]
)
def test_a_weight_may_be_neither_less_nor_more(value: float, is_met: bool) -> None:
    assert Goal("w", value, 1.05, least=0.95).is_met is is_met


def test_ratios_are_ours_to_the_peers() -> None:
    results = [result("biaogan", 4, 500), result("hugo", 10, 2000), result("material", 100)]
    found = {goal.name: goal for goal in against_peers(10_000, results)}
    cold = found["wall, cold: biaogan / hugo"]
    assert (cold.value, cold.limit, cold.is_met) == (0.4, 0.5, True)
    assert found["wall, one title edited: biaogan / hugo"].limit == 0.2
    assert not found["wall, nothing changed: biaogan / hugo"].is_met
    assert not found["memory, cold: biaogan / hugo"].is_met
    assert found["wall, cold: biaogan / material"].value == 0.04
    assert all(goal.holds_here for goal in found.values())


def test_limits_against_peers_are_set_for_one_size() -> None:
    goals = list(against_peers(1000, [result("biaogan", 4), result("hugo", 10)]))
    assert not any(goal.holds_here for goal in goals if "wall" in goal.name)
    assert list(against_peers(1000, [result("hugo", 1)])) == []


def test_only_peers_that_show_the_same_are_weighed() -> None:
    results = [result("biaogan", 1), result("hugo", 1, page=30_000), result("material", 1)]
    weighed = [goal for goal in against_peers(1000, results) if "weight" in goal.name]
    assert weighed == list(same_weight(1000, results[0], results[1]))
    assert [goal.is_met for goal in weighed] == [False, True]


def test_the_preview_has_a_limit_at_two_sizes() -> None:
    latency = Latency(1.0, (0.5, 0.9, 0.6), (0.8, 0.7, 3.0))
    assert [(goal.value, goal.is_met) for goal in of_serve(1000, latency)] == [
        (0.6, True),
        (0.8, False),
    ]
    assert all(goal.is_met for goal in of_serve(10_000, latency))
    assert list(of_serve(200, latency)) == []


def test_growth_is_judged_between_the_two_largest_sizes() -> None:
    sizes = [Size(1000, cost(1)), Size(10_000, cost(10)), Size(100_000, cost(140, 3900))]
    memory, pace = of_growth(sizes)
    assert memory.is_met
    assert pace.value == pytest.approx(1.4)
    assert not pace.is_met
    assert list(of_growth(sizes[:2])) == []
