"""One build from its lock to its manifest; the adapter goes through it step by step."""

import os
import shutil
from collections.abc import Callable, Mapping
from contextlib import ExitStack, suppress
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Final

from generator.building.engine import (
    Documents,
    Index,
    Published,
    Tally,
    Work,
    bodies_of,
    build,
    is_whole,
)
from generator.building.folder import Found, SiteFolder, look
from generator.building.inputs import inputs_digest, is_as_asked, settings_digest
from generator.building.lock import Lock
from generator.building.manifest import (
    Manifest,
    Surroundings,
    keep_manifest,
    manifest_path,
    read_manifest,
)
from generator.building.pages import Pages, Render
from generator.building.theme import TemplateDigests
from generator.config import Config
from generator.digests import digest_of_parts
from generator.errors import BiaoganError, DamagedCacheError
from generator.pools import beside
from generator.processes import available
from generator.program import program_digest
from generator.progress import SILENT, Progress
from generator.reading.memory import Memory
from generator.reading.remembering import cache_folder, remembered
from generator.site import Site, prepare
from generator.site_folder import MARK
from generator.writing import make_folder

TEMPLATES: Final = "templates"
"""Folder of the cache for compiled templates."""


@dataclass(frozen=True, slots=True)
class Project:
    """What is built, and where to."""

    config: Config
    folder: Path
    """The site's."""
    stated: str
    """What mkdocs.yml says besides the settings."""
    theme: Path
    documents: Path


