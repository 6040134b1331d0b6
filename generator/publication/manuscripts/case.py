"""A case as a chapter: what its page tells, in the order of the page."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Final

from generator.catalogue.dimensions import Dimension
from generator.errors import BiaoganError
from generator.library.case import Case, Source
from generator.library.edition import paper_of
from generator.pages import routes
from generator.pages.citations import permanent_address
from generator.pages.indicators import IndicatorRow, IndicatorTable, indicator_table
from generator.pages.inputs import Inputs
from generator.pages.values import day, paragraphs, source_views
from generator.publication.blocks.place import Place
from generator.publication.blocks.reading import read_body
from generator.publication.blocks.tree import (
    Alignment,
    Block,
    Blocks,
    BodyTree,
    Cell,
    Heading,
    Inlines,
    Link,
    ListBlock,
    Paragraph,
    Row,
    Table,
    Text,
)
from generator.publication.manuscripts.chapter import Chapter, Imprint
from generator.strings import text

_PART: Final = 2
"""Level of the headings of the parts that follow the text, as on the page."""


def imprint(inputs: Inputs) -> Imprint:
    """Give what every document of the library says of where it comes from."""
    config = inputs.config
    return Imprint(config.site_name, config.site_url, text("pages.language"))


def has_text(case: Case) -> bool:
    """Tell whether a case may be a document: it is listed, and its text is published."""
    return case.is_listed and not case.body.is_empty


def check_text(case: Case) -> None:
    """Raise BiaoganError for a case that is not listed or whose text is not published."""
    if not has_text(case):
        key = "no_text" if case.is_listed else "not_listed"
        raise BiaoganError(text(f"publication.case.{key}", id=case.id))


def outline(inputs: Inputs, case: Case) -> Chapter:
    """Give a case's chapter without its text: all that tells whether it must be made again.

    Raises BiaoganError for a case that is not listed or whose text is not published.
    """
    check_text(case)
    front = case.front
    edition = inputs.library.editions[case.edition]
    return Chapter(
        number=case.id,
        title=front.title or text("pages.case.no_title"),
        byline=front.enterprise,
        mark=text("publication.case.mark") if case.is_demonstration else "",
        summary_heading=text("pages.case.summary"),
        summary=tuple(Paragraph((Text(line),)) for line in paragraphs(front.summary)),
        body=BodyTree(),
        appendix=tuple(_appendix(case)),
        colophon=tuple(_colophon(inputs, case)),
        address=permanent_address(inputs, case),
        paper=paper_of(edition, inputs.library.editions.values()),
        issued_on=day(front.approved_on),
        methods=tuple(inputs.term(Dimension.METHOD, slug).label for slug in case.methods),
        year=front.year,
    )


def filled(chapter: Chapter, case: Case, site_url: str, files: Mapping[str, Path]) -> Chapter:
    """Give the chapter with the text of its case.

    `files`: the address of each published picture, and its file.
    """
    place = Place(routes.case(case.id), site_url, files)
    return replace(chapter, body=read_body(case.body, place))


def chapter(inputs: Inputs, case: Case, files: Mapping[str, Path]) -> Chapter:
    """Give a case as a chapter; raises as `outline` does."""
    return filled(outline(inputs, case), case, inputs.config.site_url, files)


def _appendix(case: Case) -> Iterator[Block]:
    indicators = indicator_table(case.front.indicators)
    if indicators:
        yield _heading("indicators")
        yield _table(indicators)
    if case.front.honours:
        yield _heading("honours")
        yield ListBlock(tuple(_lines(honour) for honour in case.front.honours))


def _heading(key: str) -> Heading:
    return Heading(_PART, "", (Text(text(f"pages.case.{key}")),), key)


def _lines(line: str) -> Blocks:
    return (Paragraph((Text(line),)),)


def _table(indicators: IndicatorTable) -> Table:
    years = indicators.years
    heads = (
        *map(_word, ("indicator", "unit")),
        *years,
        *map(_word, ("average", "best", "rank", "direction")),
    )
    head = tuple(Cell(_lines(name), is_header=True) for name in heads)
    return Table(len(heads), (head,), tuple(_row(row) for row in indicators.rows))


def _word(key: str) -> str:
    return text(f"pages.case.{key}")


def _row(row: IndicatorRow) -> Row:
    name = _lines(row.name) + (_lines(row.note) if row.note else ())
    numbers = (*row.values, row.average, row.best, row.rank)
    return (
        Cell(name, is_header=True),
        Cell(_lines(row.unit)),
        *(Cell(_lines(value), alignment=Alignment.RIGHT) for value in numbers),
        Cell(_lines(row.direction)),
    )


def _colophon(inputs: Inputs, case: Case) -> Iterator[Inlines]:
    site, address = inputs.config.site_name, permanent_address(inputs, case)
    yield (Text(text("publication.case.number", site=site, id=case.id)),)
    if address:
        yield Text(text("publication.case.address")), Link(address, (Text(address),))
    for source in case.front.sources:
        yield tuple(_source(source))


def _source(source: Source) -> Iterator[Text | Link]:
    shown = source_views((source,))[0]
    yield Text(text("publication.case.source"))
    yield Link(shown.url, (Text(shown.title),)) if shown.url else Text(shown.title)
    if shown.note:
        yield Text(text("publication.case.source_note", note=shown.note))
