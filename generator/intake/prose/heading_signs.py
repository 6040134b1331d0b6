"""Which lines of a document are headings, from what they say and what stands around them."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Final

from generator.intake.prose.labels import is_caption
from generator.intake.prose.lines import CAPTION, TITLE, Line
from generator.intake.prose.numbers import Number, is_counted, read_number
from generator.intake.prose.section_names import SectionName, SectionNames
from generator.intake.wordings import pattern, words

_UPPER: Final = frozenset({"chapter", "section", "roman", "han", "han_bracket"})
"""Numbers that are seldom anything but a heading's."""
_LONGEST_STYLED: Final = 100
_LONGEST_BOLD: Final = 50
_LONGEST_UPPER: Final = 36
_LONGEST_LOWER: Final = 28
_LONGEST_UNNUMBERED: Final = 24
_SHORTEST_TEXT: Final = 20
"""What follows a heading is longer than that, or ends as a sentence does."""


class Standing(IntEnum):
    """How sure it is that a line is a heading, by itself."""

    NO = 0
    MAYBE = 1
    """When its neighbours allow it."""
    YES = 2


class Usual(IntEnum):
    """Whether an unnumbered heading is known although no edition has such a section."""

    NOT = 0
    AT_THE_END = 1
    """Beside the sections in every document: the references, the last words."""
    AMONG_SECTIONS = 2
    """Beside the sections where these have no number either."""


@dataclass(frozen=True, slots=True)
class Sign:
    """What is known of one line before its neighbours are asked."""

    standing: Standing
    number: Number | None = None
    section: SectionName | None = None
    level: int = 0
    """Of its heading style; 0 when it has none."""

    usual: Usual = Usual.NOT
    ended: bool = False
    """It ends as a sentence does."""

    @property
    def styled(self) -> bool:
        """Tell whether it has a heading style."""
        return self.level > 0

    @property
    def kind(self) -> str:
        """Give the kind of number, or nothing."""
        return self.number.kind if self.number else ""


_NONE: Final = Sign(Standing.NO)


def find_headings(lines: Sequence[Line], names: SectionNames) -> dict[int, Sign]:
    """Give the places of the headings among the lines, with their signs."""
    signs = [_sign(line, names) for line in lines]
    if not has_bare_sections(signs):
        signs = [
            _NONE if sign.usual is Usual.AMONG_SECTIONS and not line.bold else sign
            for sign, line in zip(signs, lines, strict=True)
        ]
    listed = _listed(lines, signs)
    found: dict[int, Sign] = {}
    for place, sign in enumerate(signs):
        if sign.standing is Standing.NO or place in listed:
            continue
        if sign.standing is Standing.YES or _may_be(place, lines, signs, listed, found):
            found[place] = sign
    return found


def has_bare_sections(signs: Sequence[Sign]) -> bool:
    """Tell whether most of the edition's sections have neither a number nor a heading style."""
    sections = [sign for sign in signs if sign.section is not None]
    return sum(not (sign.number or sign.styled) for sign in sections) * 2 > len(sections)


def _sign(line: Line, names: SectionNames) -> Sign:
    written = line.text
    if not line.is_text or not written or line.style in (CAPTION, TITLE) or is_caption(written):
        return _NONE
    number, section = read_number(written), names.find(written)
    if line.kind == "Header":
        body = len(written) > _LONGEST_STYLED
        return _NONE if body else Sign(Standing.YES, number, section, line.level)
    if number is None:
        return _unnumbered(line, section)
    if is_counted(number, written[number.length :]):
        return _NONE
    if section is not None:
        return Sign(Standing.YES, number, section)
    return _numbered(line, number)


def _unnumbered(line: Line, section: SectionName | None) -> Sign:
    name = "".join(line.text.split())
    if section is not None:
        sure = line.bold or section.literal
        return Sign(Standing.YES if sure else Standing.MAYBE, section=section)
    if name in words("intake_prose.words.apart"):
        return Sign(Standing.MAYBE, usual=Usual.AT_THE_END)
    if name in words("intake_prose.words.usual"):
        return Sign(Standing.MAYBE, usual=Usual.AMONG_SECTIONS)
    rest = pattern("intake_prose.pattern.step").sub("", line.text)
    loud = pattern("intake_prose.pattern.loud").search(rest)
    short = 2 <= len(rest) <= _LONGEST_UNNUMBERED
    return Sign(Standing.MAYBE if line.bold and short and not loud else Standing.NO)


def _numbered(line: Line, number: Number) -> Sign:
    standing = _standing(line, number, line.text[number.length :])
    if standing is not Standing.NO:
        return Sign(standing, number)
    shorter = _without_stop(line, number)
    ended = bool(shorter) and _standing(line, number, shorter) is not Standing.NO
    return Sign(Standing.MAYBE if ended else Standing.NO, number, ended=ended)


