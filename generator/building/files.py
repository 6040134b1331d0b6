"""Files that are no pages: pictures, attachments and videos that are copied, and bundles."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from generator.building.folder import Found, SiteFolder
from generator.building.manifest import FileEntry
from generator.digests import FileDigests, digest_of, file_digest


@dataclass(frozen=True, slots=True)
class Files:
    """The files of a site beside its pages."""

    contents: Mapping[str, bytes]
    """Made by us, by path below the site's folder."""
    copies: Mapping[str, Path]
    """To be copied."""
    digests: FileDigests
    before: Mapping[str, FileEntry]
    found: Found
    folder: SiteFolder

    def write(self) -> Iterator[tuple[str, FileEntry, int]]:
        """Write what must be; yield path, entry and the bytes written of every file.

        Raises OSError, also when a file that was there when the library was read has gone.
        """
        for uri, data in sorted(self.contents.items()):
            yield self._content(uri, data)
        for uri, source in sorted(self.copies.items()):
            if uri not in self.contents:
                yield self._copy(uri, source)

    def _content(self, uri: str, data: bytes) -> tuple[str, FileEntry, int]:
        digest = digest_of(data)
        kept = self._kept(uri, digest)
        if kept:
            return uri, kept, 0
        return uri, FileEntry(digest, digest, self.folder.put(uri, data)), len(data)

    def _copy(self, uri: str, source: Path) -> tuple[str, FileEntry, int]:
        digest = self.digests.of(str(source))
        kept = self._kept(uri, digest)
        if kept:
            return uri, kept, 0
        signature = self.folder.copy(uri, source)
        # Of the copy: the source may have changed meanwhile.
        digest = file_digest(self.folder.path(uri))
        return uri, FileEntry(digest, digest, signature), signature[1]

    def _kept(self, uri: str, digest: bytes) -> FileEntry | None:
        """Give the entry of a file that may stay."""
        before, there = self.before.get(uri), self.found.files.get(uri)
        if there is None or not digest:
            return None
        if before and before.made_from == digest and before.signature == there:
            return before
        path = self.folder.path(uri)
        with suppress(OSError):  # somebody closed it
            if file_digest(path) == digest:
                # As it was found: of a file that somebody changed since, the next build sees that.
                return FileEntry(digest, digest, there)
        return None
