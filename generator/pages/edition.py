"""A selection round on the page of its year: its rules in short, its course in time, its papers."""

from dataclasses import dataclass

from generator.catalogue.dimensions import Dimension
from generator.catalogue.timeline import EditionEntry, Event
from generator.library.edition import Edition, FocusAreaWording
from generator.library.lifecycle import NameRule
from generator.pages.downloads import list_downloads
from generator.pages.events import EventView, notice_event
from generator.pages.held import GroupLine, HeldView, group_lines, held_view
from generator.pages.inputs import Inputs
from generator.pages.values import Fact, Link, SourceView, fact, number, source_views
from generator.strings import labels, text


@dataclass(frozen=True, slots=True)
class AreaView:
    """A focus area of the round."""

    area: Link
    """To the permanent focus area, under the round's label."""
    kept_as: str
    """Label of the permanent one where it differs, else empty."""
    quote: str
    """The paragraph as printed, or empty."""


@dataclass(frozen=True, slots=True)
class EditionView:
    """A round: what it announced, what it asked for, and how it went."""

    held: HeldView
    groups: tuple[GroupLine, ...]
    events: tuple[EventView, ...]
    """From the earliest on."""
    undated: tuple[EventView, ...]
    brief: tuple[Fact, ...]
    """Rules of a few words."""
    rules: tuple[Fact, ...]
    """Rules that need a line of their own, or several."""
    areas: tuple[AreaView, ...]
    quotes_title: str
    """Empty when none of the focus areas is quoted."""
    recommenders: tuple[Link, ...]
    """As printed, in the order of the directory."""
    recommenders_title: str
    downloads: tuple[Link, ...]
    """Its list as documents."""
    notes: tuple[str, ...]
    sources: tuple[SourceView, ...]


def edition_view(inputs: Inputs, held: EditionEntry) -> EditionView:
    """Give a round with its rules in short."""
    edition = held.edition
    events = tuple(_event(event) for event in inputs.catalogue.events(held))
    areas = tuple(_area(inputs, area) for area in edition.focus_areas)
    quoted = sum(bool(area.quote) for area in areas)
    return EditionView(
        held=held_view(held),
        groups=group_lines(held),
        events=tuple(event for event in events if event.date),
        undated=tuple(event for event in events if not event.date),
        brief=_brief(inputs, edition),
        rules=_rules(edition),
        areas=areas,
        quotes_title=text("pages.year.quotes", count=quoted) if quoted else "",
        recommenders=tuple(
            Link(named.printed, inputs.term(Dimension.RECOMMENDER, named.id).uri)
            for named in edition.recommenders
        ),
        recommenders_title=text("pages.year.recommenders", count=len(edition.recommenders)),
        downloads=list_downloads(inputs, edition, is_empty=not held.case_ids),
        notes=edition.notes,
        sources=source_views(edition.sources),
    )


def _event(event: Event) -> EventView:
    if event.notice is None:
        return EventView(event.on, text("pages.year.due"), Link(event.deadline))
    return notice_event(event.notice, event.on)


def _area(inputs: Inputs, area: FocusAreaWording) -> AreaView:
    kept = inputs.term(Dimension.FOCUS_AREA, area.area)
    differs = kept.label != area.label
    return AreaView(Link(area.label, kept.uri), kept.label if differs else "", area.wording)


def _brief(inputs: Inputs, edition: Edition) -> tuple[Fact, ...]:
    return (
        *fact("issuer", edition.issuer),
        *fact("region", inputs.term(Dimension.REGION, edition.region)),
        *fact("documents", *edition.documents),
        *fact("quota", *_quota(edition)),
        *fact("publicity", _publicity(edition)),
        *fact("sessions_planned", _count("sessions", edition.sessions_planned)),
    )


def _rules(edition: Edition) -> tuple[Fact, ...]:
    return (
        *fact("scope", edition.scope),
        *fact("title_rule", *_title_rule(edition)),
        *fact("sections", *_sections(edition)),
        *fact("directions", text("pages.format.comma").join(edition.directions)),
        *fact("paper", *_paper(edition)),
        *fact("video", *_video(edition)),
    )


def _count(key: str, count: int | None) -> str:
    return "" if count is None else text(f"pages.year.{key}", count=count)


def _title_rule(edition: Edition) -> tuple[str, ...]:
    rule = edition.title_rule
    limit = rule.max_characters
    named = rule.enterprise
    return (
        text("pages.year.limit", count=limit) if limit else "",
        "" if named is NameRule.UNSTATED else labels("name_rule")[named],
        # Most wordings end with the example.
        text("pages.year.example", example=rule.example)
        if rule.example and rule.example not in rule.wording
        else "",
        rule.wording,
    )


def _sections(edition: Edition) -> tuple[str, ...]:
    return tuple(
        text("pages.year.section", title=section.title, count=section.max_characters)
        if section.max_characters
        else section.title
        for section in edition.sections
    )


def _paper(edition: Edition) -> tuple[str, ...]:
    """Give how the round wants its texts set: only what its instructions say."""
    rule = edition.paper
    if rule is None:
        return ()
    return tuple(
        text(
            f"pages.year.paper.{part}",
            face=labels("typeface")[face],
            size=labels("type_size")[size],
        )
        for part, face, size in (
            ("title", rule.title_face, rule.title_size),
            ("section", rule.section_face, rule.section_size),
            ("body", rule.body_face, rule.body_size),
            ("caption", rule.caption_face, rule.caption_size),
        )
        if size and f"{part}_size" in rule.model_fields_set
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


def _quota(edition: Edition) -> tuple[str, ...]:
    quota = edition.quota
    if quota is None:
        return ()
    own = quota.with_own_programme
    return (
        text("pages.year.quota", count=quota.standard),
        "" if own is None else text("pages.year.quota_own", own=own),
    )


def _publicity(edition: Edition) -> str:
    rule = edition.publicity
    return text("pages.year.publicity", days=rule.working_days) if rule else ""
