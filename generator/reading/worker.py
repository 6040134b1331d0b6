"""One case or notice file from bytes to findings; what a reading process does.

Faults become findings here, while the text is at hand: no raw text leaves a process.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from generator.findings import Fault, Finding
from generator.library.body import EMPTY_BODY, Body
from generator.library.case import Case
from generator.library.document import Document
from generator.library.notice import Notice
from generator.library.rules.context import BodySource, Context
from generator.reading.cases import read_case
from generator.reading.documents import read_document
from generator.reading.front_matter import FrontMatter
from generator.reading.locating import locate
from generator.reading.notices import read_notice
from generator.reading.rules import check_case, check_document, check_notice
from generator.reading.source import Project

MakeBody = Callable[[str, str, int], Body]
"""Renders (path, markdown, first line); a function of a module, for processes must find it."""


@dataclass(frozen=True, slots=True)
class Worker:
    """All that reading one file needs besides its path."""

    project: Project
    context: Context
    make_body: MakeBody

    def case(self, path: str) -> tuple[Case | None, tuple[Finding, ...]]:
        """Read, render and check a case."""
        source = self.project.read(path)
        if source.value is None:
            return None, _located(source.faults, "")
        draft = read_case(source.value, path, self.context)
        faults = [*source.faults, *draft.faults]
        case = draft.value.case if draft.value else None
        if case and draft.value:
            body, text = self._body(path, draft.value.source)
            case = replace(case, body=body)
            faults += check_case(case, text, self.context)
        return case, _located(faults, source.value)

    def notice(self, path: str) -> tuple[Notice | None, tuple[Finding, ...]]:
        """Read, render and check a notice."""
        source = self.project.read(path)
        if source.value is None:
            return None, _located(source.faults, "")
        draft = read_notice(source.value, path)
        faults = [*source.faults, *draft.faults]
        notice = draft.value.notice if draft.value else None
        if notice and draft.value:
            body, text = self._body(path, draft.value.source)
            notice = replace(notice, body=body)
            faults += check_notice(notice, text, self.context)
        return notice, _located(faults, source.value)

    def document(self, path: str) -> tuple[Document | None, tuple[Finding, ...]]:
        """Read, render and check a hand-written page."""
        source = self.project.read(path)
        if source.value is None:
            return None, _located(source.faults, "")
        draft = read_document(source.value, path)
        faults = [*source.faults, *draft.faults]
        document = draft.value.document if draft.value else None
        if document and draft.value:
            body, text = self._body(path, draft.value.source)
            document = replace(document, body=body)
            faults += check_document(document, text, self.context)
        return document, _located(faults, source.value)

    def _body(self, path: str, source: FrontMatter) -> tuple[Body, BodySource]:
        text = BodySource(source.body, source.body_line)
        if not source.body.strip():
            return EMPTY_BODY, text
        return self.make_body(path, source.body, source.body_line), text


def _located(faults: Iterable[Fault], text: str) -> tuple[Finding, ...]:
    return locate(faults, lambda _path: text)
