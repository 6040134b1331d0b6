"""Lists as documents: of an edition, of a year, of any selection."""

from collections.abc import Sequence
from functools import partial

from generator.digests import digest_of_parts
from generator.library.ids import EditionId
from generator.pages import routes
from generator.pages.modified import newest_of_all
from generator.publication.making.desk import Desk
from generator.publication.making.product import Product
from generator.publication.making.workshop import Workshop
from generator.publication.manuscripts.list import year_list
from generator.publication.manuscripts.listing import ListManuscript
from generator.publication.sheets.list import Origin, write_lists
from generator.publication.sheets.list_csv import lists_csv


def edition_product(desk: Desk, edition_id: EditionId, form: str) -> Product:
    """Give the list of an edition."""
    edition = desk.inputs.library.editions[edition_id]
    lists = (year_list(desk.inputs, edition_id),)
    return lists_product(desk, lists, form, routes.edition_list(edition.year, edition_id, form))


def lists_product(desk: Desk, lists: Sequence[ListManuscript], form: str, path: str) -> Product:
    """Give lists as one document."""
    said = repr((tuple(lists), _origin(desk))).encode("utf-8", "backslashreplace")
    key = digest_of_parts(desk.stamp_of(form), said)
    return Product(path, key, partial(_make, desk, tuple(lists), form))


def _origin(desk: Desk) -> Origin:
    config = desk.inputs.config
    return Origin(config.site_name, config.site_url, config.license, newest_of_all(desk.inputs))


def _make(desk: Desk, lists: tuple[ListManuscript, ...], form: str, workshop: Workshop) -> bytes:
    # Here: what is already made needs no writer, and they take long to load.
    from generator.publication.pdf.list import print_lists  # noqa: PLC0415
    from generator.publication.word.list import write_lists as write_word  # noqa: PLC0415

    if form == "docx":
        return write_word(lists, workshop.pandoc, lists[0].title, desk.inputs.config.site_name)
    if form == "pdf":
        return print_lists(lists, workshop.press, lists[0].title)
    if form == "csv":
        return lists_csv(lists)
    return write_lists(lists, _origin(desk))
