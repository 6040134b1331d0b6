"""The verification: a name or an id is asked, and a script answers with what the library knows.

All names and ids stand in one file, what the library knows of their bearers in files of some two
hundred enterprises, of which the script reads one. It answers for exactly that name or id and never
guesses: near names are only offered.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from typing import Final

from generator.catalogue.dimensions import Dimension
from generator.catalogue.terms import TermEntry
from generator.catalogue.timeline import EditionEntry
from generator.library.case import Case
from generator.library.lifecycle import NoticeKind
from generator.library.notice import Notice
from generator.pages import routes
from generator.pages.answer import answer_of
from generator.pages.head import Head, head
from generator.pages.held import held_view
from generator.pages.inputs import Inputs
from generator.pages.notices import notice_row
from generator.pages.planned import Pages, PlannedPage
from generator.pages.platform.opening import hub_link
from generator.pages.structured import Location
from generator.pages.term import edition_link
from generator.pages.values import Link, day, mark, source_views
from generator.pages.verbatim import Verbatim
from generator.strings import labels, text

VERIFICATION: Final = routes.service("verification")
NAMES: Final = f"{VERIFICATION}names.json"
"""Every name and id that can be asked."""
_MOST: Final = 256
"""Enterprises of a file of titles, about."""
_PAPERS: Final = (NoticeKind.RESULT, NoticeKind.REVOCATION)
"""Notices that give or take a title."""

Record = dict[str, object]
"""An object of the file, which leaves out what is empty."""


@dataclass(frozen=True, slots=True)
class HeldLine:
    """What the library holds of one round."""

    round: Link
    said: str
    """公布 58 项，本库收录 3 项（演示 2）."""


@dataclass(frozen=True, slots=True)
class VerificationView:
    """The page that verifies a title (template service-verification.html)."""

    head: Head
    title: str
    lead: str
    names: str
    """Uri of the file of names; those of titles lie beside it."""
    built: str
    """The day on which the library was built."""
    held: tuple[HeldLine, ...]
    """Every round that the library knows: what is missing may be held against no one."""
    ways: tuple[Link, ...]
    """Where a reader without a script finds the same."""


def verification_pages(inputs: Inputs) -> Pages:
    """Plan the page that verifies a title, and the files that it reads."""
    title = text("pages.platform.verification.title")
    make = partial(verification_view, inputs)
    yield PlannedPage(VERIFICATION, "service-verification.html", title, make)
    names = partial(verification_names, inputs)
    yield PlannedPage(NAMES, "verbatim.html", NAMES, names, indexed=False)
    for mark_, slugs in title_files(inputs.entries[Dimension.ENTERPRISE]).items():
        uri, titles = titles_uri(mark_), partial(verification_titles, inputs, slugs)
        yield PlannedPage(uri, "verbatim.html", uri, titles, indexed=False)


def title_files(slugs: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Part enterprises by the first digits of their slugs, few enough for each part to be small.

    A slug is a digest, so the parts are even, and a new enterprise changes its own part alone.
    """
    every = tuple(slugs)
    digits = _digits(len(every))
    found: dict[str, list[str]] = {}
    for slug in every:
        found.setdefault(slug[1 : 1 + digits], []).append(slug)
    return {mark_: tuple(part) for mark_, part in sorted(found.items())}


def titles_uri(mark_: str) -> str:
    """Give the uri of the file of titles of those slugs that begin so."""
    return f"{VERIFICATION}titles{mark_}.json"


def _digits(count: int) -> int:
    digits = 0
    while count > _MOST * 16**digits:
        digits += 1
    return digits


def verification_view(inputs: Inputs) -> VerificationView:
    """Give the page that verifies a title."""
    title = text("pages.platform.verification.title")
    lead = text("pages.platform.verification.lead")
    crumbs = (hub_link(),)
    firms = text("pages.dimension.enterprise.title"), routes.dimension(Dimension.ENTERPRISE)
    return VerificationView(
        head=head(inputs, Location(VERIFICATION, title, crumbs), lead),
        title=title,
        lead=lead,
        names=NAMES,
        built=day(inputs.config.today),
        held=tuple(_held(inputs, entry) for entry in inputs.catalogue.editions.values()),
        ways=(Link(*firms), Link(text("pages.revocations.title"), routes.REVOCATIONS)),
    )


