"""Video learning: all videos as lessons, by focus area and by method, a page a group.

How far one came is known to the visitor's device alone; the pages say what there is.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Final

from generator.catalogue.dimensions import Dimension
from generator.catalogue.videos import VideoEntry
from generator.pages import routes
from generator.pages.head import Head, head
from generator.pages.inputs import Inputs
from generator.pages.modified import newest_case
from generator.pages.paging import Pager, Part, parts, titled
from generator.pages.planned import Pages, PlannedPage
from generator.pages.platform.lessons import (
    DIMENSIONS,
    LEARNING,
    UNSTATED,
    Groups,
    LessonView,
    RoundView,
    cases_of,
    group_key,
    group_uri,
    groups_of,
    lesson_key,
    lesson_view,
    round_views,
)
from generator.pages.platform.opening import hub_link
from generator.pages.structured import Location
from generator.pages.values import Link
from generator.pages.verbatim import Verbatim
from generator.strings import table, text

DATA: Final = f"{LEARNING}lessons.json"
"""Every lesson with its groups: the script looks up there what the device remembers."""
_FEW: Final = 3
"""Lessons of a group on the page of all groups."""


@dataclass(frozen=True, slots=True)
class TabView:
    """A way in which the lessons are grouped."""

    link: Link
    is_here: bool


@dataclass(frozen=True, slots=True)
class GroupView:
    """A group of lessons, or the page of it that is shown."""

    key: str
    """What the script knows it by."""
    link: Link
    """To its own page."""
    term: Link
    """To the page of its term; without an address where there is none."""
    count: int
    said: str
    """2 部（含演示 1 部）."""
    lessons: tuple[LessonView, ...]
    more: str
    """Words of the link to the rest; empty when all are shown."""


@dataclass(frozen=True, slots=True)
class LearningView:
    """A page of lessons (template service-learning.html)."""

    head: Head
    title: str
    lead: str
    is_group: bool
    """True: one group, page by page; False: all groups, each with its first lessons."""
    tabs: tuple[TabView, ...]
    holds: str
    """How many lessons there are in all; empty on the page of a group."""
    count: int
    """Of all lessons."""
    groups: tuple[GroupView, ...]
    rounds: tuple[RoundView, ...]
    """Of what the videos of the editions consist."""
    pager: Pager | None
    data: str
    """Uri of the list of all lessons."""
    said: tuple[tuple[str, str], ...]
    """What the script says, by name."""


def learning_pages(inputs: Inputs) -> Pages:
    """Plan the pages of lessons, and the list that the script reads."""
    for dimension in DIMENSIONS:
        uri = view_uri(dimension)
        title = text(f"pages.platform.learning.{dimension}")
        make = partial(all_groups_view, inputs, dimension)
        yield PlannedPage(uri, "service-learning.html", title, make)
        for slug in groups_of(inputs, dimension):
            yield from _group_pages(inputs, _group(inputs, dimension, slug), dimension, slug)
    yield PlannedPage(DATA, "verbatim.html", DATA, partial(lessons_file, inputs), indexed=False)


def view_uri(dimension: Dimension) -> str:
    """Give the address of the page of all groups of a dimension; the first is the service's own."""
    return LEARNING if dimension is DIMENSIONS[0] else LEARNING + routes.dimension(dimension)


def all_groups_view(inputs: Inputs, dimension: Dimension) -> LearningView:
    """Give the page of all groups of a dimension."""
    every = inputs.catalogue.videos
    title = text(f"pages.platform.learning.{dimension}")
    lead = text("pages.platform.learning.lead")
    crumbs = [hub_link()]
    if view_uri(dimension) != LEARNING:
        crumbs.append(Link(text("pages.platform.learning.title"), LEARNING))
    found = groups_of(inputs, dimension)
    return LearningView(
        head=head(inputs, Location(view_uri(dimension), title, tuple(crumbs)), lead),
        title=text("pages.platform.learning.title"),
        lead=lead,
        is_group=False,
        tabs=_tabs(dimension),
        holds=_held(inputs, every),
        count=len(every),
        groups=tuple(
            _with_lessons(inputs, _group(inputs, dimension, slug), found[slug].entries[:_FEW])
            for slug in _order(dimension, found)
        ),
        rounds=round_views(inputs, every),
        pager=None,
        data=DATA,
        said=_said(),
    )


