"""What is opened, what is not, and that nothing is written but where we say."""

import tempfile
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.intake.packages import opening
from generator.intake.packages.opening import Opened, open_file
from generator.intake.received import FileKind
from generator.intake.remarks import RefusedDocumentError
from tests.intake.packages.archives import (
    encrypted,
    gbk_named,
    locked,
    named,
    with_link,
    word_bytes,
    zip_bytes,
)


def opened(tmp_path: Path, data: bytes, name: str = "package.zip") -> Opened:
    path = tmp_path / name
    path.write_bytes(data)
    folder = tmp_path / "ours"
    folder.mkdir()
    return open_file(path, name, folder)


def refusal(tmp_path: Path, data: bytes, name: str = "package.zip") -> str:
    with pytest.raises(RefusedDocumentError) as caught:
        opened(tmp_path, data, name)
    assert caught.value.remark.worded()
    return caught.value.remark.key.rpartition(".")[2]


def test_a_document_is_itself(tmp_path: Path) -> None:
    (file,) = opened(tmp_path, word_bytes(), "示例.docx").files
    assert (file.name, file.kind) == ("示例.docx", FileKind.WORD)
    assert file.path == tmp_path / "示例.docx"


def test_members_get_names_of_ours(tmp_path: Path) -> None:
    data = zip_bytes({"示例公司/申报书.docx": word_bytes(), "示例公司/证书.pdf": b"%PDF-1.4"})
    first, second = opened(tmp_path, data).files
    assert (first.name, first.kind) == ("示例公司/申报书.docx", FileKind.WORD)
    assert (second.name, second.kind) == ("示例公司/证书.pdf", FileKind.PDF)
    assert [item.path.name for item in (first, second)] == ["001.docx", "002.pdf"]
    assert first.path.read_bytes() == word_bytes()


def test_names_in_gbk(tmp_path: Path) -> None:
    (file,) = opened(tmp_path, gbk_named("示例液压元件有限公司.docx", word_bytes())).files
    assert file.name == "示例液压元件有限公司.docx"


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("示例申报书.docx".encode(), "示例申报书.docx"),
        (b"\x94.docx", "\u00f6.docx"),  # neither UTF-8 nor GBK
        (b"a\xff.docx", "a.docx"),
    ],
)
def test_names_in_no_told_encoding(tmp_path: Path, written: bytes, shown: str) -> None:
    (file,) = opened(tmp_path, named(written, word_bytes())).files
    assert file.name == shown


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        (locked(), "申报书.docx", FileKind.WORD),
        (locked(), "名单.xlsx", FileKind.OTHER),
        (b"{\\rtf1 a}", "申报书.doc", FileKind.WORD_97),
    ],
)
def test_documents_that_are_no_zip(tmp_path: Path, data: bytes, name: str, kind: FileKind) -> None:
    assert [file.kind for file in opened(tmp_path, data, name).files] == [kind]


@pytest.mark.parametrize(
    "name", ["../../evil.docx", "/tmp/evil.docx", "C:\\evil.docx", "a\\..\\..\\b.docx"]
)
def test_a_name_that_climbs_out_is_data(tmp_path: Path, name: str) -> None:
    before = set(tmp_path.parent.iterdir())
    found = opened(tmp_path, zip_bytes({name: word_bytes()}))
    assert [item.path for item in found.files] == [tmp_path / "ours" / "001.docx"]
    assert [remark.key for remark in found.remarks] == ["intake_package.remark.outside"]
    assert set(tmp_path.parent.iterdir()) == before
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["001.docx", "ours", "package.zip"]


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    path = with_link(tmp_path / "package.zip", "/etc/passwd")
    folder = tmp_path / "ours"
    folder.mkdir()
    found = open_file(path, path.name, folder)
    assert [item.name for item in found.files] == ["case.docx"]
    assert [remark.key for remark in found.remarks] == ["intake_package.remark.link"]


