"""A snapshot of the site after every change, with what did not change kept."""

import threading
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Final, Protocol

from generator.assets import Assets, read_assets
from generator.config import Config
from generator.library.case import Case
from generator.reading.tree import find_files
from generator.serving.drafts import Drafts
from generator.serving.fresh import Base, is_seen_elsewhere, read_case, with_pages
from generator.serving.project import Load, Project
from generator.serving.snapshot import Snapshot
from generator.serving.watching import Watched
from generator.site import Site, prepare
from generator.today import today


@dataclass(frozen=True, slots=True)
class Settled:
    """A whole snapshot in the place of one that was made in haste."""

    snapshot: Snapshot
    is_news: bool
    """Whether pages besides those of the changed cases may look different."""


class Maker(Protocol):
    """Makes snapshots; one thread uses it."""

    @property
    def project(self) -> Project:
        """Give the project as it was read last."""
        ...

    def watched(self) -> Watched:
        """Give what a snapshot depends on."""
        ...

    def make(self, changed: Collection[Path]) -> Snapshot:
        """Give a snapshot after these changes; raises whatever stands in its way."""
        ...

    def rest(self) -> Callable[[], Site] | None:
        """Give the work that was put off, for a thread beside this one; None when there is none."""
        ...

    def settle(self, site: Site) -> Settled:
        """Give the snapshot of what that work gave; raises whatever stands in its way."""
        ...


def count_files(project: Project) -> int:
    """Give how many files hold the library's cases, notices and documents."""
    tree = find_files(project.config)
    return len(tree.cases) + len(tree.notices) + len(tree.documents)


@dataclass(frozen=True, slots=True)
class _Theme:
    """What was read of the theme, and what mkdocs.yml said."""

    project: Project
    assets: Assets


class SiteMaker:
    """Makes snapshots of the whole site.

    mkdocs.yml and the theme are read anew only when they changed, the library unless only they
    did. When nothing but known cases changed, these alone are read at once and the rest when there
    is time. What could not be read is read again with every change until it can.
    """

    def __init__(self, load: Load, project: Project, *, with_drafts: bool = False) -> None:
        self._load: Final = load
        self._with_drafts: Final = with_drafts
        self._preparing: Final = threading.Lock()
        """Reading writes to the cache: one does so at a time."""
        self._project = project
        self._theme: _Theme | None = _Theme(project, read_assets(project.theme_path))
        self._site: Site | None = None
        self._whole: Snapshot | None = None
        """The last snapshot of everything."""
        self._base: Base | None = None
        """The same, when something was looked up in it."""
        self._behind: frozenset[str] = frozenset()
        """Cases, by path, that changed after it."""
        self._fresh: Mapping[str, Case] = {}
        """Those of them that were read."""

    @property
    def project(self) -> Project:
        """Give the project as it was read last."""
        return self._project

    def watched(self) -> Watched:
        """Give what a whole site depends on."""
        return self._project.watched()

    def make(self, changed: Collection[Path]) -> Snapshot:
        """Give a snapshot after these changes; raises whatever stands in its way."""
        self._note(changed)
        if self._theme and self._site and self._behind:
            base = self._known()
            # All that are behind: one that could not be read must not be forgotten.
            self._fresh = {path: read_case(path, base.snapshot) for path in sorted(self._behind)}
            return with_pages(base, self._fresh.values())
        if self._behind:
            self._site = None
        return self._make_whole()

    def rest(self) -> Callable[[], Site] | None:
        """Give the reading of the library that is due after cases alone were read."""
        self._known()  # looked up now, so that the next change need not wait for it
        return partial(self._prepare, self._project.config) if self._fresh else None

    def settle(self, site: Site) -> Settled:
        """Give the snapshot of the library as it was read."""
        is_news = self._is_news()
        self._site = site
        return Settled(self._make_whole(), is_news)

    def _is_news(self) -> bool:
        """Tell whether other pages may show what changed in the fresh cases."""
        library = self._known().snapshot.site.library
        return any(is_seen_elsewhere(case, library) for case in self._fresh.values())

    def _prepare(self, config: Config) -> Site:
        with self._preparing:
            return prepare(replace(config, today=today()))

    def _known(self) -> Base:
        assert self._whole is not None, "nothing is behind before the first snapshot"
        if self._base is None or self._base.snapshot is not self._whole:
            self._base = Base.of(self._whole)
        return self._base

    def _note(self, changed: Collection[Path]) -> None:
        """Forget what a change may have made wrong."""
        theme_path, file = self._project.theme_path.resolve(), self._project.file.resolve()
        of_theme = {path for path in changed if path.is_relative_to(theme_path)}
        if of_theme or file in changed:
            self._theme = None
        rest = set(changed) - of_theme
        cases = {path: self._case_at(path) for path in rest}
        if all(cases.values()):
            self._behind |= frozenset(cases.values())
        else:
            self._site = None

    def _case_at(self, path: Path) -> str:
        """Give the path, as the library knows it, of a case whose file changed; "" for others."""
        root = self._project.config.root.resolve()
        if self._whole is None or not path.is_relative_to(root) or not path.is_file():
            return ""
        name = path.relative_to(root).as_posix()
        return name if name in self._paths() else ""

    def _paths(self) -> Collection[str]:
        assert self._whole is not None
        return {case.path for case in self._whole.site.library.cases.values()}

    def _make_whole(self) -> Snapshot:
        # Read before the library: a wrong mkdocs.yml or theme is said at once.
        theme = self._theme or self._read_theme()
        site = self._site or self._prepare(theme.project.config)
        drafts = Drafts(site.library, theme.project.config) if self._with_drafts else None
        snapshot = Snapshot.of(site, theme.project, theme.assets, drafts)
        # A template that cannot be read must not take the place of the last good one.
        snapshot.templates.compile(frozenset(page.template for page in site.pages))
        self._theme, self._site, self._whole = theme, site, snapshot
        self._behind, self._fresh = frozenset(), {}
        return snapshot

    def _read_theme(self) -> _Theme:
        project = self._load()
        self._project = project
        return _Theme(project, read_assets(project.theme_path))
