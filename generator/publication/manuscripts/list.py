"""Lists as they are printed: of a round, of a notice, of any selection of cases.

Only listed cases stand in them. A revoked title is named in no list; a note says how many were
revoked since and where to look. Counts are those of the site (`generator.catalogue.counts`,
`generator.pages.held`): fictional cases never count as holdings.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from generator.catalogue.counts import count_cases
from generator.catalogue.dimensions import Dimension
from generator.catalogue.ordering import catalogue_key
from generator.catalogue.timeline import EditionEntry, RosterGroup, grouped
from generator.library.case import Case
from generator.library.edition import Edition
from generator.library.ids import CaseId, EditionId
from generator.library.notice import Notice
from generator.pages import routes
from generator.pages.held import held_of
from generator.pages.inputs import Inputs
from generator.pages.lists import counted
from generator.pages.modified import newest_case
from generator.pages.values import level_unless_national
from generator.publication.manuscripts.listing import ListGroup, ListManuscript
from generator.strings import labels, table, text

_TITLE: Final = "title"


@dataclass(frozen=True, slots=True)
class _List:
    """The cases of a list, group by group, and what is said of them."""

    title: str
    groups: tuple[tuple[str, tuple[Case, ...]], ...]
    uri: str
    """Of the page that shows the same list (it may carry #anchor), or empty."""
    subtitle: str = ""
    notes: tuple[str, ...] = ()
    is_printed: bool = True
    """True: numbers are those of the printed list, where any is known."""

    @property
    def cases(self) -> list[Case]:
        return [case for _, cases in self.groups for case in cases]


def year_lists(inputs: Inputs, year: int) -> tuple[ListManuscript, ...]:
    """Give the lists of a year as its page shows them: each round with cases, then the rest."""
    rounds = inputs.catalogue.editions_of_year(year)
    lists = [year_list(inputs, held.id) for held in rounds if held.case_ids]
    known = {held.id for held in rounds}
    stray = [
        case
        for case in inputs.catalogue.cases
        if case.front.year == year and case.edition not in known
    ]
    if stray:
        title = text("publication_list.stray", year=year)
        uri = routes.term(Dimension.YEAR, str(year))
        lists.append(_manuscript(inputs, _List(title, (("", tuple(stray)),), uri)))
    return tuple(lists)


def year_list(inputs: Inputs, edition_id: EditionId) -> ListManuscript:
    """Give the list of a round, in the groups of its announcement.

    Raises KeyError for a round that the library does not know.
    """
    held = inputs.catalogue.editions[edition_id]
    edition = held.edition
    uri = f"{routes.term(Dimension.YEAR, str(edition.year))}#{routes.edition_anchor(held.id)}"
    made = _List(
        title=list_title(edition),
        groups=_groups(inputs, held.groups),
        uri=uri,
        subtitle=_held(held),
        notes=(*_partial(held), *_revoked(inputs, held.id)),
    )
    return _manuscript(inputs, made)


def notice_list(inputs: Inputs, notice: Notice) -> ListManuscript:
    """Give the listed cases that a notice names, as its round groups them: its attachment.

    It may be without entries: a publicity notice names cases that nobody announced yet.
    """
    cases = inputs.library.cases
    ids = dict.fromkeys(CaseId(named) for named in notice.front.cases)
    named = [cases[case_id] for case_id in ids if case_id in cases]
    listed = [case for case in named if case.is_listed]
    edition = inputs.library.editions.get(EditionId(notice.front.edition))
    withheld = len(named) - len(listed)
    is_of_one = all(case.edition == notice.front.edition for case in listed)
    made = _List(
        title=list_title(edition) if edition and is_of_one else text("publication_list.unnamed"),
        groups=_groups(inputs, [one for one in grouped(edition, listed) if one.case_ids]),
        uri=routes.notice(notice.id),
        notes=(text("publication_list.note.withheld", count=withheld),) if withheld else (),
        is_printed=is_of_one,
    )
    return _manuscript(inputs, made)


def selection_list(inputs: Inputs, case_ids: Iterable[CaseId], title: str) -> ListManuscript:
    """Give a list of any cases in catalogue order; those that are not listed are left out."""
    known = inputs.library.cases
    chosen = {case_id: known[case_id] for case_id in case_ids if case_id in known}
    cases = sorted((one for one in chosen.values() if one.is_listed), key=catalogue_key)
    made = _List(title, (("", tuple(cases)),), routes.CASES, is_printed=False)
    return _manuscript(inputs, made)


def list_title(edition: Edition) -> str:
    """Give what the list of a round is called."""
    name = edition.title
    endings = table("publication_list")["endings"]
    assert isinstance(endings, list), "the strings file holds a list"
    cut = next((name.removesuffix(one) for one in endings if name.endswith(one)), name)
    return text("publication_list.title", round=cut)


def _groups(
    inputs: Inputs, groups: Sequence[RosterGroup]
) -> tuple[tuple[str, tuple[Case, ...]], ...]:
    """Give the groups that have entries; one that has no name is named beside others."""
    unnamed = text("publication_list.no_group") if len(groups) > 1 else ""
    cases = inputs.library.cases
    return tuple(
        (group.label or unnamed, tuple(cases[case_id] for case_id in group.case_ids))
        for group in groups
        if group.case_ids
    )


def _held(held: EditionEntry) -> str:
    """Say what was announced and what the library holds of it, as the page of the year does."""
    known = held.announced
    if known is None:
        return ""
    return held_of(held.counted, known.total, known.unit)


def _partial(held: EditionEntry) -> tuple[str, ...]:
    known = held.announced
    lacks = known is not None and held.counted.real < known.total
    return (text("publication_list.note.partial"),) if lacks else ()


def _revoked(inputs: Inputs, edition_id: EditionId) -> tuple[str, ...]:
    ended = [case for case in inputs.catalogue.revoked if case.edition == edition_id]
    if not ended:
        return ()
    address = routes.absolute(inputs.config.site_url, routes.REVOCATIONS)
    beside = text("publication_list.note.address", address=address) if address else ""
    count = counted(count_cases(ended))
    return (text("publication_list.note.revoked", count=count, address=beside),)


def _manuscript(inputs: Inputs, made: _List) -> ListManuscript:
    cases = made.cases
    numbers, numbering = _numbers(made)
    columns = _columns(inputs, cases, with_round=not made.is_printed)
    groups = tuple(
        ListGroup(
            label,
            tuple((numbers[case.id], *(value(case) for _, value in columns)) for case in members),
        )
        for label, members in made.groups
    )
    names = [text("publication_list.column.number"), *(label for label, _ in columns)]
    return ListManuscript(
        title=made.title,
        subtitle=made.subtitle,
        columns=tuple(names),
        groups=groups,
        notes=(
            text("publication_list.note.count", count=counted(count_cases(cases))),
            *made.notes,
            *numbering,
            *_untitled(cases),
            *_origin(inputs, cases),
        ),
        mark=_mark(cases),
        address=routes.absolute(inputs.config.site_url, made.uri) if made.uri else "",
    )


def _numbers(made: _List) -> tuple[Mapping[CaseId, str], tuple[str, ...]]:
    """Give the number of each entry, and what must be said of the numbers.

    Those of the printed list where any is known: our own beside them would pass for printed.
    """
    cases = made.cases
    printed = {case.id: str(case.front.number or "") for case in cases}
    if made.is_printed and any(printed.values()):
        whole = all(printed.values())
        return printed, () if whole else (text("publication_list.note.unnumbered"),)
    counted = {case.id: str(place) for place, case in enumerate(cases, start=1)}
    return counted, (text("publication_list.note.numbered"),) if cases else ()


_Column = tuple[str, Callable[[Case], str]]


def _columns(inputs: Inputs, cases: Sequence[Case], *, with_round: bool) -> list[_Column]:
    """Give the columns behind the number; one in which nobody has a value is left out."""
    known: dict[str, Callable[[Case], str]] = {
        "enterprise": lambda case: case.front.enterprise,
        _TITLE: _title_of,
        "recommender": lambda case: inputs.recommender(case).label,
        "focus_area": lambda case: _focus_areas(inputs, case),
    }
    if with_round:
        known = {"year": lambda case: str(case.front.year), "level": _level(cases), **known}
    needed = [
        (key, value)
        for key, value in known.items()
        if key == "enterprise" or any(_has(key, case, value) for case in cases)
    ]
    return [(text(f"publication_list.column.{key}"), value) for key, value in needed]


def _has(key: str, case: Case, value: Callable[[Case], str]) -> bool:
    """Tell whether a case needs a column; the words for no title need none, a mark does."""
    if key == _TITLE:
        return bool(case.front.title) or case.is_demonstration
    return bool(value(case))


def _level(cases: Sequence[Case]) -> Callable[[Case], str]:
    """Give the level of each case where they differ; nothing where all are national."""
    if not any(level_unless_national(case.front.level) for case in cases):
        return lambda _: ""
    return lambda case: labels("level")[case.front.level]


def _title_of(case: Case) -> str:
    """Give the title; one that is fictional says so, in whatever list it stands."""
    title = case.front.title or text("pages.case.no_title")
    return text("pages.mark.before") + title if case.is_demonstration else title


def _focus_areas(inputs: Inputs, case: Case) -> str:
    """Give the focus areas in the words of the case's round."""
    edition = inputs.library.editions.get(case.edition)
    said = {one.area: one.label for one in edition.focus_areas} if edition else {}
    names = (
        said.get(slug) or inputs.term(Dimension.FOCUS_AREA, slug).label for slug in case.fields
    )
    return text("pages.format.comma").join(names)


def _untitled(cases: Sequence[Case]) -> tuple[str, ...]:
    has_title = any(case.front.title for case in cases)
    return (text("publication_list.note.untitled"),) if cases and not has_title else ()


def _origin(inputs: Inputs, cases: Sequence[Case]) -> tuple[str, ...]:
    newest = newest_case(inputs, [case.id for case in cases])
    site = inputs.config.site_name
    return (
        *((text("publication_list.note.newest", on=newest),) if newest else ()),
        *((text("publication_list.note.source", site=site),) if site else ()),
    )


def _mark(cases: Sequence[Case]) -> str:
    count = count_cases(cases)
    if not count.demonstration:
        return ""
    return text(f"publication_list.mark.{'some' if count.real else 'all'}")
