"""Which file of a submission is the experience, which the application form, which evidence.

A file's content decides; its name only where the content leaves it open.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from lxml import etree

from generator.intake.form.reading import read_form
from generator.intake.received import Received, Role
from generator.intake.word.parts import DOCUMENT, WordParts
from generator.intake.wordings import pattern, words

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_HAN: Final = re.compile("[\u3400-\u4dbf\u4e00-\u9fff]")
_MUCH: Final = 1_500
"""So many Han characters outside tables are an experience; a form has a few hundred."""
_SOME: Final = 300
_SHORT: Final = 30
"""A paragraph that may be a heading of a section."""


@dataclass(frozen=True, slots=True)
class Look:
    """What a Word file looks like."""

    received: Received
    is_form: bool
    characters: int
    """Han characters of the paragraphs outside tables."""
    sections: int
    """How many different sections of an experience have a heading."""

    @property
    def is_named_evidence(self) -> bool:
        """Tell whether its name says that it proves something."""
        return self._is_named("evidence_names") and not self._is_named("case_names")

    @property
    def role(self) -> Role:
        """Give what it is by itself."""
        if self.is_form:
            has_text = self.sections >= 2 and self.characters >= _MUCH
            return Role.COMBINED if has_text else Role.FORM
        if self.sections >= 2:
            return Role.CASE
        if self.is_named_evidence:
            return Role.EVIDENCE
        return Role.CASE if self.characters >= _SOME else Role.EVIDENCE

    @property
    def likeness(self) -> tuple[int, bool, int]:
        """Give how much it is like an experience; the greatest of several is taken."""
        return self.sections, self._is_named("case_names"), self.characters

    def _is_named(self, key: str) -> bool:
        name = self.received.name.rpartition("/")[2]
        return any(word in name for word in words(f"intake_taking.words.{key}"))


def look_at(received: Received, parts: WordParts) -> Look:
    """Look at a Word file; raises RefusedDocumentError when its text cannot be read."""
    root = parts.tree(DOCUMENT)
    texts = _paragraphs(root) if root is not None else []
    sections = {
        found.lastgroup or found[0]
        for text in texts
        if len(text) <= _SHORT
        for found in [pattern("intake_taking.words.sections").search(text)]
        if found
    }
    characters = sum(len(_HAN.findall(text)) for text in texts)
    return Look(received, read_form(parts).is_form, characters, len(sections))


def choose(looks: Sequence[Look]) -> tuple[Look | None, Look | None]:
    """Give the experience and the form among the files of one submission; they may be the same."""
    cases = [look for look in looks if look.role in (Role.CASE, Role.COMBINED)]
    if not cases and len(looks) == 1 and not looks[0].is_form:
        cases = list(looks)  # the one file that was handed over, however little is in it
    case = max(cases, key=lambda look: look.likeness, default=None)
    forms = [look for look in looks if look.role is Role.FORM]
    if case is not None and case.role is Role.COMBINED and not forms:
        forms = [case]
    return case, forms[0] if forms else None


def _paragraphs(root: "etree._Element") -> list[str]:
    """Give the texts of the paragraphs outside tables."""
    found = []
    for paragraph in root.iter(f"{_W}p"):
        if any(True for _ in paragraph.iterancestors(f"{_W}tbl")):
            continue
        found.append("".join(node.text or "" for node in paragraph.iter(f"{_W}t")).strip())
    return [text for text in found if text]
