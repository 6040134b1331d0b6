"""The recipe of a build: what must be written is written, the rest stays, what is over goes."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from generator.building.files import Files
from generator.building.folder import Found, SiteFolder, folders_of
from generator.building.manifest import FileEntry, Manifest, PageEntry, Surroundings
from generator.building.pages import Pages, Render
from generator.digests import FileDigests
from generator.processes import without_collector
from generator.progress import Progress
from generator.site import Site

Index = Callable[[], frozenset[str]]
"""Writes what the finder reads, and gives the paths of all its files below the site's folder."""


@dataclass(frozen=True, slots=True)
class Published:
    """What became of the documents beside the pages."""

    files: frozenset[str] = frozenset()
    """Those that lie there now, by path below the site's folder."""
    failures: tuple[str, ...] = ()
    """Why some were not made, in words for people."""
    made: int = 0


Documents = Callable[[], Published]
"""Makes the documents beside the pages."""


@dataclass(frozen=True, slots=True)
class Work:
    """What a build writes, and where."""

    site: Site
    folder: Path
    look: Callable[[], Found]
    """Tells what lies in the folder."""
    surroundings: Surroundings
    contents: Mapping[str, bytes]
    """Files that were made, by path below the site's folder."""
    copies: Mapping[str, Path]
    """Files to be copied."""
    render: Render
    index: Index
    digests: FileDigests
    processes: int
    finder: str
    """Folder of the finder's files, below the site's."""
    documents: Documents = Published


@dataclass(frozen=True, slots=True)
class Tally:
    """What a build did."""

    pages: int = 0
    """Pages that were written, because their bytes changed."""
    files: int = 0
    removed: int = 0
    bytes: int = 0
    documents: int = 0
    failures: tuple[str, ...] = ()
    """Why some documents were not made."""


def build(work: Work, before: Manifest, progress: Progress) -> tuple[Manifest, Tally]:
    """Bring a site's folder up to date; give its new manifest, and what was done.

    Raises OSError and DamagedCacheError; the folder then holds whole files of both builds, and the
    next build puts it right whatever was reached.
    """
    folder = SiteFolder(work.folder)
    with without_collector():
        folder.begin()
        found = work.look()
        with progress.stage("files"):
            files, tally = _write_files(work, before, found, folder, progress)
        with progress.stage("pages"):
            pages, tally = _write_pages(work, before, found, folder, (progress, tally))
        with progress.stage("index"):
            folder.make_room(work.finder, found)
            indexed = work.index()
        with progress.stage("documents"):
            made = work.documents()
        with progress.stage("clear"):
            others = indexed | made.files
            removed = folder.clear(found, {*files, *pages, *others})
            kept = {uri: folder.signature(uri) for uri in others}
            tally = replace(tally, removed=removed, documents=made.made, failures=made.failures)
        folder.end()
    manifest = Manifest(
        surroundings=work.surroundings,
        pages=pages,
        files=files,
        found=kept,
        asked=dict(work.site.asked),
    )
    return manifest, tally


def is_whole(manifest: Manifest, found: Found) -> bool:
    """Tell whether a site's folder holds what its manifest says, and nothing else."""
    wrote = {
        **{path: entry.signature for path, entry in manifest.pages.items()},
        **{path: entry.signature for path, entry in manifest.files.items()},
        **manifest.found,
    }
    shown = {path: signature for path, signature in wrote.items() if not path.startswith(".")}
    return found.files == shown and set(found.folders) == set(folders_of(shown))


def bodies_of(site: Site) -> dict[str, bytes]:
    """Give the digests of the texts that pages show, by the path of their source."""
    library = site.library
    return {
        **{case.path: case.body.digest for case in library.cases.values()},
        **{notice.path: notice.body.digest for notice in library.notices.values()},
        **{path: document.body.digest for path, document in library.documents.items()},
    }


def _write_files(
    work: Work, before: Manifest, found: Found, folder: SiteFolder, progress: Progress
) -> tuple[dict[str, FileEntry], Tally]:
    files = Files(work.contents, work.copies, work.digests, before.files, found, folder)
    entries: dict[str, FileEntry] = {}
    count = size = 0
    for uri, entry, written in files.write():
        entries[uri] = entry
        count += bool(written)
        size += written
        progress.wrote(written)
    return entries, Tally(files=count, bytes=size)


def _write_pages(
    work: Work,
    before: Manifest,
    found: Found,
    folder: SiteFolder,
    told: tuple[Progress, Tally],
) -> tuple[dict[str, PageEntry], Tally]:
    progress, tally = told
    pages = Pages(
        planned=work.site.pages,
        bodies=bodies_of(work.site),
        now=work.surroundings,
        before=before,
        found=found,
        folder=folder,
        render=work.render,
    )
    entries: dict[str, PageEntry] = {}
    count = size = 0
    for one in pages.write(work.processes, progress):
        entries[one.file] = one.entry
        count += bool(one.bytes)
        size += one.bytes
    return entries, replace(tally, pages=count, bytes=tally.bytes + size)
