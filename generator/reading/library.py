"""The whole library from its files: the recipe of reading, step by step."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from types import MappingProxyType

from generator.config import Config
from generator.digests import digest_of, digest_of_parts
from generator.findings import SEVERITIES, UNFINISHED, Fault, Finding, Severity
from generator.library.captions import Captions
from generator.library.case import Case
from generator.library.document import Document
from generator.library.edition import Edition
from generator.library.ids import CaseId, EditionId, NoticeId, case_sort_key
from generator.library.library import Library
from generator.library.lifecycle import Status
from generator.library.notice import Notice
from generator.library.rules.checks import (
    check_edition,
    check_identities,
    check_library,
    check_vocabulary,
)
from generator.library.rules.context import Context
from generator.library.vocabulary import Vocabularies, Vocabulary, VocabularyName
from generator.program import program_digest
from generator.reading.captions import read_captions
from generator.reading.editions import read_edition
from generator.reading.locating import locate
from generator.reading.memory import Memory
from generator.reading.outcome import Outcome
from generator.reading.packs import Page
from generator.reading.redirects import read_redirects
from generator.reading.remembering import forgetful
from generator.reading.source import Project, decode
from generator.reading.tree import Tree
from generator.reading.vocabularies import read_vocabulary
from generator.reading.worker import Kind, MakeBody, Worker

__all__ = ["MakeBody", "Reading", "read_library"]


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read, and all that is wrong with it."""

    library: Library
    """Every record that could be made, those with errors too."""
    findings: tuple[Finding, ...]
    """Sorted."""
    broken: frozenset[str]
    """Paths of the files with errors."""
    facts: bytes
    """Digest of the library without the texts of its bodies: what a page may show of others."""
    asked: Mapping[str, bool]
    """Paths that were looked for, and whether there was a file."""


@dataclass(slots=True)
class _Notes:
    """What is noted while reading."""

    faults: list[Fault] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    asked: dict[str, bool] = field(default_factory=dict)
    facts: list[bytes] = field(default_factory=list)
    read: dict[str, bytes] = field(default_factory=dict)
    """Digests of the files that many records look at, by path, of the very bytes that were read."""

    def text(self, project: Project, path: str) -> Outcome[str]:
        """Read a file that many records look at, and note its digest."""
        data = project.data(path)
        self.read[path] = digest_of(data.value or b"")
        return Outcome(None, data.faults) if data.value is None else decode(path, data.value)

    def failed(self) -> frozenset[str]:
        """Give the paths of the files that have errors so far."""
        faulty = {fault.path for fault in self.faults if SEVERITIES[fault.code] is Severity.ERROR}
        return frozenset(faulty | {finding.path for finding in self.findings if finding.is_error})


def read_library(
    config: Config,
    make_body: MakeBody,
    memory: Memory | None = None,
) -> Reading:
    """Read and check all files of the library; no fault of a file stops it.

    Without a memory everything is read anew. Raises OSError when what was read cannot be kept.
    """
    if memory is None:
        with forgetful(config) as passing:
            return read_library(config, make_body, passing)
    project = Project.at(config.root)
    tree = memory.tree
    notes = _Notes(list(tree.faults))
    vocabularies = _vocabularies(tree, project, notes)
    editions = _editions(tree, project, vocabularies, notes)
    context = Context(vocabularies, editions, partial(_ask, project, notes.asked))
    # Read-only views cannot be sent to another process.
    sent = Context(dict(vocabularies), dict(editions), project.exists)
    redirects = _redirects(tree, project, notes)
    pages = _Pages(Worker(project, sent, make_body), memory, tree, notes.read)
    cases = _cases(pages, config, notes)
    library = Library(
        cases=cases,
        notices=_notices(pages, config, notes),
        editions=editions,
        vocabularies=vocabularies,
        redirects=redirects,
        documents=_documents(pages, config, notes),
        captions=_captions(cases, project, memory, notes),
    )
    notes.faults += check_library(library, replace(context, failed=notes.failed()))
    return _reading(library, notes, project, tree)


def _ask(project: Project, asked: dict[str, bool], path: str) -> bool:
    asked[path] = found = project.exists(path)
    return found


@dataclass(frozen=True, slots=True)
class _Pages:
    """Reads the Markdown files of a kind."""

    worker: Worker
    memory: Memory
    tree: Tree
    known: Mapping[str, bytes]
    """Digests of the vocabularies, editions and redirects, by path, as they were read."""

    def read(self, kind: Kind, paths: Sequence[str], notes: _Notes) -> Iterator[tuple[str, Page]]:
        """Yield path and record of each file that makes one, by path; note all else."""
        key = partial(_key, self.worker.make_body, self.tree, self.known, {})
        entries = dict(self.memory.entries(self.worker, kind, paths, key))
        for path in paths:
            entry = entries[path]
            notes.findings += entry.findings
            notes.asked.update(entry.asked)
            notes.facts.append(path.encode() + entry.facts)
            if entry.record is not None:
                yield path, entry.record


