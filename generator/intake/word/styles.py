"""The styles of a document, with what they take over from the styles that they are based on."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from generator.intake.word.names import Element, W, is_on, number_of, value_of

DEEPEST_CHAIN: Final = 30
BODY_LEVEL: Final = 9
"""The outline level that Word calls body text; below it are nine of headings."""
_HEADING: Final = re.compile(r"heading ([1-9])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Style:
    """What one style says itself."""

    key: str
    name: str
    based_on: str
    num_id: str
    level: int | None
    outline: int | None
    is_bold: bool
    is_hidden: bool


@dataclass(frozen=True)
class Styles:
    """All styles by their ids."""

    by_id: Mapping[str, Style]

    @cached_property
    def names(self) -> Mapping[str, str]:
        """Give the name of every style by its id."""
        return {key: style.name for key, style in self.by_id.items()}

    @cached_property
    def hidden(self) -> frozenset[str]:
        """Give the ids of styles that hide their text."""
        return frozenset(
            key for key in self.by_id if any(style.is_hidden for style in self.chain(key))
        )

    def chain(self, key: str) -> Iterator[Style]:
        """Yield a style and those that it is based on; a circle of styles ends."""
        seen: set[str] = set()
        while key in self.by_id and key not in seen and len(seen) < DEEPEST_CHAIN:
            seen.add(key)
            yield self.by_id[key]
            key = self.by_id[key].based_on

    def heading_level(self, key: str) -> int | None:
        """Give the level, from 0, of a style that pandoc takes for a heading."""
        for style in self.chain(key):
            if found := _HEADING.fullmatch(style.name.strip()):
                return int(found[1]) - 1
        return None

    def outline_level(self, key: str) -> int | None:
        """Give the level in the outline, from 0, that a style gives to its paragraphs."""
        for style in self.chain(key):
            if style.outline is not None:
                return style.outline if 0 <= style.outline < BODY_LEVEL else None
        return None

    def is_bold(self, key: str) -> bool:
        """Tell whether a style writes bold."""
        return any(style.is_bold for style in self.chain(key))


def read_styles(root: Element | None) -> Styles:
    """Read the part of styles; a document may do without."""
    found = (_style(element) for element in root.iter(f"{W}style")) if root is not None else ()
    return Styles({style.key: style for style in found if style.key})


def _style(element: Element) -> Style:
    properties = element.find(f"{W}pPr")
    mark = None if properties is None else properties.find(f"{W}numPr")
    level = None if mark is None else mark.find(f"{W}ilvl")
    outline = None if properties is None else properties.find(f"{W}outlineLvl")
    run = element.find(f"{W}rPr")
    return Style(
        key=element.get(f"{W}styleId", ""),
        name=value_of(element.find(f"{W}name")),
        based_on=value_of(element.find(f"{W}basedOn")),
        num_id="" if mark is None else value_of(mark.find(f"{W}numId")),
        level=None if level is None else number_of(value_of(level), 0),
        outline=None if outline is None else number_of(value_of(outline), BODY_LEVEL),
        is_bold=is_on(run, "b"),
        is_hidden=is_on(run, "vanish"),
    )
