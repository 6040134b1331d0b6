"""Which table of the form a table is; what must stay private is told first."""

from enum import Enum, auto
from typing import Final

from generator.intake.form.labels import FIELDS, SERIES, label_key, split
from generator.intake.form.numbers import fold_width
from generator.intake.form.tables import Table
from generator.intake.wordings import pattern

_HEAD_ROWS: Final = 3
_LONGEST_CAPTION: Final = 60
_LONGEST_START: Final = 2_000
_LONGEST_WHOLE: Final = 20_000
_RECOMMENDING: Final = frozenset({"recommender", "enterprise", "title"})
"""A table that asks for no more than who recommends whom is the recommender's."""


class Kind(Enum):
    """The tables of a form."""

    FACTS = auto()
    """Who applies with what."""
    MANAGEMENT = auto()
    ECONOMIC = auto()
    SOCIAL = auto()
    COMPETITORS = auto()
    """Never read."""
    RECOMMENDATION = auto()
    """Only the recommender's name is read."""
    SCORES = auto()
    """Never read."""
    OTHER = auto()


def kind_of(table: Table) -> Kind:
    """Tell which table it is, by what stands before it, by its head, then by its fields."""
    caption = fold_width("".join(table.caption.split()))
    caption = caption if len(caption) <= _LONGEST_CAPTION else ""
    head = fold_width("".join(_head(table)))[:_LONGEST_START]
    whole = fold_width("".join("".join(cell.text.split()) for cell in table.cells()))
    whole = whole[:_LONGEST_WHOLE]
    asked = _fields(table)
    is_other = not asked or _is_list(table)
    recommends = _has("recommendation", caption) or _has("recommendation_head", whole)
    tests = (
        (Kind.SCORES, _has("scores", caption) or _has("scores", _first_row(table))),
        (Kind.COMPETITORS, _has("competitors", caption) or _has("competitors_head", head)),
        (Kind.ECONOMIC, _has("economic", caption)),
        (Kind.MANAGEMENT, _has("management", caption)),
        (Kind.SOCIAL, _has("social", caption)),
        (Kind.ECONOMIC, _has("economic_head", head)),
        (Kind.MANAGEMENT, _has("management", whole)),
        (Kind.SOCIAL, not asked and _has("social", whole[:_LONGEST_START])),
        (Kind.OTHER, is_other),
        (Kind.RECOMMENDATION, recommends and not asked - _RECOMMENDING),
    )
    return next((kind for kind, is_it in tests if is_it), Kind.FACTS)


def _head(table: Table) -> list[str]:
    return ["".join(cell.text.split()) for row in table.rows[:_HEAD_ROWS] for cell in row]


def _first_row(table: Table) -> str:
    return "".join("".join(cell.text.split()) for row in table.rows[:1] for cell in row)


def _has(key: str, written: str) -> bool:
    return pattern(f"intake_form.pattern.{key}").search(written) is not None


def _fields(table: Table) -> set[str]:
    found = {label_key(cell.text) for cell in table.cells()}
    found |= {part.key for cell in table.cells() for part in split(cell.text)}
    return found & {*FIELDS, SERIES}


def _is_list(table: Table) -> bool:
    """Tell a list of applicants, which has a column for their numbers."""
    first = table.rows[0][:1] if table.rows else ()
    return any(_has("list_head", "".join(cell.text.split())) for cell in first)
