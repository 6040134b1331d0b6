"""The nearest allowed name to what an editor typed, for hints."""

import difflib
from collections.abc import Iterable
from typing import Final

_LONGEST: Final = 60
"""Names longer than this get no suggestion: comparing is quadratic in the length."""
_CUTOFF: Final = 0.5


def nearest(name: str, allowed: Iterable[str]) -> str:
    """Give the allowed name that is most like `name`, or "" when none is; ties go to the first.

    A name that contains the typed text, or is contained in it, is near whatever its length.
    """
    typed = name.strip().casefold()
    if not typed or len(typed) > _LONGEST:
        return ""
    matcher = difflib.SequenceMatcher(autojunk=False, b=typed)
    best, best_ratio = "", _CUTOFF
    for candidate in dict.fromkeys(allowed):
        if not candidate or len(candidate) > _LONGEST:
            continue
        ratio = _likeness(matcher, typed, candidate.casefold(), best_ratio)
        if ratio > best_ratio or (not best and ratio == best_ratio):
            best, best_ratio = candidate, ratio
    return best


def _likeness(
    matcher: difflib.SequenceMatcher[str], typed: str, candidate: str, floor: float
) -> float:
    """Give the ratio of likeness, 0 when it cannot reach `floor`."""
    matcher.set_seq1(candidate)
    contained = len(typed) > 1 and (typed in candidate or candidate in typed)
    least = 0.5 + min(len(typed), len(candidate)) / (2 * max(len(typed), len(candidate)))
    if matcher.real_quick_ratio() < floor or matcher.quick_ratio() < floor:
        return least if contained else 0.0
    return max(least if contained else 0.0, matcher.ratio())
