"""What was taken before is known by the record beside its draft."""

import tempfile
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from generator.intake.taking.ledger import RECORD, known_digests, left_folders, pictures_of, record


def kept(cases: Path, case_id: str, data: bytes, *, draft: bool = True) -> None:
    folder = cases / "2022" / case_id
    folder.mkdir(parents=True)
    (folder / RECORD).write_bytes(data)
    if draft:
        folder.with_suffix(".md").touch()


def test_a_digest_leads_to_its_case(tmp_path: Path) -> None:
    kept(tmp_path, "2022-001", record("aa", {"a.docx": "bb"}, []))
    kept(tmp_path, "2022-002", record("cc", {}, []))
    assert known_digests(tmp_path) == {"aa": "2022-001", "cc": "2022-002"}


def test_a_deleted_draft_is_forgotten(tmp_path: Path) -> None:
    kept(tmp_path, "2022-001", record("aa", {}, []), draft=False)
    assert known_digests(tmp_path) == {}


def test_no_digest_is_no_digest(tmp_path: Path) -> None:
    kept(tmp_path, "2022-001", record("", {}, []))
    assert known_digests(tmp_path) == {}


@given(st.binary(max_size=80) | st.sampled_from([b"[]", b'{"submission": 3}', b"{}", b"null"]))
def test_a_damaged_record_tells_nothing(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as name:
        kept(Path(name), "2022-001", data)
        assert known_digests(Path(name)) == {}


def test_what_a_deleted_draft_left_is_found(tmp_path: Path) -> None:
    kept(tmp_path, "2022-001", record("aa", {}, []), draft=False)
    kept(tmp_path, "2022-002", record("bb", {}, []))
    assert left_folders(tmp_path) == {"aa": tmp_path / "2022" / "2022-001"}


def test_the_pictures_are_known_by_their_bytes(tmp_path: Path) -> None:
    kept(tmp_path, "2022-001", record("aa", {}, [], {"tu-1.png": b"png"}))
    folder = tmp_path / "2022" / "2022-001"
    assert list(pictures_of(folder)) == ["tu-1.png"]
    (folder / RECORD).write_text('{"pictures": 3}', encoding="utf-8")
    assert pictures_of(folder) == {}
    assert pictures_of(tmp_path) == {}
