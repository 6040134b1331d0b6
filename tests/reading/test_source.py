import os
import stat
from pathlib import Path

import pytest

from generator.findings import Fault
from generator.reading.source import MAX_BYTES, MAX_LINE_CHARACTERS, Project, decode


def places(faults: tuple[Fault, ...]) -> list[tuple[str, int, int]]:
    return [(fault.code, fault.place.line, fault.place.column) for fault in faults]


def test_line_ends_are_one_kind() -> None:
    assert decode("a.md", b"a\r\nb\rc\n").value == "a\nb\nc\n"


def test_byte_order_mark_is_taken_off_with_a_warning() -> None:
    outcome = decode("a.md", b"\xef\xbb\xbf---\n")
    assert outcome.value == "---\n"
    assert places(outcome.faults) == [("file-byte-order-mark", 1, 1)]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"a\nb\0c", ("file-control-character", 2, 2)),
        ("质量\r\n管理\x0b".encode(), ("file-control-character", 2, 3)),
        ("一\u2028二".encode(), ("file-control-character", 1, 2)),
        ("一\u202e二".encode(), ("file-control-character", 1, 2)),
        ("a\ufeff".encode(), ("file-control-character", 1, 2)),
        ("质量\n标杆".encode() + b"\xff", ("file-encoding", 2, 3)),
        (b"\r\nx\r\n" + "质".encode()[:2], ("file-encoding", 3, 1)),
        (b"a\n" + b"b" * (MAX_LINE_CHARACTERS + 1), ("line-too-long", 2, MAX_LINE_CHARACTERS + 1)),
    ],
)
def test_what_is_no_text_is_refused_where_it_stands(
    data: bytes, expected: tuple[str, int, int]
) -> None:
    outcome = decode("a.md", data)
    assert outcome.value is None
    assert places(outcome.faults) == [expected]


@pytest.mark.parametrize(
    ("data", "guess"),
    [
        ("year: 2022\n质量标杆".encode("gbk"), "gbk"),
        ("质量标杆".encode("utf-16"), "utf-16"),
        (b"\xff\x00\xff", "other"),
        (b"\x81", "other"),
    ],
)
def test_the_encoding_is_guessed(data: bytes, guess: str) -> None:
    assert decode("a.md", data).faults[0].values["variant"] == guess


def test_tab_and_the_longest_line_are_allowed() -> None:
    text = "\t" + "a" * (MAX_LINE_CHARACTERS - 1)
    assert decode("a.md", text.encode()).value == text


def test_reads_a_file_up_to_the_limit(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"a\n" * (MAX_BYTES // 2))
    (tmp_path / "b.md").write_bytes(b"a\n" * (MAX_BYTES // 2) + b"a")
    project = Project.at(tmp_path)
    assert project.read("a.md").faults == ()
    assert places(project.read("b.md").faults) == [("file-too-large", 1, 1)]


@pytest.mark.parametrize("size", [0, 1, 5])
def test_a_file_that_is_longer_than_it_said_is_read_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: int
) -> None:
    (tmp_path / "a.md").write_text("a\n" * 20_000)
    state = os.stat_result((stat.S_IFREG | 0o644, 0, 0, 1, 0, 0, size, 0, 0, 0))
    project = Project.at(tmp_path)
    monkeypatch.setattr(os, "fstat", lambda _file: state)
    assert project.read("a.md").value == "a\n" * 20_000


CONTROLS = (
    *(set(range(0x20)) - {0x09, 0x0A, 0x0D}),
    *range(0x7F, 0xA0),
    *range(0x2028, 0x202F),
    *range(0x2066, 0x206A),
    *(0xFEFF, 0xFFFE, 0xFFFF),
)


@pytest.mark.parametrize("before", ["质", "质量\u3000“a”，\t", "\U0001f600", "\u202f\u2030"])
def test_every_control_character_is_found_behind_any_text(before: str) -> None:
    for code in CONTROLS:
        (fault,) = decode("a.md", f"{before}{chr(code)}b".encode()).faults
        assert fault.values == {"character": f"U+{code:04X}"}
        assert fault.place.column == len(before) + 1


def test_what_is_no_regular_file_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "folder.md").mkdir()
    os.mkfifo(tmp_path / "pipe.md")
    (tmp_path / "dangling.md").symlink_to("nowhere.md")
    (tmp_path / "loop.md").symlink_to("loop.md")
    project = Project.at(tmp_path)
    variants = {
        name: project.read(name).faults[0].values["variant"]
        for name in ("folder.md", "pipe.md", "dangling.md", "loop.md", "absent.md")
    }
    assert variants == {
        "folder.md": "not-regular",
        "pipe.md": "not-regular",
        "dangling.md": "missing",
        "loop.md": "other",
        "absent.md": "missing",
    }


def test_a_file_that_may_not_be_read_is_a_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.md").write_text("a")
    project = Project.at(tmp_path)

    def deny(*_args: object) -> int:
        raise PermissionError

    monkeypatch.setattr(os, "open", deny)  # root, who runs tests in containers, may read all
    assert project.read("a.md").faults[0].values == {"variant": "permission"}


def test_links_may_not_leave_the_project(tmp_path: Path) -> None:
    root = tmp_path / "root"
    root.mkdir()
    (tmp_path / "root-secret.md").write_text("secret")
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "b.md").write_text("secret")
    (root / "a.md").symlink_to(tmp_path / "root-secret.md")
    (root / "out").symlink_to(tmp_path / "folder")
    (root / "real.md").write_text("text")
    (root / "in.md").symlink_to("real.md")
    project = Project.at(root)
    for path in ("a.md", "out/b.md", "../root-secret.md"):
        assert places(project.read(path).faults) == [("file-outside-tree", 1, 1)]
        assert not project.exists(path)
    assert project.read("in.md").value == "text"
    assert project.exists("in.md")


@pytest.mark.parametrize("path", ["", "folder", "absent", "a\0b", "x" * 5000])
def test_only_regular_files_exist(tmp_path: Path, path: str) -> None:
    (tmp_path / "folder").mkdir()
    assert not Project.at(tmp_path).exists(path)


def test_a_file_is_found_through_links_inside_the_project(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "a.md").write_text("text")
    (tmp_path / "folder" / "b.md").symlink_to("../c.md")
    (tmp_path / "c.md").write_text("other")
    (tmp_path / "link").symlink_to("folder")
    project = Project.at(tmp_path)
    real = str(tmp_path.resolve())
    for path in ("folder/a.md", "link/a.md", "folder/../link/a.md", "./folder//a.md"):
        assert project.absolute(path) == f"{real}/folder/a.md"
    assert project.absolute("link/b.md") == f"{real}/c.md"
    for path in ("", ".", "folder/.."):
        assert project.absolute(path) == real
    assert project.absolute("folder/../..") is None
    assert project.absolute("absent/x.md") == f"{real}/absent/x.md"


def test_a_project_is_equal_whatever_it_has_looked_at(tmp_path: Path) -> None:
    project = Project.at(tmp_path)
    assert not project.exists("folder/a.md")
    assert project == Project.at(tmp_path)
    assert hash(project) == hash(Project.at(tmp_path))
