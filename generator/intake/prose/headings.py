"""One heading tree of typed, styled and numbered headings: the level of each, below the title's."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from generator.intake.prose.heading_signs import Sign, Usual, has_bare_sections
from generator.intake.prose.numbers import KINDS
from generator.intake.prose.section_names import SectionName

SECTION_LEVEL: Final = 2
"""The level of the edition's sections; the title of the page is above them."""
DEEPEST: Final = 6
_SECTIONS: Final = ("sections", 0)
_BOLD: Final = ("bold", 1)
_RANKS: Final = (
    *KINDS[:5],
    "decimal",
    "bare",
    "dotted2",
    "dotted3",
    "dotted4",
    "dotted5",
    "bracket",
    "circled",
)
"""Numbers from the highest to the lowest, where a document uses several."""

Sort = tuple[str, int]
"""A sort of headings that all have the same level: a style with its depth, or a kind of number."""


@dataclass(frozen=True, slots=True)
class FoundHeading:
    """A heading of the draft."""

    level: int
    """2 for a section, up to 6."""
    text: str
    """Without its typed number; a section that is surely meant has its printed title."""
    guessed: bool
    """It bore no heading style: an editor should confirm it."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """A heading with its level and the section that it means."""

    level: int
    section: SectionName | None
    styled: bool
    number_length: int


def give_levels(found: Mapping[int, Sign]) -> dict[int, Ranked]:
    """Give every heading its level, the same to all of one sort, at least `SECTION_LEVEL`.

    Only a bold line without number or style goes by its place: below the heading before it.
    """
    places = sorted(found)
    sorts = _sorts([found[place] for place in places])
    levels = _levels([sort for sort in sorts if sort != _BOLD])
    ranked = {}
    above = SECTION_LEVEL - 1
    for place, sort in zip(places, sorts, strict=True):
        sign = found[place]
        length = sign.number.length if sign.number else 0
        level = above + 1 if sort == _BOLD else levels[sort]
        ranked[place] = Ranked(min(level, DEEPEST), sign.section, sign.styled, length)
        above = above if sort == _BOLD else level
    return ranked


def _levels(sorts: Sequence[Sort]) -> dict[Sort, int]:
    """Give each sort its level: one below the deepest sort that it ever stands directly under."""
    order = _order(sorts)
    ranks = {sort: rank for rank, sort in enumerate(order)}
    parents: dict[Sort, set[Sort]] = {sort: set() for sort in order}
    open_: list[Sort] = []
    for sort in sorts:
        while open_ and ranks[open_[-1]] >= ranks[sort]:
            open_.pop()
        if open_:
            parents[sort].add(open_[-1])
        open_.append(sort)
    levels: dict[Sort, int] = {}
    for sort in order:
        levels[sort] = max((levels[each] + 1 for each in parents[sort]), default=SECTION_LEVEL)
    return levels


def _sorts(signs: Sequence[Sign]) -> list[Sort]:
    """Give each heading's sort; those of the edition's sections, and what is like them, are one."""
    joined = _same_as_sections(signs)
    numbers = _numbers_of_styles(signs)
    bare = has_bare_sections(signs)
    sorts: list[Sort] = []
    seen: set[str] = set()
    last_section = skipped = 0
    for sign in signs:
        own = _own_sort(sign, numbers)
        value = sign.number.value if sign.number else 0
        # A section whose number was forgotten counts all the same.
        next_ = last_section < value <= last_section + 1 + skipped
        goes_on = value == 0 or next_ or sign.styled
        beside = sign.usual is Usual.AT_THE_END or (bare and sign.usual is Usual.AMONG_SECTIONS)
        if (
            _is_section(sign, alike=own in joined, seen=seen)
            or beside
            or (own in joined and goes_on)
        ):
            sorts.append(_SECTIONS)
            last_section, skipped = (value, 0) if value else (last_section, skipped + 1)
        else:
            sorts.append(own)
    return sorts


def _is_section(sign: Sign, *, alike: bool, seen: set[str]) -> bool:
    """Tell whether a heading is a section; a second one of its name below it is none."""
    if sign.section is None:
        return False
    again = sign.section.title in seen
    seen.add(sign.section.title)
    return alike or not again or not sign.number


def _own_sort(sign: Sign, numbers: Mapping[int, str]) -> Sort:
    if sign.styled:
        kind = numbers.get(sign.level, "")
        return (kind, 1) if kind else ("style", sign.level)
    return (sign.kind, 1) if sign.kind else _BOLD


def _numbers_of_styles(signs: Sequence[Sign]) -> dict[int, str]:
    """Give the kind of number that most headings of a style bear: style and number are one sort."""
    kinds: dict[int, list[str]] = {}
    for sign in signs:
        if sign.styled:
            kinds.setdefault(sign.level, []).append(sign.kind)
    chosen: dict[int, str] = {}
    for level, found in sorted(kinds.items()):
        best = max(sorted(set(found)), key=found.count)
        if best and found.count(best) * 2 >= len(found) and best not in chosen.values():
            chosen[level] = best
    return chosen


def _same_as_sections(signs: Sequence[Sign]) -> set[Sort]:
    """Give the sorts that the edition's sections have in this document."""
    numbers = _numbers_of_styles(signs)
    sorts = [_own_sort(sign, numbers) for sign in signs if sign.section is not None]
    return {sort for sort in sorts if sorts.count(sort) * 2 >= len(sorts) and sort != _BOLD}


def _order(sorts: Sequence[Sort]) -> list[Sort]:
    """Give the sorts from the highest to the lowest.

    A sort that is new stands below the heading before it, but never outside the order in which
    styles, and kinds of numbers, are among themselves. The sections stand above all.
    """
    order: list[Sort] = [_SECTIONS] if _SECTIONS in sorts else []
    before: Sort | None = None
    for sort in sorts:
        if sort not in order:
            low = max((order.index(each) + 1 for each in order if _is_above(each, sort)), default=0)
            high = min(
                (order.index(each) for each in order if _is_above(sort, each)), default=len(order)
            )
            wanted = order.index(before) + 1 if before in order else len(order)
            order.insert(max(low, min(wanted, max(high, low))), sort)
        before = sort
    return order


def _is_above(one: Sort, other: Sort) -> bool:
    """Tell whether one sort is always above another."""
    if _SECTIONS in (one, other):
        return one == _SECTIONS
    if one[0] == "style" and other[0] == "style":
        return one[1] < other[1]
    if one[0] in _RANKS and other[0] in _RANKS:
        return _RANKS.index(one[0]) < _RANKS.index(other[0])
    return False
