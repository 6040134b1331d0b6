"""What a round announced against what the library holds of it; fictional cases stand apart."""

from dataclasses import dataclass

from generator.catalogue.counts import Count
from generator.catalogue.timeline import EditionEntry
from generator.charts.held import held_staff
from generator.pages.lists import fictional_beside
from generator.strings import text


@dataclass(frozen=True, slots=True)
class HeldView:
    """The holdings of a round."""

    said: str
    """公布 58 项，本库收录 3 项（演示 2）."""
    announced: int = 0
    """0 where no number was announced."""
    held: int = 0
    """Real cases."""
    longest: int = 0
    """The longest list of those that are drawn to one scale, 0 for one alone."""

    @property
    def staff(self) -> str:
        """Draw a piece of the staff (SVG), red as far as held; "" where nothing was announced."""
        return held_staff(self.announced, self.held, self.longest)


@dataclass(frozen=True, slots=True)
class GroupLine:
    """One group of a round's list in numbers, or their sum."""

    label: str
    announced: str
    """A dash where the announcement did not say."""
    real: str
    demonstration: str
    """Empty for none."""


def held_of(counted_: Count, announced: int | None, unit: str = "") -> str:
    """Say how many the library holds of how many announced; fictional cases are told apart."""
    key = "unknown" if announced is None else "announced"
    said = text(
        f"pages.held.{key}",
        held=counted_.real,
        announced=announced,
        unit=unit or text("pages.held.unit"),
    )
    return said + fictional_beside(counted_)


def held_view(held: EditionEntry, longest: int = 0) -> HeldView:
    """Give a round's holdings; with `longest`, the staffs of many rounds are to one scale."""
    announced = held.announced
    if announced is None:
        return HeldView(held_of(held.counted, None))
    said = held_of(held.counted, announced.total, announced.unit)
    return HeldView(said, announced.total, held.counted.real, longest)


def group_lines(held: EditionEntry) -> tuple[GroupLine, ...]:
    """Give the announced groups against what is held, the sum last; nothing for one group."""
    announced = held.announced
    if announced is None or not announced.groups:
        return ()
    return (
        *(
            _line(group.label or text("pages.year.no_group"), group.announced, group.counted)
            for group in held.groups
        ),
        _line(text("pages.year.total"), announced.total, held.counted),
    )


def _line(label: str, announced: int | None, counted_: Count) -> GroupLine:
    return GroupLine(
        label,
        text("pages.format.none") if announced is None else str(announced),
        str(counted_.real),
        str(counted_.demonstration or ""),
    )
