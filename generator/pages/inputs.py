"""What every view is made from, and the links that many views share."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.counts import Count, count_cases
from generator.catalogue.dimensions import Dimension
from generator.catalogue.terms import TermEntry
from generator.catalogue.videos import VideoGroup
from generator.config import Config
from generator.library.case import Case
from generator.library.ids import CaseId, NoticeId
from generator.library.library import Library
from generator.library.lifecycle import Status
from generator.pages import routes
from generator.pages.notice_rows import EventView, NoticeRow
from generator.pages.titles import titles_of
from generator.pages.values import Link, SharedFact, level_unless_national, mark, paragraphs
from generator.strings import labels, text

_SUMMARY_LENGTH: Final = 150
"""Characters: what search engines and messengers show of a page."""


@dataclass(frozen=True, slots=True)
class CaseRow:
    """A case as one entry of a list."""

    title: str
    """The title, or the words that say that none was published."""
    is_titled: bool
    uri: str
    """Empty for a case in publicity: it has no page of its own."""
    link: Link
    """To the case, under its title or under one that tells it from others without a title."""
    enterprise: Link
    about: str
    """Year, level unless national, focus areas, recommender."""
    number: str
    """Running number in the printed list, or empty."""
    recommender: Link
    mark: str
    """演示 for a fictional case, else empty."""
    status: str
    """Label of a state other than approved, else empty."""


@dataclass(frozen=True, slots=True)
class Inputs:
    """The library, its catalogue and the settings, with what is looked up on every page."""

    library: Library
    catalogue: Catalogue
    config: Config
    entries: Mapping[Dimension, Mapping[str, TermEntry]]
    """The terms that have a page, by slug, in order."""
    links: Mapping[Dimension, Mapping[str, Link]]
    """The links to them: a case page has twenty, and a large library the same few each time."""
    printed: Mapping[tuple[str, str], Link]
    """(edition, recommender) → the link under the name that the edition prints."""
    counted: Count
    """All listed cases, counted once: every page of their list says it."""
    firms: Count
    """All enterprises; one is fictional when each of its cases is."""
    rows: dict[CaseId, CaseRow] = field(default_factory=dict)
    """A case stands in ten lists: its row is made once."""
    notice_rows: dict[NoticeId, NoticeRow] = field(default_factory=dict)
    """So is that of a notice, which papers, chains and lists show."""
    reasons: dict[int, tuple[object, str]] = field(default_factory=dict)
    """Identity of the reasons why cases are related → these reasons, and their words."""
    shared: dict[tuple[str, tuple[str, ...]], str] = field(default_factory=dict)
    """(reason, slugs) → its words: 10,000 cases have 22,000 reasons, put together from 7,000."""
    events: dict[tuple[NoticeId, str], EventView] = field(default_factory=dict)
    """(notice, date) → the step that it is on the line of time of every case that it names."""
    periods: dict[NoticeId, str] = field(default_factory=dict)
    """Notice → the publicity period that it opens, in words."""
    days: Mapping[CaseId, str] = field(default_factory=dict)
    """The day of each case that states one: of its revocation, else of its approval."""
    facts: dict[tuple[object, ...], tuple[SharedFact, ...]] = field(default_factory=dict)
    """What a fact is made from → the fact, as the pages of all cases show it that share it."""

    lessons: dict[Dimension, Mapping[str, VideoGroup]] = field(default_factory=dict)
    """The videos of each term of a dimension, by slug."""

    @classmethod
    def of(cls, library: Library, catalogue: Catalogue, config: Config) -> "Inputs":
        """Look up once what every page needs."""
        entries: dict[Dimension, Mapping[str, TermEntry]] = {
            name: {entry.slug: entry for entry in catalogue.terms(name)} for name in Dimension
        }
        entries[Dimension.YEAR] = _years(catalogue)
        links = {
            name: {
                slug: Link(entry.label, routes.encoded(routes.term(name, slug)))
                for slug, entry in terms.items()
            }
            for name, terms in entries.items()
        }
        offices, nowhere = links[Dimension.RECOMMENDER], Link("")
        printed = {
            (str(edition_id), named.id): Link(named.printed, offices.get(named.id, nowhere).uri)
            for edition_id, edition in library.editions.items()
            for named in edition.recommenders
            if named.printed
        }
        counted = count_cases(catalogue.cases)
        firms = _firms(library, entries[Dimension.ENTERPRISE].values())
        known = library, catalogue, config, entries, links, printed, counted, firms
        return cls(*known, days=_days(library))

    def term(self, dimension: Dimension, slug: str) -> Link:
        """Give the link to a term; its label alone when it has no page, nothing for no slug."""
        link = self.links[dimension].get(slug)
        if link:
            return link
        known = self.catalogue.term(dimension, slug) if slug else None
        return Link(known.label if known else slug)

    def year(self, year: int) -> Link:
        """Give the link to a year as running text names it."""
        return Link(text("pages.format.year", year=year), self.term(Dimension.YEAR, str(year)).uri)

    def recommender(self, case: Case) -> Link:
        """Give a case's recommender under the name that its own edition prints."""
        printed = self.printed.get((case.edition, case.recommender))
        return printed or self.term(Dimension.RECOMMENDER, case.recommender)

    def enterprise(self, case: Case) -> Link:
        """Give a case's enterprise under the name that the case gives."""
        known = self.catalogue.enterprises.get(case.id)
        uri = self.links[Dimension.ENTERPRISE][known.slug].uri if known else ""
        return Link(case.front.enterprise, uri)

    def case(self, case_id: CaseId) -> Link:
        """Give the link to a case under its title, or its enterprise's name where it has none."""
        return self.row(self.library.cases[case_id]).link

    def case_named(self, case_id: str) -> Link | None:
        """Give the link to a case that a record names, or None when it has no public page."""
        case = self.library.cases.get(CaseId(case_id))
        return self.case(case.id) if case and has_page(case) else None

    def rows_of(self, case_ids: Iterable[CaseId]) -> tuple[CaseRow, ...]:
        """Give cases as the entries of a list."""
        known, cases = self.rows.get, self.library.cases
        return tuple([known(case_id) or self.row(cases[case_id]) for case_id in case_ids])

    def row(self, case: Case) -> CaseRow:
        """Give a case as one entry of a list."""
        found = self.rows.get(case.id)
        if found is None:
            found = self.rows[case.id] = _row(self, case)
        return found


