"""The text's structure against its edition: which sections, in which order, how long."""

from collections.abc import Iterator
from typing import Final

from generator.findings import Fault
from generator.library.body import Section, rendered
from generator.library.case import Case
from generator.library.counting import count_text
from generator.library.edition import Edition, SectionRule
from generator.library.rules.context import BodySource
from generator.library.rules.markings import folded
from generator.library.rules.placing import at_key, at_line
from generator.library.vocabulary import fold

_TOP_LEVEL: Final = 2


def check_sections(case: Case, source: BodySource, edition: Edition) -> Iterator[Fault]:
    """Compare the sections of a body with those that the edition's instructions print.

    Sources: 编写说明 of each edition (2014, 2020, 2021 附件2; 2022 with the call). An edition
    whose structure is not documented, and an entry without text, are not checked.
    """
    yield from _check_summary(case, edition)
    if case.body.is_empty or not edition.sections:
        return
    index = edition.section_numbers
    found = [
        (section, index.get(fold(section.heading.text)))
        for section in rendered(case.body).sections
        if section.heading.level == _TOP_LEVEL
    ]
    yield from _check_missing(
        case, source, edition, {rule for _, rule in found if rule is not None}
    )
    last: int | None = None
    for section, number in found:
        if number is None:
            yield _unknown(case, section, edition)
            continue
        rule = edition.sections[number]
        if last is not None and number <= last:
            yield _out_of_order(case, section, edition.sections[last], repeated=number == last)
        last = number
        yield from _check_length(case, section, rule)


def _check_missing(
    case: Case, source: BodySource, edition: Edition, found: set[int]
) -> Iterator[Fault]:
    for number, rule in enumerate(edition.sections):
        if not rule.required or number in found:
            continue
        if is_summary(rule) and case.front.summary:
            continue
        yield at_line(
            case.path,
            "section-missing",
            source.first_line,
            section=rule.title,
            expected=tuple(each.title for each in edition.sections),
            variant="summary" if is_summary(rule) else "",
        )


def _unknown(case: Case, section: Section, edition: Edition) -> Fault:
    return at_line(
        case.path,
        "section-unknown",
        section.heading.line,
        section=section.heading.text,
        expected=tuple(rule.title for rule in edition.sections),
    )


def _out_of_order(case: Case, section: Section, before: SectionRule, *, repeated: bool) -> Fault:
    return at_line(
        case.path,
        "section-order",
        section.heading.line,
        section=section.heading.text,
        other=before.title,
        variant="repeated" if repeated else "",
    )


def _check_length(case: Case, section: Section, rule: SectionRule) -> Iterator[Fault]:
    if rule.max_characters and section.exceeds(rule.max_characters):
        yield at_line(
            case.path,
            "section-too-long",
            section.heading.line,
            section=rule.title,
            count=section.characters,
            limit=rule.max_characters,
        )


def is_summary(rule: SectionRule) -> bool:
    """Tell whether a section is the 摘要, which may stand in the front matter instead."""
    return fold(rule.title) in folded("summary_sections")


def _check_summary(case: Case, edition: Edition) -> Iterator[Fault]:
    """Hold the front matter's summary against the limit of the section whose place it takes."""
    rule = next((rule for rule in edition.sections if is_summary(rule)), None)
    if rule is None or not rule.max_characters or not case.front.summary:
        return
    count = count_text(case.front.summary)
    if count > rule.max_characters:
        yield at_key(
            case.path, "summary-too-long", ("summary",), count=count, limit=rule.max_characters
        )
