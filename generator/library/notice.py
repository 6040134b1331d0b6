"""A notice: call, publicity, result, revocation, session or download."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from pydantic import Field

from generator.library.body import EMPTY_BODY, AnyBody
from generator.library.case import Attachment, Source
from generator.library.ids import NoticeId
from generator.library.lifecycle import NoticeKind
from generator.library.record import Record


class Deadline(Record):
    """A date by which somebody must have done something."""

    label: str
    """What is due, for whom."""
    at: datetime | date
    """The day, or the day and hour (Asia/Shanghai)."""


class Publicity(Record):
    """A publicity period (公示). Its end is computed from the working days."""

    starts_on: date
    working_days: int | None = Field(default=None, ge=1, le=60)
    """Empty: as the edition says (10 by article 21 of the management rules)."""
    ends_on: date | None = None
    """As printed, when the document prints it; checked against the computed end."""
    opinions_to: str = ""
    """The office that takes objections; never a person or a private number."""


PLAYED: Final = (".mp4", ".webm")
"""Endings of recordings that every browser plays."""


class ProgrammeItem(Record):
    """One item of a session's programme."""

    time: str = ""
    title: str
    case: str = ""
    """Id of the case presented."""


class Session(Record):
    """An exchange session (交流活动)."""

    number: int | None = Field(default=None, ge=1)
    """第几期."""
    starts_on: date
    ends_on: date | None = None
    place: str
    hosts: tuple[str, ...] = ()
    programme: tuple[ProgrammeItem, ...] = ()
    recording: str = ""
    """Afterwards: an http(s) address, or a video file beside the notice."""
    shown: tuple[str, ...] = ()
    """Afterwards: ids of the cases that were really shown; empty: those of the programme."""
    summary: str = ""
    """Afterwards: what came of it."""

    @property
    def last_day(self) -> date:
        """Give the day on which it ends; that of its beginning where it names no other."""
        return self.ends_on or self.starts_on


class NoticeFrontMatter(Record):
    """The front matter of a notice."""

    kind: NoticeKind
    """What the notice does."""
    title: str = Field(min_length=1)
    """Title."""
    document_number: str = ""
    """Document number, with its brackets."""
    issuer: str = ""
    """Issuing body."""
    addressee: str = ""
    """Bodies addressed."""
    issued_on: date | None = None
    """Day of issue; empty where the document does not say."""
    edition: str = ""
    """Id of the edition concerned."""
    deadlines: tuple[Deadline, ...] = ()
    """Deadlines."""
    publicity: Publicity | None = None
    """The publicity period."""
    session: Session | None = None
    """The exchange session."""
    cases: tuple[str, ...] = ()
    """Ids of the cases concerned; lists are made from them."""
    forwards: tuple[str, ...] = ()
    """Ids of the notices that it forwards or carries out."""
    attachments: tuple[Attachment, ...] = ()
    """Attachments."""
    contact_office: str = ""
    """Office to turn to; never a person or a private number."""
    contact_address: str = ""
    """The office's public address or mailbox."""
    sources: tuple[Source, ...] = ()
    """Where the text comes from; needed for a real notice."""
    demonstration: bool = False
    """True for a fictional notice."""
    schema_: str = Field(default="", alias="$schema")
    """JSON Schema for editors' tools."""


@dataclass(frozen=True, slots=True)
class Notice:
    """A notice with its rendered body."""

    id: NoticeId
    path: str
    front: NoticeFrontMatter
    body: AnyBody = EMPTY_BODY

    @property
    def dated(self) -> str:
        """Give an ISO date as exact as known: of issue, else what the id says (2014, 2022-06)."""
        if self.front.issued_on:
            return self.front.issued_on.isoformat()
        parts = self.id.split("-")
        return "-".join(part for part in parts[:3] if part.isdigit())
