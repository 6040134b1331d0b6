"""Rounds as records of the open data: the public facts of their rules."""

from generator.catalogue.dimensions import Dimension
from generator.catalogue.timeline import EditionEntry
from generator.library.edition import Edition
from generator.pages import routes
from generator.pages.inputs import Inputs
from generator.publication.opendata.addresses import address, source_records
from generator.publication.opendata.cases import term_ref
from generator.publication.opendata.rounds import (
    AnnouncedRecord,
    AreaRecord,
    CountRecord,
    DeadlineRecord,
    EditionRecord,
    GroupRecord,
    PrintedRecord,
    SectionRecord,
)


def edition_records(inputs: Inputs) -> tuple[EditionRecord, ...]:
    """Give every round, the newest first."""
    return tuple(_edition(inputs, held) for held in inputs.catalogue.editions.values())


def _edition(inputs: Inputs, held: EditionEntry) -> EditionRecord:
    edition = held.edition
    year = routes.term(Dimension.YEAR, str(edition.year))
    return EditionRecord(
        id=held.id,
        year=edition.year,
        level=edition.level,
        title=edition.title,
        region=term_ref(inputs, Dimension.REGION, edition.region),
        issuer=edition.issuer,
        documents=edition.documents,
        scope=edition.scope,
        title_rule=edition.title_rule.wording,
        title_max_characters=edition.title_rule.max_characters,
        sections=_sections(edition),
        focus_areas=_areas(edition),
        directions=edition.directions,
        quota=edition.quota.standard if edition.quota else None,
        publicity_working_days=edition.publicity.working_days if edition.publicity else None,
        deadlines=tuple(
            DeadlineRecord(label=due.label, at=due.on.isoformat()) for due in edition.deadlines
        ),
        sessions_planned=edition.sessions_planned,
        recommenders=tuple(
            PrintedRecord(number=one.number, id=one.id, printed=one.printed)
            for one in edition.recommenders
        ),
        announced=_announced(edition),
        held=CountRecord(real=held.counted.real, demonstration=held.counted.demonstration),
        notes=edition.notes,
        sources=source_records(edition.sources),
        address=address(inputs, f"{year}#{routes.edition_anchor(held.id)}"),
    )


def _sections(edition: Edition) -> tuple[SectionRecord, ...]:
    return tuple(
        SectionRecord(title=one.title, max_characters=one.max_characters, required=one.required)
        for one in edition.sections
    )


def _areas(edition: Edition) -> tuple[AreaRecord, ...]:
    return tuple(
        AreaRecord(number=one.number, id=one.area, label=one.label, wording=one.wording)
        for one in edition.focus_areas
    )


def _announced(edition: Edition) -> AnnouncedRecord | None:
    known = edition.announced
    if known is None:
        return None
    return AnnouncedRecord(
        total=known.total,
        unit=known.unit,
        groups=tuple(GroupRecord(label=one.label, count=one.count) for one in known.groups),
    )
