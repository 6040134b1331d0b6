"""Pages of cases that were read after the rest of the library, between their real neighbours.

Reading one file and making one page takes milliseconds in a library of any size, planning the
whole site again a second and a half in one of 10,000 cases. So an edited case is shown at once, and
what other pages show of it follows.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from types import MappingProxyType

from generator.catalogue.catalogue import Catalogue
from generator.errors import RefusedError
from generator.library.case import Case
from generator.library.ids import NoticeId
from generator.library.library import Library
from generator.library.notice import Notice
from generator.library.rules.context import Context
from generator.pages import routes
from generator.pages.case import case_view
from generator.pages.files import published_files
from generator.pages.inputs import Inputs, full_title
from generator.pages.planned import PlannedPage
from generator.reading.source import Project as Files
from generator.reading.worker import Kind, Worker
from generator.reporting import summary
from generator.serving.drafts import UNPUBLISHED, all_approved, approved
from generator.serving.snapshot import Snapshot
from generator.site import make_body


@dataclass(frozen=True, slots=True)
class Base:
    """A whole snapshot, and what the pages of its cases are made from."""

    snapshot: Snapshot
    inputs: Inputs
    """Where drafts are shown, of the library in which they have pages."""

    @classmethod
    def of(cls, snapshot: Snapshot) -> "Base":
        """Look up what every page needs: a tenth of a second for 10,000 cases."""
        library, catalogue = snapshot.site.library, snapshot.site.catalogue
        if snapshot.drafts and snapshot.drafts.cases:
            library = all_approved(library)
            catalogue = Catalogue.of(library)
        return cls(snapshot, Inputs.of(library, catalogue, snapshot.project.config))


def read_case(path: str, snapshot: Snapshot) -> Case:
    """Read a case by itself; raises RefusedError when it has errors."""
    library, files = snapshot.site.library, Files.at(snapshot.project.config.root)
    context = Context(library.vocabularies, library.editions, files.exists)
    read = Worker(files, context, make_body).read(Kind.CASE, path)
    if not isinstance(read.record, Case) or any(found.is_error for found in read.findings):
        raise RefusedError(summary(read.findings), read.findings)
    return read.record


def is_seen_elsewhere(case: Case, known: Library) -> bool:
    """Tell whether a case differs from the known one in more than its text."""
    earlier = known.cases[case.id]
    same_body = replace(case, body=earlier.body)
    return same_body != earlier or case.body.is_empty != earlier.body.is_empty


def with_cases(library: Library, cases: Iterable[Case]) -> Library:
    """Give the library with cases in the place of earlier ones."""
    fresh = {case.id: case for case in cases}
    return replace(library, cases=MappingProxyType({**library.cases, **fresh}))


def with_pages(base: Base, cases: Iterable[Case]) -> Snapshot:
    """Give the snapshot with the pages of these cases made anew; all else is as it was."""
    snapshot = base.snapshot
    for case in cases:
        is_draft = case.front.status in UNPUBLISHED
        snapshot = (_with_draft if is_draft else _with_page)(snapshot, base.inputs, case)
    return snapshot


def _with_page(snapshot: Snapshot, inputs: Inputs, case: Case) -> Snapshot:
    page = _page(inputs, case)
    root = snapshot.project.config.root
    files = {uri: root / path for uri, path in _files(inputs.library, case).items()}
    return replace(
        snapshot,
        pages={**snapshot.pages, page.uri: page},
        files={**snapshot.files, **files},
    )


def _with_draft(snapshot: Snapshot, inputs: Inputs, case: Case) -> Snapshot:
    shown = approved(case)
    page = _page(inputs, shown)
    pages = {uri: known for uri, known in snapshot.pages.items() if uri != page.uri}
    if snapshot.drafts is None:
        return replace(snapshot, pages=pages)
    drafts = snapshot.drafts.with_page(case, page, _files(inputs.library, shown))
    return replace(snapshot, pages=pages, drafts=drafts)


def _page(known: Inputs, case: Case) -> PlannedPage:
    library = with_cases(known.library, [case])
    inputs = replace(
        known,
        library=library,
        catalogue=replace(known.catalogue, library=library),
        rows={key: row for key, row in known.rows.items() if key != case.id},
    )
    make = partial(case_view, inputs, case)
    return PlannedPage(routes.case(case.id), "case.html", full_title(case), make, case.path)


def _files(library: Library, case: Case) -> Mapping[str, str]:
    """Give the paths of the files that a case names, by uri."""
    nothing: Mapping[NoticeId, Notice] = MappingProxyType({})
    alone = replace(library, cases=MappingProxyType({case.id: case}), notices=nothing)
    return {file.uri: file.path for file in published_files(alone)}
