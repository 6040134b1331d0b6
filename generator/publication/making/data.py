"""The files of the open data, and citations for reference managers."""

from collections.abc import Sequence
from typing import Final

from generator.digests import digest_of_parts
from generator.library.case import Case
from generator.pages import routes
from generator.pages.downloads import DATA_FILES
from generator.publication.citations import ENDINGS, citations
from generator.publication.making.desk import Desk
from generator.publication.making.product import Product
from generator.publication.making.workshop import Workshop
from generator.publication.opendata.database import library_sqlite
from generator.publication.opendata.make import DATA, DATABASE
from generator.publication.opendata.texts import Texts

CITATIONS: Final = {ending: form for form, ending in ENDINGS.items()}
"""Ending of a file of citations → its form."""
TEXTS: Final = ".cache/documents/texts"
"""The texts of bodies, below the project's root."""


def data_product(desk: Desk, form: str, path: str = "") -> Product:
    """Give one file of the open data; a form is the ending of its name."""
    name = DATA_FILES[form]
    config = desk.inputs.config
    said = repr((config.license, config.organizer)).encode()
    texts = desk.texts if name == DATABASE else desk.readable
    key = digest_of_parts(desk.stamp_of(form), name.encode(), said, desk.facts, texts)

    def make(_workshop: Workshop) -> bytes:
        if name == DATABASE:
            return _database(desk)
        return DATA[name](desk.inputs, config.license)

    return Product(path or routes.data(name), key, make)


def _database(desk: Desk) -> bytes:
    config = desk.inputs.config
    texts = Texts(config.root / TEXTS)
    written = library_sqlite(desk.inputs, config.license, texts)
    texts.keep()
    return written


def citations_product(desk: Desk, cases: Sequence[Case], form: str, path: str) -> Product:
    """Give the citations of cases as one file."""
    written = citations(desk.inputs, cases, CITATIONS[form]).encode()
    return Product(path, digest_of_parts(desk.stamp, written), lambda _workshop: written)
