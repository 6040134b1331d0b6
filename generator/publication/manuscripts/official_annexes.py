"""The attachments of a notice: the files that it names, and the lists that the library prints."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.library.notice import Notice, Session
from generator.pages import routes
from generator.pages.inputs import CaseRow, Inputs, any_recommender
from generator.pages.session import ProgrammeRow, session_view
from generator.pages.values import attachment_views
from generator.publication.blocks.tree import Inlines, Link, Text
from generator.publication.manuscripts.listing import ListGroup, ListManuscript
from generator.strings import text


@dataclass(frozen=True, slots=True)
class Annex:
    """An attachment."""

    title: str
    address: str = ""
    """Absolute address of a file that lies elsewhere, or empty."""
    listing: ListManuscript | None = None
    """The list that is printed behind the text, where it is one."""

    @property
    def name(self) -> Inlines:
        """Give the title, as a link where the file lies elsewhere."""
        said = (Text(self.title),)
        return (Link(self.address, said),) if self.address else said


def annexes_of(inputs: Inputs, notice: Notice) -> tuple[Annex, ...]:
    """Give what a notice attaches: its own files first, so that its text's numbers hold.

    Then the programme of a session, and the cases concerned: all that the page shows as tables.
    """
    return (*_files(inputs, notice), *_lists(inputs, notice))


def _files(inputs: Inputs, notice: Notice) -> Iterator[Annex]:
    site = inputs.config.site_url
    for view in attachment_views(notice.path, notice.front.attachments):
        inside = site + view.uri if site and view.uri else ""
        yield Annex(view.title, inside or view.url)


def _lists(inputs: Inputs, notice: Notice) -> Iterator[Annex]:
    session = notice.front.session
    if session and session.programme:
        listing = _programme(inputs, notice, session)
        yield Annex(listing.title, listing=listing)
    told = {item.case for item in session.programme} if session else set()
    if not told.issuperset(notice.front.cases):
        listing = _cases(inputs, notice)
        if listing.count:
            yield Annex(listing.title, listing=listing)


def _listing(
    inputs: Inputs,
    notice: Notice,
    kind: str,
    columns: tuple[str, ...],
    groups: tuple[ListGroup, ...],
) -> ListManuscript:
    count = sum(len(group.rows) for group in groups)
    is_fictional = notice.front.demonstration
    return ListManuscript(
        title=text(f"publication_official.list.{kind}"),
        subtitle="",
        columns=columns,
        groups=groups,
        notes=(text("publication_official.list.count", count=count),) if kind == "cases" else (),
        mark=text("publication_official.list.demonstration") if is_fictional else "",
        address=routes.absolute(inputs.config.site_url, routes.notice(notice.id)),
    )


def _programme(inputs: Inputs, notice: Notice, session: Session) -> ListManuscript:
    view = session_view(inputs, notice, session)
    keys = ("time", "item", "enterprise") if view.has_times else ("item", "enterprise")
    rows = tuple(_programme_row(row, view.has_times) for row in view.programme)
    columns = tuple(text(f"pages.notice.{key}") for key in keys)
    return _listing(inputs, notice, "programme", columns, (ListGroup("", rows),))


def _programme_row(row: ProgrammeRow, has_times: bool) -> tuple[str, ...]:
    item = row.what.label
    if row.case:
        item = text("publication_official.list.case", item=item, case=row.case)
    if row.mark:
        item = text("publication_official.list.marked", item=item, mark=row.mark)
    enterprise = row.enterprise.label if row.enterprise else ""
    return (row.time, item, enterprise) if has_times else (item, enterprise)


def _cases(inputs: Inputs, notice: Notice) -> ListManuscript:
    """Give the cases as the page of the notice shows them, with the state of each.

    What was announced or is to be judged is named even where no other list has it.
    """
    found = [group for group in inputs.catalogue.roster(notice) if group.case_ids]
    rows = [row for group in found for row in inputs.rows_of(group.case_ids)]
    columns = {"case": _title, "enterprise": _enterprise}
    if any(row.number for row in rows):
        columns = {"number": _number, **columns}
    if any_recommender(rows):
        columns["recommender"] = _recommender
    unnamed = text("pages.notice.no_group") if len(found) > 1 else ""
    groups = tuple(
        ListGroup(
            group.label or unnamed,
            tuple(
                tuple(value(row) for value in columns.values())
                for row in inputs.rows_of(group.case_ids)
            ),
        )
        for group in found
    )
    names = tuple(text(f"pages.year.{key}") for key in columns)
    return _listing(inputs, notice, "cases", names, groups)


def _number(row: CaseRow) -> str:
    return row.number


def _title(row: CaseRow) -> str:
    title = row.title
    for mark in filter(None, (row.mark, row.status)):
        title = text("publication_official.list.marked", item=title, mark=mark)
    return title


def _enterprise(row: CaseRow) -> str:
    return row.enterprise.label


def _recommender(row: CaseRow) -> str:
    return row.recommender.label
