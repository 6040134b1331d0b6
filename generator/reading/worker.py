"""One case, notice or document from bytes to findings; what a reading process does.

Faults become findings here, while the text is at hand: no raw text leaves a process.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, Final

from generator.digests import digest_of, digest_of_parts
from generator.findings import Fault, Finding
from generator.library.body import EMPTY_BODY, AnyBody, Body
from generator.library.rules.checks import check_case, check_document, check_notice
from generator.library.rules.context import BodySource, Context
from generator.reading.cases import read_case
from generator.reading.documents import read_document
from generator.reading.front_matter import Draft, FrontMatter
from generator.reading.locating import locate
from generator.reading.notices import read_notice
from generator.reading.outcome import Outcome
from generator.reading.packs import Entry, Page
from generator.reading.source import Project, decode

MakeBody = Callable[[str, str, int], Body]
"""Renders (path, markdown, first line); a function of a module, for processes must find it."""


class Kind(StrEnum):
    """What a Markdown file becomes."""

    CASE = "case"
    NOTICE = "notice"
    DOCUMENT = "document"


_Read = Callable[[str, str, Context], Outcome[Draft[Any]]]
_Check = Callable[[Any, BodySource, Context], Iterator[Fault]]


def _notice(text: str, path: str, _context: Context) -> Outcome[Draft[Any]]:
    return read_notice(text, path)


def _document(text: str, path: str, _context: Context) -> Outcome[Draft[Any]]:
    return read_document(text, path)


_OF_KIND: Final[Mapping[Kind, tuple[_Read, _Check]]] = {
    Kind.CASE: (read_case, check_case),
    Kind.NOTICE: (_notice, check_notice),
    Kind.DOCUMENT: (_document, check_document),
}


@dataclass(frozen=True, slots=True)
class Worker:
    """All that reading one file needs besides its path."""

    project: Project
    context: Context
    make_body: MakeBody

    def read(self, kind: Kind, path: str, key: bytes = b"") -> Entry:
        """Read, render and check a file; `key` is the digest of what the reading looks at."""
        asked: dict[str, bool] = {}

        def exists(wanted: str) -> bool:
            asked[wanted] = found = self.context.exists(wanted)
            return found

        context = replace(self.context, exists=exists)
        data = self.project.data(path)
        if data.value is None:
            return Entry(b"", key, (), b"", None, _located(data.faults, ""))
        text = decode(path, data.value)
        if text.value is None:
            found = _located(text.faults, "")
            return Entry(digest_of(data.value), key, (), b"", None, found)
        record, facts, faults = self._page(kind, path, text.value, context)
        findings = _located((*text.faults, *faults), text.value)
        return Entry(digest_of(data.value), key, tuple(asked.items()), facts, record, findings)

    def _page(
        self, kind: Kind, path: str, text: str, context: Context
    ) -> tuple[Page | None, bytes, list[Fault]]:
        """Give the record, the digest of all of it but its body's text, and the faults."""
        read, check = _OF_KIND[kind]
        draft = read(text, path, context)
        faults = [*draft.faults]
        if draft.value is None or draft.value.record is None:
            return None, b"", faults
        front = draft.value.source
        source = BodySource(front.body, front.body_line)
        body = self._body(path, front)
        record: Page = replace(draft.value.record, body=body)
        faults += check(record, source, context)
        return record, _facts(text.removesuffix(front.body), body), faults

    def _body(self, path: str, source: FrontMatter) -> Body:
        if not source.body.strip():
            return EMPTY_BODY
        return self.make_body(path, source.body, source.body_line)


def _facts(front: str, body: AnyBody) -> bytes:
    """Give the digest of what others may see of a record: its front matter, what it names."""
    targets = (reference.target for reference in (*body.links, *body.images))
    seen = (front, str(body.is_empty), *targets)
    return digest_of_parts(*(part.encode(errors="surrogatepass") for part in seen))


def _located(faults: Iterable[Fault], text: str) -> tuple[Finding, ...]:
    return locate(faults, lambda _path: text)