def _without_stop(line: Line, number: Number) -> str:
    """Give what a short numbered sentence says: of the upper numbers, or bold without clauses."""
    rest = line.text[number.length :]
    bare = pattern("intake_prose.pattern.stop").sub("", rest)
    if bare == rest or number.kind in _UPPER:
        return bare if bare != rest and len(bare) <= _LONGEST_UPPER else ""
    clause = pattern("intake_prose.pattern.clause_inside").search(bare)
    whole = pattern("intake_prose.pattern.full_stop").search(rest) and line.bold and not clause
    return bare if whole and len(bare) <= _LONGEST_LOWER else ""


def _standing(line: Line, number: Number, rest: str) -> Standing:
    if not any(sign.isalpha() for sign in rest):
        return Standing.NO
    if number.kind == "circled":
        loud = pattern("intake_prose.pattern.loud").search(rest)
        short = line.bold and len(rest) <= _LONGEST_UNNUMBERED
        return Standing.MAYBE if short and not loud else Standing.NO
    if any(
        pattern(f"intake_prose.pattern.{name}").search(rest)
        for name in ("sentence_end", "sentence_inside", "several")
    ):
        return Standing.NO
    upper = number.kind in _UPPER
    if line.bold:
        sure = upper or not pattern("intake_prose.pattern.colon_end").search(rest)
        return Standing.YES if sure and len(rest) <= _LONGEST_BOLD else Standing.NO
    if number.kind == "bare" or len(rest) > (_LONGEST_UPPER if upper else _LONGEST_LOWER):
        return Standing.NO
    colon = pattern("intake_prose.pattern.colon").search(rest)
    clause = pattern("intake_prose.pattern.clause_inside").search(rest)
    return Standing.NO if (colon if upper else clause) else Standing.MAYBE


def _listed(lines: Sequence[Line], signs: Sequence[Sign]) -> set[int]:
    """Give the places of numbered lines that follow each other with nothing between: a list.

    Two bold ones may be headings whose first has no text yet; three are a list.
    """
    listed: set[int] = set()
    run: list[int] = []
    for place in range(len(lines) + 1):
        if run and place < len(lines) and _follows(signs[run[-1]], signs[place]):
            run.append(place)
            continue
        if len(run) >= 2 and _is_list(run, lines, signs):
            listed.update(run)
        run = [place] if place < len(lines) and signs[place].number else []
    return listed


def _follows(before: Sign, sign: Sign) -> bool:
    if before.number is None or sign.number is None or before.kind != sign.kind:
        return False
    circled = sign.kind == "circled"
    return circled or (
        sign.number.value == before.number.value + 1 and sign.number.above == before.number.above
    )


def _is_list(run: list[int], lines: Sequence[Line], signs: Sequence[Sign]) -> bool:
    if any(signs[place].styled for place in run):
        return False
    if all(lines[place].bold for place in run):
        return len(run) > 2 and not any(signs[place].section for place in run)
    sections = sum(1 for place in run if signs[place].section)
    return sections == 0 or len(run) > 2


def _may_be(
    place: int,
    lines: Sequence[Line],
    signs: Sequence[Sign],
    listed: set[int],
    found: dict[int, Sign],
) -> bool:
    sign = signs[place]
    if sign.number is None:
        known = bool(found) or sign.section is not None
        return known and (_stands_above_text(place, lines) or _stands_above(place, lines, signs))
    after = lines[place + 1] if place + 1 < len(lines) else None
    if after is None:
        return False
    if sign.kind not in _UPPER and not (_is_body(after) or signs[place + 1].number):
        return False
    if sign.number.value == 1 and sign.kind in _UPPER and not sign.ended:
        return _is_body(after) or signs[place + 1].number is not None
    others = [
        each
        for each, other in enumerate(signs)
        if other.kind == sign.kind and other.standing is not Standing.NO and each not in listed
    ]
    here = others.index(place)
    if sign.number.value == 1:
        return any(_is_second(signs[each]) for each in others[here + 1 : here + 2])
    before = found.get(others[here - 1]) if here else None
    return bool(before and before.number and before.number.value == sign.number.value - 1)


def _is_second(sign: Sign) -> bool:
    possible = sign.standing is not Standing.NO
    return possible and sign.number is not None and sign.number.value == 2


def _stands_above(place: int, lines: Sequence[Line], signs: Sequence[Sign]) -> bool:
    """Tell whether a name that is usual has another line of text below that is none."""
    if signs[place].usual is not Usual.AMONG_SECTIONS or place + 1 == len(lines):
        return False
    return lines[place + 1].is_text and not signs[place + 1].usual


def _stands_above_text(place: int, lines: Sequence[Line]) -> bool:
    before = lines[place - 1] if place else None
    after = lines[place + 1] if place + 1 < len(lines) else None
    if after is None or after.is_table or (before is not None and before.is_picture):
        return False
    return not after.bold and (_is_body(after) or after.kind in ("BulletList", "OrderedList"))


def _is_body(line: Line) -> bool:
    if line.is_picture or line.is_table or line.kind in ("BulletList", "OrderedList"):
        return True
    ends = pattern("intake_prose.pattern.line_end").search(line.text)
    return line.is_text and (len(line.text) >= _SHORTEST_TEXT or ends is not None)
