"""A notice as an official document: its parts in the order of GB/T 9704-2012, chapter 7.

A notice of the library is one of two things. A fictional one is shown in full form, with its mark.
Of a real one the library holds a rendering, whose text it has put together from the document that
its sources name: it says so at its head, and has neither the banner of a document nor its imprint.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from generator.library.case import Source
from generator.library.ids import EditionId
from generator.library.notice import Notice
from generator.pages import routes
from generator.pages.inputs import Inputs
from generator.pages.values import day, long_day, mark, source_views
from generator.pages.wrapping import title_parts
from generator.publication.blocks.place import Place
from generator.publication.blocks.plain import plain_text
from generator.publication.blocks.reading import read_body
from generator.publication.blocks.tree import BodyTree, Inlines, Link, Text
from generator.publication.manuscripts.official_annexes import Annex, annexes_of
from generator.publication.manuscripts.official_facts import Stated, facts_of, unsaid
from generator.publication.manuscripts.official_text import title_lines, typed_out
from generator.strings import text

_LINE = 18
"""Characters of a title's longest line; 20 of the title's size fill the width of the text."""


@dataclass(frozen=True, slots=True)
class OfficialManuscript:
    """All that a notice says as a document, in this order; an empty part is left out."""

    number: str
    """The permanent id of the notice."""
    mark: str
    """Words that say that it is fictional, or that it is no original; never left out."""
    is_rendering: bool
    """True: the library's words for a real document, which must not look like the original."""
    banner: str
    """The issuing body, with the word for a document where this is one (7.2.4)."""
    document_number: str
    """With its brackets (7.2.5)."""
    title: str
    title_lines: tuple[str, ...]
    """The title as it is to be broken: words stay whole (7.3.1)."""
    addressee: str
    """With the colon (7.3.2)."""
    body: BodyTree
    """Numbers of lists are typed out, as official documents have them (7.3.3)."""
    facts: tuple[Stated, ...]
    """What the page states and the text does not, a sentence each; before the text is read, all."""
    annexes: tuple[Annex, ...]
    """The names of the attachments, and those that are printed behind the text (7.3.4, 7.3.7)."""
    issuer: str
    date: str
    """Day of issue in words, Arabic numerals without leading zeros (7.3.5)."""
    annotation: str
    """In its brackets (7.3.6)."""
    printer: str
    """Who printed it (7.4.3), or empty."""
    colophon: tuple[Inlines, ...]
    """Lines that are no part of the document: number, edition, address, sources."""
    address: str
    """Absolute address of the page, or empty."""
    issued_on: str
    """ISO day of issue, or empty."""
    site: str
    language: str
    """BCP 47."""


def outline(inputs: Inputs, notice: Notice) -> OfficialManuscript:
    """Give a notice's document without its text: all that tells whether it must be made again."""
    front = notice.front
    is_rendering = not front.demonstration
    parts = title_parts(front.title, (front.issuer,))
    return OfficialManuscript(
        number=notice.id,
        mark=_mark(notice),
        is_rendering=is_rendering,
        banner=_banner(notice),
        document_number=front.document_number,
        title=front.title,
        title_lines=title_lines(parts, _LINE),
        addressee=_filled("part.addressee", addressee=front.addressee),
        body=BodyTree(),
        facts=facts_of(inputs, notice),
        annexes=annexes_of(inputs, notice),
        issuer=front.issuer,
        date=long_day(front.issued_on),
        annotation=_annotation(notice),
        printer="" if is_rendering else front.issuer,
        colophon=tuple(_colophon(inputs, notice)),
        address=_address(inputs, notice),
        issued_on=day(front.issued_on),
        site=inputs.config.site_name,
        language=text("pages.language"),
    )


def filled(
    manuscript: OfficialManuscript, notice: Notice, site_url: str, files: Mapping[str, Path]
) -> OfficialManuscript:
    """Give the document with its text, and only the facts that the text lacks.

    `files`: the address of each published picture, and its file.
    """
    body = read_body(notice.body, Place(routes.notice(notice.id), site_url, files))
    said = notice.front.title + plain_text(body.blocks, body.notes)
    return replace(manuscript, body=typed_out(body), facts=unsaid(manuscript.facts, said))


def official(inputs: Inputs, notice: Notice, files: Mapping[str, Path]) -> OfficialManuscript:
    """Give a notice as an official document."""
    return filled(outline(inputs, notice), notice, inputs.config.site_url, files)


def _mark(notice: Notice) -> str:
    if not notice.front.demonstration:
        return text("publication_official.mark.rendering")
    what = text("pages.notice.demonstration_title")
    return text("publication_official.mark.demonstration", mark=mark(True), what=what)


def _banner(notice: Notice) -> str:
    front = notice.front
    is_document = front.demonstration and front.document_number
    return _filled("banner.document", issuer=front.issuer) if is_document else front.issuer


def _filled(key: str, **values: str) -> str:
    """Give a text with its values, or nothing where they are empty."""
    return text(f"publication_official.{key}", **values) if all(values.values()) else ""


def _annotation(notice: Notice) -> str:
    office, address = notice.front.contact_office, notice.front.contact_address
    return (
        _filled("annotation.both", office=office, address=address)
        or _filled("annotation.office", office=office)
        or _filled("annotation.address", address=address)
    )


def _address(inputs: Inputs, notice: Notice) -> str:
    return routes.absolute(inputs.config.site_url, routes.notice(notice.id))


def _colophon(inputs: Inputs, notice: Notice) -> Iterator[Inlines]:
    yield (Text(_filled("colophon.from", site=inputs.config.site_name, id=notice.id) or notice.id),)
    edition = inputs.library.editions.get(EditionId(notice.front.edition))
    if edition:
        yield (Text(_filled("colophon.edition", edition=edition.title)),)
    address = _address(inputs, notice)
    if address:
        yield Text(text("publication_official.colophon.address")), Link(address, (Text(address),))
    for source in notice.front.sources:
        yield tuple(_source(source))


def _source(source: Source) -> Iterator[Text | Link]:
    shown = source_views((source,))[0]
    yield Text(text("publication_official.colophon.source"))
    yield Link(shown.url, (Text(shown.title),)) if shown.url else Text(shown.title)
    if shown.note:
        yield Text(text("publication_official.colophon.source_note", note=shown.note))
