"""A hand-written page."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from generator.library.document import Document
from generator.library.library import Library
from generator.pages import routes
from generator.pages.contents import ShownText
from generator.pages.downloads import document_downloads
from generator.pages.head import Article, Head, addresses_of, head
from generator.pages.inputs import Inputs
from generator.pages.planned import Pages, PlannedPage
from generator.pages.structured import Location, thing
from generator.pages.values import Link


@dataclass(frozen=True, slots=True)
class DocumentView:
    """A hand-written page (template document.html)."""

    head: Head
    title: str
    lead: str
    """What the page is about, in a sentence, or empty."""
    text: ShownText
    downloads: tuple[Link, ...]
    """What it explains, as files."""


def document_view(inputs: Inputs, location: Location, document: Document) -> DocumentView:
    """Give a hand-written page."""
    front = document.front
    page = thing(
        "WebPage",
        url=addresses_of(inputs, location.uri).here,
        name=front.title,
        description=front.description,
    )
    article = Article(front.title, "", "")
    return DocumentView(
        head=head(inputs, location, front.description, page, article=article),
        title=front.title,
        lead=front.description,
        text=ShownText(document.body),
        downloads=document_downloads(inputs, document.path),
    )


def document_links(library: Library) -> tuple[Link, ...]:
    """Give the links to the hand-written pages, in the order of their sources."""
    return tuple(
        Link(document.front.title, routes.encoded(uri)) for uri, document in _with_page(library)
    )


def document_pages(inputs: Inputs) -> Pages:
    """Plan the hand-written pages."""
    held = tuple(_with_page(inputs.library))
    titles = {uri: document.front.title for uri, document in held}
    for uri, item in held:
        location = Location(uri, item.front.title, _crumbs(uri, titles))
        make = partial(document_view, inputs, location, item)
        yield PlannedPage(uri, "document.html", item.front.title, make, source=item.path)


def _with_page(library: Library) -> Iterator[tuple[str, Document]]:
    """Yield address and document; the home page takes no text from one."""
    for path, document in library.documents.items():
        uri = routes.page_of_source(path)
        if uri:
            yield uri, document


def _crumbs(uri: str, titles: Mapping[str, str]) -> tuple[Link, ...]:
    """Give the documents that a page stands below: `guide/` above `guide/case/`."""
    parts = uri.rstrip("/").split("/")
    above = ("/".join(parts[:length]) + "/" for length in range(1, len(parts)))
    return tuple(Link(titles[way], routes.encoded(way)) for way in above if way in titles)
