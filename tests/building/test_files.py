"""Files that are no pages: written when they must be, left alone when they are right."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from generator.building.files import Files
from generator.building.folder import SiteFolder, look
from generator.building.manifest import FileEntry
from generator.digests import FileDigests, clock_of, digest_of, signature_of


@dataclass
class Bench:
    """Files built again and again; each build knows what the one before has written."""

    root: Path
    before: dict[str, FileEntry] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.site = self.root / "site"
        self.site.mkdir()

    def source(self, name: str, data: bytes) -> Path:
        (self.root / name).write_bytes(data)
        return self.root / name

    def build(
        self, contents: Mapping[str, bytes] | None = None, copies: Mapping[str, Path] | None = None
    ) -> dict[str, int]:
        """Build, and give the bytes that were written."""
        folder = SiteFolder(self.site)
        folder.begin()
        digests = FileDigests(self.root, {}, clock_of(self.root))
        found = look(self.site)
        files = Files(contents or {}, copies or {}, digests, self.before, found, folder)
        done = list(files.write())
        folder.end()
        self.before = {uri: entry for uri, entry, _ in done}
        for uri, entry in self.before.items():
            path = self.site / uri
            assert entry.signature == signature_of(path.stat())
            assert entry.content == digest_of(path.read_bytes())
        return {uri: size for uri, _, size in done if size}


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    return Bench(tmp_path)


def test_first_everything_then_nothing(bench: Bench) -> None:
    contents, copies = {"a.css": b"123"}, {"b/c.png": bench.source("c", b"12345")}
    assert bench.build(contents, copies) == {"a.css": 3, "b/c.png": 5}
    state = (bench.site / "a.css").stat()
    assert bench.build(contents, copies) == {}
    assert (bench.site / "a.css").stat() == state


def test_only_what_changed_is_written(bench: Bench) -> None:
    contents, copies = {"a": b"1", "b": b"2"}, {"c": bench.source("c", b"3")}
    bench.build(contents, copies)
    assert bench.build({**contents, "b": b"4"}, copies) == {"b": 1}
    bench.source("c", b"55")
    assert bench.build({**contents, "b": b"4"}, copies) == {"c": 2}
    assert (bench.site / "c").read_bytes() == b"55"


@pytest.mark.parametrize("uri", ["a", "c"])
def test_a_file_that_somebody_edited_or_deleted_is_written_again(bench: Bench, uri: str) -> None:
    contents, copies = {"a": b"11"}, {"c": bench.source("c", b"33")}
    bench.build(contents, copies)
    for spoil in (lambda: (bench.site / uri).write_bytes(b"xx"), (bench.site / uri).unlink):
        spoil()
        assert bench.build(contents, copies) == {uri: 2}
        assert (bench.site / uri).read_bytes() == {"a": b"11", "c": b"33"}[uri]


def test_a_folder_that_was_copied_is_recognised_by_its_bytes(bench: Bench) -> None:
    contents, copies = {"a": b"1"}, {"c": bench.source("c", b"3")}
    bench.build(contents, copies)
    for path in [*bench.site.iterdir()]:
        (bench.root / "new").write_bytes(path.read_bytes())
        (bench.root / "new").replace(path)
    assert bench.build(contents, copies) == {}


def test_without_a_manifest_right_files_stay(bench: Bench) -> None:
    contents, copies = {"a": b"1"}, {"c": bench.source("c", b"3")}
    bench.build(contents, copies)
    bench.before = {}
    assert bench.build(contents, copies) == {}


def test_what_is_made_goes_before_what_is_copied(bench: Bench) -> None:
    bench.build({"a": b"made"}, {"a": bench.source("a", b"copied")})
    assert (bench.site / "a").read_bytes() == b"made"


def test_a_source_that_has_gone_is_an_error(bench: Bench) -> None:
    with pytest.raises(FileNotFoundError):
        bench.build({}, {"c": bench.root / "missing"})


def test_an_empty_file_is_a_file(bench: Bench) -> None:
    assert bench.build({"a": b""}, {"b": bench.source("b", b"")}) == {}
    assert [(bench.site / name).read_bytes() for name in ("a", "b")] == [b"", b""]
