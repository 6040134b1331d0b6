"""What `biaogan export` was asked for, as products."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from generator.errors import BiaoganError
from generator.library.case import Case
from generator.library.ids import EditionId
from generator.library.notice import Notice
from generator.pages import downloads
from generator.publication.making.books import book_product
from generator.publication.making.cases import case_product
from generator.publication.making.data import CITATIONS, citations_product, data_product
from generator.publication.making.desk import Desk
from generator.publication.making.lists import lists_product
from generator.publication.making.notices import handout_product, notice_product
from generator.publication.making.product import Product
from generator.publication.manuscripts.book import BookWording
from generator.publication.manuscripts.case import has_text
from generator.publication.manuscripts.list import selection_list, year_list, year_lists
from generator.publication.manuscripts.listing import ListManuscript
from generator.publication.selection import Selection, labels_of, select
from generator.strings import text
from generator.suggestions import nearest

WECHAT: Final = "wechat"
FORMS: Final[Mapping[str, tuple[str, ...]]] = {
    **{what: forms for what, forms in downloads.FORMS.items() if what not in ("case", "notice")},
    "case": (*downloads.FORMS["case"], WECHAT),
    "notice": (*downloads.FORMS["notice"], WECHAT),
    "citations": tuple(CITATIONS),
}
"""Kind of document → the forms that can be exported."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked for."""

    what: str
    """A key of `FORMS`."""
    forms: tuple[str, ...]
    selection: Selection
    everything: bool = False
    title: str = ""
    """Of a book or a list; empty: one of ours."""


def products(desk: Desk, asked: Asked) -> list[Product]:
    """Give the files that were asked for.

    Raises BiaoganError where nothing was chosen, where there is nothing to make, and for names that
    there are not.
    """
    if asked.what != "data" and asked.selection.is_empty and not asked.everything:
        raise BiaoganError(text("export.nothing_chosen", what=asked.what))
    made = [one for form in asked.forms for one in _KINDS[asked.what](desk, asked, form)]
    if not made:
        raise BiaoganError(text("export.nothing"))
    return made


def _cases(desk: Desk, asked: Asked, form: str) -> Iterator[Product]:
    chosen = _chosen(desk, asked)
    # Who names a case wants to hear why it cannot be; of a selection those that can are meant.
    for case in chosen if asked.selection.ids else filter(has_text, chosen):
        yield case_product(desk, case, form, _path(case.id, form))


def _path(name: str, form: str) -> str:
    """Give the path of a file; an article has a folder of its own, for its pictures."""
    return f"{name}-wechat/{name}.html" if form == WECHAT else f"{name}.{form}"


def _books(desk: Desk, asked: Asked, form: str) -> Iterator[Product]:
    said = labels_of(desk.inputs, asked.selection)
    shown = text("pages.format.beside").join(said)
    wording = BookWording(asked.title or text("publication.book.title"), (shown,) if shown else ())
    yield book_product(desk, _chosen(desk, asked), wording, form, f"{_name('book', asked)}.{form}")


def _lists(desk: Desk, asked: Asked, form: str) -> Iterator[Product]:
    lists = tuple(one for one in _asked_lists(desk, asked) if one.count)
    if lists:
        yield lists_product(desk, lists, form, f"{_name('list', asked)}.{form}")


def _asked_lists(desk: Desk, asked: Asked) -> Sequence[ListManuscript]:
    """Give the printed lists where whole rounds are meant, else one list of what was chosen."""
    inputs, chosen = desk.inputs, asked.selection
    cases = _chosen(desk, asked)
    if chosen.ids or chosen.terms or asked.everything or (chosen.years and chosen.editions):
        said = text("pages.format.beside").join(labels_of(inputs, chosen))
        title = asked.title or text("publication.list.title", said=said).strip()
        return (selection_list(inputs, [case.id for case in cases], title),)
    if chosen.editions:
        return tuple(year_list(inputs, EditionId(one)) for one in chosen.editions)
    return tuple(one for year in chosen.years for one in year_lists(inputs, year))


def _notices(desk: Desk, asked: Asked, form: str) -> Iterator[Product]:
    for notice in _chosen_notices(desk, asked):
        yield notice_product(desk, notice, form, _path(notice.id, form))


def _handouts(desk: Desk, asked: Asked, form: str) -> Iterator[Product]:
    for notice in _chosen_notices(desk, asked):
        if asked.selection.ids or notice.front.session is not None:
            yield handout_product(desk, notice, form, f"handout-{notice.id}.{form}")


def _data(desk: Desk, _asked: Asked, form: str) -> Iterator[Product]:
    yield data_product(desk, form, downloads.DATA_FILES[form])


def _citations(desk: Desk, asked: Asked, form: str) -> Iterator[Product]:
    chosen = _chosen(desk, asked)
    if chosen:
        path = f"{_name('citations', asked)}.{form}"
        yield citations_product(desk, chosen, form, path)


def _chosen(desk: Desk, asked: Asked) -> tuple[Case, ...]:
    return select(desk.inputs, asked.selection)


def _chosen_notices(desk: Desk, asked: Asked) -> Iterator[Notice]:
    """Give the notices that were named, or all, or those of some years or rounds."""
    chosen, known = asked.selection, desk.inputs.library.notices
    if chosen.terms:
        raise BiaoganError(text("export.no_terms", what=asked.what))
    for one in chosen.ids:
        if one not in known:
            near = nearest(one, known)
            hint = text("publication.select.near", name=near) if near else ""
            raise BiaoganError(text("publication.select.notice", typed=one, hint=hint))
    years = {str(year) for year in chosen.years}
    for notice in known.values():
        if (
            (not chosen.ids or notice.id in chosen.ids)
            and (not years or notice.dated[:4] in years)
            and (not chosen.editions or notice.front.edition in chosen.editions)
        ):
            yield notice


def _name(what: str, asked: Asked) -> str:
    """Give a file's name that tells one selection from another."""
    chosen = asked.selection
    parts = [*map(str, chosen.years), *chosen.editions, *(name for _, name in _typed(chosen))]
    parts += chosen.ids if len(chosen.ids) <= 1 else [f"{chosen.ids[0]}-{len(chosen.ids)}"]
    safe = ("".join(one if one.isalnum() else "-" for one in part).strip("-") for part in parts)
    return "-".join((what, *filter(None, safe)))


def _typed(chosen: Selection) -> Iterator[tuple[str, str]]:
    for name, typed in chosen.terms.items():
        for one in typed:
            yield str(name), one


_KINDS: Final[Mapping[str, Callable[[Desk, Asked, str], Iterator[Product]]]] = {
    "case": _cases,
    "book": _books,
    "list": _lists,
    "notice": _notices,
    "handout": _handouts,
    "data": _data,
    "citations": _citations,
}
