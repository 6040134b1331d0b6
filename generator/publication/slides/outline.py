"""The text of a case as slides: a slide a step where much is told, a slide a section elsewhere."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from generator.publication.blocks.plain import caption_text, plain_text
from generator.publication.blocks.tree import (
    Blocks,
    BodyTree,
    Figure,
    Heading,
    Table,
)
from generator.publication.blocks.walking import called, every_block
from generator.publication.slides.fitting import ABOVE, Box, pages, points_height
from generator.publication.slides.grids import grid_of
from generator.publication.slides.plan import PictureShown, Points, Slide
from generator.publication.slides.points import Point, plain, points_of
from generator.strings import text

_SECTION: Final = 2
_STEP: Final = 3
_SENTENCES: Final = (3, 2)
"""Of each paragraph, where there is room for more than the first."""
_LISTED: Final = ((9, 2), (9, 1), (2, 1))
"""Points of each step, and sentences of each point: the fullest that is easy to read."""
_EASY: Final = 22.0
"""Size of type that is easy to read from the last row."""


@dataclass(frozen=True, slots=True)
class _Part:
    """A heading with what stands below it, up to the next heading of its level."""

    title: str
    blocks: Blocks
    """The heading first, where there is one."""
    below: Blocks
    """Without the heading."""


def text_slides(body: BodyTree, box: Box) -> Iterator[Slide]:
    """Yield the slides of a text, in its order; `box` is where a slide has its points."""
    sections = list(_parts(body.blocks, _SECTION, text("publication_slides.part.text")))
    longest = max((_length(part) for part in sections), default=0)
    for section in sections:
        # What the enterprise did is most of a text, whatever its edition calls that section.
        if _length(section) * 2 > longest and len(_steps(section)) > 1:
            yield from _stepwise(section, body, box)
        else:
            yield from _at_once(section, body, box)


def _stepwise(section: _Part, body: BodyTree, box: Box) -> Iterator[Slide]:
    for step in _steps(section):
        above = section.title if step.title != section.title else ""
        yield from _slides(step, _full(step, box), body, above)


def _at_once(section: _Part, body: BodyTree, box: Box) -> Iterator[Slide]:
    steps = _steps(section)
    choices = (_listed(section, steps, *wanted) for wanted in _LISTED)
    shown = next((one for one in choices if _is_easy(one, box)), _listed(section, steps, 1, 1))
    yield from _slides(section, shown, body, "")


def _full(step: _Part, box: Box) -> tuple[Point, ...]:
    """Give as many sentences of each paragraph as one slide can show in a large type."""
    choices = (points_of(step.below, most) for most in _SENTENCES)
    return next((one for one in choices if _is_easy(one, box)), points_of(step.below))


def _is_easy(points: tuple[Point, ...], box: Box) -> bool:
    found = pages(points, box)
    return len(found) == 1 and found[0].size >= _EASY


def _listed(section: _Part, steps: list[_Part], most: int, sentences: int) -> tuple[Point, ...]:
    """Give so many points of each step, with so many sentences, below its heading."""
    found: list[Point] = []
    for step in steps:
        points = points_of(step.below, sentences)
        if step.title == section.title:
            found += points
        else:
            found.append(Point("", step.title))
            found += [replace(one, level=1) for one in points[:most]]
    return tuple(found)


def _slides(
    part: _Part, points: tuple[Point, ...], body: BodyTree, section: str
) -> Iterator[Slide]:
    """Give the points of a part, then its figures and tables; the first one has the notes."""
    blocks = [one for one in every_block(part.blocks) if isinstance(one, Figure | Table)]
    shown = [slide for one in blocks if (slide := _shown(one))]
    first = shown[0].content if shown else None
    if isinstance(first, PictureShown) and 0 < points_height(points) <= ABOVE:
        shown[0] = replace(shown[0], content=replace(first, points=points))
    elif points or not shown:
        shown.insert(0, Slide(part.title, Points(points)))
    for number, slide in enumerate(shown):
        notes = slide.notes if number else _notes(part.blocks, body)
        yield replace(slide, title=part.title, section=section, notes=notes)


def _shown(block: Figure | Table) -> Slide | None:
    return _figure(block) if isinstance(block, Figure) else _table(block)


def _figure(figure: Figure) -> Slide | None:
    picture = figure.picture
    if picture.path is None:
        return None
    said = picture.description
    caption = caption_text(figure.caption) or said
    notes = text("publication_slides.picture.described", description=said) if said else ""
    return Slide("", PictureShown(picture.path, said or caption, caption), notes=notes)


def _table(table: Table) -> Slide | None:
    grid = grid_of(table, caption_text(table.caption))
    return Slide("", grid, notes=plain_text((table,))) if grid else None


def _notes(blocks: Blocks, body: BodyTree) -> str:
    """Give all that a part says, the footnotes that it calls with their numbers."""
    numbers = sorted(set(called(blocks)))
    footnotes = [
        f"{number} {plain_text(body.notes[number - 1])}"
        for number in numbers
        if number <= len(body.notes)
    ]
    return "\n".join((plain_text(blocks), *footnotes))


def _steps(section: _Part) -> list[_Part]:
    return list(_parts(section.blocks, _STEP, section.title))


def _parts(blocks: Blocks, level: int, title: str) -> Iterator[_Part]:
    """Cut blocks at the headings of a level; what stands before the first has the given title."""
    heads = [
        place
        for place, block in enumerate(blocks)
        if isinstance(block, Heading) and block.level <= level
    ]
    for start, end in pairwise(sorted({0, *heads, len(blocks)})):
        part = blocks[start:end]
        head = part[0]
        if start not in heads or not isinstance(head, Heading):
            yield _Part(title, part, part)
        elif len(part) > 1 or len(heads) == 1:
            # A section's heading above its first step is no slide: each step names its section.
            yield _Part(head.number + plain(head.inlines), part, part[1:])


def _length(part: _Part) -> int:
    return len(plain_text(part.blocks))
