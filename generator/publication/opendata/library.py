"""The whole library as one record, and as the bytes of `library.json`."""

from generator.catalogue.counts import Count, count_cases, count_ids
from generator.catalogue.dimensions import Dimension
from generator.catalogue.terms import VOCABULARY_OF
from generator.library.vocabulary import VocabularyName
from generator.pages.inputs import Inputs
from generator.pages.modified import newest_case, newest_notice
from generator.publication.opendata.addresses import SCHEMA, address
from generator.publication.opendata.cases import case_records
from generator.publication.opendata.editions import edition_records
from generator.publication.opendata.notices import notice_records
from generator.publication.opendata.records import SCHEMA_VERSION
from generator.publication.opendata.rounds import (
    CountRecord,
    CountsRecord,
    LibraryRecord,
    TermRecord,
    VocabulariesRecord,
)


def library_json(inputs: Inputs, licence: str) -> bytes:
    """Give `library.json`: one line, UTF-8, every field always there."""
    return library_record(inputs, licence).model_dump_json().encode() + b"\n"


def library_record(inputs: Inputs, licence: str) -> LibraryRecord:
    """Give the library as a record."""
    config = inputs.config
    return LibraryRecord(
        schema_version=SCHEMA_VERSION,
        schema_address=address(inputs, SCHEMA),
        title=config.site_name,
        address=config.site_url,
        publisher=config.organizer,
        license=licence,
        newest=newest_day(inputs) or None,
        counts=_counts(inputs),
        cases=case_records(inputs),
        notices=notice_records(inputs),
        editions=edition_records(inputs),
        vocabularies=_vocabularies(inputs),
    )


def newest_day(inputs: Inputs) -> str:
    """Give the newest day (ISO) that a listed case or a notice states, or "": no clock."""
    catalogue = inputs.catalogue
    newest = newest_case(inputs, [case.id for case in catalogue.cases])
    return max(newest, newest_notice(catalogue.notices.notices))


def count_record(count: Count) -> CountRecord:
    """Give a count as a record."""
    return CountRecord(real=count.real, demonstration=count.demonstration)


def _counts(inputs: Inputs) -> CountsRecord:
    catalogue = inputs.catalogue
    readable = [case.id for case in catalogue.cases if not case.body.is_empty]
    notices = catalogue.notices.notices
    made_up = sum(notice.front.demonstration for notice in notices)
    return CountsRecord(
        cases=count_record(inputs.counted),
        cases_with_text=count_record(count_ids(readable, catalogue.fictional)),
        enterprises=count_record(inputs.firms),
        notices=CountRecord(real=len(notices) - made_up, demonstration=made_up),
        editions=len(catalogue.editions),
        revoked=count_record(count_cases(catalogue.revoked)),
    )


def _vocabularies(inputs: Inputs) -> VocabulariesRecord:
    made = {name: _terms(inputs, dimension) for dimension, name in VOCABULARY_OF.items()}
    return VocabulariesRecord(
        focus_areas=made[VocabularyName.FOCUS_AREAS],
        methods=made[VocabularyName.METHODS],
        recommenders=made[VocabularyName.RECOMMENDERS],
        industries=made[VocabularyName.INDUSTRIES],
        regions=made[VocabularyName.REGIONS],
    )


def _terms(inputs: Inputs, dimension: Dimension) -> tuple[TermRecord, ...]:
    """Give every term with the number of its listed cases, those of narrower terms included."""
    return tuple(
        TermRecord(
            id=entry.slug,
            label=entry.label,
            aliases=entry.term.aliases,
            description=entry.term.description,
            problem=entry.term.problem,
            parent=entry.term.parent,
            code=entry.term.code,
            kind=entry.term.kind,
            since=entry.term.since,
            source=entry.term.source,
            count=count_record(entry.counted),
        )
        for entry in inputs.catalogue.entries[dimension].values()
        if entry.term
    )
