"""The recipe: configuration → library → catalogue → pages. Every verb begins here."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial
from types import MappingProxyType

from generator.catalogue.catalogue import Catalogue
from generator.config import Config
from generator.errors import RefusedError
from generator.findings import Finding
from generator.library.body import Body
from generator.library.library import Library
from generator.pages import routes
from generator.pages.files import PublishedFile, published_files
from generator.pages.plan import plan
from generator.pages.planned import PlannedPage
from generator.processes import without_collector
from generator.progress import SILENT, Progress
from generator.reading.library import Reading, read_library
from generator.reading.memory import Memory
from generator.reading.remembering import remembered
from generator.rendering.markdown import render
from generator.reporting import summary
from generator.unlinking import unlinked


@dataclass(frozen=True, slots=True)
class Site:
    """All that a build writes, as values."""

    library: Library
    catalogue: Catalogue
    pages: tuple[PlannedPage, ...]
    files: tuple[PublishedFile, ...]
    """Pictures, attachments and videos that stand beside the pages."""
    findings: tuple[Finding, ...]
    left_out: tuple[str, ...]
    """Files with errors that were left out, by path; empty unless errors are allowed."""
    facts: bytes
    """Digest of all that a page may show of other records: the library without its texts."""
    asked: Mapping[str, bool]
    """Paths that were looked for, and whether there was a file."""


def make_body(path: str, markdown: str, first_line: int) -> Body:
    """Render one body with the addresses of the page that its file makes.

    Cases have computed numbers before their headings; a notice keeps its official wording.
    """
    publish = partial(routes.published, path)
    numbered = path.startswith("cases/")
    return render(markdown, first_line=first_line, publish=publish, numbered=numbered)


def read(config: Config, progress: Progress = SILENT, memory: Memory | None = None) -> Reading:
    """Read and check everything; `biaogan check` is this and a printer.

    Without a memory, that of the project is opened and kept. Raises OSError when what was read
    cannot be kept.
    """
    if memory is None:
        with remembered(config, progress) as opened:
            return read(config, progress, opened)
    with progress.stage("read"):
        return read_library(config, make_body, memory)


def prepare(config: Config, progress: Progress = SILENT, memory: Memory | None = None) -> Site:
    """Read, check and plan the site.

    Raises RefusedError when there are errors and `config.allow_errors` is False, OSError when what
    was read cannot be kept.
    """
    with without_collector():
        return _planned(config, read(config, progress, memory), progress)


def _planned(config: Config, reading: Reading, progress: Progress) -> Site:
    if reading.broken and not config.allow_errors:
        raise RefusedError(summary(reading.findings), reading.findings)
    library = without(reading.library, reading.broken)
    with progress.stage("plan"):
        catalogue = Catalogue.of(library)
        return Site(
            library=library,
            catalogue=catalogue,
            pages=plan(library, catalogue, config),
            files=published_files(library),
            findings=reading.findings,
            left_out=tuple(sorted(reading.broken)),
            facts=reading.facts,
            asked=reading.asked,
        )


def without(library: Library, broken: frozenset[str]) -> Library:
    """Give the library without the records whose files have errors, and without links to them."""
    if not broken:
        return library
    kept = replace(
        library,
        cases=MappingProxyType({k: v for k, v in library.cases.items() if v.path not in broken}),
        notices=MappingProxyType(
            {k: v for k, v in library.notices.items() if v.path not in broken}
        ),
        documents=MappingProxyType({k: v for k, v in library.documents.items() if k not in broken}),
    )
    return unlinked(kept, broken)
