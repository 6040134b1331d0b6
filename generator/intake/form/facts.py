"""What a form says, as it is written there, and where; nothing of it is private."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.intake.form.ticks import Choice
from generator.intake.remarks import Remark


@dataclass(frozen=True, slots=True)
class Fact:
    """The value of a field."""

    value: str
    """One line; of ticked options the ticked."""
    place: str
    """Where it stands, in the reader's words."""
    is_cover: bool = False
    """It stands outside of the tables: on the cover or in the promise."""
    choice: Choice | None = None
    """The options and their ticks, when it was filled by ticking."""


@dataclass(frozen=True, slots=True)
class Measured:
    """An indicator, as the form gives it."""

    name: str
    place: str
    unit: str = ""
    values: Mapping[int, int | float] = field(default_factory=dict)
    average: int | float | None = None
    best: int | float | None = None
    rank: int | None = None
    is_series: bool = False
    """It stands among the basic facts, which give some of the economic table a second time."""


@dataclass(frozen=True, slots=True)
class Form:
    """The facts of an application form. Persons, numbers, codes and competitors are not read."""

    is_form: bool = False
    """It is an application form, empty or filled."""
    facts: Mapping[str, tuple[Fact, ...]] = field(default_factory=dict)
    """By field (`labels.FIELDS`): every place that fills it, the tables before the cover."""
    indicators: tuple[Measured, ...] = ()
    year: int | None = None
    """The round that the form's title or its three years speak of."""
    has_competitors: bool = False
    """A list of competitors stands in it, which was not read."""
    remarks: tuple[Remark, ...] = ()
    """What could not be read with certainty."""

    def fact(self, key: str) -> Fact | None:
        """Give the fact that counts, or nothing while the field is empty."""
        return next(iter(self.facts.get(key, ())), None)
