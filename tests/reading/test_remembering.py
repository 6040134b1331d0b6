"""The memory of a library: opened before it is read, kept when it was read, never in the way."""

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from generator import digests
from generator.config import Config
from generator.keeping import keep, kept
from generator.program import program_digest
from generator.reading import remembering
from generator.reading.library import read_library
from generator.reading.memory import Memory
from generator.reading.packs import _HEAD
from generator.reading.remembering import cache_folder, forgetful, remembered
from generator.site import read
from tests.reading.toy import CASE, make_library, plain_body


@pytest.fixture
def config(tmp_path: Path) -> Config:
    return make_library(tmp_path, {"cases/2022/2022-001.md": CASE})


@pytest.fixture
def old_files(monkeypatch: pytest.MonkeyPatch) -> None:
    """Trust what is young: the test does not wait."""
    monkeypatch.setattr(digests, "MARGIN", -(10**12))


def test_the_cache_is_made_beside_the_library(config: Config) -> None:
    assert cache_folder(config) == config.root / ".cache"
    assert (config.root / ".cache").is_dir()


@pytest.mark.usefixtures("old_files")
def test_digests_are_kept_when_the_work_is_done(config: Config) -> None:
    with remembered(config) as memory:
        digest = memory.digests.of("cases/2022/2022-001.md")
        assert memory.folder == config.root / ".cache" / "reading"
        assert kept(config.root / ".cache" / "digests") is None
    found = kept(config.root / ".cache" / "digests")
    assert isinstance(found, tuple)
    program, known = found
    assert program == program_digest()
    assert known["cases/2022/2022-001.md"][1] == digest
    with remembered(config) as memory:
        assert memory.digests._known == known


@pytest.mark.usefixtures("old_files")
def test_what_did_not_change_is_not_written_again(config: Config) -> None:
    for _ in range(2):
        with remembered(config) as memory:
            memory.digests.of("cases/2022/2022-001.md")
        state = (config.root / ".cache" / "digests").stat()
    with remembered(config) as memory:
        memory.digests.of("cases/2022/2022-001.md")
    assert (config.root / ".cache" / "digests").stat().st_ino == state.st_ino


def test_work_that_failed_keeps_nothing(config: Config) -> None:
    def fail() -> None:
        with remembered(config) as memory:
            memory.digests.of("cases/2022/2022-001.md")
            raise KeyError("mine")

    with pytest.raises(KeyError):
        fail()
    assert kept(config.root / ".cache" / "digests") is None


def a_file_in_its_place(config: Config, _patch: pytest.MonkeyPatch) -> None:
    (config.root / ".cache").write_bytes(b"")


def a_folder_that_refuses(_config: Config, patch: pytest.MonkeyPatch) -> None:
    def refuse(*_arguments: object, **_named: object) -> None:
        raise PermissionError(13, "Permission denied")

    patch.setattr(Path, "mkdir", refuse)


def a_read_only_folder(_config: Config, patch: pytest.MonkeyPatch) -> None:
    patch.setattr(os, "access", lambda _path, mode: mode != os.W_OK)


HINDRANCES = [a_file_in_its_place, a_folder_that_refuses, a_read_only_folder]


@pytest.mark.parametrize("hinder", HINDRANCES)
def test_where_no_cache_can_be_there_is_none(
    config: Config,
    monkeypatch: pytest.MonkeyPatch,
    hinder: Callable[[Config, pytest.MonkeyPatch], None],
) -> None:
    with monkeypatch.context() as patched:
        hinder(config, patched)
        assert cache_folder(config) is None


@pytest.mark.parametrize("hinder", [a_file_in_its_place, a_read_only_folder])
def test_without_a_cache_the_library_is_read_all_the_same(
    config: Config,
    monkeypatch: pytest.MonkeyPatch,
    hinder: Callable[[Config, pytest.MonkeyPatch], None],
) -> None:
    hinder(config, monkeypatch)
    with remembered(config) as memory:
        folder = memory.folder
        library = read_library(config, plain_body, memory).library
    assert config.root not in folder.parents
    assert not folder.exists()
    (case,) = library.cases.values()
    assert case.body.html.startswith("<p>cases/2022/2022-001.md")


def test_a_forgetful_memory_leaves_nothing_behind(config: Config) -> None:
    with forgetful(config) as memory:
        folder = memory.folder
        assert folder.is_dir()
    assert not folder.exists()
    assert not (config.root / ".cache").exists()


@pytest.mark.parametrize("content", [b"", b"x" * 100])
def test_damaged_digests_are_none(config: Config, content: bytes) -> None:
    (config.root / ".cache").mkdir()
    (config.root / ".cache" / "digests").write_bytes(content)
    with remembered(config) as memory:
        assert memory.digests._known == {}


@pytest.mark.usefixtures("old_files")
def test_digests_that_cannot_be_kept_stop_nobody(
    config: Config, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_arguments: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(remembering, "keep", full)
    with remembered(config) as memory:
        memory.digests.of("cases/2022/2022-001.md")
    assert not (config.root / ".cache" / "digests").exists()


@pytest.mark.usefixtures("old_files")
def test_a_folder_in_the_place_of_the_digests_goes(config: Config) -> None:
    (config.root / ".cache" / "digests").mkdir(parents=True)
    with remembered(config) as memory:
        memory.digests.of("cases/2022/2022-001.md")
    assert (config.root / ".cache" / "digests").is_file()


@pytest.mark.usefixtures("old_files")
def test_digests_of_another_program_are_none(config: Config) -> None:
    keep(config.root / ".cache" / "digests", (b"another", {"cases/2022/2022-001.md": "odd"}))
    with remembered(config) as memory:
        assert memory.digests._known == {}


def test_a_damaged_text_does_not_stop_a_check_for_ever(config: Config) -> None:
    """A pack is written anew with the texts that it holds; one of them is damaged."""
    second = config.cases_path / "2022" / "2022-002.md"
    second.write_text(CASE.replace("示例机械", "示例电子"), encoding="utf-8")
    whole = read(config)
    (pack,) = (config.root / ".cache" / "reading").glob("case-*.pack")
    spoil_texts(pack)
    second.write_text(CASE.replace("示例机械", "示例化工"), encoding="utf-8")
    again = read(config)
    assert again.findings == whole.findings
    assert len(again.library.cases) == 2


def spoil_texts(pack: Path) -> None:
    """Flip all bytes behind the head."""
    data = bytearray(pack.read_bytes())
    head = _HEAD + int.from_bytes(data[_HEAD - 8 : _HEAD], "little")
    for position in range(head, len(data)):
        data[position] ^= 1
    pack.write_bytes(data)


def test_where_packs_lie_and_who_fills_them(config: Config) -> None:
    with remembered(config) as memory:
        assert isinstance(memory, Memory)
        assert memory.processes == config.processes
