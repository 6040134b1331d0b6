"""A hand-written page."""

from dataclasses import dataclass
from functools import partial

from generator.library.document import Document
from generator.pages import routes
from generator.pages.contents import ContentsEntry, contents_of
from generator.pages.head import Head
from generator.pages.inputs import Inputs
from generator.pages.planned import Pages, PlannedPage


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


def document_pages(inputs: Inputs) -> Pages:
    """Plan the hand-written pages."""
    for path, item in inputs.library.documents.items():
        uri = routes.page_of_source(path)
        if uri:
            make = partial(document_view, item)
            yield PlannedPage(uri, "document.html", item.front.title, make, source=path)
