"""A hand-written page of docs/ as a `Document`."""

from generator.library.document import Document, DocumentFrontMatter
from generator.reading.front_matter import Draft, read_front_matter
from generator.reading.outcome import Outcome
from generator.reading.records import make_record


def read_document(text: str, path: str) -> Outcome[Draft[Document]]:
    """Read a hand-written page: front matter and record."""
    read = read_front_matter(text, path)
    if read.value is None:
        return Outcome(None, read.faults)
    if read.value.data is None:
        return Outcome(Draft(None, read.value), read.faults)
    record = make_record(DocumentFrontMatter, read.value.data, path)
    document = Document(path, record.value) if record.value else None
    return Outcome(Draft(document, read.value), (*read.faults, *record.faults))
