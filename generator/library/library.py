"""The library: everything that was read, as one immutable value."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from generator.library.captions import Captions
from generator.library.case import Case
from generator.library.document import Document
from generator.library.edition import Edition
from generator.library.ids import CaseId, EditionId, NoticeId
from generator.library.notice import Notice
from generator.library.vocabulary import Vocabularies


@dataclass(frozen=True, slots=True)
class Library:
    """Cases, notices, editions and vocabularies by id, in the total order of ids."""

    cases: Mapping[CaseId, Case]
    notices: Mapping[NoticeId, Notice]
    editions: Mapping[EditionId, Edition]
    vocabularies: Vocabularies
    redirects: Mapping[str, str]
    """Old site-relative uri → new one, from the redirects file."""
    documents: Mapping[str, Document] = field(default_factory=lambda: MappingProxyType({}))
    """Hand-written pages by path."""
    captions: Mapping[str, Captions] = field(default_factory=lambda: MappingProxyType({}))
    """What is said in videos, by the path of the captions file."""
