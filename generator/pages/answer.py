"""The answer of an enterprise's page: held, no longer held, or fictional; since when; still valid.

It says what the library's papers say on the day of the build, and names that day.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import partial
from typing import Final

from generator.catalogue.terms import TermEntry
from generator.library.case import Case
from generator.library.lifecycle import Level, NoticeKind
from generator.library.notice import Notice
from generator.pages.inputs import Inputs
from generator.pages.titles import Titles, titles_of
from generator.pages.values import Fact, Link, day, fact
from generator.strings import labels, text

_fact: Final = partial(fact, table="pages.enterprise.fact")


class Verdict(StrEnum):
    """Whether an enterprise holds a title."""

    VALID = "valid"
    REPORTED = "reported"
    """Sources name it a holder, but the library holds no result notice of any of its titles."""
    ENDED = "ended"
    FICTIONAL = "fictional"
    """All its cases are made up, so whatever they say it holds nothing."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer at a glance, in words, and in facts."""

    kind: Verdict
    word: str
    """持有, 不再持有, 虚构企业."""
    said: str
    """The whole answer as a sentence."""
    facts: tuple[Fact, ...]
    """Since when, which titles, whether valid on which day."""

    @property
    def is_fictional(self) -> bool:
        """Tell whether the enterprise is made up."""
        return self.kind is Verdict.FICTIONAL


def answer_of(inputs: Inputs, entry: TermEntry) -> Answer:
    """Answer for one enterprise, in O(its titles)."""
    titles = titles_of(inputs.library, entry)
    kind = _verdict(inputs, titles)
    return Answer(
        kind,
        text(f"pages.enterprise.word.{kind}"),
        _said(inputs, kind, titles),
        _facts(inputs, kind, titles),
    )


def _verdict(inputs: Inputs, titles: Titles) -> Verdict:
    if not titles.is_real:
        return Verdict.FICTIONAL
    if not titles.held:
        return Verdict.ENDED
    is_announced = any(result_notice(inputs, case) for case in titles.held)
    return Verdict.VALID if is_announced else Verdict.REPORTED


def result_notice(inputs: Inputs, case: Case) -> Notice | None:
    """Give the real notice that announced a title: a news item is no announcement."""
    return next(
        (
            notice
            for notice in inputs.catalogue.naming(case.id)
            if notice.front.kind is NoticeKind.RESULT and not notice.front.demonstration
        ),
        None,
    )


def _said(inputs: Inputs, kind: Verdict, titles: Titles) -> str:
    held, revoked = titles.held, len(titles.lost)
    key = "revoked" if not held else "some" if revoked else "holds"
    if kind is Verdict.REPORTED:
        key = f"reported_{key}"
    said = text(
        f"pages.enterprise.answer.{key}",
        since=min((case.front.year for case in held), default=0),
        levels=text("pages.format.comma").join(_levels(held)),
        revoked=revoked,
        on=day(inputs.config.today),
    )
    fictional = kind is Verdict.FICTIONAL
    return text("pages.enterprise.answer.fictional", answer=said) if fictional else said


def _levels(held: Sequence[Case]) -> list[str]:
    by_level = Counter(case.front.level for case in held)
    return [
        text("pages.enterprise.answer.level", level=labels("level")[level], count=by_level[level])
        for level in Level
        if by_level[level]
    ]


def _facts(inputs: Inputs, kind: Verdict, titles: Titles) -> tuple[Fact, ...]:
    held, lost = titles.held, titles.lost
    state = "ended" if not held else "some" if lost else "valid"
    if kind is Verdict.REPORTED and not lost:
        state = "reported"
    validity = text(
        f"pages.enterprise.validity.{state}", on=day(inputs.config.today), revoked=len(lost)
    )
    in_play = text(f"pages.enterprise.word.{'valid' if held else 'ended'}")
    return (
        *(_fact("in_play", in_play) if kind is Verdict.FICTIONAL else ()),
        *(_fact("since", *_since(inputs, held)) if held else ()),
        *(() if held else _fact("held_in", *_years(inputs, lost))),
        *_fact("titles", *_levels(held)),
        *_fact("validity", validity),
    )


def _since(inputs: Inputs, held: Sequence[Case]) -> tuple[Link, ...]:
    """Give the first year, of each level where there are several: one is not the other."""
    first: dict[Level, int] = {}
    for case in held:
        level = case.front.level
        first[level] = min(case.front.year, first.get(level, case.front.year))
    if len(first) == 1:
        return tuple(inputs.year(year) for year in first.values())
    return tuple(
        replace(link, label=text("pages.enterprise.since", level=labels("level")[level], year=year))
        for level in Level
        if (year := first.get(level)) is not None and (link := inputs.year(year))
    )


def _years(inputs: Inputs, cases: Sequence[Case]) -> tuple[Link, ...]:
    return tuple(inputs.year(year) for year in sorted({case.front.year for case in cases}))