def any_recommender(rows: Iterable[CaseRow]) -> bool:
    """Tell whether a table of cases needs a column for recommenders."""
    return any(row.recommender.label for row in rows)


def has_page(case: Case) -> bool:
    """Tell whether a case has a page of its own in public."""
    return case.front.status in (Status.APPROVED, Status.REVOKED)


def full_title(case: Case) -> str:
    """Give a title that tells a case from all others, in a window's bar or a search result."""
    key = "titled" if case.front.title else "untitled"
    title = text(f"pages.case.{key}", title=case.front.title, enterprise=case.front.enterprise)
    # Outside the page, in a messenger or a search result, nothing else tells it from a real one.
    return text("pages.mark.before") + title if case.is_demonstration else title


def summary_line(case: Case) -> str:
    """Give the beginning of a case's summary as one line; "" for one whose text is not shown."""
    shown = case.front.summary if case.is_listed else ""
    return " ".join(paragraphs(shown))[:_SUMMARY_LENGTH]


def _row(inputs: Inputs, case: Case) -> CaseRow:
    front = case.front
    recommender = inputs.recommender(case)
    about = (
        text("pages.format.year", year=front.year),
        level_unless_national(front.level),
        *(inputs.term(Dimension.FOCUS_AREA, slug).label for slug in case.fields),
        recommender.label,
    )
    uri = routes.encoded(routes.case(case.id)) if has_page(case) else ""
    return CaseRow(
        title=front.title or text("pages.case.no_title"),
        is_titled=bool(front.title),
        uri=uri,
        link=Link(front.title or full_title(case), uri),
        enterprise=inputs.enterprise(case),
        about=text("pages.format.beside").join(part for part in about if part),
        number=str(front.number or ""),
        recommender=recommender,
        mark=mark(case.is_demonstration),
        status="" if case.is_listed else labels("status")[front.status],
    )


def _days(library: Library) -> Mapping[CaseId, str]:
    stated = {
        case.id: case.front.revocation.revoked_on
        if case.front.revocation
        else case.front.approved_on
        for case in library.cases.values()
    }
    return {case_id: on.isoformat() for case_id, on in stated.items() if on}


def _firms(library: Library, entries: Collection[TermEntry]) -> Count:
    real = sum(titles_of(library, entry).is_real for entry in entries)
    return Count(real, len(entries) - real)


def _years(catalogue: Catalogue) -> Mapping[str, TermEntry]:
    """Give the years of cases and of editions: a round's rules are worth a page before its list."""
    held = {entry.slug: entry for entry in catalogue.terms(Dimension.YEAR)}
    ruled = {str(entry.edition.year) for entry in catalogue.editions.values()}
    years = sorted({*held, *ruled}, reverse=True)
    return {
        year: held.get(year) or TermEntry(Dimension.YEAR, year, year, place)
        for place, year in enumerate(years)
    }
