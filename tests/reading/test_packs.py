"""Packs: what was read comes back as it was, texts when they are asked for, and nothing damaged."""

import gc
import os
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.errors import DamagedCacheError
from generator.findings import Finding, Severity
from generator.keeping import MAGIC
from generator.library.body import Body, Heading, KeptBody, Reference
from generator.library.document import Document, DocumentFrontMatter
from generator.reading.packs import _HEAD, Entry, Pack, write_pack

FINDING = Finding("docs/a.md", 3, 1, "key-unknown", Severity.ERROR, "message", "hint")


def body(words: str) -> Body:
    """Give a body with all that a pack keeps of it."""
    return Body(
        html=f"<p>{words}</p>",
        headings=(Heading(2, words, words, 1, "一、"),),
        links=(Reference("a.md", words, 1, 2),),
        images=(Reference("a.png", words, 3, 4),),
    )


def entry(name: str, text: Body) -> Entry:
    record = Document(f"docs/{name}.md", DocumentFrontMatter(title=name), text)
    return Entry(b"s" * 16, b"c" * 16, (("docs/a.png", True),), b"f" * 16, record, (FINDING,))


ENTRIES = {
    "docs/a.md": entry("a", body("甲")),
    "docs/b.md": entry("b", body("乙" * 50)),
    "docs/empty.md": entry("empty", Body()),
    "docs/bad.md": Entry(b"s", b"c", (), b"", None, (FINDING,)),
}


def packed() -> bytes:
    with TemporaryDirectory() as folder:
        write_pack(Path(folder, "a"), ENTRIES)
        return Path(folder, "a").read_bytes()


WHOLE = packed()
HEAD = _HEAD + int.from_bytes(WHOLE[_HEAD - 8 : _HEAD], "little")
"""Where the texts begin."""


def opened(path: Path) -> Pack:
    pack = Pack.at(path)
    assert pack is not None
    return pack


def body_of(pack: Pack, path: str) -> KeptBody | Body:
    record = pack.entries[path].record
    assert record is not None
    return record.body


def texts_of(pack: Pack) -> dict[str, str]:
    return {path: entry.record.body.html for path, entry in pack.entries.items() if entry.record}


def descriptors() -> int:
    return len(os.listdir("/proc/self/fd"))  # noqa: PTH208


def test_what_was_written_comes_back(tmp_path: Path) -> None:
    write_pack(tmp_path / "a", ENTRIES)
    pack = opened(tmp_path / "a")
    assert [*pack.entries] == [*ENTRIES]
    for path, was in ENTRIES.items():
        found = pack.entries[path]
        for name in ("source", "context", "asked", "facts", "findings"):
            assert getattr(found, name) == getattr(was, name)
        assert (found.record is None) == (was.record is None)
        if found.record and was.record:
            assert (found.record.path, found.record.front) == (was.record.path, was.record.front)
            for name in ("digest", "is_empty", "links", "images", "html", "headings"):
                assert getattr(found.record.body, name) == getattr(was.record.body, name)


def test_a_text_lies_behind_the_head_and_is_read_when_it_is_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_pack(tmp_path / "a", ENTRIES)
    assert "<p>乙".encode() in WHOLE[HEAD:]
    assert "<p>乙".encode() not in WHOLE[:HEAD]
    pack, reads, read = opened(tmp_path / "a"), list[int](), os.pread

    def pread(descriptor: int, length: int, offset: int) -> bytes:
        reads.append(offset)
        return read(descriptor, length, offset)

    monkeypatch.setattr(os, "pread", pread)
    kept = body_of(pack, "docs/a.md")
    assert (kept.digest, kept.is_empty, kept.links) == (body("甲").digest, False, body("甲").links)
    assert reads == []
    assert (kept.html, kept.headings) == ("<p>甲</p>", body("甲").headings)
    assert reads == [HEAD]  # once for both


def test_a_pack_of_nothing(tmp_path: Path) -> None:
    write_pack(tmp_path / "a", {})
    assert opened(tmp_path / "a").entries == {}


def test_written_anew_from_an_open_one(tmp_path: Path) -> None:
    write_pack(tmp_path / "a", ENTRIES)
    old = opened(tmp_path / "a")
    write_pack(tmp_path / "b", old.entries)
    assert (tmp_path / "b").read_bytes() == WHOLE
    assert texts_of(opened(tmp_path / "b")) == texts_of(old)


