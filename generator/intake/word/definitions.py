"""The lists that a document defines: numbering.xml, resolved."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from generator.intake.word.counting import is_chinese
from generator.intake.word.names import Element, W, is_on, number_of, value_of
from generator.intake.word.styles import Styles

LEVELS: Final = 9
_UNNUMBERED: Final = frozenset({"bullet", "none"})
_PLAIN: Final = re.compile(r"%[1-9]")
_LETTERS: Final = frozenset({"upperLetter", "lowerLetter", "upperRoman", "lowerRoman"})
_ENDS: Final = re.compile(r"%[1-9][.)\uff0e\uff09\u3001]?")


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list."""

    form: str
    pattern: str
    """`w:lvlText`: `%1.%2` stands for the numbers of two levels."""
    start: int
    restart: int | None
    """From 1, the level after which it begins anew; 0 for never, nothing for any higher."""
    is_legal: bool
    """Every number in digits."""
    has_space: bool
    style: str

    @property
    def is_numbered(self) -> bool:
        """Tell whether a reader sees a number."""
        return self.form not in _UNNUMBERED and _PLAIN.search(self.pattern) is not None

    @property
    def is_chinese(self) -> bool:
        """Tell whether the number is written in Chinese numerals, or with Chinese around it."""
        return is_chinese(self.form) or any("\u4e00" <= sign <= "\u9fff" for sign in self.pattern)

    @property
    def is_plain(self) -> bool:
        """Tell whether a list of Markdown says the same: `1.`, `1)`, `1、`."""
        return self.form == "decimal" and _ENDS.fullmatch(self.pattern) is not None

    @property
    def is_lettered(self) -> bool:
        """Tell whether it is `a)` or `i.`, as the lower levels of a list are."""
        return self.form in _LETTERS and _ENDS.fullmatch(self.pattern) is not None


@dataclass(frozen=True, slots=True)
class Numbered:
    """What a `w:num` says: a list, and on which levels it starts anew."""

    list_id: str
    starts: Mapping[int, int]
    levels: Mapping[int, Level]


@dataclass(frozen=True, slots=True)
class Definitions:
    """All lists of a document."""

    nums: Mapping[str, Numbered]

    def level(self, num_id: str, index: int) -> Level | None:
        """Give a level of a list, or nothing where the document does not define it."""
        found = self.nums.get(num_id)
        return None if found is None else found.levels.get(index)


def read_definitions(root: Element | None, styles: Styles) -> Definitions:
    """Read numbering.xml; what refers to nothing is left out."""
    if root is None:
        return Definitions(MappingProxyType({}))
    lists: dict[str, dict[int, Level]] = {}
    links: dict[str, str] = {}
    for element in root.iter(f"{W}abstractNum"):
        key = element.get(f"{W}abstractNumId", "")
        lists[key] = _levels(element)
        link = value_of(element.find(f"{W}numStyleLink"))
        if link:
            links[key] = link
    used = {
        element.get(f"{W}numId", ""): value_of(element.find(f"{W}abstractNumId"))
        for element in root.iter(f"{W}num")
    }
    nums = {}
    for element in root.iter(f"{W}num"):
        list_id = value_of(element.find(f"{W}abstractNumId"))
        if list_id in links:
            list_id = _linked(links[list_id], styles, used) or list_id
        if list_id in lists:
            nums[element.get(f"{W}numId", "")] = _numbered(element, list_id, lists[list_id])
    return Definitions(MappingProxyType(nums))


def _linked(style: str, styles: Styles, used: Mapping[str, str]) -> str:
    """Give the list that a style of numbering stands for."""
    for link in styles.chain(style):
        if link.num_id:
            return used.get(link.num_id, "")
    return ""


def _numbered(element: Element, list_id: str, levels: Mapping[int, Level]) -> Numbered:
    starts: dict[int, int] = {}
    own = dict(levels)
    for override in element.iter(f"{W}lvlOverride"):
        index = number_of(override.get(f"{W}ilvl"), -1)
        own.update(_levels(override))
        start = override.find(f"{W}startOverride")
        if start is not None:
            starts[index] = number_of(value_of(start), 1)
    return Numbered(list_id, MappingProxyType(starts), MappingProxyType(own))


def _levels(element: Element) -> dict[int, Level]:
    found = {}
    for level in element.iterfind(f"{W}lvl"):
        index = number_of(level.get(f"{W}ilvl"), -1)
        if 0 <= index < LEVELS:
            found[index] = _level(level)
    return found


def _level(element: Element) -> Level:
    # An own format ("001, 002") stands beside a usual one, which comes last.
    forms = [value_of(form) for form in element.iter(f"{W}numFmt")]
    restart = element.find(f"{W}lvlRestart")
    return Level(
        form=forms[-1] if forms else "decimal",
        pattern=value_of(element.find(f"{W}lvlText")),
        start=number_of(value_of(element.find(f"{W}start")), 0),
        restart=None if restart is None else number_of(value_of(restart), 0),
        is_legal=is_on(element, "isLgl"),
        has_space=value_of(element.find(f"{W}suff")) != "nothing",
        style=value_of(element.find(f"{W}pStyle")),
    )
