"""Pages: written exactly when they must be, and the reasons that are told are the true ones."""

import os
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from generator import pools
from generator.building import pages as module
from generator.building.manifest import Manifest
from generator.errors import DamagedCacheError
from generator.progress import SILENT, Progress
from tests.building.samples import SURROUNDINGS, Stub, View, Wider

URIS = ("", "a/", "b/", "c.json", "deep/字/")


@pytest.fixture
def stub(tmp_path: Path) -> Stub:
    """Give a site that was built."""
    made = Stub(tmp_path / "site", {uri: View(uri) for uri in URIS}, {"a.md": b"1", "b.md": b"2"})
    made.build()
    return made


def reasons(stub: Stub, uri: str) -> list[tuple[str, tuple[str, ...]]]:
    (page,) = [page for page in stub.planned() if page.uri == uri]
    return list(stub.pages().reasons(page))


def test_a_first_build_writes_all(tmp_path: Path) -> None:
    stub = Stub(tmp_path / "site", {uri: View(uri) for uri in URIS})
    assert set(stub.build()) == set(URIS)
    assert stub.is_clean()
    assert [*stub.made.values(), *stub.rendered.values()] == [1] * 10
    assert not [path for path in stub.site.iterdir() if path.name.startswith(".")]


def test_the_same_facts_and_no_view_is_made(stub: Stub) -> None:
    assert stub.build() == {}
    assert (stub.made, stub.rendered) == ({}, {})


def test_another_body_and_only_its_page_is_made(stub: Stub) -> None:
    stub.bodies["a.md"] = b"3"
    assert set(stub.build()) == {"a/"}
    assert (stub.made, stub.rendered) == ({"a/": 1}, {"a/": 1})
    assert stub.is_clean()


def test_other_facts_and_all_views_are_made_but_only_what_differs_is_rendered(stub: Stub) -> None:
    stub.with_facts(b"others")
    stub.views["b/"] = View("b/", 1)
    assert set(stub.build()) == {"b/"}
    assert set(stub.made) == set(URIS)
    assert stub.rendered == {"b/": 1}
    assert stub.is_clean()


def test_other_settings_are_as_other_facts(stub: Stub) -> None:
    stub.surroundings = replace(stub.surroundings, settings=b"others")
    stub.views["b/"] = View("another day")
    assert set(stub.build()) == {"b/"}
    assert set(stub.made) == set(URIS)


@pytest.mark.parametrize(
    "change",
    [{"program": b"x"}, {"shell": b"x"}, {"templates": {"a.html": b"x"}}, {"templates": {}}],
    ids=["program", "shell", "template", "no template"],
)
def test_what_all_are_made_from_and_all_are_rendered(stub: Stub, change: dict[str, object]) -> None:
    stub.surroundings = replace(stub.surroundings, **change)  # type: ignore[arg-type]
    stub.build()
    assert set(stub.rendered) == set(URIS)
    assert stub.is_clean()


def test_equal_bytes_are_not_written(stub: Stub) -> None:
    before = stub.path("a/").stat()
    stub.before = Manifest()
    assert stub.build() == {}
    assert set(stub.rendered) == set(URIS)
    assert stub.path("a/").stat() == before
    assert stub.build() == {}
    assert stub.rendered == {}


def test_a_hand_in_a_page_while_it_is_made_is_seen_by_the_next_build(stub: Stub) -> None:
    known = {file: entry._replace(view=b"") for file, entry in stub.before.pages.items()}
    stub.before = Manifest(surroundings=replace(SURROUNDINGS, facts=b"others"), pages=known)
    pages = stub.pages()
    stub.path("a/").write_text("by hand", encoding="utf-8")  # after the folder was looked at
    pages.folder.begin()
    stub.keep(pages.write(1, SILENT))
    pages.folder.end()
    assert not stub.is_clean()
    assert set(stub.build()) == {"a/"}
    assert stub.is_clean()


def a_folder_instead(path: Path) -> None:
    path.unlink()
    path.mkdir()
    (path / "x").touch()


def a_link_instead(path: Path) -> None:
    path.unlink()
    path.symlink_to("elsewhere")


def a_file_for_its_folder(path: Path) -> None:
    shutil.rmtree(path.parent)
    path.parent.touch()


@pytest.mark.parametrize(
    "spoil",
    [
        lambda path: path.unlink(),
        lambda path: path.write_bytes(b"x" * path.stat().st_size),
        lambda path: path.write_bytes(b""),
        lambda path: shutil.rmtree(path.parent),
        a_folder_instead,
        a_link_instead,
        a_file_for_its_folder,
    ],
    ids=["gone", "edited", "emptied", "folder gone", "a folder", "a link", "folder is a file"],
)
def test_a_page_that_somebody_spoiled_is_written_again(
    stub: Stub, spoil: Callable[[Path], object]
) -> None:
    spoil(stub.path("a/"))
    assert reasons(stub, "a/") == [("file", ())]
    assert set(stub.build()) == {"a/"}
    assert set(stub.made) == {"a/"}
    assert stub.is_clean()


