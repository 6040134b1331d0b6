"""Where the experience begins and ends in a document that holds the application form too."""

from collections.abc import Sequence
from typing import Final

from generator.intake.prose.lines import Line
from generator.intake.prose.numbers import without_number
from generator.intake.prose.saying import Report
from generator.intake.prose.section_names import SectionNames
from generator.intake.remarks import RemarkKind
from generator.intake.wordings import pattern, words
from generator.library.counting import count_text
from generator.library.vocabulary import fold
from generator.strings import text

_SHORT: Final = 60
_BODY: Final = 20
_TITLE_LINES: Final = 6
"""Lines of a title, a subtitle and names before the first section."""
_FORM_LABELS: Final = 3
"""A table with so many labels of the form is one of its tables."""


def first_section(lines: Sequence[Line], names: SectionNames) -> int | None:
    """Give where the first section begins that has a text, not only an entry in a list of them."""
    places = [place for place, line in enumerate(lines) if _names_section(line, names)]
    ends = [*places[1:], len(lines)]
    for place, end in zip(places, ends, strict=False):
        # A section may begin with a part of its own name before any text.
        has_part = end < len(lines) and _meant(lines[place], names) == _meant(lines[end], names)
        if has_part or any(_is_body(line) for line in lines[place + 1 : end]):
            return place
    return None


def _meant(line: Line, names: SectionNames) -> str:
    found = names.find(line.text)
    return found.title if found else line.text


def cut_to_experience(
    lines: list[Line], names: SectionNames, report: Report
) -> tuple[list[Line], list[Line]]:
    """Give the lines of the experience, and those that were cut before it.

    What is cut is told with its length. A document without a form loses its table of contents only.
    """
    lines = _without_contents(lines, report)
    start = first_section(lines, names)
    if start is None:
        return lines, []
    end = _end(lines, names, start)
    begin = _begin(lines, start)
    _tell(lines[:begin], "cut_before", report)
    _tell(lines[end:], "cut_after", report)
    return lines[begin:end], lines[:begin]


def _tell(lines: Sequence[Line], name: str, report: Report) -> None:
    if not lines:
        return
    whole = "\n".join(line.whole for line in lines)
    report.leave(whole)
    marks = dict.fromkeys(line.text for line in lines if line.is_text and _is_mark(line, "form"))
    mark = text("intake_prose.joint").join(list(marks)[:6]) or lines[0].text[:_SHORT]
    report.say(RemarkKind.LOOK, name, lines[0].text, count=count_text(whole), marks=mark)


def _without_contents(lines: list[Line], report: Report) -> list[Line]:
    """Leave out a list of contents that was typed, or whose field stayed as text."""
    start = next(
        (place for place, line in enumerate(lines) if line.is_text and _is_mark(line, "contents")),
        None,
    )
    if start is None:
        return lines
    end = start + 1
    while end < len(lines) and _is_entry(lines[end], lines[end + 1 :]):
        end += 1
    report.leave("\n".join(line.whole for line in lines[start:end]))
    report.say(RemarkKind.LOOK, "contents", lines[start].text, count=end - start - 1)
    return lines[:start] + lines[end:]


def _is_entry(line: Line, after: Sequence[Line]) -> bool:
    if not line.is_text or len(line.text) > _SHORT:
        return False
    paged = pattern("intake_prose.pattern.toc_page").search(line.text)
    if paged and (
        paged[0].strip(" \t").startswith((".", "\u2026", "\u00b7")) or line.text[0] != " "
    ):
        bare = fold(without_number(line.text[: paged.start()]))
    else:
        bare = fold(without_number(line.text))
    return any(fold(without_number(other.text)) == bare for other in after if other.is_text)


def _begin(lines: Sequence[Line], start: int) -> int:
    marks = [
        place
        for place, line in enumerate(lines[:start])
        if _is_mark(line, "form") or _is_form(line)
    ]
    if not marks:
        return 0
    last = marks[-1]
    for place in range(last + 1, start):
        if lines[place].is_text and _is_mark(lines[place], "experience"):
            return place
    begin = start
    while begin - 1 > last and start - begin < _TITLE_LINES and _may_be_title(lines[begin - 1]):
        begin -= 1
    return begin


def _end(lines: Sequence[Line], names: SectionNames, start: int) -> int:
    last = max(place for place in range(start, len(lines)) if _names_section(lines[place], names))
    for place in range(last + 1, len(lines)):
        if _is_mark(lines[place], "tail") or _is_form(lines[place]):
            return place
    return len(lines)


def _may_be_title(line: Line) -> bool:
    if not line.is_text or len(line.text) > _SHORT:
        return False
    if pattern("intake_prose.pattern.title_label").match(line.text):
        return True
    return not pattern("intake_prose.pattern.line_end").search(line.text) and not is_cover(
        line.text
    )


def is_cover(words_: str) -> bool:
    """Tell whether a line belongs to a cover: the programme's name, a label, a date, a company."""
    bare = "".join(words_.split())
    if pattern("intake_prose.pattern.cover").search(bare):
        return True
    return pattern("intake_prose.pattern.company_line").fullmatch(bare) is not None


def _is_mark(line: Line, name: str) -> bool:
    if not line.is_text or len(line.text) > _SHORT:
        return False
    bare = "".join(without_number(line.text).split())
    return pattern(f"intake_prose.pattern.mark_{name}").fullmatch(bare) is not None


def _is_form(line: Line) -> bool:
    if line.kind != "Table":
        return False
    bare = "".join(line.text.split())
    return sum(label in bare for label in words("intake_prose.words.form_labels")) >= _FORM_LABELS


def _names_section(line: Line, names: SectionNames) -> bool:
    if not line.is_text:
        return False
    found = names.find(line.text) or (names.is_usual(line.text) or None)
    if not found:
        return False
    short = len(line.text) <= _SHORT // 2
    return short and not pattern("intake_prose.pattern.line_end").search(line.text)


def _is_body(line: Line) -> bool:
    if not line.is_text:
        return True
    ends = pattern("intake_prose.pattern.line_end").search(line.text)
    return len(line.text) >= _BODY and ends is not None
