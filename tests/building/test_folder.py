"""The site's folder: files appear whole, what is in the way goes, the rest stays."""

import os
import threading
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.building.folder import STAGING, SiteFolder, look
from generator.digests import signature_of


def begun(site: Path) -> SiteFolder:
    site.mkdir(exist_ok=True)
    folder = SiteFolder(site)
    folder.begin()
    return folder


def names(site: Path) -> list[str]:
    return sorted(path.relative_to(site).as_posix() for path in site.rglob("*"))


def test_look_tells_files_and_folders(tmp_path: Path) -> None:
    folder = begun(tmp_path)
    first = folder.put("a/b/c.html", b"1")
    second = folder.put("d.html", b"22")
    folder.end()
    found = look(tmp_path)
    assert found.files == {"a/b/c.html": first, "d.html": second}
    assert found.folders == ("a", "a/b")
    assert first == signature_of((tmp_path / "a/b/c.html").stat())


def test_hidden_things_at_the_top_are_nobodys_business(tmp_path: Path) -> None:
    (tmp_path / ".biaogan").touch()
    (tmp_path / ".git" / "deep").mkdir(parents=True)
    (tmp_path / ".link").symlink_to("nowhere")
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / ".hidden").touch()
    found = look(tmp_path)
    assert (set(found.files), found.folders) == ({"a/.hidden"}, ("a",))
    assert SiteFolder(tmp_path).clear(found, ()) == 1
    assert names(tmp_path) == [".biaogan", ".git", ".git/deep", ".link"]


def test_look_removes_what_no_build_puts_there(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "precious").write_bytes(b"1")
    site = tmp_path / "site"
    (site / "below").mkdir(parents=True)
    (site / "to-folder").symlink_to(outside)
    (site / "below" / "to-file").symlink_to(outside / "precious")
    (site / "to-itself").symlink_to(".")
    os.mkfifo(site / "below" / "pipe")
    found = look(site)
    assert (found.files, found.folders) == ({}, ("below",))
    assert names(site) == ["below"]
    assert (outside / "precious").read_bytes() == b"1"


