"""The whole library from its files: the recipe of reading, step by step."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from generator.config import Config
from generator.findings import SEVERITIES, UNFINISHED, Fault, Finding, Severity
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
from generator.reading.editions import read_edition
from generator.reading.locating import locate
from generator.reading.pool import read_cases
from generator.reading.redirects import read_redirects
from generator.reading.source import Project
from generator.reading.tree import Tree, find_files
from generator.reading.vocabularies import read_vocabulary
from generator.reading.worker import MakeBody, Worker

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


@dataclass(slots=True)
class _Notes:
    """What is noted while reading."""

    faults: list[Fault] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    def failed(self) -> frozenset[str]:
        """Give the paths of the files that have errors so far."""
        faulty = {fault.path for fault in self.faults if SEVERITIES[fault.code] is Severity.ERROR}
        return frozenset(faulty | {finding.path for finding in self.findings if finding.is_error})


def read_library(config: Config, make_body: MakeBody) -> Reading:
    """Read and check all files of the library; no fault of a file stops it."""
    project = Project.at(config.root)
    tree = find_files(config)
    notes = _Notes(list(tree.faults))
    vocabularies = _vocabularies(tree, project, notes)
    editions = _editions(tree, project, vocabularies, notes)
    context = Context(vocabularies, editions, project.exists)
    worker = Worker(project, context, make_body)
    library = Library(
        cases=_cases(tree, worker, config, notes),
        notices=_notices(tree, worker, config, notes),
        editions=editions,
        vocabularies=vocabularies,
        redirects=_redirects(tree, project, notes),
        documents=_documents(tree, worker, config, notes),
    )
    notes.faults += check_library(library, replace(context, failed=notes.failed()))
    return _reading(library, notes, project)


def _reading(library: Library, notes: _Notes, project: Project) -> Reading:
    located = locate(notes.faults, lambda path: project.read(path).value or "")
    findings = set(_lenient(library, (*notes.findings, *located)))
    ordered = tuple(sorted(findings, key=lambda f: (f.path, f.line, f.column, f.code, f.message)))
    return Reading(library, ordered, frozenset(f.path for f in ordered if f.is_error))


def _lenient(library: Library, findings: Iterable[Finding]) -> Iterator[Finding]:
    """Make what is merely unfinished in a draft a warning: it must not stop a build."""
    drafts = {case.path for case in library.cases.values() if case.front.status is Status.DRAFT}
    for finding in findings:
        is_mild = finding.path in drafts and finding.code in UNFINISHED
        yield replace(finding, severity=Severity.WARNING) if is_mild else finding


def _vocabularies(tree: Tree, project: Project, notes: _Notes) -> Vocabularies:
    found: dict[VocabularyName, Vocabulary] = {}
    for name, path in tree.vocabularies:
        source = project.read(path)
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
        source = project.read(path)
        notes.faults += source.faults
        if source.value is None:
            continue
        read = read_edition(source.value, path)
        notes.faults += read.faults
        if read.value:
            found[edition_id] = read.value
            notes.faults += check_edition(read.value, path, vocabularies)
    return MappingProxyType(found)


def _cases(tree: Tree, worker: Worker, config: Config, notes: _Notes) -> Mapping[CaseId, Case]:
    read: list[Case] = []
    for case, findings in read_cases(worker, tree.cases, config.processes):
        notes.findings += findings
        if case:
            read.append(case)
    notes.faults += check_identities([(case.path, case.id) for case in read])
    found: dict[CaseId, Case] = {}
    for case in read:
        if config.demonstration or not case.is_demonstration:
            found.setdefault(case.id, case)
    return MappingProxyType({key: found[key] for key in sorted(found, key=case_sort_key)})


def _notices(
    tree: Tree, worker: Worker, config: Config, notes: _Notes
) -> Mapping[NoticeId, Notice]:
    found: dict[NoticeId, Notice] = {}
    for path in tree.notices:
        notice, findings = worker.notice(path)
        notes.findings += findings
        if notice and (config.demonstration or not notice.front.demonstration):
            found[notice.id] = notice
    return MappingProxyType({key: found[key] for key in sorted(found)})


def _documents(tree: Tree, worker: Worker, config: Config, notes: _Notes) -> Mapping[str, Document]:
    found: dict[str, Document] = {}
    for path in tree.documents:
        document, findings = worker.document(path)
        notes.findings += findings
        if document and (config.demonstration or not document.front.demonstration):
            found[path] = document
    return MappingProxyType(found)


def _redirects(tree: Tree, project: Project, notes: _Notes) -> Mapping[str, str]:
    if tree.redirects is None:
        return MappingProxyType({})
    source = project.read(tree.redirects)
    notes.faults += source.faults
    if source.value is None:
        return MappingProxyType({})
    read = read_redirects(source.value, tree.redirects)
    notes.faults += read.faults
    return MappingProxyType(dict(read.value or {}))
