"""The draft of a case: front matter as an editor would type it, and the text."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from generator.intake.case_file import draft_text
from generator.intake.packages.naming import is_publishable
from generator.intake.remarks import Remark, RemarkKind
from generator.library.edition import Edition
from generator.library.lifecycle import Status
from generator.library.rules.identity import is_fictional
from generator.library.rules.privacy import find_hits
from generator.library.vocabulary import Vocabularies, VocabularyName, fold
from generator.strings import labels, text

_NUMBER: Final = re.compile(r"\d{7,}")
_SHORTEST_METHOD: Final = 3
"""A shorter name (5S, QC) stands in titles by chance."""


def make_draft(
    facts: Mapping[str, object], body: str, edition: Edition, names: Mapping[str, str]
) -> str:
    """Give the text of the file; `names` are the names of the files that it was taken from."""
    front: dict[str, object] = {
        **facts,
        "year": edition.year,
        "level": labels("level")[edition.level.value],
        "status": labels("status")[Status.DRAFT.value],
        "sources": [_source(names)],
    }
    if is_fictional(str(facts.get("enterprise", ""))):
        front["demonstration"] = True
    return draft_text(front, body)


def methods_in(title: str, vocabularies: Vocabularies) -> tuple[list[str], tuple[Remark, ...]]:
    """Give the labels of the methods that a title names, for an editor to confirm."""
    vocabulary = vocabularies.get(VocabularyName.METHODS)
    names = [
        (fold(name), term.label)
        for term in (vocabulary.terms if vocabulary else ())
        for name in (term.label, *term.aliases)
        if len(name) >= _SHORTEST_METHOD
    ]
    found: list[str] = []
    folded = fold(title)
    for name, label in sorted(names, key=lambda item: -len(item[0])):
        if name in folded:  # the longest names one: 六西格玛设计 is no 六西格玛管理
            folded = folded.replace(name, "\0")
            found += [label] if label not in found else []
    if not found:
        return [], ()
    values = {"methods": text("labels.joint").join(found)}
    return found, (Remark(RemarkKind.GUESSED, "intake_taking.remark.methods", values),)


def named_remarks(names: Mapping[str, str]) -> Iterator[Remark]:
    """Tell when a file's name was kept out of the source because it holds a personal number."""
    if any(map(_is_private, names.values())):
        yield Remark(RemarkKind.PRIVATE, "intake_taking.remark.private_name")


def _is_private(name: str) -> bool:
    """Tell whether a file's name may tell of a person; its dots make no text of it."""
    return not is_publishable(name) or bool(_NUMBER.search(name) or find_hits(name))


def _source(names: Mapping[str, str]) -> dict[str, str]:
    clean = [name for name in dict.fromkeys(names.values()) if not _is_private(name)]
    source = {"title": text("intake_taking.draft.source")}
    if clean:
        joined = text("labels.joint").join(clean)
        source["note"] = text("intake_taking.draft.source_note", name=joined)
    return source
