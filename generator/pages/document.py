"""A hand-written page."""

from dataclasses import dataclass

from generator.library.document import Document
from generator.pages.contents import ContentsEntry, contents_of
from generator.pages.head import Head


@dataclass(frozen=True, slots=True)
class DocumentView:
    """A hand-written page (template document.html)."""

    head: Head
    title: str
    html: str
    """Safe."""
    contents: tuple[ContentsEntry, ...]


def document_view(document: Document) -> DocumentView:
    """Give a hand-written page."""
    front, body = document.front, document.body
    return DocumentView(Head(front.description), front.title, body.html, contents_of(body.headings))