def _key(
    make_body: MakeBody,
    tree: Tree,
    read: Mapping[str, bytes],
    known: dict[str, bytes],
    path: str,
) -> bytes:
    """Give the digest of what the reading of a file looks at besides the file.

    A case looks at the edition of its folder; a notice or a document may name any.
    """
    folder = path.rpartition("/")[0]
    if folder not in known:
        here = [(name, file) for name, file in tree.editions if file.startswith(f"{folder}/")]
        editions = here if folder.startswith(tree.cases_folder + "/") else tree.editions
        around = _surroundings(tree, read, editions)
        body = f"{make_body.__module__}.{make_body.__qualname__}".encode()
        known[folder] = digest_of_parts(program_digest(), body, around)
    return known[folder]


def _surroundings(
    tree: Tree, read: Mapping[str, bytes], editions: Iterable[tuple[EditionId, str]]
) -> bytes:
    """Give the digest of the vocabularies, the redirects and of editions, as they were read."""
    paths = [path for _, path in (*tree.vocabularies, *editions)]
    paths += [tree.redirects] if tree.redirects else []
    return digest_of_parts(*(part for path in paths for part in (path.encode(), read[path])))


def _reading(library: Library, notes: _Notes, project: Project, tree: Tree) -> Reading:
    located = locate(notes.faults, lambda path: project.read(path).value or "")
    findings = set(_lenient(library, (*notes.findings, *located)))
    ordered = tuple(sorted(findings, key=lambda f: (f.path, f.line, f.column, f.code, f.message)))
    broken = frozenset(f.path for f in ordered if f.is_error)
    around = _surroundings(tree, notes.read, tree.editions)
    facts = digest_of_parts(around, *(path.encode() for path in sorted(broken)), *notes.facts)
    return Reading(library, ordered, broken, facts, MappingProxyType(notes.asked))


def _lenient(library: Library, findings: Iterable[Finding]) -> Iterator[Finding]:
    """Make what is merely unfinished in a draft a warning: it must not stop a build."""
    drafts = {case.path for case in library.cases.values() if case.front.status is Status.DRAFT}
    for finding in findings:
        is_mild = finding.path in drafts and finding.code in UNFINISHED
        yield replace(finding, severity=Severity.WARNING) if is_mild else finding


def _vocabularies(tree: Tree, project: Project, notes: _Notes) -> Vocabularies:
    found: dict[VocabularyName, Vocabulary] = {}
    for name, path in tree.vocabularies:
        source = notes.text(project, path)
        notes.faults += source.faults
        found[name] = Vocabulary(name=name, terms=(), is_whole=False)
        if source.value is None:
            continue
        read = read_vocabulary(source.value, path, name)
        notes.faults += read.faults
        if read.value:
            found[name] = read.value
            notes.faults += check_vocabulary(read.value, path)
    return MappingProxyType(found)


def _editions(
    tree: Tree, project: Project, vocabularies: Vocabularies, notes: _Notes
) -> Mapping[EditionId, Edition]:
    found: dict[EditionId, Edition] = {}
    for edition_id, path in tree.editions:
        source = notes.text(project, path)
        notes.faults += source.faults
        if source.value is None:
            continue
        read = read_edition(source.value, path)
        notes.faults += read.faults
        if read.value:
            found[edition_id] = read.value
            notes.faults += check_edition(read.value, path, vocabularies)
    return MappingProxyType(found)


def _cases(pages: _Pages, config: Config, notes: _Notes) -> Mapping[CaseId, Case]:
    read = [
        record
        for _, record in pages.read(Kind.CASE, pages.tree.cases, notes)
        if isinstance(record, Case)
    ]
    notes.faults += check_identities([(case.path, case.id) for case in read])
    found: dict[CaseId, Case] = {}
    for case in read:
        if config.demonstration or not case.is_demonstration:
            found.setdefault(case.id, case)
    return MappingProxyType({key: found[key] for key in sorted(found, key=case_sort_key)})


def _notices(pages: _Pages, config: Config, notes: _Notes) -> Mapping[NoticeId, Notice]:
    found: dict[NoticeId, Notice] = {}
    for _, notice in pages.read(Kind.NOTICE, pages.tree.notices, notes):
        if isinstance(notice, Notice) and (config.demonstration or not notice.front.demonstration):
            found[notice.id] = notice
    return MappingProxyType({key: found[key] for key in sorted(found)})


def _documents(pages: _Pages, config: Config, notes: _Notes) -> Mapping[str, Document]:
    found = {
        path: document
        for path, document in pages.read(Kind.DOCUMENT, pages.tree.documents, notes)
        if isinstance(document, Document)
        and (config.demonstration or not document.front.demonstration)
    }
    return MappingProxyType(found)


def _captions(
    cases: Mapping[CaseId, Case], project: Project, memory: Memory, notes: _Notes
) -> Mapping[str, Captions]:
    found, faults = read_captions(cases.values(), project, memory)
    notes.faults += faults
    notes.facts += [path.encode() + one.digest for path, one in found.items()]
    return found


def _redirects(tree: Tree, project: Project, notes: _Notes) -> Mapping[str, str]:
    if tree.redirects is None:
        return MappingProxyType({})
    source = notes.text(project, tree.redirects)
    notes.faults += source.faults
    if source.value is None:
        return MappingProxyType({})
    read = read_redirects(source.value, tree.redirects)
    notes.faults += read.faults
    return MappingProxyType(dict(read.value or {}))
