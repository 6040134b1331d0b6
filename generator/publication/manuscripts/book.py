"""Many cases as one book: cover, contents, a chapter a case, indexes, and what it lacks.

Only a case whose text is published is a chapter. The other listed cases of the selection are
counted and named at the end, so that the book and the site count the same.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from generator.catalogue.dimensions import Dimension
from generator.catalogue.ordering import catalogue_key, label_key
from generator.errors import BiaoganError
from generator.library.case import Case
from generator.library.paper import PaperRule
from generator.pages.inputs import Inputs
from generator.publication.blocks.tree import Inlines, Link, Text
from generator.publication.manuscripts.case import has_text, imprint
from generator.publication.manuscripts.chapter import Chapter, Imprint
from generator.strings import text


@dataclass(frozen=True, slots=True)
class BookWording:
    """What is said on the cover."""

    title: str
    subtitle: tuple[str, ...] = ()
    """Lines below the title: the selection in words."""


@dataclass(frozen=True, slots=True)
class IndexEntry:
    """A name and where it is found."""

    name: str
    chapters: tuple[int, ...]
    """Numbers of chapters, from 1, rising."""


@dataclass(frozen=True, slots=True)
class BookManuscript:
    """All that a book says, in this order."""

    title: str
    subtitle: tuple[str, ...]
    mark: str
    """Words that say that cases are fictional, or empty; never left out where they are."""
    counts: tuple[str, ...]
    """How many cases the book has as text, and how many of the selection it only names."""
    chapters: tuple[Chapter, ...]
    """At least one."""
    enterprises: tuple[IndexEntry, ...]
    methods: tuple[IndexEntry, ...]
    unread: tuple[str, ...]
    """The listed cases of the selection without a published text, a line each."""
    colophon: tuple[Inlines, ...]
    """Lines at the end: where the book comes from."""
    imprint: Imprint

    @property
    def paper(self) -> PaperRule:
        """Give the form of what belongs to no chapter: that of the first, the newest edition's."""
        return self.chapters[0].paper

    @property
    def issued_on(self) -> str:
        """Give the newest day of approval, ISO, or an empty text where no chapter has one."""
        return max(chapter.issued_on for chapter in self.chapters)


def book(
    inputs: Inputs,
    cases: Iterable[Case],
    wording: BookWording,
    make_chapter: Callable[[Case], Chapter],
) -> BookManuscript:
    """Give a selection of cases as a book, in the order of the site's lists.

    That is by edition, the newest first; in it by the groups of the printed list, by running
    number, then by id. Cases that are not listed (drafts, in publicity, revoked) are left out.
    Raises BiaoganError when nothing is selected, or nothing that has a text.
    """
    selected = _in_order(inputs, cases)
    readable = [case for case in selected if has_text(case)]
    if not readable:
        key = "no_text" if selected else "nothing"
        raise BiaoganError(text(f"publication_book.error.{key}", count=len(selected)))
    unread = [case for case in selected if not has_text(case)]
    return BookManuscript(
        title=wording.title,
        subtitle=wording.subtitle,
        mark=_mark(selected),
        counts=tuple(_counts(readable, unread)),
        chapters=tuple(make_chapter(case) for case in readable),
        enterprises=_enterprises(inputs, readable),
        methods=_methods(inputs, readable),
        unread=tuple(_unread(case) for case in unread),
        colophon=_colophon(inputs, readable),
        imprint=imprint(inputs),
    )


def contents_title(chapter: Chapter) -> str:
    """Give a chapter's title as lists of chapters say it: a fictional one says so there too."""
    return (text("pages.mark.before") if chapter.mark else "") + chapter.title


def _in_order(inputs: Inputs, cases: Iterable[Case]) -> list[Case]:
    chosen = {case.id: case for case in cases if case.is_listed}
    listed = [case_id for entry in inputs.catalogue.editions.values() for case_id in entry.case_ids]
    ordered = [chosen.pop(case_id) for case_id in listed if case_id in chosen]
    # Last what belongs to no known round.
    return ordered + sorted(chosen.values(), key=catalogue_key)


def _mark(selected: Sequence[Case]) -> str:
    fictional = sum(case.is_demonstration for case in selected)
    if not fictional:
        return ""
    key = "all" if fictional == len(selected) else "some"
    return text(f"publication_book.mark.{key}")


def _counts(readable: Sequence[Case], unread: Sequence[Case]) -> Iterable[str]:
    for key, cases in (("readable", readable), ("unread", unread)):
        if cases:
            fictional = sum(case.is_demonstration for case in cases)
            among = text("publication_book.count.fictional", count=fictional) if fictional else ""
            yield text(f"publication_book.count.{key}", count=len(cases), among=among)


def _enterprises(inputs: Inputs, readable: Sequence[Case]) -> tuple[IndexEntry, ...]:
    """Give the enterprises; one that was renamed stands under its names in this book as well."""
    known = inputs.catalogue.enterprises
    return _index(
        (name, number)
        for number, case in enumerate(readable, 1)
        for name in (known[case.id].name, case.front.enterprise)
    )


def _methods(inputs: Inputs, readable: Sequence[Case]) -> tuple[IndexEntry, ...]:
    return _index(
        (inputs.term(Dimension.METHOD, slug).label, number)
        for number, case in enumerate(readable, 1)
        for slug in case.methods
    )


def _index(found: Iterable[tuple[str, int]]) -> tuple[IndexEntry, ...]:
    entries: dict[str, dict[int, None]] = {}
    for name, number in found:
        entries.setdefault(name, {})[number] = None
    names = sorted(entries, key=lambda name: label_key(name, name))
    return tuple(IndexEntry(name, tuple(entries[name])) for name in names)


def _unread(case: Case) -> str:
    front = case.front
    key = "titled" if front.title else "untitled"
    mark = text("pages.mark.before") if case.is_demonstration else ""
    return mark + text(
        f"publication_book.unread.{key}",
        year=front.year,
        enterprise=front.enterprise,
        title=front.title,
    )


_SPAN: Final = "publication_book.colophon.approved"


def _colophon(inputs: Inputs, readable: Sequence[Case]) -> tuple[Inlines, ...]:
    config = inputs.config
    days = sorted(str(case.front.approved_on) for case in readable if case.front.approved_on)
    lines: list[Inlines] = []
    if config.site_name:
        lines.append((Text(text("publication_book.colophon.site", site=config.site_name)),))
    if config.site_url:
        address = Link(config.site_url, (Text(config.site_url),))
        lines.append((Text(text("publication_book.colophon.address")), address))
    if days:
        lines.append((Text(text(_SPAN, first=days[0], last=days[-1])),))
    lines.append((Text(text("publication_book.colophon.sources")),))
    return tuple(lines)
