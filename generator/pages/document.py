"""A hand-written page."""

from dataclasses import dataclass

from generator.library.body import Body
from generator.library.document import Document
from generator.pages.contents import ContentsEntry, contents_of
from generator.pages.values import Link


@dataclass(frozen=True, slots=True)
class DocumentView:
    """A hand-written page (template document.html)."""

    description: str
    crumbs: tuple[Link, ...]
    title: str
    html: str
    """Safe."""
    contents: tuple[ContentsEntry, ...]


def document_view(document: Document) -> DocumentView:
    """Give a hand-written page."""
    body: Body = document.body
    return DocumentView(
        document.front.description, (), document.front.title, body.html, contents_of(body.headings)
    )
