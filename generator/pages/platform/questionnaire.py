"""The questionnaire of the self-evaluation: read from strings/zh/evaluation.toml, and checked.

Who edits it need not program: a mistake is told by its place in the file, `dimensions[2].label`.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from generator.pages.platform.editable import Editable

LEVELS: Final = 5
"""Levels of maturity, from 1."""
GENERAL: Final = "general"
"""The dimension that everybody answers; the others are focus areas."""
_FILE: Final = Editable("evaluation", "pages.platform.evaluation.broken")
_NAME: Final = re.compile(r"[a-z][a-z0-9-]*")


@dataclass(frozen=True, slots=True)
class Question:
    """A question, answered by a level."""

    id: str
    """Never changes within a version; unique in its dimension."""
    asks: str
    levels: tuple[str, ...]
    """What holds at each level, the lowest first: exactly `LEVELS` sentences."""


@dataclass(frozen=True, slots=True)
class EvaluationDimension:
    """What is evaluated together and gets one number."""

    slug: str
    """Of the focus area, or `GENERAL`."""
    label: str
    about: str
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class Questionnaire:
    """All questions."""

    version: int
    """Answers to another version are not read."""
    levels: tuple[str, ...]
    """Names of the levels."""
    dimensions: tuple[EvaluationDimension, ...]


@cache
def questionnaire(own: str = "") -> Questionnaire:
    """Give the library's own questionnaire, or where that is empty the program's.

    Raises ConfigurationError where the file is wrong.
    """
    return read_questionnaire(_FILE.source(own))


def read_questionnaire(source: Mapping[str, object]) -> Questionnaire:
    """Check what a file says and give it as a record, or raise ConfigurationError."""
    version = _FILE.version(source)
    dimensions = tuple(
        _dimension(item, f"dimensions[{place}]")
        for place, item in enumerate(_FILE.listed(source, "dimensions", ""), 1)
    )
    _FILE.unique((item.slug for item in dimensions), "dimensions", "slug")
    return Questionnaire(version, _levels(source, ""), dimensions)


def _dimension(item: object, place: str) -> EvaluationDimension:
    source = _FILE.table(item, place)
    questions = tuple(
        _question(one, f"{place}.questions[{number}]")
        for number, one in enumerate(_FILE.listed(source, "questions", f"{place}."), 1)
    )
    _FILE.unique((one.id for one in questions), f"{place}.questions", "id")
    return EvaluationDimension(
        slug=_name(source, "slug", place),
        label=_FILE.sentence(source.get("label"), f"{place}.label"),
        about=_FILE.sentence(source.get("about"), f"{place}.about"),
        questions=questions,
    )


def _question(item: object, place: str) -> Question:
    source = _FILE.table(item, place)
    return Question(
        id=_name(source, "id", place),
        asks=_FILE.sentence(source.get("asks"), f"{place}.asks"),
        levels=_levels(source, f"{place}."),
    )


def _levels(source: Mapping[str, object], place: str) -> tuple[str, ...]:
    found = _FILE.listed(source, "levels", place)
    if len(found) != LEVELS:
        raise _FILE.wrong(f"{place}levels", "levels")
    return tuple(_FILE.sentence(one, f"{place}levels[{at}]") for at, one in enumerate(found, 1))


def _name(source: Mapping[str, object], key: str, place: str) -> str:
    found = source.get(key)
    if not isinstance(found, str) or not _NAME.fullmatch(found):
        raise _FILE.wrong(f"{place}.{key}", "name")
    return found
