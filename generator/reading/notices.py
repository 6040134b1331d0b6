"""A notice file as a `Notice`."""

from pathlib import PurePosixPath

from generator.findings import Fault
from generator.library.ids import parse_notice_id
from generator.library.notice import Notice, NoticeFrontMatter
from generator.reading.front_matter import Draft, read_front_matter
from generator.reading.outcome import Outcome
from generator.reading.records import make_record


class NoticeDraft(Draft[Notice]):
    """A notice before its body is rendered."""

    @property
    def notice(self) -> Notice | None:
        """Give the notice."""
        return self.record


def read_notice(text: str, path: str) -> Outcome[NoticeDraft]:
    """Read a notice: front matter and record."""
    read = read_front_matter(text, path)
    if read.value is None:
        return Outcome(None, read.faults)
    file = PurePosixPath(path)
    notice_id = parse_notice_id(file.stem)
    faults = read.faults
    if notice_id is None:
        values = {"name": file.name, "variant": "notice"}
        faults = (*faults, Fault(path, "file-name", values=values))
    if read.value.data is None:
        return Outcome(NoticeDraft(None, read.value), faults)
    record = make_record(NoticeFrontMatter, read.value.data, path)
    faults += record.faults
    if record.value is None or notice_id is None:
        return Outcome(NoticeDraft(None, read.value), faults)
    return Outcome(NoticeDraft(Notice(notice_id, path, record.value), read.value), faults)