def verification_names(inputs: Inputs) -> Verbatim:
    """Give every enterprise with its names and the ids of its titles as JSON, in O(cases)."""
    entries = inputs.entries[Dimension.ENTERPRISE].values()
    return _json(
        {
            "built": day(inputs.config.today),
            "digits": _digits(len(entries)),
            "enterprises": [_named(inputs, entry) for entry in entries],
        }
    )


def verification_titles(inputs: Inputs, slugs: Iterable[str]) -> Verbatim:
    """Give the listed and revoked cases of some enterprises as JSON, in O(their cases)."""
    entries = [inputs.entries[Dimension.ENTERPRISE][slug] for slug in slugs]
    cases = [case for entry in entries for case in _titles(inputs, entry)]
    notices = {notice.id: notice for case in cases for notice in _papers(inputs, case)}
    return _json(
        {
            "notices": {key: _notice(inputs, notice) for key, notice in sorted(notices.items())},
            "enterprises": {entry.slug: _enterprise(inputs, entry) for entry in entries},
        }
    )


def _held(inputs: Inputs, entry: EditionEntry) -> HeldLine:
    edition = entry.edition
    link = edition_link(inputs, str(edition.year), entry.id, edition.title)
    return HeldLine(link, held_view(entry).said)


def _titles(inputs: Inputs, entry: TermEntry) -> list[Case]:
    return [inputs.library.cases[case_id] for case_id in (*entry.case_ids, *entry.revoked_ids)]


def _papers(inputs: Inputs, case: Case) -> list[Notice]:
    naming = inputs.catalogue.naming(case.id)
    return [notice for notice in naming if notice.front.kind in _PAPERS]


def _named(inputs: Inputs, entry: TermEntry) -> Record:
    cases = _titles(inputs, entry)
    return _known(
        slug=entry.slug,
        name=entry.label,
        aliases=_aliases(entry),
        ids=[case.id for case in cases],
        demonstrations=[case.id for case in cases if case.is_demonstration],
    )


def _aliases(entry: TermEntry) -> list[str]:
    return list(entry.enterprise.other_names) if entry.enterprise else []


def _enterprise(inputs: Inputs, entry: TermEntry) -> Record:
    answer = answer_of(inputs, entry)
    return _known(
        name=entry.label,
        aliases=_aliases(entry),
        uri=routes.encoded(routes.term(Dimension.ENTERPRISE, entry.slug)),
        kind=str(answer.kind),
        word=answer.word,
        said=answer.said,
        demonstration=answer.is_fictional,
        cases=[_case(inputs, case) for case in _titles(inputs, entry)],
    )


def _case(inputs: Inputs, case: Case) -> Record:
    front, row = case.front, inputs.row(case)
    edition = inputs.library.editions.get(case.edition)
    ended = None if case.is_listed else front.revocation
    return _known(
        id=case.id,
        title=row.title,
        enterprise=front.enterprise,
        uri=row.uri,
        year=front.year,
        edition=edition.title if edition else "",
        level=labels("level")[front.level],
        status=str(front.status),
        state=text(f"pages.enterprise.{'valid' if case.is_listed else 'withdrawn'}"),
        approved_on=day(front.approved_on),
        revoked_on=day(ended.revoked_on) if ended else "",
        ground=labels("ground")[ended.ground] if ended else "",
        notices=[notice.id for notice in _papers(inputs, case)],
        sources=[
            _known(title=source.title, url=source.url, note=source.note)
            for source in source_views(front.sources)
        ],
        demonstration=case.is_demonstration,
    )


def _notice(inputs: Inputs, notice: Notice) -> Record:
    row = notice_row(inputs, notice)
    return _known(
        title=row.link.label,
        uri=row.link.uri,
        date=row.date,
        kind=row.kind,
        mark=mark(notice.front.demonstration),
    )


def _known(**values: object) -> Record:
    """Leave out what is empty: a large library has tens of thousands of these."""
    return {key: value for key, value in values.items() if value}


def _json(record: Record) -> Verbatim:
    return Verbatim(json.dumps(record, ensure_ascii=False, separators=(",", ":")) + "\n")
