"""What reading knows from before: exactly what changed is read, and the library is the same."""

import gc
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import pools
from generator.config import Config
from generator.library.body import Body
from generator.library.vocabulary import VocabularyName
from generator.reading import memory as module
from generator.reading.library import read_library
from generator.reading.remembering import remembered
from tests.reading.counting import (
    ALL,
    CASES_2021,
    CASES_2022,
    FILES,
    OTHERS,
    READ,
    WITH_PICTURE,
    anew,
    counted_body,
    edit,
    read,
    told,
)
from tests.reading.toy import CASE, EDITION, NOTICE, VOCABULARIES, config_of, make_library


@pytest.fixture
def config(tmp_path: Path) -> Config:
    """Give a library that was read once."""
    made = make_library(tmp_path, FILES)
    assert read(made)[1] == ALL
    return made


def test_nothing_changed_and_nothing_is_read(config: Config) -> None:
    reading, read_now = read(config)
    assert read_now == set()
    assert told(reading) == anew(config)


@pytest.mark.parametrize("path", sorted(ALL))
def test_only_the_file_that_changed_is_read(config: Config, path: str) -> None:
    edit(config, path, FILES[path] + "\n又一段。\n")
    reading, read_now = read(config)
    assert read_now == {path}
    assert told(reading) == anew(config)


def test_the_same_bytes_with_another_date_are_not_read(config: Config) -> None:
    for path in ALL:
        edit(config, path, FILES[path])
        os.utime(config.root / path, (1, 1))
    assert read(config)[1] == set()


@pytest.mark.parametrize(
    ("path", "text", "expected"),
    [
        ("cases/2021/edition.yml", EDITION.replace("2022", "2021") + "\n", CASES_2021 | OTHERS),
        ("cases/2022/edition.yml", EDITION + "\n", CASES_2022 | OTHERS),
        ("cases/vocabulary/methods.yml", "- {slug: lean, label: 精益}\n", ALL),
        ("cases/vocabulary/regions.yml", VOCABULARIES[VocabularyName.REGIONS] + "\n", ALL),
        ("cases/redirects.yml", "older/: cases/2022-001/\n", ALL),
    ],
)
def test_who_looks_at_what_changed_is_read_again(
    config: Config, path: str, text: str, expected: set[str]
) -> None:
    edit(config, path, text)
    reading, read_now = read(config)
    assert read_now == expected
    assert told(reading) == anew(config)


def test_another_program_reads_all_again(config: Config, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.reading.library.program_digest", lambda: b"another")
    assert read(config)[1] == ALL


def other_body(path: str, markdown: str, first_line: int) -> Body:
    return counted_body(path, markdown, first_line)


def test_another_rendering_reads_all_again(config: Config) -> None:
    READ.clear()
    with remembered(config) as memory:
        read_library(config, other_body, memory)
    assert set(READ) == ALL


def test_a_picture_that_appears_or_vanishes_is_seen_by_who_asked_for_it(config: Config) -> None:
    picture, asked = "cases/2022/2022-002/a.png", "cases/2022/2022-002.md"
    before = read(config)[0]
    assert before.asked[picture] is False
    assert asked in {finding.path for finding in before.findings if finding.code == "image-missing"}
    edit(config, picture, "1")
    appeared, read_now = read(config)
    assert read_now == {asked}
    assert told(appeared) == anew(config)
    assert "image-missing" not in {finding.code for finding in appeared.findings}
    assert appeared.facts == before.facts or appeared.broken != before.broken
    edit(config, picture, "22")
    assert read(config)[1] == set()
    (config.root / picture).unlink()
    vanished, read_now = read(config)
    assert read_now == {asked}
    assert told(vanished) == told(before)


def test_renamed_and_removed_files(config: Config) -> None:
    (config.root / "cases/2022/2022-001.md").rename(config.root / "cases/2022/2022-009.md")
    (config.root / "cases/2022/2022-003.md").unlink()
    reading, read_now = read(config)
    assert read_now == {"cases/2022/2022-009.md"}
    assert told(reading) == anew(config)
    assert read(config)[1] == set()


def test_all_of_a_kind_removed(config: Config) -> None:
    (config.root / "notices/2022-call.md").unlink()
    reading, read_now = read(config)
    assert (read_now, dict(reading.library.notices)) == (set(), {})
    assert not list((config.root / ".cache/reading").glob("notice-*"))


def test_a_file_that_makes_no_record_is_remembered_with_its_faults(config: Config) -> None:
    edit(config, "cases/2022/2022-004.md", "no front matter")
    (config.root / "cases/2022/2022-005.md").write_bytes(b"\xff\xfe\x00")
    (config.root / "cases/2022/2022-006.md").symlink_to("nowhere.md")
    first, read_now = read(config)
    assert read_now == set()
    second = read(config)[0]
    assert told(first) == told(second) == anew(config)
    assert len({finding.path for finding in second.findings}) >= 3


@pytest.mark.parametrize("count", [1, 2, 3, 9, 40])
def test_as_many_packs_as_files_need_and_no_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, count: int
) -> None:
    monkeypatch.setattr(module, "PACK", 2)
    monkeypatch.setattr(module, "MOST", 8)
    numbers = range(1, count + 1)
    config = make_library(tmp_path, {f"cases/2022/2022-{number:03}.md": CASE for number in numbers})
    read(config)
    packs = {path.name for path in (tmp_path / ".cache/reading").glob("*.pack")}
    shares = {name.split("-")[1] for name in packs}
    assert shares == {str(next(size for size in (1, 2, 4, 8) if size * 2 >= count or size == 8))}
    assert len(packs) <= 8
    for number in range(2, count + 1):
        (tmp_path / f"cases/2022/2022-{number:03}.md").unlink()
    assert len(read(config)[0].library.cases) == 1
    assert [path.name for path in (tmp_path / ".cache/reading").glob("*.pack")] == ["case-1-0.pack"]


