"""A publicity period in words: its first and its last day, printed or computed."""

from datetime import date
from typing import Final

from generator.library.ids import EditionId
from generator.library.notice import Notice, Publicity
from generator.pages.inputs import Inputs
from generator.pages.values import day, span
from generator.strings import text
from generator.workdays import add_working_days

PUBLICITY_DAYS: Final = 10
"""Working days of a publicity period where neither notice nor edition says (article 21)."""


def publicity_period(inputs: Inputs, notice: Notice) -> str:
    """Give the period that a notice opens; "" for a notice that opens none."""
    publicity = notice.front.publicity
    if publicity is None:
        return ""
    edition = inputs.library.editions.get(EditionId(notice.front.edition))
    rule = edition.publicity if edition else None
    days = publicity.working_days or (rule.working_days if rule else PUBLICITY_DAYS)
    computed = add_working_days(publicity.starts_on, days, bool(rule and rule.count_first_day))
    return text("pages.notice.period", span=_period(publicity, computed), days=days)


def _period(publicity: Publicity, computed: date | None) -> str:
    ends_on = publicity.ends_on or computed
    if ends_on is None:
        return text("pages.notice.open_period", first=day(publicity.starts_on))
    key = "printed_end" if publicity.ends_on else "computed_end"
    return text(f"pages.notice.{key}", span=span(publicity.starts_on, ends_on))
