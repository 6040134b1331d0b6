"""Word files of old kinds through LibreOffice."""

import subprocess
from pathlib import Path

import pytest

from generator.intake.remarks import RefusedDocumentError
from generator.intake.word.converting import _filter, to_docx
from tests.intake.word.samples import docx, markdown_of, paragraph


def _folder(path: Path) -> Path:
    path.mkdir()
    return path


@pytest.mark.needs("soffice")
def test_an_old_document_becomes_a_new_one(tmp_path: Path) -> None:
    body = paragraph("一、实施背景", '<w:pStyle w:val="1"/>') + paragraph("示例有限公司。")
    made = docx(tmp_path / "a.docx", body)
    profile = f"-env:UserInstallation={(tmp_path / 'p').as_uri()}"
    command = ("soffice", profile, "--headless", "--convert-to", "doc:MS Word 97", "--outdir")
    subprocess.run((*command, str(tmp_path), str(made)), check=True, capture_output=True)
    old = (tmp_path / "a.doc").rename(tmp_path / "-示例.wps")
    assert markdown_of(to_docx(old, _folder(tmp_path / "f")))[0].split() == [
        "#",
        "一、实施背景",
        "示例有限公司。",
    ]


@pytest.mark.needs("soffice")
def test_rtf_under_the_name_of_a_document_becomes_one(tmp_path: Path) -> None:
    words = "".join(f"\\u{ord(sign)}?" for sign in "示例公司做法")
    path = tmp_path / "a.doc"
    path.write_bytes(rb"{\rtf1\ansi " + words.encode() + rb"\par}")
    assert markdown_of(to_docx(path, _folder(tmp_path / "f")))[0].strip() == "示例公司做法"


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"\xd0\xcf" + b"\0" * 2174 + b"\xdc\xa5\x65\0", "MS Word 95"),
        (b"\xd0\xcf" + b"\0" * 2175 + b"\xdc\xa5\x65\0", "MS Word 97"),
        (b"\xd0\xcf" + b"\0" * 510 + b"\xec\xa5\xc1\0", "MS Word 97"),
        (b"<html>", "MS Word 97"),
    ],
)
def test_only_what_it_looks_like_is_read(tmp_path: Path, data: bytes, name: str) -> None:
    path = tmp_path / "a.doc"
    path.write_bytes(data)
    assert _filter(path) == name


@pytest.mark.needs("soffice")
def test_what_is_none_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.doc"
    path.write_bytes(bytes.fromhex("d0cf11e0a1b11ae1") + b"x" * 2000)
    with pytest.raises(RefusedDocumentError) as refused:
        to_docx(path, _folder(tmp_path / "f"))
    assert refused.value.remark.key == "intake_word.refused.not_converted"


def test_without_libreoffice_it_is_said_how_to_get_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(RefusedDocumentError) as refused:
        to_docx(tmp_path / "a.doc", tmp_path)
    assert "apt install libreoffice" in refused.value.remark.worded()
