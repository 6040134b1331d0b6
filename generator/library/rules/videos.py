"""Videos against the edition's rule: how many parts, how long."""

from collections.abc import Iterator
from math import isclose
from typing import Final

from generator.findings import Fault
from generator.library.case import Case, Video
from generator.library.edition import Edition, VideoRule
from generator.library.rules.placing import at_key

_TOLERANCE: Final = 0.1
"""A part or the whole may be so much longer or shorter than the rule, as a share."""
_SUM_TOLERANCE: Final = 0.051
"""Minutes typed to one decimal may miss their sum by this."""


def check_videos(case: Case, edition: Edition | None) -> Iterator[Fault]:
    """Compare each video's parts and minutes with the edition's, and its parts with its minutes.

    Sources: 2020 编写说明 (30 minutes: 1 + 28 + 1), 2022 编写说明 (30 minutes: 2 + 28). What the
    parts are called is the editor's choice; a video whose parts are not typed is not measured by
    them.
    """
    rule = edition.video if edition else None
    for number, video in enumerate(case.front.videos):
        if rule:
            yield from _check_parts(case.path, number, video, rule)
            yield from _check_minutes(case.path, number, video, rule)
        yield from _check_sum(case.path, number, video)


def _check_parts(path: str, number: int, video: Video, rule: VideoRule) -> Iterator[Fault]:
    if not video.parts or not rule.parts:
        return
    key = ("videos", number, "parts")
    expected = tuple(f"{part.minutes:g}" for part in rule.parts)
    if len(video.parts) != len(rule.parts):
        yield at_key(
            path,
            "video-parts",
            key,
            count=len(video.parts),
            limit=len(rule.parts),
            expected=expected,
        )
        return
    for place, (part, asked) in enumerate(zip(video.parts, rule.parts, strict=True)):
        if not _near(part.minutes, asked.minutes):
            yield at_key(
                path,
                "video-parts",
                (*key, place, "minutes"),
                title=part.title,
                minutes=f"{part.minutes:g}",
                expected=f"{asked.minutes:g}",
                variant="minutes",
            )


def _check_minutes(path: str, number: int, video: Video, rule: VideoRule) -> Iterator[Fault]:
    if video.minutes is not None and not _near(video.minutes, rule.total_minutes):
        yield at_key(
            path,
            "video-minutes",
            ("videos", number, "minutes"),
            minutes=f"{video.minutes:g}",
            expected=f"{rule.total_minutes:g}",
        )


def _check_sum(path: str, number: int, video: Video) -> Iterator[Fault]:
    """Let the parts add up to the whole: the player's chapters are made from them."""
    if video.minutes is None or not video.parts:
        return
    total = sum(part.minutes for part in video.parts)
    if not isclose(total, video.minutes, rel_tol=0, abs_tol=_SUM_TOLERANCE):
        yield at_key(
            path,
            "video-minutes",
            ("videos", number, "minutes"),
            minutes=f"{video.minutes:g}",
            expected=f"{total:g}",
            variant="sum",
        )


def _near(minutes: float, asked: float) -> bool:
    return abs(minutes - asked) <= asked * _TOLERANCE + 1e-9
