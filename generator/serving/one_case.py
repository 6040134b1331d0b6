"""The preview of one case in a library of any size: what others hold stays in memory."""

from collections.abc import Callable, Collection
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Final

from generator.catalogue.catalogue import Catalogue
from generator.config import Config
from generator.errors import ConfigurationError, RefusedError
from generator.library.case import Case
from generator.pages.files import published_files
from generator.pages.plan import plan
from generator.reading.tree import find_files
from generator.reporting import summary
from generator.serving.fresh import with_cases
from generator.serving.making import SiteMaker
from generator.serving.project import Load, Project
from generator.serving.snapshot import Snapshot
from generator.serving.watching import Watched
from generator.site import Site
from generator.strings import text
from generator.suggestions import nearest


def path_of(case_id: str, project: Project) -> str:
    """Give the path of a case's file, relative to the root.

    Raises ConfigurationError, with the nearest ids, when there is no such case.
    """
    paths = {Path(path).stem: path for path in find_files(project.config).cases}
    if case_id in paths:
        return paths[case_id]
    hint = text("cli.config.near", name=near) if (near := _nearest(case_id, list(paths))) else ""
    raise ConfigurationError(text("cli.serve.no_case", id=case_id, hint=hint))


def _nearest(case_id: str, ids: list[str]) -> str:
    first = nearest(case_id, ids)
    second = nearest(case_id, [known for known in ids if known != first])
    return text("cli.serve.or").join(name for name in (first, second) if name)


class CaseMaker(SiteMaker):
    """Makes snapshots in which one case is always fresh.

    Other files are read once; their errors stop nothing. A draft has its preview.
    """

    def __init__(self, load: Load, project: Project, path: str) -> None:
        super().__init__(lambda: _lenient(load()), _lenient(project), with_drafts=True)
        self._path: Final = path

    def watched(self) -> Watched:
        """Give the case's file, the files beside it, mkdocs.yml and the theme."""
        folders = frozenset({self._file().with_suffix(""), self.project.theme_path})
        return Watched(folders, frozenset({self._file(), self.project.file}))

    def make(self, changed: Collection[Path]) -> Snapshot:
        """Give a snapshot after these changes; raises whatever stands in its way."""
        file = self._file().resolve()
        # A picture is part of its case.
        beside = {path for path in changed if path.is_relative_to(file.with_suffix(""))}
        return super().make({*changed} - beside | ({file} if beside else set()))

    def _make_whole(self) -> Snapshot:
        snapshot = super()._make_whole()
        own = tuple(found for found in snapshot.site.findings if found.path == self._path)
        if self._path in snapshot.site.left_out:
            raise RefusedError(summary(own), own)
        return snapshot

    def rest(self) -> Callable[[], Site] | None:
        """Give the work of making the lists anew, when they show something that has changed."""
        if not self._is_news():
            self._fresh = {}  # the case stays behind, and so its page is made anew every time
            return None
        site, cases = self._known().snapshot.site, tuple(self._fresh.values())
        return partial(_listed_anew, site, cases, self.project.config)

    def _file(self) -> Path:
        return self.project.config.root / self._path


def _lenient(project: Project) -> Project:
    return replace(project, config=replace(project.config, allow_errors=True))


def _listed_anew(site: Site, cases: Collection[Case], config: Config) -> Site:
    """Plan the site again with cases as they are now."""
    library = with_cases(site.library, cases)
    catalogue = Catalogue.of(library)
    pages, files = plan(library, catalogue, config), published_files(library)
    return replace(site, library=library, catalogue=catalogue, pages=pages, files=files)
