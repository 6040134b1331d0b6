"""One submission from its files to a draft: what a child process does.

Everything is written into the child's own folder; the parent decides what becomes of it.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from generator.intake.form.facts import Form
from generator.intake.form.front_matter import edition_hint, front_matter
from generator.intake.form.reading import read_form
from generator.intake.packages.disk import check_room
from generator.intake.packages.naming import masked_name
from generator.intake.packages.opening import open_file
from generator.intake.prose.case_text import CaseText, make_text
from generator.intake.received import FileKind, Received
from generator.intake.remarks import RefusedDocumentError, Remark, RemarkKind
from generator.intake.taking.contacts import redacted, without_contacts
from generator.intake.taking.drafting import make_draft, methods_in, named_remarks
from generator.intake.taking.picture_files import write_pictures
from generator.intake.taking.roles import Look, choose, look_at
from generator.intake.taking.rounds import choose_edition
from generator.intake.taking.submissions import Submission
from generator.intake.taking.taken import PICTURES, Taken, keep
from generator.intake.word.characters import han_characters
from generator.intake.word.converting import to_docx
from generator.intake.word.pandoc import read_tree, write_markdown
from generator.intake.word.parts import open_word
from generator.intake.word.preparing import prepare
from generator.intake.wordings import pattern
from generator.library.edition import Edition
from generator.library.ids import EditionId
from generator.library.rules.identity import is_fictional
from generator.library.vocabulary import Vocabularies
from generator.strings import text

_SAMPLE: Final = 20
"""So many of the missing characters are shown."""


@dataclass(frozen=True, slots=True)
class Job:
    """What a child is given."""

    submission: Submission
    edition: EditionId | None
    """As the editor named it."""
    editions: Mapping[EditionId, Edition]
    vocabularies: Vocabularies
    token: str
    """Stands for the case's id until the parent gives it one; nothing else looks like it."""


@dataclass(frozen=True, slots=True)
class _Files:
    """The files of a submission, opened and told apart."""

    case: Received
    form: Received | None
    received: tuple[Received, ...]
    remarks: tuple[Remark, ...]


def take(job: Job, folder: Path) -> None:
    """Make the draft of a submission in a folder; a refusal is kept there as well.

    Raises OSError when there is no room on the disk.
    """
    try:
        taken, draft = take_submission(job, folder)
    except RefusedDocumentError as refused:
        taken, draft = Taken(remarks=(refused.remark,)), ""
    check_room(folder)
    keep(taken, draft, folder)


def take_submission(job: Job, folder: Path) -> tuple[Taken, str]:
    """Give what was made and the draft; raises RefusedDocumentError."""
    files = _open(job.submission, folder)
    form, form_remarks = _read_form(files)
    year = edition_hint(form) if form else None
    edition_id, edition_remarks = choose_edition(job.edition, year, job.editions)
    edition = job.editions[edition_id]
    case, body, text_remarks = _read_text(files, edition, folder, job.token)
    facts, fact_remarks = _facts(form, case, edition, job.vocabularies)
    names = {item.digest: item.name.rpartition("/")[2] for item in (files.case, files.form) if item}
    enterprise = str(facts.get("enterprise", ""))
    taken = Taken(
        edition_id,
        enterprise,
        str(facts.get("title", "")),
        is_fictional(enterprise),
        tuple(case.pictures),
        {masked_name(item.name): item.digest for item in files.received},
        tuple(
            redacted(remark)
            for remark in (
                *files.remarks,
                *edition_remarks,
                *form_remarks,
                *fact_remarks,
                *text_remarks,
                *named_remarks(names),
            )
        ),
    )
    return taken, make_draft(facts, body, edition, names)


def _open(submission: Submission, folder: Path) -> _Files:
    received: list[Received] = []
    remarks: list[Remark] = []
    for number, named in enumerate(submission.files):
        unpacked = folder / f"unpacked-{number}"
        unpacked.mkdir()
        opened = open_file(named.path, named.name, unpacked)
        received += opened.files
        remarks += opened.remarks
    looks, others = _looks(received, folder)
    case, form = choose(looks)
    if case is None:
        raise RefusedDocumentError(_why_nothing(received, looks))
    remarks += others
    remarks += _roles(looks, case, form)
    chosen = None if form is None else form.received
    return _Files(case.received, chosen, tuple(received), tuple(remarks))


def _why_nothing(received: Sequence[Received], looks: Sequence[Look]) -> str:
    if looks:
        return "intake_taking.refused.no_case"
    if len(received) == 1:
        is_pdf = received[0].kind is FileKind.PDF
        return f"intake_taking.refused.{'pdf' if is_pdf else 'not_a_document'}"
    return "intake_taking.refused.nothing"