@dataclass(frozen=True, slots=True)
class Frame:
    """What is the same on every page."""

    digest: bytes
    """Of the values that it shows."""
    templates: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Materials:
    """What the theme gives to a build."""

    frame: Frame
    contents: Mapping[str, bytes]
    copies: Mapping[str, Path]
    """Files to be copied, by path below the site's folder; none at the address of a page."""
    render: Render
    index: Callable[[Site], Index]
    finder: str
    """Folder of the finder's files, below the site's."""
    documents: Callable[[Site], Documents] = lambda _site: Published


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a build did."""

    counts: Mapping[str, int]
    """What the site has: pages, files, searchable documents, warnings."""
    tally: Tally
    is_unchanged: bool = False


class Session:
    """One build. `begin`, then `write` unless nothing changed; `end` in every case."""

    def __init__(self, project: Project, progress: Progress = SILENT) -> None:
        self._project = project
        self._progress = progress
        self._opened = ExitStack()
        self._lock = Lock(project.folder / MARK)
        self._cache = cache_folder(project.config)
        self._settings = settings_digest(project.config, project.stated)
        self._inputs = b""
        self._templates = TemplateDigests((project.theme,))
        self._memory: Memory
        self._look: Callable[[], Found] = partial(look, project.folder)
        self.before = Manifest()
        self.outcome: Outcome | None = None

    def begin(self, wait: Callable[[], None]) -> Site | None:
        """Give the site to write, or None when the folder is as it would be.

        `wait` is called when another build holds the folder. Raises RefusedError for a library with
        errors, and OSError.
        """
        project = self._project
        self._lock.take(wait)
        # 18,000 folders: 0.1 s that another core has while the library is read.
        self._look = self._opened.enter_context(beside(self._look))
        self._memory = self._opened.enter_context(remembered(project.config, self._progress))
        with self._progress.stage("compare"):
            self.before = read_manifest(self._manifest_path())
            folders = (project.theme, project.documents)
            digests = self._memory.digests
            self._inputs = inputs_digest(self._memory.tree, self._settings, folders, digests)
            if self._is_up_to_date():
                self.outcome = Outcome(self.before.counts, Tally(), is_unchanged=True)
                return None
        return self._prepared()

    def write(self, site: Site, materials: Materials, counts: Mapping[str, int]) -> Outcome:
        """Write what must be written, and keep the manifest.

        Raises OSError, and BiaoganError when documents could not be made: the pages are written
        all the same, and the next build tries those documents again.
        """
        try:
            manifest, tally = self._built(site, materials)
        except DamagedCacheError:
            self.forget()
            site = self._prepared()
            manifest, tally = self._built(site, materials)
        manifest = replace(self._sure(manifest), counts=counts, left_out=site.left_out)
        if tally.failures:
            self._keep(replace(manifest, inputs=b""))
            raise BiaoganError("\n".join(tally.failures))
        self._keep(manifest)
        self.outcome = Outcome(counts, tally)
        return self.outcome

    def _sure(self, manifest: Manifest) -> Manifest:
        """Give a manifest without what may be wrong because files changed while they were read.

        Records, texts and copies were digested as they were read. That a file changed, or changed
        and changed back, only forbids to say that nothing has to be done; templates are read by
        the template engine, so of them nothing is believed.
        """
        changed = self._memory.digests.changed()
        theme = f"{self._project.theme}{os.sep}"
        if any(path.startswith(theme) for path in changed):
            manifest = replace(manifest, surroundings=replace(manifest.surroundings, templates={}))
        return manifest if changed else replace(manifest, inputs=self._inputs)

    def forget(self) -> None:
        """Remove what was kept of reading."""
        shutil.rmtree(self._memory.folder, ignore_errors=True)
        make_folder(self._memory.folder)

    def end(self) -> None:
        """Give the folder free, and keep what was learned of files."""
        self._opened.close()
        self._lock.release()

    def template_cache(self, frame: Frame) -> tuple[Path, bytes] | None:
        """Give where compiled templates are kept, and the digest of what they are made from."""
        stamp = digest_of_parts(program_digest(), frame.digest, self._templates.of_all())
        return (self._cache / TEMPLATES, stamp) if self._cache else None

    def look(self) -> Site:
        """Give the site as it would be written, without waiting for anybody or writing a page."""
        project = self._project
        self._memory = self._opened.enter_context(remembered(project.config, self._progress))
        self.before = read_manifest(self._manifest_path())
        return self._prepared()

    def pages(self, site: Site, frame: Frame, render: Render) -> Pages:
        """Give the pages of a site beside what is known of them."""
        folder = self._project.folder
        return Pages(
            planned=site.pages,
            bodies=bodies_of(site),
            now=self._surroundings(site, frame),
            before=self.before,
            found=look(folder, clears=False) if folder.is_dir() else Found({}, ()),
            folder=SiteFolder(folder),
            render=render,
        )

    def _surroundings(self, site: Site, frame: Frame) -> Surroundings:
        """Give the digests of what all pages are made from."""
        digests = self._templates
        names = {page.template for page in site.pages}
        return Surroundings(
            program=program_digest(),
            shell=frame.digest,
            settings=self._settings,
            facts=site.facts,
            templates={name: digests.of(name, *frame.templates) for name in names},
        )

    def _prepared(self) -> Site:
        """Read the library; once more from the files when the cache is damaged."""
        read = partial(prepare, self._project.config, self._progress, self._memory)
        try:
            return read()
        except DamagedCacheError:
            self.forget()
            return read()

    def _built(self, site: Site, materials: Materials) -> tuple[Manifest, Tally]:
        work = Work(
            site=site,
            folder=self._project.folder,
            look=self._look,
            surroundings=self._surroundings(site, materials.frame),
            contents=materials.contents,
            copies=materials.copies,
            render=materials.render,
            index=materials.index(site),
            documents=materials.documents(site),
            digests=self._memory.digests,
            processes=available(self._project.config.processes),
            finder=materials.finder,
        )
        self._look = partial(look, self._project.folder)  # a second try finds what the first wrote
        manifest, tally = build(work, self.before, self._progress)
        copied = materials.copies.items()
        sources = {str(path): manifest.files[uri].made_from for uri, path in copied}
        return replace(manifest, sources=sources), tally

    def _is_up_to_date(self) -> bool:
        before, digests = self.before, self._memory.digests
        if not (
            before.inputs == self._inputs
            and all(digests.of(path) == was for path, was in before.sources.items())
            and is_as_asked(self._project.config, before.asked)
        ):
            return False
        found = self._look()
        self._look = lambda: found
        return is_whole(before, found)

    def _manifest_path(self) -> Path | None:
        return manifest_path(self._cache, self._project.folder) if self._cache else None

    def _keep(self, manifest: Manifest) -> None:
        path = self._manifest_path()
        if path:
            with suppress(OSError):  # only time is lost: the site is written
                keep_manifest(path, manifest)
