"""The recipe of a build: everything is written, what is over goes, and the manifest says so."""

import gc
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import pytest

from generator.building.engine import Index, Tally, Work, bodies_of, build, is_whole
from generator.building.folder import STAGING, look
from generator.building.manifest import Manifest
from generator.catalogue.catalogue import Catalogue
from generator.digests import FileDigests, clock_of
from generator.errors import BiaoganError
from generator.progress import SILENT, Progress
from generator.reading.packs import Page
from generator.site import Site
from tests.building.samples import SURROUNDINGS, Stub, View
from tests.pages import toy

INDEX = "search/index.json"


class Heard(Progress):
    """Counts the bytes that it hears of."""

    def __init__(self) -> None:
        self.size = 0

    def wrote(self, count: int) -> None:
        self.size += count


@dataclass
class Bench:
    """A site of stub pages, a file that is made, one that is copied, and an index."""

    root: Path
    contents: dict[str, bytes] = field(default_factory=lambda: {"a.css": b"style"})
    before: Manifest = field(default_factory=Manifest)
    index: Index | None = None

    def __post_init__(self) -> None:
        self.site = self.root / "site"
        self.stub = Stub(self.site, {uri: View(uri) for uri in ("", "a/", "b/c/")})
        (self.root / "picture").write_bytes(b"picture")
        self.site.mkdir()

    def work(self) -> Work:
        library = toy.library()
        site = Site(
            library=library,
            catalogue=Catalogue.of(library),
            pages=tuple(self.stub.planned()),
            files=(),
            findings=(),
            left_out=(),
            facts=b"facts",
            asked={"cases/a.png": False},
        )
        return Work(
            site=site,
            folder=self.site,
            look=partial(look, self.site),
            surroundings=SURROUNDINGS,
            contents=self.contents,
            copies={"files/a.png": self.root / "picture"},
            render=self.stub._render,
            index=self.index or self.write_index,
            digests=FileDigests(self.root, {}, clock_of(self.root)),
            processes=1,
            finder="search/data",
        )

    def write_index(self) -> frozenset[str]:
        (self.site / INDEX).parent.mkdir(exist_ok=True)
        (self.site / INDEX).write_bytes(b"{}")
        return frozenset({INDEX})

    def build(self, progress: Progress = SILENT) -> Tally:
        self.before, tally = build(self.work(), self.before, progress)
        return tally

    def tree(self) -> Mapping[str, bytes]:
        return {
            path.relative_to(self.site).as_posix(): path.read_bytes()
            for path in self.site.rglob("*")
            if path.is_file()
        }


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    return Bench(tmp_path)


FILES = {"index.html", "a/index.html", "b/c/index.html", "a.css", "files/a.png", INDEX}


def test_all_is_written_and_counted(bench: Bench) -> None:
    heard = Heard()
    tally = bench.build(heard)
    assert set(bench.tree()) == FILES
    written = sum(len(data) for path, data in bench.tree().items() if path != INDEX)
    assert tally == Tally(pages=3, files=2, removed=0, bytes=written)
    assert heard.size == written


def test_the_manifest_is_what_lies_there(bench: Bench) -> None:
    bench.build()
    manifest = bench.before
    assert {*manifest.pages, *manifest.files, *manifest.found} == FILES
    assert set(manifest.found) == {INDEX}
    assert (manifest.surroundings, manifest.asked) == (SURROUNDINGS, {"cases/a.png": False})
    assert is_whole(manifest, look(bench.site))


def test_again_and_nothing_is_done(bench: Bench) -> None:
    bench.build()
    before = bench.tree()
    assert bench.build() == Tally()
    assert bench.tree() == before


def test_what_nobody_wants_any_more_goes(bench: Bench) -> None:
    bench.build()
    clean = bench.tree()
    (bench.site / "old" / "page").mkdir(parents=True)
    (bench.site / "old" / "page" / "index.html").touch()
    (bench.site / ".biaogan").touch()
    assert bench.build().removed == 1
    assert bench.tree() == {**clean, ".biaogan": b""}
    assert not (bench.site / "old").exists()


def test_a_page_that_is_planned_no_more_goes(bench: Bench) -> None:
    bench.build()
    del bench.stub.views["b/c/"]
    assert bench.build() == Tally(removed=1)
    assert set(bench.tree()) == FILES - {"b/c/index.html"}
    assert not (bench.site / "b").exists()
    assert is_whole(bench.before, look(bench.site))


def test_a_page_in_the_place_of_a_file_and_a_file_in_that_of_a_page(bench: Bench) -> None:
    bench.contents["x"] = b"file"
    bench.build()
    del bench.contents["x"]
    bench.stub.views["x/y/"] = View("x/y/")
    bench.build()
    assert set(bench.tree()) == {*FILES, "x/y/index.html"}
    assert is_whole(bench.before, look(bench.site))
    del bench.stub.views["x/y/"]
    bench.contents["x"] = b"file"
    bench.build()
    assert set(bench.tree()) == {*FILES, "x"}
    assert is_whole(bench.before, look(bench.site))


def spoil_edit(site: Path) -> None:
    (site / "index.html").write_bytes(b"x")


def spoil_index(site: Path) -> None:
    (site / INDEX).write_bytes(b"[]")


def spoil_more(site: Path) -> None:
    (site / "a" / "more").touch()


def spoil_less(site: Path) -> None:
    (site / "a.css").unlink()


def spoil_touch(site: Path) -> None:
    (site / "files/a.png").touch()


@pytest.mark.parametrize("spoil", [spoil_edit, spoil_index, spoil_more, spoil_less, spoil_touch])
def test_whatever_is_done_to_the_folder_it_is_whole_no_more(
    bench: Bench, spoil: Callable[[Path], None]
) -> None:
    bench.build()
    clean = bench.tree()
    spoil(bench.site)
    assert not is_whole(bench.before, look(bench.site))
    bench.build()
    assert bench.tree() == clean
    assert is_whole(bench.before, look(bench.site))


def test_hidden_things_at_the_top_leave_it_whole(bench: Bench) -> None:
    bench.build()
    (bench.site / ".git").mkdir()
    (bench.site / STAGING).mkdir()
    assert is_whole(bench.before, look(bench.site))


def test_an_empty_manifest_is_of_an_empty_folder(bench: Bench) -> None:
    assert is_whole(Manifest(), look(bench.site))
    bench.build()
    assert not is_whole(Manifest(), look(bench.site))


def test_a_failed_index_leaves_whole_pages_and_the_next_build_finishes(bench: Bench) -> None:
    bench.build()
    clean = bench.tree()
    (bench.site / "old.html").touch()
    bench.stub.views["a/"] = View("other")

    def fail() -> frozenset[str]:
        raise BiaoganError("mine")

    bench.index = fail
    with pytest.raises(BiaoganError, match="mine"):
        bench.build()
    assert gc.isenabled()
    bench.index = None
    bench.stub.views["a/"] = View("a/")
    bench.build()
    assert bench.tree() == clean


def test_the_digests_of_all_texts_that_pages_show() -> None:
    library = toy.library()
    records: list[Page] = [
        *library.cases.values(),
        *library.notices.values(),
        *library.documents.values(),
    ]
    made = Site(library, Catalogue.of(library), (), (), (), (), b"", {})
    assert bodies_of(made) == {record.path: record.body.digest for record in records}
