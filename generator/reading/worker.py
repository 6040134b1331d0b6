"""One case or notice file from bytes to findings; what a reading process does.

Faults become findings here, while the text is at hand: no raw text leaves a process.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import TypeVar

from generator.findings import Fault, Finding
from generator.library.body import EMPTY_BODY, Body
from generator.library.case import Case
from generator.library.document import Document
from generator.library.notice import Notice
from generator.library.rules.checks import check_case, check_document, check_notice
from generator.library.rules.context import BodySource, Context
from generator.reading.cases import read_case
from generator.reading.documents import read_document
from generator.reading.front_matter import Draft, FrontMatter
from generator.reading.locating import locate
from generator.reading.notices import read_notice
from generator.reading.outcome import Outcome
from generator.reading.source import Project

P = TypeVar("P", bound=Case | Notice | Document)

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
        return self._page(path, partial(read_case, context=self.context), check_case)

    def notice(self, path: str) -> tuple[Notice | None, tuple[Finding, ...]]:
        """Read, render and check a notice."""
        return self._page(path, read_notice, check_notice)

    def document(self, path: str) -> tuple[Document | None, tuple[Finding, ...]]:
        """Read, render and check a hand-written page."""
        return self._page(path, read_document, check_document)

    def _page(
        self,
        path: str,
        read: Callable[[str, str], Outcome[Draft[P]]],
        check: Callable[[P, BodySource, Context], Iterator[Fault]],
    ) -> tuple[P | None, tuple[Finding, ...]]:
        source = self.project.read(path)
        if source.value is None:
            return None, _located(source.faults, "")
        draft = read(source.value, path)
        faults = [*source.faults, *draft.faults]
        if draft.value is None or draft.value.record is None:
            return None, _located(faults, source.value)
        body, text = self._body(path, draft.value.source)
        record = replace(draft.value.record, body=body)
        faults += check(record, text, self.context)
        return record, _located(faults, source.value)

    def _body(self, path: str, source: FrontMatter) -> tuple[Body, BodySource]:
        text = BodySource(source.body, source.body_line)
        if not source.body.strip():
            return EMPTY_BODY, text
        return self.make_body(path, source.body, source.body_line), text


def _located(faults: Iterable[Fault], text: str) -> tuple[Finding, ...]:
    return locate(faults, lambda _path: text)
