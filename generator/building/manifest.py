"""The manifest: what was written into a site's folder, and what each file was made from.

It is kept outside the site, one for each folder that was built into. It is only believed of a file
that lies in the folder exactly as it was left: a build that was killed has replaced files which the
manifest does not know, and an editor's hand is seen as well. So no journal is needed, and the next
build always equals a clean one.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from itertools import starmap
from pathlib import Path
from typing import Final, NamedTuple

from generator.digests import Signature, digest_of
from generator.keeping import keep, kept

FOLDER: Final = "sites"
"""Folder of the cache that holds the manifests."""
MOST: Final = 8
"""Manifests to keep: somebody who builds into a new folder each time leaves no heap behind."""


class FileEntry(NamedTuple):
    """A file that was written."""

    made_from: bytes
    """Digest of what it was made from: of a copy its source, of a bundle its content."""
    content: bytes
    """Digest of its bytes."""
    signature: Signature
    """As it lay there."""


class PageEntry(NamedTuple):
    """A page that was written."""

    template: str
    own: bytes
    """Digest of its address, title and place."""
    view: bytes
    """8 bytes for each field of its view, in order."""
    body: bytes
    """Digest of the text of the record that it shows, or empty."""
    content: bytes
    signature: Signature


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What all pages of a site are made from; each a digest."""

    program: bytes = b""
    shell: bytes = b""
    """Name, navigation, footer, addresses of style and scripts."""
    settings: bytes = b""
    """mkdocs.yml as our own record, the day included."""
    facts: bytes = b""
    """The library without the texts of its bodies."""
    templates: Mapping[str, bytes] = field(default_factory=dict)
    """By name, each with all that it is put together from."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """What lies in a site's folder after a build."""

    surroundings: Surroundings = field(default_factory=Surroundings)
    pages: Mapping[str, PageEntry] = field(default_factory=dict)
    """By path below the site's folder."""
    files: Mapping[str, FileEntry] = field(default_factory=dict)
    found: Mapping[str, Signature] = field(default_factory=dict)
    """The finder's files."""
    inputs: bytes = b""
    """Digest of every file that the build looked at, and of the settings."""
    asked: Mapping[str, bool] = field(default_factory=dict)
    """Paths that were looked for, and whether there was a file."""
    sources: Mapping[str, bytes] = field(default_factory=dict)
    """Digests of the files that were copied, by path."""
    left_out: tuple[str, ...] = ()
    """Files with errors that were left out, by path."""
    counts: Mapping[str, int] = field(default_factory=dict)
    """What the summary tells of the site."""


SHAPE: Final = (
    *(one.name for kind in (Manifest, Surroundings) for one in fields(kind)),
    *PageEntry._fields,
)
"""Kept beside a manifest: one of another version would come back without some of its fields."""


def manifest_path(cache: Path, site: Path) -> Path:
    """Give where the manifest of a site's folder is kept."""
    name = digest_of(str(site.resolve()).encode(errors="surrogateescape")).hex()
    return cache / FOLDER / f"{name}.manifest"


def read_manifest(path: Path | None) -> Manifest:
    """Give the manifest that was kept, or an empty one."""
    match kept(path) if path else None:
        case (shape, Manifest() as manifest, dict() as pages) if shape == SHAPE:
            entries = starmap(PageEntry, pages.values())
            return replace(manifest, pages=dict(zip(pages, entries, strict=True)))
    return Manifest()


def keep_manifest(path: Path, manifest: Manifest) -> None:
    """Keep a manifest and forget the oldest of too many; raises OSError."""
    # As plain tuples: their class takes two thirds of the time of keeping 18,000 (0.03 s).
    pages = {file: tuple(entry) for file, entry in manifest.pages.items()}
    keep(path, (SHAPE, replace(manifest, pages={}), pages))
    others = sorted(path.parent.glob("*.manifest"), key=lambda one: one.stat().st_mtime)
    for old in others[:-MOST]:
        old.unlink(missing_ok=True)