def test_an_edit_that_keeps_size_and_date_is_seen(stub: Stub) -> None:
    path = stub.path("a/")
    state = path.stat()
    path.write_bytes(path.read_bytes().replace(b"title", b"tattle"[:5]))
    os.utime(path, ns=(state.st_atime_ns, state.st_mtime_ns))
    assert set(stub.build()) == {"a/"}
    assert stub.is_clean()


def test_a_copied_folder_is_known_by_its_bytes(stub: Stub, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(stub.site, copy)
    stub.site = copy
    assert stub.build() == {}
    assert set(stub.made) == set(URIS)
    assert stub.rendered == {}
    assert stub.build() == {}
    assert stub.made == {}


def test_a_new_page_is_written_and_a_former_one_is_forgotten(stub: Stub) -> None:
    stub.views["new/"] = stub.views.pop("a/")
    assert set(stub.build()) == {"new/"}
    assert set(stub.made) == {"new/"}
    assert "a/index.html" not in stub.before.pages


def test_another_title_is_another_page(stub: Stub) -> None:
    stub.titles = {"a/": "other"}
    assert reasons(stub, "a/") == [("own", ())]
    assert set(stub.build()) == {"a/"}
    assert stub.is_clean()


def test_each_reason_is_told(stub: Stub) -> None:
    assert reasons(stub, "a/") == []
    stub.views["new/"] = View("new/")
    assert reasons(stub, "new/") == [("new", ())]
    stub.surroundings = replace(SURROUNDINGS, program=b"x", shell=b"x", templates={"a.html": b"x"})
    outside = [("program", ()), ("shell", ()), ("template", ("a.html",))]
    assert reasons(stub, "a/") == outside
    stub.surroundings = SURROUNDINGS
    stub.bodies["a.md"] = b"9"
    assert reasons(stub, "a/") == [("body", ("a.md",))]
    stub.bodies["a.md"] = b"1"
    stub.views["a/"] = View("other", 1)
    assert reasons(stub, "a/") == [("view", ("words", "number"))]
    stub.views["a/"] = View("a/", 1)
    assert reasons(stub, "a/") == [("view", ("number",))]
    stub.views["a/"] = Wider("a/")
    assert reasons(stub, "a/")[0] == ("shape", ())


def test_a_page_that_stays_has_no_reason_and_one_that_is_rendered_has_one(stub: Stub) -> None:
    """Whatever changes: what is explained is what is done."""
    stub.with_facts(b"others")
    stub.views["b/"] = View("b/", 1)
    stub.bodies["a.md"] = b"9"
    stub.titles = {"c.json": "other"}
    stub.path("").unlink()
    explained = {uri for uri in URIS if reasons(stub, uri)}
    stub.build()
    assert set(stub.rendered) == explained == {"a/", "b/", "c.json", ""}


@pytest.mark.parametrize("processes", [1, 3])
def test_in_several_processes_as_in_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, processes: int
) -> None:
    monkeypatch.setattr(module, "ALONE", 4)
    monkeypatch.setattr(module, "RUN", 3)
    monkeypatch.setattr(pools, "can_fork", lambda: True)
    views: dict[str, object] = {f"{number}/": View(str(number)) for number in range(10)}
    stub = Stub(tmp_path / "site", views)
    assert set(stub.build(processes)) == set(views)
    assert bool(stub.rendered) == (processes == 1)
    assert stub.is_clean()
    assert stub.build(processes) == {}


def test_a_spawn_would_have_to_read_all_again_and_never_pays() -> None:
    assert not module._pays(100_000, pools.SPAWN)
    assert module._pays(module.ALONE + 1, pools.FORK)
    assert not module._pays(module.ALONE, pools.FORK)


@pytest.mark.parametrize("processes", [1, 2])
def test_a_damaged_text_is_reported_to_the_recipe(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, processes: int
) -> None:
    monkeypatch.setattr(module, "ALONE", 0)
    monkeypatch.setattr(module, "RUN", 1)
    monkeypatch.setattr(pools, "can_fork", lambda: True)
    stub = Stub(tmp_path / "site", {uri: View(uri) for uri in URIS})

    def damaged(*_arguments: object) -> str:
        raise DamagedCacheError(Path("a.pack"))

    monkeypatch.setattr(stub, "_render", damaged)
    with pytest.raises(DamagedCacheError, match=r"a\.pack"):
        stub.build(processes)


def test_what_cannot_be_utf_8_is_written_as_a_reference(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stub = Stub(tmp_path / "site", {"a/": View("x")})
    monkeypatch.setattr(stub, "_html", lambda *_arguments: "<p>\ud800</p>")
    stub.build()
    assert stub.path("a/").read_bytes() == b"<p>&#55296;</p>"


def test_progress_hears_of_pages_that_are_due_and_of_bytes(stub: Stub) -> None:
    class Heard(Progress):
        expected = done = size = 0

        def expect(self, count: int) -> None:
            self.expected += count

        def advance(self, done: int = 1) -> None:
            self.done += done

        def wrote(self, count: int) -> None:
            self.size += count

    heard = Heard()
    stub.views["b/"] = View("more")
    stub.bodies["b.md"] = b"x"
    pages = stub.pages()
    pages.folder.begin()
    list(pages.write(1, heard))
    size = stub.path("b/").stat().st_size
    assert (heard.expected, heard.done, heard.size) == (1, 1, size)
