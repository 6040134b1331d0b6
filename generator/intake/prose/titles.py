"""The title of the experience, and the cover lines around it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from generator.intake.prose.bounds import is_cover
from generator.intake.prose.lines import TITLE, Line, leave_line
from generator.intake.prose.numbers import without_number
from generator.intake.prose.saying import Report
from generator.intake.remarks import RemarkKind
from generator.intake.wordings import pattern
from generator.library.edition import TitleRule
from generator.library.vocabulary import fold
from generator.strings import text

_LONGEST: Final = 80
_SHORTEST: Final = 4


@dataclass(frozen=True, slots=True)
class Titled:
    """A document whose title was taken out."""

    title: str
    lines: list[Line]
    """All lines but the title and the cover's."""


def take_title(
    lines: list[Line], start: int | None, cut: Sequence[Line], rule: TitleRule, report: Report
) -> Titled:
    """Take the title from what stands before the first section, at `start`.

    In this order: a line that says 经验名称, the title style, the words in which titles end, the
    first short line. `cut` is what stood before: only a line that says so is believed of it.
    """
    end = start if start is not None else _head(lines)
    title, used = _named(lines[:end])
    if not title:
        title, used = _shown(lines[:end], rule)
    if not title:
        title = _named(cut)[0]
    if not title:
        report.say(RemarkKind.LOOK, "no_title")
        return Titled("", _without_cover(lines, end, set(), report))
    for place in used:
        leave_line(lines[place], report)
    names = {fold(title), *(fold(_words(lines[place])) for place in used)}
    again = {place for place in range(end) if fold(_words(lines[place])) in names}
    for place in again - used:
        leave_line(lines[place], report)
    return Titled(title, _without_cover(lines, end, used | again, report))


def _head(lines: Sequence[Line]) -> int:
    """Give where the text begins in a document without known sections."""
    for place, line in enumerate(lines):
        if not line.is_text or len(line.text) > _LONGEST:
            return place
    return min(len(lines), 1)


def _named(lines: Sequence[Line]) -> tuple[str, set[int]]:
    """Find a line that says it is the title, or stands below one that says so."""
    for place, line in enumerate(lines):
        if not line.is_text:
            continue
        found = pattern("intake_prose.pattern.title_label").match(without_number(line.text))
        words = (found["title"] or "").strip() if found else ""
        if words:
            return _bare(words), {place}
        below = lines[place + 1] if place + 1 < len(lines) else None
        if (
            found
            and below is not None
            and below.is_text
            and _SHORTEST <= len(below.text) <= _LONGEST
        ):
            return _bare(below.text), {place, place + 1}
    return "", set()


def _shown(lines: Sequence[Line], rule: TitleRule) -> tuple[str, set[int]]:
    possible = [place for place, line in enumerate(lines) if _is_possible(line, _SHORTEST)]
    styled = [place for place in possible if lines[place].style == TITLE]
    headed = [place for place in possible if lines[place].level == 1]
    ending = [place for place in possible if _ends_as_title(lines[place].text, rule)]
    chosen = next(iter((*styled, *ending, *headed, *possible)), None)
    if chosen is None:
        return "", set()
    used = [chosen]
    goes_on = pattern("intake_prose.pattern.title_goes_on")
    behind = chosen + 1 < len(lines) and _is_possible(lines[chosen + 1], 1)
    if behind and goes_on.search(lines[chosen].text):
        used.append(chosen + 1)
    elif chosen - 1 in possible and goes_on.search(lines[chosen - 1].text):
        used.insert(0, chosen - 1)
    below = used[-1] + 1
    if below < len(lines) and _is_subtitle(lines[below]):
        used.append(below)
    return _bare("".join(lines[place].text for place in used)), set(used)


def _is_subtitle(line: Line) -> bool:
    dash = line.is_text and pattern("intake_prose.pattern.subtitle").search(line.text)
    return bool(dash) and _is_possible(line, _SHORTEST)


def _is_possible(line: Line, shortest: int) -> bool:
    words = line.text
    if not line.is_text or not shortest <= len(words) <= _LONGEST or is_cover(words):
        return False
    return not pattern("intake_prose.pattern.title_stop").search(words)


def _ends_as_title(words: str, rule: TitleRule) -> bool:
    endings = rule.ends_with or tuple(text("intake_prose.title_endings").split())
    return words.endswith(endings)


def _bare(words: str) -> str:
    words = " ".join(words.split())
    if words.startswith("\u300a") and words.endswith("\u300b") and words.count("\u300a") == 1:
        return words[1:-1]
    return words


def _words(line: Line) -> str:
    return _bare(line.text) if line.is_text else ""


def _without_cover(lines: list[Line], end: int, used: set[int], report: Report) -> list[Line]:
    """Leave the cover's lines out, and say which."""
    cover = [
        line
        for place, line in enumerate(lines[:end])
        if place not in used and line.is_text and is_cover(line.text)
    ]
    for line in cover:
        leave_line(line, report)
    if cover:
        joint = text("intake_prose.joint")
        report.say(
            RemarkKind.LOOK,
            "cover",
            count=len(cover),
            lines=joint.join(line.text for line in cover)[:200],
        )
    kept = []
    for place, line in enumerate(lines):
        is_out = place < end and line.is_text and is_cover(line.text)
        if place not in used and not is_out:
            kept.append(line)
    return kept
