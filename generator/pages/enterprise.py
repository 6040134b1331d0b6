"""The page of an enterprise, which answers first whether it holds the title, and since when."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from generator.catalogue.dimensions import Dimension
from generator.catalogue.terms import TermEntry
from generator.library.case import Case
from generator.library.ids import CaseId
from generator.library.lifecycle import Level, NoticeKind
from generator.pages import routes
from generator.pages.head import Head, head
from generator.pages.inputs import CaseRow, Inputs
from generator.pages.notices import notice_link
from generator.pages.paging import Pager, Part, parts, titled
from generator.pages.planned import Pages, PlannedPage
from generator.pages.structured import Location
from generator.pages.term import crumbs, neighbour_groups
from generator.pages.values import Link, LinkGroup, SourceView, day, source_views
from generator.strings import labels, text


@dataclass(frozen=True, slots=True)
class TitleHeld:
    """One title of an enterprise, and the papers for it."""

    row: CaseRow
    year: Link
    level: str
    announced_on: str
    """Day of the result notice, or empty where no source dates it."""
    state: str
    is_valid: bool
    notices: tuple[Link, ...]
    """The notices that announced or revoked it."""
    sources: tuple[SourceView, ...]


@dataclass(frozen=True, slots=True)
class EnterpriseView:
    """One page of an enterprise (template enterprise.html)."""

    head: Head
    title: str
    mark: str
    """演示 for a fictional enterprise, else empty."""
    is_holder: bool
    answer: str
    other_names: tuple[str, ...]
    titles: tuple[TitleHeld, ...]
    pager: Pager | None
    neighbours: tuple[LinkGroup, ...]


def enterprise_parts(inputs: Inputs, entry: TermEntry) -> Iterator[Part[CaseId]]:
    """Cut the titles of an enterprise into pages, revoked ones last."""
    uri = routes.term(Dimension.ENTERPRISE, entry.slug)
    return parts((*entry.case_ids, *entry.revoked_ids), inputs.config.per_page, uri)


def enterprise_view(inputs: Inputs, entry: TermEntry, part: Part[CaseId]) -> EnterpriseView:
    """Give one page of an enterprise."""
    cases = inputs.library.cases
    held = [cases[case_id] for case_id in entry.case_ids]
    every = [*held, *(cases[case_id] for case_id in entry.revoked_ids)]
    answer = _answer(held, len(entry.revoked_ids))
    fictional = all(case.is_demonstration for case in every)
    if fictional:
        answer = text("pages.enterprise.answer.fictional", answer=answer)
    return EnterpriseView(
        head=head(
            inputs,
            Location(part.uri, titled(entry.label, part.number), crumbs(Dimension.ENTERPRISE)),
            f"{entry.label}{text('pages.format.colon')}{answer}",
        ),
        title=titled(entry.label, part.number),
        mark=text("pages.mark.demonstration") if fictional else "",
        is_holder=bool(held),
        answer=answer,
        other_names=entry.enterprise.other_names if entry.enterprise else (),
        titles=tuple(_title(inputs, cases[case_id]) for case_id in part.items),
        pager=part.pager,
        neighbours=neighbour_groups(inputs, entry) if part.number == 1 else (),
    )


def _answer(held: Sequence[Case], revoked: int) -> str:
    if not held:
        return text("pages.enterprise.answer.revoked", revoked=revoked)
    by_level = Counter(case.front.level for case in held)
    each = text("pages.format.comma").join(
        text("pages.enterprise.answer.level", level=labels("level")[level], count=by_level[level])
        for level in Level
        if by_level[level]
    )
    since = min(case.front.year for case in held)
    key = "some" if revoked else "holds"
    return text(f"pages.enterprise.answer.{key}", since=since, levels=each, revoked=revoked)


def _title(inputs: Inputs, case: Case) -> TitleHeld:
    year = inputs.term(Dimension.YEAR, str(case.front.year))
    papers = (NoticeKind.RESULT, NoticeKind.REVOCATION)
    return TitleHeld(
        row=inputs.row(case),
        year=Link(text("pages.format.year", year=case.front.year), year.uri),
        level=labels("level")[case.front.level],
        announced_on=day(case.front.approved_on),
        state=_state(case),
        is_valid=case.is_listed,
        notices=tuple(
            notice_link(notice)
            for notice in inputs.catalogue.naming(case.id)
            if notice.front.kind in papers
        ),
        sources=source_views(case.front.sources),
    )


def _state(case: Case) -> str:
    if case.is_listed:
        return text("pages.enterprise.valid")
    revocation = case.front.revocation
    on = day(revocation.revoked_on) if revocation else ""
    return text("pages.enterprise.withdrawn", on=on).strip()


def enterprise_pages(inputs: Inputs, entry: TermEntry) -> Pages:
    """Plan the pages of an enterprise."""
    for part in enterprise_parts(inputs, entry):
        make = partial(enterprise_view, inputs, entry, part)
        yield PlannedPage(part.uri, "enterprise.html", titled(entry.label, part.number), make)
