"""What documents are planned from: the library as pages see it, its files, and their digests."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final

from generator.catalogue.catalogue import Catalogue
from generator.config import Config
from generator.digests import FileDigests, clock_of, digest_of_parts
from generator.errors import BiaoganError
from generator.keeping import keep, kept
from generator.library.addresses import source_target
from generator.library.body import AnyBody
from generator.library.library import Library
from generator.pages import routes
from generator.pages.files import PublishedFile
from generator.pages.inputs import Inputs
from generator.program import program_digest
from generator.publication.making.workshop import faces
from generator.publication.manuscripts.case import imprint
from generator.writing import make_folder

KNOWN: Final = ".cache/documents/files"
"""What is known of files, below the project's root."""
_SET: Final = ("pdf", "wechat")
"""Forms that cannot be made without fonts."""


@dataclass(frozen=True, slots=True)
class Stock:
    """What was read and planned, as far as documents ask for it."""

    library: Library
    catalogue: Catalogue
    files: tuple[PublishedFile, ...]
    facts: bytes
    """Digest of all that the library says but its texts."""


@dataclass
class Desk:
    """The library laid out for the writers; one for all documents of a run."""

    inputs: Inputs
    files: Mapping[str, Path]
    """The address of each published file, and where it lies."""
    facts: bytes
    """Digest of all that the library says but its texts."""
    digests: FileDigests
    """Of files that were looked at before, and are the same, they are known."""

    @classmethod
    def of(cls, stock: Stock, config: Config) -> "Desk":
        """Lay it out."""
        inputs = Inputs.of(stock.library, stock.catalogue, config)
        files = {one.uri: config.root / one.path for one in stock.files}
        return cls(inputs, files, stock.facts, _digests(config))

    def keep(self) -> None:
        """Keep the digests of the files for the next time, where that can be."""
        with suppress(OSError):
            keep(self.inputs.config.root / KNOWN, self.digests.kept())

    @cached_property
    def stamp(self) -> bytes:
        """Give the digest of what every document is made from."""
        said = repr((imprint(self.inputs), self.inputs.config.site_url))
        return digest_of_parts(program_digest(), said.encode())

    @cached_property
    def fonts(self) -> bytes:
        """Give the digest of the fonts that a PDF is made with.

        Raises BiaoganError where one is missing.
        """
        return faces(self.inputs.config).digest

    def stamp_of(self, form: str) -> bytes:
        """Give the same for documents of a form; raises BiaoganError where a font is missing.

        A PDF and an article need the fonts; in the others they show in drawings only.
        """
        fonts = b""
        try:
            fonts = self.fonts
        except BiaoganError:
            if form in _SET:
                raise
        return digest_of_parts(self.stamp, form.encode(), fonts)

    @cached_property
    def texts(self) -> bytes:
        """Give the digest of the texts of all cases."""
        return digest_of_parts(*(case.body.digest for case in self.inputs.library.cases.values()))

    @cached_property
    def readable(self) -> bytes:
        """Give the digest of which cases have a text."""
        cases = self.inputs.library.cases.values()
        return digest_of_parts(*(case.id.encode() for case in cases if not case.body.is_empty))

    @cached_property
    def papers(self) -> bytes:
        """Give the digest of how the editions want their texts set: one may stand for another."""
        editions = self.inputs.library.editions.values()
        return repr([(one.id, one.year, one.paper) for one in editions]).encode()

    def file(self, path: str) -> bytes:
        """Give the digest of a file of the project; b"" when it cannot be read."""
        return self.digests.of(path)

    def pictures(self, path: str, body: AnyBody) -> bytes:
        """Give the digest of the pictures that the text of a source file shows."""
        named = (source_target(path, image.target) for image in body.images)
        uris = (routes.asset_of_source(one[0]) for one in named if one)
        found = (self.files.get(uri or "") for uri in uris)
        return digest_of_parts(*(self.digests.of(str(file)) for file in found if file))


def _digests(config: Config) -> FileDigests:
    known = kept(config.root / KNOWN)
    try:
        make_folder((config.root / KNOWN).parent)
        moment = clock_of((config.root / KNOWN).parent)
    except OSError:
        moment = 0  # nothing can be kept, so nothing need be trusted
    return FileDigests(config.root, known if isinstance(known, dict) else {}, moment)
