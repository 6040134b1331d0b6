"""The entries of a feed: facts of the catalogue, never the text of a case or a notice."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from heapq import nlargest
from typing import Final

from generator.catalogue.dimensions import Dimension
from generator.library.case import Case
from generator.library.notice import Notice
from generator.pages import routes
from generator.pages.controls import one_line, printable
from generator.pages.dates import notice_dates
from generator.pages.feeds.lists import FOLLOWED, FeedList
from generator.pages.inputs import Inputs, full_title, summary_line
from generator.pages.values import paragraphs
from generator.strings import labels, text

LIMIT: Final = 50
"""Entries of a feed, the newest: whoever asks once a month has missed none."""
_FIRST_DAY: Final = "-01-01"


@dataclass(frozen=True, slots=True)
class Category:
    """A term under which an entry is found."""

    scheme: str
    """Absolute address of the page that lists the terms of this kind."""
    term: str
    label: str


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """A case or a notice. All texts are free of what XML forbids."""

    address: str
    """The permanent address of its page: absolute, and its id for ever."""
    title: str
    """One line; of a fictional one the mark stands before it."""
    day: str
    """ISO day."""
    author: str
    """The enterprise, or the issuer; empty where the notice names none."""
    summary: str
    """Lines of plain text."""
    categories: tuple[Category, ...]


@dataclass(frozen=True)
class Shelf:
    """Makes entries and keeps them: a case stands in the feeds of all its terms."""

    inputs: Inputs
    made: dict[str, FeedEntry] = field(default_factory=dict)

    def newest(self, listed: FeedList) -> tuple[FeedEntry, ...]:
        """Give the newest entries of a list, at most `LIMIT`.

        On one day notices come first (they announce the cases), then the list's own order.
        """
        cases = self.inputs.library.cases
        items: Iterable[Notice | Case] = (
            *listed.notices,
            *(cases[case_id] for case_id in listed.case_ids),
        )
        return tuple(self._entry(item) for item in nlargest(LIMIT, items, key=self._day))

    def _entry(self, item: Notice | Case) -> FeedEntry:
        found = self.made.get(item.path)
        if found is None:
            found = self.made[item.path] = (
                case_entry(self.inputs, item)
                if isinstance(item, Case)
                else notice_entry(self.inputs, item)
            )
        return found

    def _day(self, item: Notice | Case) -> str:
        return case_day(self.inputs, item) if isinstance(item, Case) else notice_day(item)


def case_day(inputs: Inputs, case: Case) -> str:
    """Give the ISO day of a case's approval, or the first day of its year.

    A feed needs a whole date. The first day of what is known never puts an entry before one whose
    day the documents state, and the order of a program that sorts by date is our order.
    """
    return inputs.days.get(case.id) or f"{case.front.year}{_FIRST_DAY}"


def notice_day(notice: Notice) -> str:
    """Give the ISO day of a notice's issue, or the first day of the month or year it is of."""
    return f"{notice.dated}{_FIRST_DAY}"[: len("2022-06-14")]


def case_entry(inputs: Inputs, case: Case) -> FeedEntry:
    """Give a listed case as an entry."""
    summary = summary_line(case)
    if len(summary) < len(" ".join(paragraphs(case.front.summary))):
        summary = text("pages.feeds.cut", summary=summary)
    terms = inputs.catalogue.case_terms[case.id]
    return FeedEntry(
        address=routes.absolute(inputs.config.site_url, routes.case(case.id)),
        title=one_line(full_title(case)),
        day=case_day(inputs, case),
        author=one_line(case.front.enterprise),
        summary=_lines(inputs.row(case).about, summary),
        categories=tuple(
            Category(
                routes.absolute(inputs.config.site_url, routes.dimension(dimension)),
                slug,
                one_line(inputs.term(dimension, slug).label),
            )
            for dimension in (Dimension.YEAR, *FOLLOWED)
            for slug in terms[dimension]
        ),
    )


def notice_entry(inputs: Inputs, notice: Notice) -> FeedEntry:
    """Give a notice as an entry, with the days that it sets."""
    front, site_url = notice.front, inputs.config.site_url
    kind, colon = labels("kind")[front.kind], text("pages.format.colon")
    about = (kind, front.issuer, front.document_number)
    mark = text("pages.mark.before") if front.demonstration else ""
    return FeedEntry(
        address=routes.absolute(site_url, routes.notice(notice.id)),
        title=one_line(mark + front.title),
        day=notice_day(notice),
        author=one_line(front.issuer),
        summary=_lines(
            text("pages.format.beside").join(filter(None, about)),
            *(f"{date.what}{colon}{date.when}" for date in notice_dates(inputs, notice)),
        ),
        categories=(Category(routes.absolute(site_url, routes.NOTICES), front.kind, kind),),
    )


def _lines(*lines: str) -> str:
    return printable("\n".join(line for line in lines if line))
