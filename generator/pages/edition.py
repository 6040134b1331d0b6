"""A selection round on the page of its year: its rules in short, what it announced, its papers."""

from dataclasses import dataclass

from generator.catalogue.counts import Count
from generator.catalogue.dimensions import Dimension
from generator.catalogue.timeline import EditionEntry
from generator.library.edition import Edition
from generator.library.lifecycle import NameRule
from generator.pages import routes
from generator.pages.inputs import Inputs
from generator.pages.lists import fictional_beside
from generator.pages.notices import NoticeRow, notice_row
from generator.pages.term import Wording
from generator.pages.values import Fact, SourceView, day, fact, number, source_views
from generator.strings import labels, text


@dataclass(frozen=True, slots=True)
class EditionView:
    """A round: what it asked for and what it announced."""

    anchor: str
    title: str
    level: str
    held: str
    """公布 58 项，本库收录 3 项（演示 2）."""
    facts: tuple[Fact, ...]
    focus_areas: tuple[Wording, ...]
    """Each links to the permanent focus area and quotes the year's wording."""
    notices: tuple[NoticeRow, ...]
    sources: tuple[SourceView, ...]
    notes: tuple[str, ...]


def edition_view(inputs: Inputs, held: EditionEntry) -> EditionView:
    """Give a round with its rules in short."""
    edition = held.edition
    total = edition.announced.total if edition.announced else None
    unit = edition.announced.unit if edition.announced else ""
    return EditionView(
        anchor=routes.edition_anchor(held.id),
        title=edition.title,
        level=labels("level")[edition.level],
        held=held_of(held.counted, total, unit),
        facts=_facts(inputs, edition),
        focus_areas=tuple(
            Wording(inputs.term(Dimension.FOCUS_AREA, area.area), area.label, area.wording)
            for area in edition.focus_areas
        ),
        notices=tuple(
            notice_row(notice)
            for notice in reversed(inputs.catalogue.notices.notices)
            if notice.front.edition == held.id
        ),
        sources=source_views(edition.sources),
        notes=edition.notes,
    )


def held_of(counted_: Count, announced: int | None, unit: str) -> str:
    """Say how many the library holds of how many announced; fictional cases are told apart."""
    key = "unknown" if announced is None else "announced"
    said = text(
        f"pages.held.{key}",
        held=counted_.real,
        announced=announced,
        unit=unit or text("pages.held.unit"),
    )
    return said + fictional_beside(counted_)


def _facts(inputs: Inputs, edition: Edition) -> tuple[Fact, ...]:
    comma = text("pages.format.comma")
    return (
        *fact("issuer", edition.issuer),
        *fact("documents", comma.join(edition.documents)),
        *fact("region", inputs.term(Dimension.REGION, edition.region)),
        *fact("scope", edition.scope),
        *fact("groups", *_groups(edition)),
        *fact("title_rule", *_title_rule(edition)),
        *fact("sections", *_sections(edition)),
        *fact("directions", comma.join(edition.directions)),
        *fact("video", *_video(edition)),
        *fact("quota", _quota(edition)),
        *fact("publicity", _publicity(edition)),
        *fact("deadlines", *(f"{day(item.on)} {item.label}" for item in edition.deadlines)),
        *fact("sessions_planned", _count("sessions", edition.sessions_planned)),
        *fact("recommenders", _count("recommenders", len(edition.recommenders) or None)),
    )


def _count(key: str, count: int | None) -> str:
    return "" if count is None else text(f"pages.year.{key}", count=count)


def _groups(edition: Edition) -> tuple[str, ...]:
    announced = edition.announced
    if announced is None:
        return ()
    unit = announced.unit or text("pages.held.unit")
    return tuple(
        group.label
        if group.count is None
        else text("pages.year.group", label=group.label, count=group.count, unit=unit)
        for group in announced.groups
    )


def _title_rule(edition: Edition) -> tuple[str, ...]:
    rule = edition.title_rule
    limit = rule.max_characters
    named = rule.enterprise
    return (
        text("pages.year.limit", count=limit) if limit else "",
        "" if named is NameRule.UNSTATED else labels("name_rule")[named],
        rule.wording,
        text("pages.year.example", example=rule.example) if rule.example else "",
    )


def _sections(edition: Edition) -> tuple[str, ...]:
    return tuple(
        text("pages.year.section", title=section.title, count=section.max_characters)
        if section.max_characters
        else section.title
        for section in edition.sections
    )


def _video(edition: Edition) -> tuple[str, ...]:
    if edition.video is None:
        return ()
    return (
        text("pages.year.video", minutes=number(edition.video.total_minutes)),
        *(
            text("pages.year.video_part", title=part.title, minutes=number(part.minutes))
            for part in edition.video.parts
        ),
    )


def _quota(edition: Edition) -> str:
    quota = edition.quota
    if quota is None:
        return ""
    if quota.with_own_programme is None:
        return text("pages.year.quota", count=quota.standard)
    return text("pages.year.quota_own", count=quota.standard, own=quota.with_own_programme)


def _publicity(edition: Edition) -> str:
    rule = edition.publicity
    return text("pages.year.publicity", days=rule.working_days) if rule else ""
