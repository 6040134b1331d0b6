"""Stub pages, and what a build knows of them: the engine without MkDocs, theme and library."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from generator.building.folder import SiteFolder, look
from generator.building.manifest import Manifest, Surroundings
from generator.building.pages import Pages, Written
from generator.pages import routes
from generator.pages.planned import PlannedPage
from generator.progress import SILENT


@dataclass(frozen=True, slots=True)
class View:
    """What a stub page shows."""

    words: str
    number: int = 0


@dataclass(frozen=True, slots=True)
class Wider:
    """The same with a field more."""

    words: str
    number: int = 0
    more: str = ""


SURROUNDINGS = Surroundings(b"program", b"shell", b"settings", b"facts", {"a.html": b"template"})


@dataclass
class Stub:
    """A site of stub pages; it counts whose view is made and whose HTML is rendered."""

    site: Path
    views: dict[str, object]
    """By address."""
    bodies: dict[str, bytes] = field(default_factory=dict)
    surroundings: Surroundings = SURROUNDINGS
    before: Manifest = field(default_factory=Manifest)
    made: Counter[str] = field(default_factory=Counter)
    rendered: Counter[str] = field(default_factory=Counter)
    titles: Mapping[str, str] = field(default_factory=dict)

    def planned(self) -> list[PlannedPage]:
        """Plan the pages: `a.html` makes all of them, `x/` comes from `x.md`."""
        return [
            PlannedPage(
                uri=uri,
                template="a.html",
                title=self.titles.get(uri, "title"),
                make=partial(self._make, uri),
                source=f"{uri.strip('/')}.md",
            )
            for uri in self.views
        ]

    def pages(self) -> Pages:
        """Give the pages beside what is known of them."""
        self.site.mkdir(exist_ok=True)
        return Pages(
            planned=self.planned(),
            bodies=self.bodies,
            now=self.surroundings,
            before=self.before,
            found=look(self.site),
            folder=SiteFolder(self.site),
            render=self._render,
        )

    def build(self, processes: int = 1) -> dict[str, int]:
        """Write what must be written; give the bytes written by address, and keep the manifest."""
        self.made.clear()
        self.rendered.clear()
        pages = self.pages()
        pages.folder.begin()
        done = list(pages.write(processes, SILENT))
        pages.folder.end()
        self.keep(done)
        files = {routes.file_of(uri): uri for uri in self.views}
        assert sorted(one.file for one in done) == sorted(files)
        return {files[one.file]: one.bytes for one in done if one.bytes}

    def keep(self, done: Iterable[Written]) -> None:
        """Know from now on what was written."""
        pages = {one.file: one.entry for one in done}
        self.before = Manifest(surroundings=self.surroundings, pages=pages)

    def with_facts(self, facts: bytes) -> None:
        """Change what the library says."""
        self.surroundings = replace(self.surroundings, facts=facts)

    def path(self, uri: str) -> Path:
        """Give where a page lies."""
        return self.site / routes.file_of(uri)

    def is_clean(self) -> bool:
        """Tell whether all pages lie there as they would be written now."""
        return all(
            self.path(page.uri).read_text("utf-8") == self._html(page, self.views[page.uri])
            for page in self.planned()
        )

    def _make(self, uri: str) -> object:
        self.made[uri] += 1
        return self.views[uri]

    def _render(self, page: PlannedPage, view: object) -> str:
        self.rendered[page.uri] += 1
        return self._html(page, view)

    def _html(self, page: PlannedPage, view: object) -> str:
        """Show all that a page's key is made from."""
        now = self.surroundings
        around = now.program, now.shell, now.templates
        return f"{page.uri} {page.title} {view} {self.bodies.get(page.source)!r} {around}\n"
