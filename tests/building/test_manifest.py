"""The manifest: one a site's folder, a few of them, and an empty one rather than a wrong one."""

import os
from dataclasses import FrozenInstanceError, fields
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.building import manifest as module
from generator.building.manifest import (
    MOST,
    FileEntry,
    Manifest,
    PageEntry,
    Surroundings,
    keep_manifest,
    manifest_path,
    read_manifest,
)
from generator.keeping import keep

SIGNATURE = (1, 2, 3, 4)
WHOLE = Manifest(
    surroundings=Surroundings(b"1", b"2", b"3", b"4", {"case.html": b"5"}),
    pages={"a/index.html": PageEntry("case.html", b"o", b"v" * 16, b"b", b"c", SIGNATURE)},
    files={"a.css": FileEntry(b"m", b"c", SIGNATURE)},
    found={"search/index.json": SIGNATURE},
    inputs=b"i",
    asked={"cases/a.png": False},
    sources={"/a/b.png": b"s"},
    counts={"pages": 1},
)


def test_it_comes_back(tmp_path: Path) -> None:
    keep_manifest(tmp_path / "sites" / "a.manifest", WHOLE)
    assert read_manifest(tmp_path / "sites" / "a.manifest") == WHOLE


def test_none_kept_is_an_empty_one(tmp_path: Path) -> None:
    assert read_manifest(None) == Manifest()
    assert read_manifest(tmp_path / "missing") == Manifest()


@given(st.data())
def test_a_damaged_one_is_an_empty_one(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    path = tmp_path_factory.mktemp("cache") / "a.manifest"
    keep_manifest(path, WHOLE)
    content = bytearray(path.read_bytes())
    position = data.draw(st.integers(0, len(content) - 1))
    if data.draw(st.booleans(), label="cut off"):
        del content[position:]
    else:
        content[position] ^= data.draw(st.integers(1, 255))
    path.write_bytes(content)
    assert read_manifest(path) == Manifest()


@pytest.mark.parametrize("other", [None, "manifest", (1, 2), {"pages": {}}])
def test_whatever_else_was_kept_there_is_an_empty_one(tmp_path: Path, other: object) -> None:
    keep(tmp_path / "a.manifest", other)
    assert read_manifest(tmp_path / "a.manifest") == Manifest()


@pytest.mark.parametrize("kind", [Manifest, Surroundings])
def test_one_of_another_version_is_an_empty_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: type
) -> None:
    """A record that was kept with fewer fields would lack the others."""
    old = [field.name for field in fields(kind)][:-1]

    def state(self: object) -> list[object]:
        return [getattr(self, name) for name in old]

    def of_old_version(path: Path) -> None:
        with monkeypatch.context() as patched:
            patched.setattr(kind, "__getstate__", state)
            patched.setattr(module, "SHAPE", ())
            keep_manifest(path, WHOLE)

    of_old_version(tmp_path / "a.manifest")
    assert read_manifest(tmp_path / "a.manifest") == Manifest()


def test_each_folder_has_its_own_whatever_way_it_is_named(tmp_path: Path) -> None:
    (tmp_path / "one").mkdir()
    (tmp_path / "link").symlink_to("one")
    cache = tmp_path / ".cache"
    one, two = (manifest_path(cache, tmp_path / name) for name in ("one", "two"))
    assert one != two
    assert manifest_path(cache, tmp_path / "two" / ".." / "one") == one
    assert manifest_path(cache, tmp_path / "link") == one
    assert one.parent.parent == cache


def test_a_folder_whose_name_is_no_text_has_one_too(tmp_path: Path) -> None:
    name = os.fsdecode(b"\xff\xfe")
    assert manifest_path(tmp_path, tmp_path / name) != manifest_path(tmp_path, tmp_path / "a")


def test_only_the_last_are_kept(tmp_path: Path) -> None:
    paths = [manifest_path(tmp_path, tmp_path / str(number)) for number in range(MOST + 3)]
    for number, path in enumerate(paths):
        keep_manifest(path, WHOLE)
        os.utime(path, (number, number))
    keep_manifest(paths[0], WHOLE)  # the oldest is in use again
    left = {path for path in paths if path.is_file()}
    assert left == {paths[0], *paths[-MOST + 1 :]}
    assert read_manifest(paths[0]) == WHOLE


def test_records_are_frozen() -> None:
    with pytest.raises(FrozenInstanceError):
        WHOLE.inputs = b""  # type: ignore[misc]
