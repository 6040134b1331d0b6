"""Texts of bodies: kept, and read again when what was kept cannot be trusted."""

from pathlib import Path

import pytest

from generator.keeping import keep
from generator.library.body import AnyBody
from generator.pages.inputs import Inputs
from generator.program import program_digest
from generator.publication.opendata import texts
from generator.publication.opendata.database import library_sqlite
from generator.publication.opendata.texts import Texts, body_text


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """Note every body that is read."""
    found: list[bytes] = []

    def noted(body: AnyBody) -> str:
        found.append(body.digest)
        return body_text(body)

    monkeypatch.setattr(texts, "body_text", noted)
    return found


def written(inputs: Inputs, place: Path) -> bytes:
    known = Texts(place)
    made = library_sqlite(inputs, "", known)
    known.keep()
    return made


def test_a_text_that_is_known_is_not_read_again(
    inputs: Inputs, tmp_path: Path, read: list[bytes]
) -> None:
    first = written(inputs, tmp_path / "texts")
    assert {case.body.digest for case in inputs.catalogue.cases} == set(read)
    read.clear()
    assert written(inputs, tmp_path / "texts") == first
    assert read == []
    assert library_sqlite(inputs, "") == first


def test_only_what_was_asked_for_is_kept(inputs: Inputs, tmp_path: Path, read: list[bytes]) -> None:
    written(inputs, tmp_path / "texts")
    one, other = [case.body for case in inputs.catalogue.cases if not case.body.is_empty][:2]
    known = Texts(tmp_path / "texts")
    assert known.of(one) == body_text(one)
    known.keep()
    read.clear()
    known = Texts(tmp_path / "texts")
    known.of(one)
    assert read == []
    known.of(other)
    assert read == [other.digest]


@pytest.mark.parametrize(
    "value",
    ["nonsense", (b"another program", {}), (program_digest(), "no texts"), ()],
    ids=["text", "program", "kind", "nothing"],
)
def test_what_cannot_be_trusted_is_read_again(
    inputs: Inputs, tmp_path: Path, read: list[bytes], value: object
) -> None:
    keep(tmp_path / "texts", value)
    assert written(inputs, tmp_path / "texts") == library_sqlite(inputs, "")
    every = {case.body.digest for case in inputs.catalogue.cases}
    assert sorted(read) == sorted([*every, *every])


def test_a_damaged_file_is_read_again(inputs: Inputs, tmp_path: Path, read: list[bytes]) -> None:
    written(inputs, tmp_path / "texts")
    data = bytearray((tmp_path / "texts").read_bytes())
    data[-100] ^= 1
    (tmp_path / "texts").write_bytes(data)
    read.clear()
    written(inputs, tmp_path / "texts")
    assert read


def test_where_nothing_can_be_kept_the_text_is_there(inputs: Inputs, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert written(inputs, tmp_path / "file" / "texts") == library_sqlite(inputs, "")
