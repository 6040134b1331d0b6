"""The documents that mkdocs.yml asks for, beside the pages that offer them."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Final

from generator.catalogue.dimensions import Dimension
from generator.config import Config
from generator.errors import BiaoganError
from generator.progress import Progress
from generator.publication.making.books import year_book_product
from generator.publication.making.cases import case_product
from generator.publication.making.data import data_product
from generator.publication.making.desk import Desk, Stock
from generator.publication.making.lists import edition_product
from generator.publication.making.notices import handout_product, notice_product
from generator.publication.making.product import Product
from generator.publication.making.run import Failure, Outcome, make_all
from generator.publication.making.workshop import Workshop
from generator.publication.manuscripts.case import has_text

Plan = Callable[[Desk, str], Iterator[Product]]
"""Plans all documents of a kind in one form."""


def publish(stock: Stock, config: Config, folder: Path, progress: Progress) -> Outcome:
    """Bring the documents beside the pages up to date; what fails stops no other.

    Raises OSError when the disk refuses.
    """
    desk = Desk.of(stock, config)
    products, failures = _planned(desk)
    progress.expect(len(products))
    outcome = make_all(products, folder, Workshop(config), progress.advance)
    desk.keep()
    return Outcome(outcome.files, outcome.made, (*failures, *outcome.failures))


def _planned(desk: Desk) -> tuple[list[Product], list[Failure]]:
    """Give what is wanted; a form that cannot be made here, for want of a font, is a failure."""
    products: list[Product] = []
    failures: dict[str, Failure] = {}
    for wanted in desk.inputs.config.documents:
        what, _, form = wanted.partition(".")
        try:
            products += PLANS[what](desk, form)
        except BiaoganError as error:
            failures.setdefault(str(error), Failure(str(error), (wanted,)))
    return products, list(failures.values())


def _cases(desk: Desk, form: str) -> Iterator[Product]:
    for case in desk.inputs.library.cases.values():
        if has_text(case):
            yield case_product(desk, case, form)


def _books(desk: Desk, form: str) -> Iterator[Product]:
    known = desk.inputs.library.cases
    for entry in desk.inputs.catalogue.terms(Dimension.YEAR):
        cases = [known[case_id] for case_id in entry.case_ids]
        if any(map(has_text, cases)):
            yield year_book_product(desk, int(entry.slug), cases, form)


def _lists(desk: Desk, form: str) -> Iterator[Product]:
    for held in desk.inputs.catalogue.editions.values():
        if held.case_ids:
            yield edition_product(desk, held.id, form)


def _notices(desk: Desk, form: str) -> Iterator[Product]:
    for notice in desk.inputs.library.notices.values():
        yield notice_product(desk, notice, form)


def _handouts(desk: Desk, form: str) -> Iterator[Product]:
    for notice in desk.inputs.library.notices.values():
        if notice.front.session is not None:
            yield handout_product(desk, notice, form)


def _data(desk: Desk, form: str) -> Iterator[Product]:
    yield data_product(desk, form)


PLANS: Final[Mapping[str, Plan]] = {
    "case": _cases,
    "book": _books,
    "list": _lists,
    "notice": _notices,
    "handout": _handouts,
    "data": _data,
}
"""Kind of document (pages/downloads.py) → how its documents are planned."""
