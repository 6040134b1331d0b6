"""What is kept comes back as it was, or not at all."""

from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import keeping
from generator.keeping import MAGIC, keep, kept, pickled, unpickled

VALUE = {"路径": (1, 2, b"\x00\xff"), "b": [None, True, 1.5]}


class Pair(NamedTuple):
    one: int
    two: int


@dataclass(frozen=True, slots=True)
class Record:
    one: int


def whole() -> bytes:
    with TemporaryDirectory() as folder:
        keep(Path(folder, "a"), VALUE)
        return Path(folder, "a").read_bytes()


WHOLE = whole()

plain = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.text()
    | st.binary()
    | st.floats(allow_nan=False),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner) | st.tuples(inner, inner),
    max_leaves=8,
)


def put(folder: str, data: bytes) -> Path:
    path = Path(folder, "a")
    path.write_bytes(data)
    return path


@given(plain)
def test_a_value_comes_back(value: object) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder, "below", "a")
        keep(path, value)
        assert kept(path) == value
    assert unpickled(pickled(value)) == value


@given(st.integers(0, len(WHOLE) - 1), st.integers(1, 255))
def test_one_wrong_byte_anywhere_and_there_is_nothing(position: int, change: int) -> None:
    data = bytearray(WHOLE)
    data[position] ^= change
    with TemporaryDirectory() as folder:
        assert kept(put(folder, bytes(data))) is None


@given(st.integers(0, len(WHOLE) - 1))
def test_cut_off_anywhere_and_there_is_nothing(length: int) -> None:
    with TemporaryDirectory() as folder:
        assert kept(put(folder, WHOLE[:length])) is None


@given(st.binary(min_size=1, max_size=40))
def test_more_at_the_end_and_there_is_nothing(more: bytes) -> None:
    with TemporaryDirectory() as folder:
        assert kept(put(folder, WHOLE + more)) is None


@given(st.binary(max_size=200))
def test_any_bytes_are_nothing(data: bytes) -> None:
    with TemporaryDirectory() as folder:
        assert kept(put(folder, data)) is None
        assert kept(put(folder, MAGIC + data)) is None


def test_what_is_no_file_is_nothing(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    assert kept(tmp_path / "folder") is None
    assert kept(tmp_path / "missing") is None


def test_nothing_is_read_before_its_digest_agrees(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[bytes] = []
    monkeypatch.setattr(keeping, "unpickled", read.append)
    path = put(str(tmp_path), WHOLE[:-1] + b"\x00")
    assert kept(path) is None
    assert read == []


def test_another_python_trusts_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = put(str(tmp_path), WHOLE)
    monkeypatch.setattr(keeping, "MAGIC", b"biaogan 4.0\n")
    assert kept(path) is None


@pytest.mark.parametrize("gone", ["Pair", "Record"])
def test_a_record_that_there_is_no_more_is_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, gone: str
) -> None:
    keep(tmp_path / "a", {"Pair": Pair(1, 2), "Record": Record(1)}[gone])
    monkeypatch.delattr(f"tests.test_keeping.{gone}")
    assert kept(tmp_path / "a") is None


def test_a_refused_write_leaves_what_was_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_arguments: object) -> None:
        raise OSError(28, "No space left on device")

    keep(tmp_path / "a", 1)
    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", refuse)
        with pytest.raises(OSError, match="No space"):
            keep(tmp_path / "a", 2)
    assert kept(tmp_path / "a") == 1
    assert [path.name for path in tmp_path.iterdir()] == ["a"]
