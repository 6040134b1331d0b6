"""What was received: files under names that somebody else chose, at places that we chose."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


class FileKind(StrEnum):
    """What a file is, by its first bytes and not by its name."""

    WORD = "word"
    """OOXML: .docx, and .docm without its macros being looked at."""
    WORD_97 = "word-97"
    """OLE with a Word document: .doc, and the .wps of WPS in its Word-97 kind."""
    SHEET = "sheet"
    """Excel or WPS table, OOXML or OLE, or a .csv."""
    PICTURE = "picture"
    PDF = "pdf"
    ARCHIVE = "archive"
    """ZIP or RAR."""
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Received:
    """One file as it arrived. Its bytes lie at `path`, a name of ours; `name` is only data."""

    name: str
    """As the sender wrote it, with the archive's folders. Never a path to write."""
    path: Path
    """Where the bytes lie: the file itself, or a copy `03.docx` in a folder of ours."""
    kind: FileKind
    size: int
    """Bytes."""
    digest: str
    """SHA-256 in hexadecimal digits."""


class Role(StrEnum):
    """What a file of a package is to the library."""

    CASE = "case"
    """The 典型经验 itself: its text becomes the body."""
    FORM = "form"
    """The 申报书: facts become front matter, the rest never leaves it."""
    COMBINED = "combined"
    """One Word file with the form before and the experience after (陕西 2024 is made so)."""
    EVIDENCE = "evidence"
    """证实性材料 and all else: kept out of the site, only named in the report."""
    LIST = "list"
    """A table of applicants or of results: a matter of `import-list`."""
