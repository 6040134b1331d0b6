"""A hand-written page of docs/ as a `Document`."""

from dataclasses import dataclass

from generator.library.document import Document, DocumentFrontMatter
from generator.reading.front_matter import FrontMatter, read_front_matter
from generator.reading.outcome import Outcome
from generator.reading.records import make_record


@dataclass(frozen=True, slots=True)
class DocumentDraft:
    """A page without its rendered body, and the file that it came from."""

    document: Document | None
    """None when the front matter makes no record."""
    source: FrontMatter


def read_document(text: str, path: str) -> Outcome[DocumentDraft]:
    """Read a hand-written page: front matter and record."""
    read = read_front_matter(text, path)
    if read.value is None:
        return Outcome(None, read.faults)
    if read.value.data is None:
        return Outcome(DocumentDraft(None, read.value), read.faults)
    record = make_record(DocumentFrontMatter, read.value.data, path)
    document = Document(path, record.value) if record.value else None
    return Outcome(DocumentDraft(document, read.value), (*read.faults, *record.faults))