def test_archives_in_archives(tmp_path: Path) -> None:
    inner = zip_bytes({"正文.docx": word_bytes()})
    found = opened(tmp_path, zip_bytes({"材料.zip": inner}))
    assert [item.name for item in found.files] == ["材料.zip/正文.docx"]


def test_too_many_archives_in_archives(tmp_path: Path) -> None:
    data = zip_bytes({"a.docx": word_bytes()})
    for _ in range(3):
        data = zip_bytes({"next.zip": data, "b.docx": word_bytes()})
    found = opened(tmp_path, data)
    assert [item.name for item in found.files] == ["next.zip/b.docx", "b.docx"]
    assert [remark.key for remark in found.remarks] == ["intake_package.remark.nested_deep"]


def test_a_bad_archive_in_an_archive_does_not_stop_it(tmp_path: Path) -> None:
    found = opened(tmp_path, zip_bytes({"a.zip": b"PK\x03\x04 broken", "b.docx": word_bytes()}))
    assert [item.name for item in found.files] == ["b.docx"]
    assert [remark.key for remark in found.remarks] == ["intake_package.remark.nested_refused"]


def test_left_overs_of_systems_are_passed_over(tmp_path: Path) -> None:
    names = ("__MACOSX/._a.docx", "~$a.docx", "dir/.DS_Store", "Thumbs.db", "a.docx")
    found = opened(tmp_path, zip_bytes(dict.fromkeys(names, word_bytes())))
    assert [item.name for item in found.files] == ["a.docx"]
    assert found.remarks == ()


def test_what_is_no_document_is_named(tmp_path: Path) -> None:
    found = opened(tmp_path, zip_bytes({"setup.exe": b"MZ", "a.docx": word_bytes()}))
    assert [remark.values["name"] for remark in found.remarks] == ["setup.exe"]


def test_refusals(tmp_path: Path) -> None:
    cases = {
        "empty": b"",
        "archive_damaged": zip_bytes({"a.docx": word_bytes()})[:60],
        "archive_empty": zip_bytes({"a.exe": b"MZ"}),
        "archive_encrypted": encrypted(zip_bytes({"a.docx": word_bytes()})),
        "archive_members": zip_bytes({f"{number}.docx": b"" for number in range(201)}),
        "archive_bomb": zip_bytes({"a.docx": bytes(4_000_000)}),
    }
    for number, (key, data) in enumerate(cases.items()):
        folder = tmp_path / str(number)
        folder.mkdir()
        assert refusal(folder, data) == key


def test_a_large_archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "MAX_UNPACKED", 1000)
    assert refusal(tmp_path, zip_bytes({"a.pdf": b"%PDF" * 300})) == "archive_unpacked"


def test_a_large_file_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "large.docx"
    with path.open("wb") as file:
        file.truncate(500 * 1024 * 1024)
    with pytest.raises(RefusedDocumentError) as caught:
        open_file(path, path.name, tmp_path)
    assert caught.value.remark.key.endswith(".too_large")


def test_names_are_made_safe_to_print(tmp_path: Path) -> None:
    name = "a\u202egnp\x1b[31m" + "长" * 300 + ".docx"
    found = opened(tmp_path, zip_bytes({name: word_bytes(), "b.docx": word_bytes()}))
    assert all(item.name.isprintable() and len(item.name) <= 200 for item in found.files)


@given(st.binary(max_size=400))
def test_any_bytes_are_opened_or_refused(data: bytes) -> None:
    for head in (
        b"",
        b"PK\x03\x04",
        b"Rar!\x1a\x07\x01\x00",
        b"Rar!\x1a\x07\x00",
        b"\xd0\xcf\x11\xe0",
    ):
        with tempfile.TemporaryDirectory() as name:
            path = Path(name, "any.docx")
            path.write_bytes(head + data)
            folder = Path(name, "ours")
            folder.mkdir()
            with suppress(RefusedDocumentError):
                assert open_file(path, path.name, folder).files
