"""How well an engine answers, from what it found and what is true."""

import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict, astuple, dataclass
from statistics import fmean, median
from typing import Any, Final

TOP: Final = 10


@dataclass(frozen=True, slots=True)
class Truth:
    """What is right for a query."""

    text: str
    """As a reader types it."""
    words: tuple[str, ...]
    """Its words, folded; every one must occur."""
    kind: str
    rows: frozenset[int]
    """Documents in which all words occur as exact substrings."""
    named: frozenset[int]
    """Those of `rows` whose title or enterprise holds one of the words."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What an engine did with a query, with nothing of an earlier query left."""

    rows: tuple[int, ...]
    """Documents found, best first."""
    seconds: float
    alone_seconds: float
    """The same once more with every file at hand: what the engine itself takes, no connection."""
    bytes: int
    requests: int
    is_cut_off: bool = False
    """The engine was stopped: the time is that of the limit, nothing was found."""


@dataclass(frozen=True, slots=True)
class Quality:
    """How good a query's answer is, 0 to 1; None where it does not apply."""

    recall: float | None
    precision: float | None
    named_first: float | None
    """T@10: of as many title and enterprise hits as fit among the first ten, those that are."""


@dataclass(frozen=True, slots=True)
class Score:
    """An engine's figures over all queries."""

    queries: int
    recall: float
    precision: float
    named_first: float
    false_on_absent: float
    """Documents found, a query, by queries to which nothing is the right answer."""
    milliseconds: Mapping[str, float]
    """median, p95, max."""
    alone_milliseconds: Mapping[str, float]
    """The same without a connection."""
    bytes: Mapping[str, float]
    """median, mean, max."""
    requests: Mapping[str, float]
    cut_off: int


def quality(truth: Truth, found: Sequence[int]) -> Quality:
    """Compare an answer with the truth."""
    right = truth.rows.intersection(found)
    first = truth.named.intersection(found[:TOP])
    return Quality(
        recall=len(right) / len(truth.rows) if truth.rows else None,
        precision=len(right) / len(found) if found and truth.rows else None,
        named_first=len(first) / min(TOP, len(truth.named)) if truth.named else None,
    )


def mean(values: Collection[float | None]) -> float:
    """Give the mean of the values that there are; not a number for none."""
    there = [value for value in values if value is not None]
    return fmean(there) if there else math.nan


def quantile(values: Sequence[float], part: float) -> float:
    """Give the smallest value that at least `part` of all values do not exceed."""
    ordered = sorted(values)
    return ordered[max(0, math.ceil(part * len(ordered)) - 1)]


def spread(values: Sequence[float]) -> dict[str, float]:
    """Give median, mean, 95th percentile and largest value."""
    return {
        "median": median(values),
        "mean": fmean(values),
        "p95": quantile(values, 0.95),
        "max": max(values),
    }


def score(truths: Sequence[Truth], answers: Sequence[Answer]) -> Score:
    """Give an engine's figures; a query that was cut off counts as finding nothing."""
    marks = [quality(t, answer.rows) for t, answer in zip(truths, answers, strict=True)]
    absent = [len(a.rows) for t, a in zip(truths, answers, strict=True) if not t.rows]
    return Score(
        queries=len(truths),
        recall=mean([mark.recall for mark in marks]),
        precision=mean([mark.precision for mark in marks]),
        named_first=mean([mark.named_first for mark in marks]),
        false_on_absent=mean(absent),
        milliseconds=spread([1000 * answer.seconds for answer in answers]),
        alone_milliseconds=spread([1000 * answer.alone_seconds for answer in answers]),
        bytes=spread([answer.bytes for answer in answers]),
        requests=spread([answer.requests for answer in answers]),
        cut_off=sum(answer.is_cut_off for answer in answers),
    )


def worst(truths: Sequence[Truth], answers: Sequence[Answer], most: int) -> list[dict[str, Any]]:
    """Give the queries that were answered worst, for whoever looks for the reason."""
    pairs = [(t, a, quality(t, a.rows)) for t, a in zip(truths, answers, strict=True)]
    pairs.sort(key=lambda one: sum(1 - m for m in astuple(one[2]) if m is not None), reverse=True)
    return [
        {
            "query": truth.text,
            "kind": truth.kind,
            "true": len(truth.rows),
            "found": len(answer.rows),
            **asdict(mark),
            "milliseconds": 1000 * answer.seconds,
            "bytes": answer.bytes,
        }
        for truth, answer, mark in pairs[:most]
    ]
