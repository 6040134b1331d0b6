"""Digests of files: never a stale one, and no file read twice for nothing."""

import os
from hashlib import blake2b
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.digests import (
    MARGIN,
    FileDigests,
    Known,
    clock_of,
    digest_of,
    digest_of_parts,
    file_digest,
    signature_of,
)

HOUR = 3_600_000_000_000


def looked(root: Path, known: dict[str, Known] | None = None, *, later: int = HOUR) -> FileDigests:
    """Give digests of a build that begins an hour later, so that all files are old."""
    return FileDigests(root, known or {}, clock_of(root) + later)


def test_a_digest_is_that_of_the_bytes(tmp_path: Path) -> None:
    data = bytes(range(256)) * 5000  # more than one piece
    (tmp_path / "large").write_bytes(data)
    assert file_digest(tmp_path / "large") == digest_of(data)
    assert looked(tmp_path).of("large") == digest_of(data)
    assert looked(tmp_path).of(str(tmp_path / "large")) == digest_of(data)
    assert digest_of(data) == blake2b(data, digest_size=16).digest()


@given(st.lists(st.binary(max_size=4), max_size=4), st.lists(st.binary(max_size=4), max_size=4))
def test_where_a_part_ends_counts(some: list[bytes], others: list[bytes]) -> None:
    assert (digest_of_parts(*some) == digest_of_parts(*others)) == (some == others)


def test_a_file_whose_signature_is_known_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"1")
    known = {"a": (signature_of((tmp_path / "a").stat()), b"as it was kept")}
    digests = looked(tmp_path, known)
    assert digests.of("a") == b"as it was kept"
    assert digests.kept() == known


def test_an_edit_that_keeps_size_and_date_is_seen(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"one")
    before = looked(tmp_path)
    before.of("a")
    state = path.stat()
    path.write_bytes(b"two")
    os.utime(path, ns=(state.st_atime_ns, state.st_mtime_ns))
    assert (path.stat().st_size, path.stat().st_mtime_ns) == (state.st_size, state.st_mtime_ns)
    after = looked(tmp_path, before.kept())
    assert after.of("a") == digest_of(b"two")


def test_another_file_in_its_place_is_seen(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"one")
    (tmp_path / "b").write_bytes(b"two")
    before = looked(tmp_path)
    before.of("a")
    (tmp_path / "b").replace(tmp_path / "a")
    assert looked(tmp_path, before.kept()).of("a") == digest_of(b"two")


def test_a_young_file_is_read_and_not_kept(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"1")
    digests = FileDigests(tmp_path, {}, clock_of(tmp_path))
    assert digests.of("a") == digest_of(b"1")
    assert digests.kept() == {}


def test_what_was_known_of_a_young_file_is_not_believed(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"1")
    known = {"a": (signature_of((tmp_path / "a").stat()), b"before the same tick")}
    digests = FileDigests(tmp_path, known, clock_of(tmp_path))
    assert digests.of("a") == digest_of(b"1")


@pytest.mark.parametrize(("moment", "is_kept"), [(0, False), (MARGIN, False), (MARGIN + 1, True)])
def test_the_margin_counts_from_the_last_change(tmp_path: Path, moment: int, is_kept: bool) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"1")
    digests = FileDigests(tmp_path, {}, max(signature_of(path.stat())[2:]) + moment)
    digests.of("a")
    assert bool(digests.kept()) == is_kept


def test_a_file_from_the_future_is_never_kept(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"1")
    future = clock_of(tmp_path) + 24 * HOUR
    os.utime(path, ns=(future, future))
    digests = looked(tmp_path)
    assert digests.of("a") == digest_of(b"1")
    assert digests.kept() == {}


def test_a_clock_that_was_set_back_makes_every_file_young(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"1")
    known = {"a": (signature_of((tmp_path / "a").stat()), b"kept before")}
    assert looked(tmp_path, known, later=-HOUR).of("a") == digest_of(b"1")


def test_what_is_no_file_to_be_read_has_no_digest(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "broken").symlink_to("nowhere")
    (tmp_path / "circle").symlink_to("circle")
    os.mkfifo(tmp_path / "pipe")
    digests = looked(tmp_path)
    names = ("folder", "broken", "circle", "pipe", "missing", "a\0b", "x" * 300, "missing/below")
    assert [digests.of(name) for name in names] == [b""] * len(names)
    assert digests.kept() == {}


def test_a_file_that_refuses_to_be_opened_has_no_digest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_arguments: object) -> None:
        raise PermissionError(13, "Permission denied")

    (tmp_path / "a").write_bytes(b"1")
    digests = looked(tmp_path)
    monkeypatch.setattr("builtins.open", refuse)
    assert digests.of("a") == b""


def test_a_link_has_the_digest_of_what_it_leads_to(tmp_path: Path) -> None:
    (tmp_path / "one").write_bytes(b"1")
    (tmp_path / "two").write_bytes(b"2")
    (tmp_path / "link").symlink_to("one")
    before = looked(tmp_path)
    assert before.of("link") == digest_of(b"1")
    (tmp_path / "link").unlink()
    (tmp_path / "link").symlink_to("two")
    assert looked(tmp_path, before.kept()).of("link") == digest_of(b"2")


def test_one_look_a_build(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"1")
    digests = looked(tmp_path)
    first = digests.of("a")
    (tmp_path / "a").write_bytes(b"2")
    assert digests.of("a") == first


def test_only_what_was_asked_for_is_kept(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).write_bytes(name.encode())
    before = looked(tmp_path)
    before.of("a")
    before.of("b")
    after = looked(tmp_path, before.kept())
    after.of("a")
    assert before.kept().keys() == {"a", "b"}
    assert after.kept().keys() == {"a"}


def test_the_clock_moves_on_and_says_when_nothing_can_be_written(tmp_path: Path) -> None:
    first = clock_of(tmp_path)
    assert clock_of(tmp_path) >= first
    with pytest.raises(OSError, match="No such file"):
        clock_of(tmp_path / "missing")


@given(st.lists(st.tuples(st.sampled_from([b"aa", b"bb", b"c"]), st.booleans()), max_size=6))
def test_whatever_is_edited_the_digest_is_that_of_the_bytes(
    edits: list[tuple[bytes, bool]],
) -> None:
    """The clock is the true one: what is young is read, what is old is known by its signature."""
    with TemporaryDirectory() as folder:
        root, known = Path(folder), dict[str, Known]()
        path = root / "a"
        path.write_bytes(b"aa")
        for content, keeps_date in edits:
            state = path.stat()
            path.write_bytes(content)
            if keeps_date:
                os.utime(path, ns=(state.st_atime_ns, state.st_mtime_ns))
            digests = FileDigests(root, known, clock_of(root))
            assert digests.of("a") == digest_of(content)
            known = digests.kept()