def test_who_opened_the_old_one_reads_on(tmp_path: Path) -> None:
    path = tmp_path / "a"
    write_pack(path, ENTRIES)
    old = opened(path)
    write_pack(path, {"docs/a.md": entry("a", body("丙"))})
    assert body_of(old, "docs/b.md").html == f"<p>{'乙' * 50}</p>"
    assert body_of(opened(path), "docs/a.md").html == "<p>丙</p>"
    path.unlink()
    assert body_of(old, "docs/a.md").html == "<p>甲</p>"


def test_what_is_no_pack_is_none(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "empty").touch()
    before = descriptors()
    assert Pack.at(tmp_path / "folder") is None
    assert Pack.at(tmp_path / "missing") is None
    assert Pack.at(tmp_path / "empty") is None
    assert descriptors() == before


@given(st.integers(0, HEAD - 1), st.integers(1, 255))
def test_one_wrong_byte_in_the_head_and_there_is_none(position: int, change: int) -> None:
    data = bytearray(WHOLE)
    data[position] ^= change
    with TemporaryDirectory() as folder:
        Path(folder, "a").write_bytes(data)
        assert Pack.at(Path(folder, "a")) is None


@given(st.integers(HEAD, len(WHOLE) - 1), st.integers(1, 255))
def test_one_wrong_byte_in_a_text_and_asking_for_it_is_an_error(position: int, change: int) -> None:
    data = bytearray(WHOLE)
    data[position] ^= change
    with TemporaryDirectory() as folder:
        Path(folder, "a").write_bytes(data)
        pack = opened(Path(folder, "a"))
        with pytest.raises(DamagedCacheError, match="a"):
            texts_of(pack)
        with pytest.raises(DamagedCacheError):
            write_pack(Path(folder, "b"), pack.entries)
        assert not Path(folder, "b").exists()


@given(st.integers(0, len(WHOLE) - 1))
def test_cut_off_anywhere_it_is_none_or_an_error(length: int) -> None:
    with TemporaryDirectory() as folder:
        Path(folder, "a").write_bytes(WHOLE[:length])
        pack = Pack.at(Path(folder, "a"))
        assert (pack is None) == (length < HEAD)
        if pack:
            with pytest.raises(DamagedCacheError):
                texts_of(pack)


@given(st.binary(max_size=100))
def test_any_bytes_are_none(data: bytes) -> None:
    with TemporaryDirectory() as folder:
        for content in (data, MAGIC + data, MAGIC + b"0" * 16 + b"\xff" * 8 + data):
            Path(folder, "a").write_bytes(content)
            assert Pack.at(Path(folder, "a")) is None


@pytest.fixture
def few_objects() -> Iterator[None]:
    """Let the collector pass over what is there: it takes seconds in a process of many tests."""
    gc.collect()
    gc.freeze()
    yield
    gc.unfreeze()


@pytest.mark.usefixtures("few_objects")
def test_a_file_stays_open_as_long_as_a_record_lives_and_no_longer(tmp_path: Path) -> None:
    write_pack(tmp_path / "a", ENTRIES)
    before = descriptors()
    packs = [opened(tmp_path / "a") for _ in range(10)]
    record = packs[0].entries["docs/a.md"].record
    assert descriptors() == before + 10
    packs.clear()
    gc.collect()
    assert descriptors() == before + 1
    assert record is not None
    assert record.body.html == "<p>甲</p>"
    del record
    gc.collect()
    assert descriptors() == before


@given(st.dictionaries(st.text(max_size=5), st.text(min_size=1), max_size=4))
def test_any_texts_come_back(texts: dict[str, str]) -> None:
    bodies = {name: Body(html=html, headings=body(html).headings) for name, html in texts.items()}
    with TemporaryDirectory() as folder:
        path = Path(folder, "a")
        write_pack(path, {name: entry("a", one) for name, one in bodies.items()})
        pack = opened(path)
        for name, one in bodies.items():
            found = body_of(pack, name)
            assert (found.html, found.headings) == (one.html, one.headings)
            assert (found.digest, found.is_empty) == (one.digest, one.is_empty)
