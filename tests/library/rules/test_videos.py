"""Videos against 2 + 28 and 1 + 28 + 1 minutes."""

from typing import Any

import pytest

from generator.library.edition import Edition
from generator.library.rules.videos import check_videos
from tests.library.rules.samples import case, edition, lines

IN_2022 = edition(
    "2022",
    video={
        "total_minutes": 30,
        "parts": [{"title": "展示", "minutes": 2}, {"title": "演示", "minutes": 28}],
    },
)


def found(minutes: float | None, *parts: float, of: Edition | None = IN_2022) -> list[str]:
    video: dict[str, Any] = {
        "title": "示例",
        "provider": "bilibili",
        "id": "BV1",
        "minutes": minutes,
    }
    video["parts"] = [{"title": "任意", "minutes": part} for part in parts]
    return lines(check_videos(case(videos=[video]), of))


@pytest.mark.parametrize(
    ("minutes", "parts"),
    [(30, (2, 28)), (30, ()), (None, ()), (None, (2, 28)), (33, (2.2, 30.8)), (27, (1.8, 25.2))],
)
def test_good(minutes: float | None, parts: tuple[float, ...]) -> None:
    assert found(minutes, *parts) == []


@pytest.mark.parametrize(
    ("minutes", "parts", "faults"),
    [
        (30, (30,), ["video-parts videos.0.parts"]),
        (30, (1, 28, 1), ["video-parts videos.0.parts"]),
        (
            30,
            (28, 2),
            [
                "video-parts videos.0.parts.0.minutes minutes",
                "video-parts videos.0.parts.1.minutes minutes",
            ],
        ),
        (30, (2.3, 27.7), ["video-parts videos.0.parts.0.minutes minutes"]),
        (34, (), ["video-minutes videos.0.minutes"]),
        (26, (), ["video-minutes videos.0.minutes"]),
        (31, (2, 28), ["video-minutes videos.0.minutes sum"]),
    ],
)
def test_bad(minutes: float, parts: tuple[float, ...], faults: list[str]) -> None:
    assert found(minutes, *parts) == faults


def test_sum_is_checked_without_a_rule() -> None:
    assert found(5, 2, 2, of=edition("2014")) == ["video-minutes videos.0.minutes sum"]
    assert found(5, 2, 3, of=None) == []
