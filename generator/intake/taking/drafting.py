"""The draft of a case: front matter as an editor would type it, and the text."""

from collections.abc import Iterator, Mapping
from typing import Final

from generator.intake.case_file import draft_text
from generator.intake.remarks import Remark, RemarkKind
from generator.library.edition import Edition
from generator.library.lifecycle import Status
from generator.library.rules.identity import is_fictional
from generator.library.rules.privacy import find_hits
from generator.library.vocabulary import Vocabularies, VocabularyName, fold
from generator.strings import labels, text

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
    folded = fold(title)
    found = [
        term.label
        for term in (vocabulary.terms if vocabulary else ())
        if any(
            len(name) >= _SHORTEST_METHOD and fold(name) in folded
            for name in (term.label, *term.aliases)
        )
    ]
    if not found:
        return [], ()
    values = {"methods": text("labels.joint").join(found)}
    return found, (Remark(RemarkKind.GUESSED, "intake_taking.remark.methods", values),)


def named_remarks(names: Mapping[str, str]) -> Iterator[Remark]:
    """Tell when a file's name was kept out of the source because it holds a personal number."""
    if any(find_hits(name) for name in names.values()):
        yield Remark(RemarkKind.PRIVATE, "intake_taking.remark.private_name")


def _source(names: Mapping[str, str]) -> dict[str, str]:
    clean = [name for name in dict.fromkeys(names.values()) if not find_hits(name)]
    source = {"title": text("intake_taking.draft.source")}
    if clean:
        joined = text("labels.joint").join(clean)
        source["note"] = text("intake_taking.draft.source_note", name=joined)
    return source
