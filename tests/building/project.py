"""The toy library as a project of the build engine, with a stub of the theme."""

import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields, is_dataclass, replace
from pathlib import Path

from generator import site_folder
from generator.building.engine import Index
from generator.building.manifest import Manifest, manifest_path, read_manifest
from generator.building.session import Frame, Materials, Outcome, Project, Session
from generator.config import Config
from generator.library.body import AnyBody, Body, KeptBody
from generator.pages.planned import PlannedPage
from generator.site import Site
from tests.toy import library as toy

FINDER = "search/data"
TEMPLATES = ("case.html", "home.html")


def nobody_waits() -> None:
    raise AssertionError("no other build is there")


def bodies_in(value: object) -> Iterator[AnyBody]:
    """Yield the bodies that a view holds, however deep."""
    if isinstance(value, Body | KeptBody):
        yield value
    elif is_dataclass(value):
        for one in fields(value):
            yield from bodies_in(getattr(value, one.name))


@dataclass
class Bench:
    """The toy library as a project, with a stub of the theme."""

    root: Path
    stated: str = "mkdocs.yml"
    theme_says: str = "frame"
    contents: dict[str, bytes] = field(default_factory=lambda: {"a.css": b"style"})
    rendered: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        toy.copy_good(self.root / "library")
        self.config: Config = replace(toy.config(self.root / "library"), processes=1)
        self.site = self.root / "site"
        self.theme = self.root / "theme"
        self.theme.mkdir()
        for name in TEMPLATES:
            (self.theme / name).write_text(name, encoding="utf-8")

    def session(self) -> Session:
        site_folder.claim(self.site)
        documents = self.config.documents_path
        return Session(Project(self.config, self.site, self.stated, self.theme, documents))

    def build(self) -> Outcome:
        """Build as the adapter does."""
        self.rendered.clear()
        session = self.session()
        try:
            site = session.begin(nobody_waits)
            if site:
                session.write(site, self.materials(site), {"pages": len(site.pages)})
        finally:
            session.end()
        assert session.outcome
        return session.outcome

    def materials(self, site: Site) -> Materials:
        copies = {one.uri: self.config.root / one.path for one in site.files}
        frame = Frame(self.theme_says.encode(), ())
        return Materials(frame, self.contents, copies, self.render, self.index, FINDER)

    def render(self, page: PlannedPage, view: object) -> str:
        """Show a view, and the text of a body as a template would."""
        self.rendered.append(page.uri)
        text = "".join(body.html for body in bodies_in(view))
        return f"{page.uri} {page.title} {self.theme_says} {text}\n"

    def index(self, site: Site) -> Index:
        def write() -> frozenset[str]:
            (self.site / "search").mkdir(exist_ok=True)
            (self.site / "search/index.json").write_text(str(len(site.library.cases)), "ascii")
            return frozenset({"search/index.json"})

        return write

    def tree(self) -> Mapping[str, bytes]:
        return {
            path.relative_to(self.site).as_posix(): path.read_bytes()
            for path in self.site.rglob("*")
            if path.is_file()
        }

    def anew(self) -> Mapping[str, bytes]:
        """Build without what is known, into another folder."""
        site, cache, aside = self.site, self.config.root / ".cache", self.root / "aside"
        self.site = self.root / "clean"
        has_cache = cache.is_dir()
        if has_cache:
            cache.rename(aside)
        self.build()
        clean = self.tree()
        shutil.rmtree(self.site)
        if has_cache:
            shutil.rmtree(cache)
            aside.rename(cache)
        self.site = site
        return clean

    def edit(self, path: str, old: str, new: str) -> None:
        file = self.config.root / path
        text = file.read_text("utf-8")
        assert old in text
        file.write_text(text.replace(old, new, 1), encoding="utf-8")

    def manifest(self) -> Manifest:
        return read_manifest(manifest_path(self.config.root / ".cache", self.site))
