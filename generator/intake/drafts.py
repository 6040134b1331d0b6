"""Drafts to begin from: front matter with the usual keys, and the edition's sections."""

from collections.abc import Iterable
from dataclasses import dataclass

import yaml

from generator.errors import BiaoganError
from generator.library.case import CaseFrontMatter
from generator.library.edition import Edition, SectionRule
from generator.library.ids import (
    CaseId,
    EditionId,
    case_sort_key,
    edition_of,
    is_demonstration_id,
    parse_case_id,
    parse_notice_id,
)
from generator.library.library import Library
from generator.library.lifecycle import NoticeKind, Status
from generator.strings import labels, table, text

CASE_SCHEMA = "../../docs/schema/case.schema.json"
NOTICE_SCHEMA = "../docs/schema/notice.schema.json"


@dataclass(frozen=True, slots=True)
class Draft:
    """A file to be created."""

    id: str
    text: str


def next_id(
    library: Library, edition: EditionId, stems: Iterable[str], *, demonstration: bool = False
) -> CaseId:
    """Give the edition's next number: one above the highest of its kind, for ids are never reused.

    `stems` are the names of the files in the edition's folder: one that makes no record, because
    of its faults, has its number all the same. Demonstrations are numbered for themselves.
    """
    ids = {*library.cases, *filter(None, map(parse_case_id, stems))}
    numbers = [
        case_sort_key(case_id)[2]
        for case_id in ids
        if edition_of(case_id) == edition and is_demonstration_id(case_id) == demonstration
    ]
    number = max(numbers, default=0) + 1
    return CaseId(f"{edition}-d{number:02d}" if demonstration else f"{edition}-{number:03d}")


def case_draft(
    library: Library, edition_id: str, stems: Iterable[str], *, enterprise: str, title: str
) -> Draft:
    """Give the draft of a case; `stems` are the names of the files in the edition's folder.

    Raises BiaoganError when no enterprise is named, or, naming the editions there are, when the
    edition does not exist.
    """
    if not enterprise.strip():
        raise BiaoganError(text("cli.new.case.no_enterprise"))
    edition = library.editions.get(EditionId(edition_id))
    if edition is None:
        known = text("labels.joint").join(sorted(library.editions))
        raise BiaoganError(text("cli.new.case.no_edition", edition=edition_id, editions=known))
    front: dict[str, object] = {
        "year": edition.year,
        "field": [],
        "method": [],
        "recommender": "",
        "title": title,
        "enterprise": enterprise.strip(),
        "level": labels("level")[edition.level.value],
        "region": "",
        "industry": "",
        "status": labels("status")[Status.DRAFT.value],
        "summary": "",
        "sources": [],
        "$schema": CASE_SCHEMA,
    }
    assert front.keys() <= {*CaseFrontMatter.model_fields, "$schema"}
    case_id = next_id(library, EditionId(edition_id), stems)
    return Draft(case_id, _file(front, _sections(edition)))


def notice_draft(kind: str, date: str, slug: str, title: str) -> Draft:
    """Give the draft of a notice; raises BiaoganError when date and slug make no id."""
    notice_id = f"{date}-{slug}"
    if parse_notice_id(notice_id) is None:
        raise BiaoganError(text("cli.new.notice.bad_id", id=notice_id))
    todo = text("cli.new.notice.todo")
    front: dict[str, object] = {"kind": labels("kind")[kind], "title": title}
    front |= {"document_number": "", "issuer": "", "addressee": "", "edition": ""}
    if kind == NoticeKind.PUBLICITY:
        front["publicity"] = {"starts_on": todo, "opinions_to": ""}
    if kind == NoticeKind.SESSION:
        after: dict[str, object] = {"recording": "", "shown": []}
        front["session"] = {"starts_on": todo, "place": todo, "programme": [], **after}
    if kind in (NoticeKind.PUBLICITY, NoticeKind.RESULT, NoticeKind.REVOCATION):
        front["cases"] = []
    front |= {"attachments": [], "contact_office": "", "sources": [], "$schema": NOTICE_SCHEMA}
    return Draft(notice_id, _file(front, text("cli.new.notice.body") + "\n"))


def _sections(edition: Edition) -> str:
    numerals = str(table("cli")["numerals"])
    blocks = []
    for numeral, rule in zip(numerals, edition.sections, strict=False):
        blocks.append(f"## {numeral}{text('labels.joint')}{rule.title}\n\n{_placeholder(rule)}\n")
    return "\n".join(blocks)


def _placeholder(rule: SectionRule) -> str:
    if rule.max_characters is None:
        return text("cli.new.case.placeholder_free")
    return text("cli.new.case.placeholder", limit=rule.max_characters)


def _file(front: dict[str, object], body: str) -> str:
    head = yaml.safe_dump(front, allow_unicode=True, sort_keys=False, width=1000)
    return f"---\n{head}---\n\n{body}"