def test_look_needs_a_folder(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        look(tmp_path / "missing")


def test_put_and_copy_give_the_signature_of_what_lies_there(tmp_path: Path) -> None:
    (tmp_path / "source").write_bytes(b"12345")
    folder = begun(tmp_path / "site")
    put, copied = folder.put("a/b", b"123"), folder.copy("a/c", tmp_path / "source")
    assert (put[1], copied[1]) == (3, 5)
    assert put == signature_of(folder.path("a/b").stat())
    assert copied == signature_of(folder.path("a/c").stat())
    assert folder.path("a/c").read_bytes() == b"12345"


def test_a_reader_sees_the_old_page_or_the_new_one(tmp_path: Path) -> None:
    folder = begun(tmp_path)
    contents = [bytes([number]) * 40_000 for number in (1, 2)]
    folder.put("a/index.html", contents[0])
    path, stop, seen = folder.path("a/index.html"), threading.Event(), set[bytes]()

    def read() -> None:
        while not stop.is_set():
            seen.add(path.read_bytes())

    reader = threading.Thread(target=read)
    reader.start()
    for number in range(500):
        folder.put("a/index.html", contents[number % 2])
    stop.set()
    reader.join()
    assert seen <= {*contents}
    assert seen


def test_who_holds_the_old_page_keeps_it(tmp_path: Path) -> None:
    folder = begun(tmp_path)
    folder.put("a", b"old")
    with folder.path("a").open("rb") as reader:
        folder.put("a", b"new")
        assert reader.read() == b"old"


def test_a_file_in_the_place_of_a_folder_goes(tmp_path: Path) -> None:
    folder = begun(tmp_path)
    folder.put("a", b"file")
    folder.put("a/b/c", b"page")
    assert folder.path("a/b/c").read_bytes() == b"page"


def test_a_folder_in_the_place_of_a_file_goes_with_all_in_it(tmp_path: Path) -> None:
    folder = begun(tmp_path)
    folder.put("a/b/c", b"1")
    folder.put("a", b"file")
    assert folder.path("a").read_bytes() == b"file"


def test_a_broken_link_in_the_place_of_a_folder_goes(tmp_path: Path) -> None:
    folder = begun(tmp_path / "site")
    folder.path("a").symlink_to(tmp_path / "nowhere")
    folder.put("a/b", b"1")
    assert not folder.path("a").is_symlink()
    assert folder.path("a/b").read_bytes() == b"1"


def test_a_link_in_the_place_of_a_file_is_replaced_not_followed(tmp_path: Path) -> None:
    (tmp_path / "precious").write_bytes(b"precious")
    folder = begun(tmp_path / "site")
    folder.path("a").symlink_to(tmp_path / "precious")
    folder.put("a", b"page")
    assert not folder.path("a").is_symlink()
    assert folder.path("a").read_bytes() == b"page"
    assert (tmp_path / "precious").read_bytes() == b"precious"


def test_a_link_to_an_outer_folder_goes_and_what_it_led_to_stays(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "index.html").write_bytes(b"precious")
    folder = begun(tmp_path / "site")
    folder.path("a").symlink_to(outside)
    look(tmp_path / "site")  # as every build does
    folder.put("a/index.html", b"page")
    assert (outside / "index.html").read_bytes() == b"precious"
    assert folder.path("a/index.html").read_bytes() == b"page"
    assert not folder.path("a").is_symlink()


def test_what_a_kill_left_is_cleared_away(tmp_path: Path) -> None:
    (tmp_path / STAGING / "deep").mkdir(parents=True)
    (tmp_path / STAGING / "1-1").write_bytes(b"half")
    folder = begun(tmp_path)
    assert names(tmp_path) == [STAGING]
    folder.put("a", b"1")
    folder.end()
    assert names(tmp_path) == ["a"]


@pytest.mark.parametrize("obstacle", ["file", "link", "broken"])
def test_whatever_has_the_name_of_the_staging_folder_makes_room(
    tmp_path: Path, obstacle: str
) -> None:
    site, outside = tmp_path / "site", tmp_path / "outside"
    site.mkdir()
    outside.mkdir()
    (outside / "precious").touch()
    if obstacle == "file":
        (site / STAGING).touch()
    else:
        (site / STAGING).symlink_to(outside if obstacle == "link" else "nowhere")
    folder = begun(site)
    folder.put("a", b"1")
    assert not (site / STAGING).is_symlink()
    folder.end()
    assert names(site) == ["a"]
    assert [path.name for path in outside.iterdir()] == ["precious"]


def test_a_failed_write_leaves_the_old_page_and_no_rubbish(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = begun(tmp_path)
    folder.put("a", b"old")

    def refuse(*_arguments: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", refuse)
    with pytest.raises(OSError, match="No space"):
        folder.put("a", b"new")
    with pytest.raises(OSError, match="No space"):
        folder.copy("a", Path(__file__))
    assert folder.path("a").read_bytes() == b"old"
    assert names(tmp_path) == [STAGING, "a"]


def test_a_copy_of_a_file_that_has_gone_is_an_error_and_leaves_nothing(tmp_path: Path) -> None:
    folder = begun(tmp_path)
    with pytest.raises(FileNotFoundError):
        folder.copy("a", tmp_path / "missing")
    assert names(tmp_path) == [STAGING]


def test_empty_folders_go_and_needed_ones_stay(tmp_path: Path) -> None:
    folder = begun(tmp_path)
    for uri in ("a/b/c/old", "a/new", "d/e/old"):
        folder.put(uri, b"1")
    (tmp_path / "f" / "g").mkdir(parents=True)
    folder.end()
    assert folder.clear(look(tmp_path), {"a/new"}) == 2
    assert names(tmp_path) == ["a", "a/new"]


def test_a_file_that_made_way_in_the_same_build_is_no_error(tmp_path: Path) -> None:
    folder = begun(tmp_path)
    folder.put("a", b"file")
    found = look(tmp_path)
    folder.put("a/b", b"page")
    folder.clear(found, {"a/b"})
    assert folder.path("a/b").read_bytes() == b"page"


uris = st.lists(
    st.lists(st.sampled_from(["a", "b", "字", ".c"]), min_size=1, max_size=3).map("/".join),
    max_size=6,
    unique=True,
)


@given(before=uris, wanted=uris)
def test_whatever_lay_there_the_wanted_lies_there_now(
    tmp_path_factory: pytest.TempPathFactory, before: list[str], wanted: list[str]
) -> None:
    """Names that hide at the top, and paths that need a file and a folder at once, apart."""
    site = tmp_path_factory.mktemp("site")
    folder = begun(site)
    for uri in before:
        folder.put(uri, b"old")
    wanted = [uri for uri in wanted if not uri.startswith(".") and not is_above(uri, wanted)]
    for uri in wanted:
        folder.put(uri, b"new")
    folder.clear(look(site), set(wanted))
    folder.end()
    found = look(site)
    assert set(found.files) == set(wanted)
    assert all((site / uri).read_bytes() == b"new" for uri in wanted)
    needed = {uri.rsplit("/", count)[0] for uri in wanted for count in range(1, uri.count("/") + 1)}
    assert set(found.folders) == needed


def is_above(uri: str, others: Iterable[str]) -> bool:
    return any(other.startswith(f"{uri}/") for other in others)
