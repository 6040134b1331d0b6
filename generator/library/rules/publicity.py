"""Publicity (公示): ten working days, or as many as the edition says."""

from collections.abc import Iterator
from typing import Final

from generator.findings import Fault
from generator.library.edition import EDITION_FILE, PublicityRule
from generator.library.ids import EditionId
from generator.library.notice import Notice
from generator.library.rules.context import Context
from generator.library.rules.placing import at_key
from generator.workdays import add_working_days, working_days_between

ARTICLE_21: Final = PublicityRule(working_days=10)
"""遴选管理办法 (2021), article 21: 公示期为 10 个工作日; for editions that say nothing else."""


def publicity_rule(notice: Notice, context: Context) -> PublicityRule:
    """Give the rule that a publicity notice obeys: its edition's, else article 21."""
    edition = context.editions.get(EditionId(notice.front.edition))
    return edition.publicity if edition and edition.publicity else ARTICLE_21


def check_publicity(notice: Notice, context: Context) -> Iterator[Fault]:
    """Let a publicity period last long enough, by the working days of the calendar."""
    publicity = notice.front.publicity
    if publicity is None:
        return
    edition = notice.front.edition
    if edition not in context.editions and context.exists(f"cases/{edition}/{EDITION_FILE}"):
        return  # its rule may be another than article 21: the file has faults of its own
    rule = publicity_rule(notice, context)
    days, first = publicity.working_days or rule.working_days, rule.count_first_day
    if days < rule.working_days:
        yield at_key(
            notice.path,
            "publicity-too-short",
            ("publicity", "working_days"),
            days=days,
            limit=rule.working_days,
            variant="days",
        )
        days = rule.working_days
    end = add_working_days(publicity.starts_on, days, first)
    if end is None:
        yield at_key(
            notice.path,
            "publicity-calendar",
            ("publicity", "starts_on"),
            start=publicity.starts_on,
        )
    elif publicity.ends_on and publicity.starts_on <= publicity.ends_on < end:
        yield at_key(
            notice.path,
            "publicity-too-short",
            ("publicity", "ends_on"),
            days=working_days_between(publicity.starts_on, publicity.ends_on, first),
            limit=days,
            day=publicity.ends_on,
            end=end,
        )
