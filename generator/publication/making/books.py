"""Many cases as one book."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import partial

from generator.digests import digest_of_parts
from generator.errors import BiaoganError
from generator.library.case import Case
from generator.library.ids import CaseId
from generator.pages import routes
from generator.publication.making.cases import case_key
from generator.publication.making.desk import Desk
from generator.publication.making.product import Product
from generator.publication.making.workshop import Workshop
from generator.publication.manuscripts.book import BookManuscript, BookWording, book
from generator.publication.manuscripts.case import filled, outline
from generator.strings import text


def year_book_product(desk: Desk, year: int, cases: Sequence[Case], form: str) -> Product:
    """Give the book of a year; raises BiaoganError when none of its cases has a text."""
    title = text("publication.book.year", year=year)
    return book_product(desk, cases, BookWording(title), form, routes.year_book(year, form))


def book_product(
    desk: Desk, cases: Sequence[Case], wording: BookWording, form: str, path: str
) -> Product:
    """Give cases as one book; raises BiaoganError when none of them has a text."""
    planned = book(desk.inputs, cases, wording, partial(outline, desk.inputs))
    known = desk.inputs.library.cases
    texts = [case_key(desk, known[CaseId(one.number)]) for one in planned.chapters]
    said = repr(planned).encode("utf-8", "backslashreplace")
    key = digest_of_parts(desk.stamp_of(form), said, *texts)
    return Product(path, key, partial(_make, desk, planned, form))


def _make(desk: Desk, planned: BookManuscript, form: str, workshop: Workshop) -> bytes:
    # Here: what is already made needs no writer, and they take long to load.
    from generator.publication.epub.book import write_book as write_epub  # noqa: PLC0415
    from generator.publication.pdf.book import print_book  # noqa: PLC0415
    from generator.publication.word.book import write_book as write_word  # noqa: PLC0415

    known = desk.inputs.library.cases
    site = desk.inputs.config.site_url
    chapters = tuple(
        filled(one, known[CaseId(one.number)], site, desk.files) for one in planned.chapters
    )
    manuscript = replace(planned, chapters=chapters)
    if form == "docx":
        return write_word(manuscript, workshop.pandoc, _pages(manuscript, workshop))
    if form == "epub":
        return write_epub(manuscript, workshop.pandoc)
    return print_book(manuscript, workshop.press, workshop.pandoc)


def _pages(manuscript: BookManuscript, workshop: Workshop) -> Mapping[str, str]:
    """Give the pages on which the parts begin, as the PDF has them; none where it has no fonts.

    Word and WPS count for themselves when they update the fields; until then this is shown.
    """
    from generator.publication.pdf.book import pages_of  # noqa: PLC0415

    with suppress(BiaoganError):
        return pages_of(manuscript, workshop.press, workshop.pandoc)
    return {}