def _looks(received: Sequence[Received], folder: Path) -> tuple[list[Look], list[Remark]]:
    """Look at the Word files; one that cannot be read is passed over, unless it is the only one."""
    looks: list[Look] = []
    remarks: list[Remark] = []
    documents = [item for item in received if item.kind in (FileKind.WORD, FileKind.WORD_97)]
    for item in received:
        if item.kind is FileKind.SHEET:
            remarks.append(_remark(RemarkKind.LOOK, "list", name=item.name))
        elif item not in documents and len(received) > 1:
            remarks.append(_remark(RemarkKind.LOOK, "evidence", name=item.name))
    for item in documents:
        try:
            readable = _converted(item, folder, remarks)
            with open_word(readable.path) as parts:
                looks.append(look_at(readable, parts))
        except RefusedDocumentError as refused:
            if len(documents) == 1:
                raise
            reason = refused.remark.worded()
            remarks.append(_remark(RemarkKind.LOST, "unread", name=item.name, reason=reason))
    return looks, remarks


def _converted(item: Received, folder: Path, remarks: list[Remark]) -> Received:
    if item.kind is FileKind.WORD:
        return item
    remarks.append(_remark(RemarkKind.LOOK, "converted", name=item.name))
    target = folder / f"converted-{item.digest[:12]}"
    target.mkdir(exist_ok=True)
    return replace(item, path=to_docx(item.path, target))


def _roles(looks: Sequence[Look], case: Look, form: Look | None) -> Iterator[Remark]:
    yield _remark(RemarkKind.TAKEN, "case", name=case.received.name)
    if form is case:
        yield _remark(RemarkKind.TAKEN, "combined", name=case.received.name)
    elif form is not None:
        yield _remark(RemarkKind.TAKEN, "form", name=form.received.name)
    else:
        yield _remark(RemarkKind.LOOK, "no_form")
    for look in looks:
        if look not in (case, form):
            key = "other_case" if look.role is case.role else "evidence"
            yield _remark(RemarkKind.LOOK, key, name=look.received.name)


def _read_form(files: _Files) -> tuple[Form | None, tuple[Remark, ...]]:
    if files.form is None:
        return None, ()
    try:
        with open_word(files.form.path) as parts:
            return read_form(parts), ()
    except RefusedDocumentError as refused:
        values = {"name": files.form.name, "reason": refused.remark.worded()}
        return None, (_remark(RemarkKind.LOST, "form_unread", **values),)


def _read_text(
    files: _Files, edition: Edition, folder: Path, token: str
) -> tuple[CaseText, str, tuple[Remark, ...]]:
    prepared, media = folder / "prepared.docx", folder / "media"
    with open_word(files.case.path) as parts:
        remarks = prepare(parts, prepared)
        seen = han_characters(parts)
    case = make_text(read_tree(prepared, media), media, edition, token)
    body = write_markdown(case.tree)
    said = (*remarks, *write_pictures(case, folder / PICTURES))
    if files.form is not files.case:  # the form's words are no part of the draft
        said = (*said, *_missing(seen, case, body, said))
    body, told = without_contacts(body)
    return case, body, (*said, *told)


def _missing(
    seen: Counter[str], case: CaseText, body: str, said: Sequence[Remark]
) -> Iterator[Remark]:
    """Compare the characters of the document with those of the draft: nothing is lost silently."""
    shown = Counter("".join((body, case.title, case.summary, *case.left_out)))
    for remark in said:
        shown.update(f"{remark.place}{''.join(map(str, remark.values.values()))}")
    missing = seen - shown
    if missing:
        sample = "".join(missing)[:_SAMPLE]
        yield _remark(RemarkKind.LOST, "missing", count=missing.total(), sample=sample)


def _facts(
    form: Form | None, case: CaseText, edition: Edition, vocabularies: Vocabularies
) -> tuple[dict[str, object], list[Remark]]:
    """Give the front matter that the form and the text tell together."""
    facts: dict[str, object] = {}
    remarks: list[Remark] = []
    if form is not None:
        facts, found = front_matter(form, edition, vocabularies)
        remarks += found
    in_form = str(facts.get("title") or "")
    if case.title and in_form and case.title != in_form:
        remarks.append(_remark(RemarkKind.LOOK, "title_other", form=in_form, text=case.title))
    facts["title"] = in_form or case.title
    if case.summary:
        facts["summary"] = case.summary
    if not facts.get("enterprise"):
        facts["enterprise"] = on_cover = _enterprise_on_cover(case)
        if on_cover:
            remarks.append(_remark(RemarkKind.GUESSED, "enterprise_on_cover", name=on_cover))
    if not facts["enterprise"]:
        facts["enterprise"] = text("intake_taking.draft.enterprise_unknown")
        remarks.append(_remark(RemarkKind.LOOK, "enterprise_missing"))
    methods, found = methods_in(str(facts["title"]), vocabularies)
    if methods:
        facts["method"] = methods
        remarks += found
    return facts, remarks


def _enterprise_on_cover(case: CaseText) -> str:
    """Give the enterprise that a line of the cover names, or nothing."""
    lines = (line for part in case.left_out for line in part.splitlines())
    found = (pattern("intake_taking.words.enterprise_line").match(line) for line in lines)
    return next((match["name"] for match in found if match), "")


def _remark(kind: RemarkKind, key: str, **values: str | int) -> Remark:
    masked = {
        name: masked_name(value) if isinstance(value, str) else value  # a file's name, most often
        for name, value in values.items()
    }
    return Remark(kind, f"intake_taking.remark.{key}", masked)