def test_a_new_file_moves_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "PACK", 4)
    config = make_library(tmp_path, {f"cases/2022/2022-{n:03}.md": CASE for n in range(1, 10)})
    read(config)
    before = {path: path.stat().st_ino for path in (tmp_path / ".cache/reading").glob("*.pack")}
    edit(config, "cases/2022/2022-010.md", CASE)
    assert read(config)[1] == {"cases/2022/2022-010.md"}
    same = [path for path, inode in before.items() if path.stat().st_ino == inode]
    assert len(same) >= len(before) - 1 > 0


@pytest.mark.parametrize("start", ["alone", "fork", "spawn"])
def test_alone_or_shared_out_the_library_is_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, start: str
) -> None:
    monkeypatch.setattr(module, "PACK", 2)
    monkeypatch.setattr(module, "ALONE", 0)
    monkeypatch.setattr(pools, "can_fork", lambda: start == "fork")
    alone = make_library(tmp_path, FILES)
    config = config_of(tmp_path, processes=1 if start == "alone" else 2)
    reading, read_here = read(config)
    assert read_here == (ALL if start == "alone" else OTHERS)  # one pack is not shared out
    assert told(reading) == anew(alone)


@pytest.mark.parametrize("spoil", ["removed", "damaged", "a folder"])
def test_a_pack_that_cannot_be_trusted_is_read_anew(config: Config, spoil: str) -> None:
    for path in (config.root / ".cache/reading").glob("case-*.pack"):
        path.unlink()
        if spoil == "damaged":
            path.write_bytes(b"x" * 500)
        elif spoil == "a folder":
            path.mkdir()
    assert read(config)[1] == CASES_2021 | CASES_2022
    assert read(config)[1] == set()


def test_a_vocabulary_that_changes_while_the_library_is_read(
    config: Config, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was read with the old labels must not be kept as if it were read with the new."""
    path = config.root / "cases/vocabulary/methods.yml"
    real = module.Memory.entries
    new = path.read_text("utf-8").replace("精益管理", "精细管理")

    def save_and_read(*arguments: Any) -> Iterator[Any]:
        path.write_text(new, encoding="utf-8")
        return real(*arguments)

    edit(config, "cases/2022/2022-001.md", CASE + "\n改过。\n")
    with monkeypatch.context() as patched:
        patched.setattr(module.Memory, "entries", save_and_read)
        read(config)
    assert told(read(config)[0]) == anew(config)


def descriptors() -> int:
    return len(os.listdir("/proc/self/fd"))  # noqa: PTH208


@pytest.mark.parametrize("change", [None, "cases/vocabulary/methods.yml"])
def test_a_pack_is_opened_once_at_a_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, change: str | None
) -> None:
    """A system allows a process 1024 open files or fewer; a kind has up to 256 packs."""
    monkeypatch.setattr(module, "PACK", 1)
    numbers = range(1, 33)
    config = make_library(tmp_path, {f"cases/2022/2022-{n:03}.md": CASE for n in numbers})
    read(config)
    if change:
        edit(config, change, "- {slug: lean, label: 精益}\n")
    gc.collect()
    before = descriptors()
    gc.disable()  # as during a build
    try:
        reading, _ = read(config)
        opened = descriptors() - before
    finally:
        gc.enable()
    packs = len(list((tmp_path / ".cache/reading").glob("*.pack")))
    assert 0 < opened <= packs
    del reading
    gc.collect()
    assert descriptors() == before


PATHS = [*sorted(ALL), "cases/2022/2022-004.md", "notices/2023-call.md"]
TEXTS = [CASE, NOTICE, WITH_PICTURE, "---\nfield: [无]\n---\n", "x"]


@given(st.data())
def test_after_any_edits_it_is_as_read_anew(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    config = make_library(tmp_path_factory.mktemp("library"), FILES)
    read(config)
    others = st.sampled_from([*EDITS.values()])
    texts = st.builds(
        lambda path, text: lambda config: edit(config, path, text),
        st.sampled_from(PATHS),
        st.sampled_from(TEXTS),
    )
    for change in data.draw(st.lists(texts | others, max_size=4)):
        change(config)
        if data.draw(st.booleans()):
            read(config)
    assert told(read(config)[0]) == anew(config)


def remove(path: str) -> Callable[[Config], None]:
    return lambda config: (config.root / path).unlink(missing_ok=True)


EDITS: dict[str, Callable[[Config], None]] = {
    "picture": lambda config: edit(config, "cases/2022/2022-002/a.png", "1"),
    "no picture": remove("cases/2022/2022-002/a.png"),
    "no case": remove("cases/2022/2022-001.md"),
    "no edition": remove("cases/2021/edition.yml"),
    "edition": lambda config: edit(config, "cases/2022/edition.yml", EDITION.replace("示", "试")),
    "vocabulary": lambda config: edit(config, "cases/vocabulary/methods.yml", "[]\n"),
    "no redirects": remove("cases/redirects.yml"),
}
