"""Notices as records of the open data: facts, never a person, and only cases that are listed."""

from collections.abc import Iterable

from generator.library.ids import CaseId
from generator.library.notice import Notice
from generator.pages import routes
from generator.pages.inputs import Inputs
from generator.pages.publicity import publicity_days
from generator.publication.opendata.addresses import address, file_records, iso, source_records
from generator.publication.opendata.rounds import (
    DeadlineRecord,
    NoticeRecord,
    PublicityRecord,
    SessionRecord,
)


def notice_records(inputs: Inputs) -> tuple[NoticeRecord, ...]:
    """Give every notice, the newest first."""
    return tuple(_notice(inputs, notice) for notice in inputs.catalogue.notices.notices)


def _notice(inputs: Inputs, notice: Notice) -> NoticeRecord:
    front = notice.front
    return NoticeRecord(
        id=notice.id,
        kind=front.kind,
        demonstration=front.demonstration,
        title=front.title,
        document_number=front.document_number,
        issuer=front.issuer,
        dated=notice.dated,
        issued_on=iso(front.issued_on),
        edition=front.edition,
        deadlines=tuple(
            DeadlineRecord(label=due.label, at=due.at.isoformat()) for due in front.deadlines
        ),
        publicity=_publicity(inputs, notice),
        session=_session(inputs, notice),
        cases=_listed(inputs, front.cases),
        forwards=tuple(one for one in front.forwards if one in inputs.library.notices),
        attachments=file_records(inputs, notice.path, front.attachments),
        sources=source_records(front.sources),
        address=address(inputs, routes.notice(notice.id)),
    )


def _publicity(inputs: Inputs, notice: Notice) -> PublicityRecord | None:
    period, stated = publicity_days(inputs, notice), notice.front.publicity
    if period is None or stated is None:
        return None
    return PublicityRecord(
        starts_on=period.first.isoformat(),
        ends_on=iso(period.last),
        is_printed=period.is_printed,
        working_days=period.working_days,
        opinions_to=stated.opinions_to,
    )


def _session(inputs: Inputs, notice: Notice) -> SessionRecord | None:
    """Give a session; its programme, which may name people, only by the cases presented."""
    session = notice.front.session
    if session is None:
        return None
    presented = session.shown or tuple(item.case for item in session.programme if item.case)
    return SessionRecord(
        number=session.number,
        starts_on=session.starts_on.isoformat(),
        ends_on=session.last_day.isoformat(),
        place=session.place,
        hosts=session.hosts,
        cases=_listed(inputs, presented),
    )


def _listed(inputs: Inputs, named: Iterable[str]) -> tuple[str, ...]:
    """Give the named cases that are listed: no other case stands in the data, not even by id."""
    cases = inputs.library.cases
    ids = dict.fromkeys(map(CaseId, named))
    return tuple(one for one in ids if one in cases and cases[one].is_listed)