def group_view(inputs: Inputs, whole: GroupView, part: Part[VideoEntry]) -> LearningView:
    """Give one page of a group."""
    group = _with_lessons(inputs, whole, part.items)
    title = titled(text("pages.platform.learning.of", label=group.link.label), part.number)
    platform = hub_link()
    course = Link(text("pages.platform.learning.title"), LEARNING)
    lead = text("pages.platform.learning.group_lead", label=group.link.label, said=group.said)
    return LearningView(
        head=head(inputs, Location(part.uri, title, (platform, course)), lead),
        title=title,
        lead=lead,
        is_group=True,
        tabs=_tabs(None),
        holds="",
        count=len(inputs.catalogue.videos),
        groups=(group,),
        rounds=round_views(inputs, part.items),
        pager=part.pager,
        data=DATA,
        said=_said(),
    )


def lessons_file(inputs: Inputs) -> Verbatim:
    """Give every lesson with where it plays and the groups that it belongs to, as JSON."""
    member: dict[str, list[str]] = {}
    for dimension in DIMENSIONS:
        for slug, group in groups_of(inputs, dimension).items():
            for entry in group.entries:
                member.setdefault(lesson_key(entry), []).append(group_key(dimension, slug))
    known = [_line(inputs, entry, member) for entry in inputs.catalogue.videos]
    return Verbatim(json.dumps(known, ensure_ascii=False, separators=(",", ":")) + "\n")


def _line(
    inputs: Inputs, entry: VideoEntry, member: Mapping[str, Sequence[str]]
) -> Mapping[str, object]:
    row, key = inputs.row(inputs.library.cases[entry.case_id]), lesson_key(entry)
    return {
        "key": key,
        "title": entry.video.title,
        "enterprise": row.enterprise.label,
        "mark": row.mark,
        "uri": row.uri,
        "anchor": routes.video_anchor(entry.number),
        "groups": member.get(key, ()),
    }


def _group_pages(inputs: Inputs, whole: GroupView, dimension: Dimension, slug: str) -> Pages:
    entries = groups_of(inputs, dimension)[slug].entries
    for part in parts(entries, inputs.config.per_page, group_uri(dimension, slug)):
        title = titled(text("pages.platform.learning.of", label=whole.link.label), part.number)
        make = partial(group_view, inputs, whole, part)
        on = newest_case(inputs, cases_of(part.items))
        yield PlannedPage(part.uri, "service-learning.html", title, make, modified_on=on)


def _order(dimension: Dimension, found: Groups) -> Iterator[str]:
    """Yield the groups: focus areas in their own order, methods by their number of lessons."""
    slugs = list(found)
    if dimension is Dimension.METHOD:
        slugs.sort(key=lambda slug: (slug == UNSTATED, -len(found[slug].entries)))
    yield from slugs


def _group(inputs: Inputs, dimension: Dimension, slug: str) -> GroupView:
    """Give a group without its lessons: to count them on each of its pages would be O(n^2)."""
    entries = groups_of(inputs, dimension)[slug].entries
    label = _label(inputs, dimension, slug)
    return GroupView(
        key=group_key(dimension, slug),
        link=Link(label, routes.encoded(group_uri(dimension, slug))),
        term=inputs.links[dimension].get(slug) or Link(label),
        count=len(entries),
        said=_count(inputs, entries),
        lessons=(),
        more="",
    )


def _with_lessons(inputs: Inputs, group: GroupView, shown: Sequence[VideoEntry]) -> GroupView:
    is_rest = group.count > len(shown)
    more = text("pages.platform.learning.more", count=group.count, label=group.link.label)
    lessons = tuple(lesson_view(inputs, entry) for entry in shown)
    return replace(group, lessons=lessons, more=more if is_rest else "")


def _label(inputs: Inputs, dimension: Dimension, slug: str) -> str:
    if slug == UNSTATED:
        return text(f"pages.platform.learning.{UNSTATED}.{dimension}")
    return inputs.term(dimension, slug).label


def _count(inputs: Inputs, entries: Sequence[VideoEntry]) -> str:
    """Say how many lessons there are, and how many of them are fictional."""
    cases = inputs.library.cases
    fictional = sum(cases[entry.case_id].is_demonstration for entry in entries)
    key = "count_with_demonstration" if fictional else "count"
    return text(f"pages.platform.learning.{key}", count=len(entries), demonstration=fictional)


def _held(inputs: Inputs, entries: Sequence[VideoEntry]) -> str:
    return text("pages.platform.learning.holds", said=_count(inputs, entries)) if entries else ""


def _tabs(here: Dimension | None) -> tuple[TabView, ...]:
    return tuple(
        TabView(
            Link(text(f"pages.dimension.{dimension}.by"), view_uri(dimension)), dimension is here
        )
        for dimension in DIMENSIONS
    )


def _said() -> tuple[tuple[str, str], ...]:
    platform = table("pages")["platform"]
    assert isinstance(platform, Mapping)
    return tuple(platform["learning"]["said"].items())
