"""The records of `library.json`: notices, rounds, vocabularies, and the whole."""

from generator.library.lifecycle import Level, NoticeKind
from generator.publication.opendata.records import (
    Address,
    CaseRecord,
    Day,
    FileRecord,
    Open,
    SourceRecord,
    TermRef,
)


class DeadlineRecord(Open):
    """A day by which something is due."""

    label: str
    at: str


class PublicityRecord(Open):
    """A publicity period."""

    starts_on: Day
    ends_on: Day | None
    is_printed: bool
    working_days: int
    opinions_to: str


class SessionRecord(Open):
    """An exchange session."""

    number: int | None
    starts_on: Day
    ends_on: Day
    place: str
    hosts: tuple[str, ...]
    cases: tuple[str, ...]


class NoticeRecord(Open):
    """A notice."""

    id: str
    kind: NoticeKind
    demonstration: bool
    title: str
    document_number: str
    issuer: str
    dated: str
    issued_on: Day | None
    edition: str
    deadlines: tuple[DeadlineRecord, ...]
    publicity: PublicityRecord | None
    session: SessionRecord | None
    cases: tuple[str, ...]
    forwards: tuple[str, ...]
    attachments: tuple[FileRecord, ...]
    sources: tuple[SourceRecord, ...]
    address: Address


class CountRecord(Open):
    """A number of entries, the fictional ones apart."""

    real: int
    demonstration: int


class GroupRecord(Open):
    """A group of a round's list."""

    label: str
    count: int | None


class AnnouncedRecord(Open):
    """What the announcement counted."""

    total: int
    unit: str
    groups: tuple[GroupRecord, ...]


class AreaRecord(Open):
    """A focus area in the words of a round."""

    number: int
    id: str
    label: str
    wording: str


class SectionRecord(Open):
    """A section that the text must have."""

    title: str
    max_characters: int | None
    required: bool


class PrintedRecord(Open):
    """A recommender as a round prints it."""

    number: int
    id: str
    printed: str


class EditionRecord(Open):
    """A round: public facts of its rules, and how many of its cases the library holds."""

    id: str
    year: int
    level: Level
    title: str
    region: TermRef | None
    issuer: str
    documents: tuple[str, ...]
    scope: str
    title_rule: str
    title_max_characters: int | None
    sections: tuple[SectionRecord, ...]
    focus_areas: tuple[AreaRecord, ...]
    directions: tuple[str, ...]
    quota: int | None
    publicity_working_days: int | None
    deadlines: tuple[DeadlineRecord, ...]
    sessions_planned: int | None
    recommenders: tuple[PrintedRecord, ...]
    announced: AnnouncedRecord | None
    held: CountRecord
    notes: tuple[str, ...]
    sources: tuple[SourceRecord, ...]
    address: Address


class TermRecord(Open):
    """A term of a vocabulary."""

    id: str
    label: str
    aliases: tuple[str, ...]
    description: str
    problem: str
    parent: str
    code: str
    kind: str
    since: int | None
    source: str
    count: CountRecord


class VocabulariesRecord(Open):
    """The vocabularies, each in its own order."""

    focus_areas: tuple[TermRecord, ...]
    methods: tuple[TermRecord, ...]
    recommenders: tuple[TermRecord, ...]
    industries: tuple[TermRecord, ...]
    regions: tuple[TermRecord, ...]


class CountsRecord(Open):
    """How many of each the library holds; the site says the same numbers."""

    cases: CountRecord
    cases_with_text: CountRecord
    enterprises: CountRecord
    notices: CountRecord
    editions: int
    revoked: CountRecord


class LibraryRecord(Open):
    """The whole file."""

    schema_version: str
    schema_address: Address
    title: str
    address: Address
    publisher: str
    license: str
    newest: Day | None
    counts: CountsRecord
    cases: tuple[CaseRecord, ...]
    notices: tuple[NoticeRecord, ...]
    editions: tuple[EditionRecord, ...]
    vocabularies: VocabulariesRecord
