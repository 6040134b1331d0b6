"""Which feeds there are: one of the whole library, and one of each list that readers follow."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from generator.catalogue.dimensions import Dimension
from generator.catalogue.terms import TermEntry
from generator.library.ids import CaseId
from generator.library.lifecycle import NoticeKind
from generator.library.notice import Notice
from generator.pages import routes
from generator.pages.inputs import Inputs
from generator.strings import labels, text

FOLLOWED: Final = (Dimension.FOCUS_AREA, Dimension.METHOD)
"""The dimensions whose terms have a feed each."""


@dataclass(frozen=True, slots=True)
class FeedList:
    """What a feed is made of: the list of a page, in its order."""

    uri: str
    """The page whose list it is."""
    label: str
    """What the list is called on the site."""
    case_ids: Sequence[CaseId] = ()
    """Listed cases only."""
    notices: Sequence[Notice] = ()

    @property
    def is_empty(self) -> bool:
        """Tell whether there is nothing yet: Atom wants a date, and an empty list has none."""
        return not (self.case_ids or self.notices)


def library_feed(inputs: Inputs) -> FeedList:
    """Give the list of all listed cases and all notices."""
    case_ids = tuple(case.id for case in inputs.catalogue.cases)
    notices = inputs.catalogue.notices.notices
    return FeedList(routes.HOME, text("pages.feeds.library"), case_ids, notices)


def notices_feed(inputs: Inputs) -> FeedList:
    """Give the list of all notices."""
    every = inputs.catalogue.notices.notices
    return FeedList(routes.NOTICES, text("pages.notices.title"), notices=every)


def kind_feed(inputs: Inputs, kind: NoticeKind) -> FeedList:
    """Give the list of the notices of one kind."""
    label = text("pages.notices.of", label=labels("kind")[kind])
    of_kind = inputs.catalogue.notices.by_kind[kind]
    return FeedList(routes.notice_kind(kind), label, notices=of_kind)


def term_feed(entry: TermEntry) -> FeedList:
    """Give the list of a term's cases; nothing where the term's dimension has no feeds."""
    kind = text(f"pages.dimension.{entry.dimension}.short")
    label = text("pages.term.titled", kind=kind, label=entry.label)
    case_ids = entry.case_ids if entry.dimension in FOLLOWED else ()
    return FeedList(routes.term(entry.dimension, entry.slug), label, case_ids)


def fixed_feeds(inputs: Inputs) -> Iterator[FeedList]:
    """Yield the lists of the whole library, of all notices and of each kind of them."""
    yield library_feed(inputs)
    yield notices_feed(inputs)
    for kind in NoticeKind:
        yield kind_feed(inputs, kind)


def feed_lists(inputs: Inputs) -> Iterator[FeedList]:
    """Yield the list of every feed; a list without entries has no feed yet."""
    terms = (
        term_feed(entry) for dimension in FOLLOWED for entry in inputs.entries[dimension].values()
    )
    for listed in (*fixed_feeds(inputs), *terms):
        if not listed.is_empty:
            yield listed
