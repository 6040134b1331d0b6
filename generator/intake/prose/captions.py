"""Captions: below a picture, above a table, without the number that the program gives itself."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from generator.intake.prose.labels import Label, read_label
from generator.intake.prose.lines import CAPTION, Line
from generator.intake.prose.numbers import read_number, without_number
from generator.intake.prose.saying import Report
from generator.intake.prose.tree import image, inlines, inlines_of, notes_of, para, text_of
from generator.intake.remarks import RemarkKind
from generator.intake.wordings import pattern
from generator.strings import text

_LONGEST_UNNUMBERED: Final = 24
_SHOWN: Final = 4
"""Numbers that a remark names; the others are like them."""


@dataclass(slots=True)
class _Work:
    """What is known while the captions of one document are given."""

    lines: Sequence[Line]
    report: Report
    titles: dict[int, str] = field(default_factory=dict)
    """Place of a picture or table → its caption without label."""
    taken: set[int] = field(default_factory=set)
    """Places of the lines that became captions."""
    typed: dict[str, list[str]] = field(default_factory=lambda: {"figure": [], "table": []})
    """Numbers as typed, in the program's order; empty where nothing was typed."""

    def line(self, place: int) -> Line | None:
        """Give a line that is not yet used, or nothing."""
        inside = 0 <= place < len(self.lines) and place not in self.taken
        return self.lines[place] if inside else None

    def label(self, place: int, kind: str) -> Label | None:
        """Give the label of a kind that a line bears."""
        line = self.line(place)
        found = read_label(line.text) if line is not None and line.is_text else None
        return found if found is not None and found.kind == kind else None


def settle_captions(lines: list[Line], report: Report) -> list[Line]:
    """Give every picture and table its caption; their number is the program's, by their order."""
    work = _Work(lines, report)
    place = 0
    while place < len(lines):
        end = place
        while end < len(lines) and lines[end].is_picture:
            end += 1
        if end > place:
            _caption_pictures(work, place, end)
            place = end
        else:
            if lines[place].kind == "Table":
                _caption_table(work, place)
            place += 1
    _tell_order(work)
    return _rewritten(work)


def _caption_pictures(work: _Work, start: int, end: int) -> None:
    below, above = work.label(end, "figure"), work.label(start - 1, "figure")
    place = end if below else start - 1
    label = below or above
    if label is None:
        _unnumbered_figure(work, end)
        return
    titles = _parted(_words(work.lines[place]))
    work.taken.add(place)
    if not below:
        work.report.say(RemarkKind.GUESSED, "caption_above", work.lines[place].text)
    if end - start > 1 and len(titles) != end - start:
        work.report.say(
            RemarkKind.LOOK, "pictures_together", work.lines[place].text, count=end - start
        )
        titles = [_words(work.lines[place])]
    for offset, words in enumerate(reversed(titles)):
        found = read_label(words)
        _set(work, end - 1 - offset, words, found)


def _set(work: _Work, place: int, words: str, label: Label | None) -> None:
    kind = "figure" if work.lines[place].is_picture else "table"
    length = label.length if label else 0
    title = words[length:].strip()
    work.report.leave(words[:length])
    work.titles[place] = title or words.strip()
    work.typed[kind].append(label.number if label else "")


def _parted(words: str) -> list[str]:
    """Give the captions of a line that holds several: 图1 改进前  图2 改进后."""
    word = re.escape(text("rendering.figure.word"))
    parts = re.split(rf"\s+(?={word}\s*\d)", words)
    return parts if all(read_label(part) for part in parts) else [words]


def _unnumbered_figure(work: _Work, end: int) -> None:
    line = work.line(end)
    if line is None or not _is_short(line):
        return
    numbered = any(read_label(each.text) for each in work.lines if each.is_text)
    if line.style == CAPTION or not numbered:
        work.taken.add(end)
        words = _words(line)
        work.report.leave(words[: len(words) - len(without_number(words))])
        _set(work, end - 1, without_number(words), None)
        if line.style != CAPTION:
            work.report.say(RemarkKind.GUESSED, "caption_unnumbered", line.text)


def _caption_table(work: _Work, place: int) -> None:
    unit = _unit(work, place - 1)
    above = place - 2 if unit else place - 1
    label = work.label(above, "table")
    line = work.line(above)
    if label is None and work.label(place + 1, "table"):
        above, label, line = place + 1, work.label(place + 1, "table"), work.line(place + 1)
        unit = ""
        work.report.say(RemarkKind.GUESSED, "caption_below", work.lines[above].text)
    if line is None or not (label or _heads_table(line)):
        return
    words = _words(line)
    work.taken.add(above)
    if label is None and line.style != CAPTION:
        work.report.say(RemarkKind.GUESSED, "caption_unnumbered", words)
    if unit:
        work.taken.add(place - 1)
        words = f"{words}{text('intake_prose.bracketed', words=unit)}"
    _set(work, place, words, label)


def _unit(work: _Work, place: int) -> str:
    """Give the line between a caption and its table that says in which units it is."""
    line = work.line(place)
    if line is None or not line.is_text:
        return ""
    found = pattern("intake_prose.pattern.unit").fullmatch(line.text)
    titled = work.label(place - 1, "table") is not None
    before = work.line(place - 1)
    headed = before is not None and _heads_table(before)
    return found["unit"].strip() if found and (titled or headed) else ""


def _heads_table(line: Line) -> bool:
    if not _is_short(line):
        return False
    ends = pattern("intake_prose.pattern.table_end").search(line.text) is not None
    return line.style == CAPTION or line.bold or ends


def _is_short(line: Line) -> bool:
    if line.kind != "Para" or not line.text or line.is_picture:
        return False
    label, number = read_label(line.text), read_number(line.text)
    if line.style == CAPTION and number and number.kind in ("bracket", "circled"):
        number = None
    loud = pattern("intake_prose.pattern.loud").search(line.text)
    longest = _LONGEST_UNNUMBERED * (2 if line.style == CAPTION else 1)
    return not (label or number or loud) and len(line.text) <= longest


def _words(line: Line) -> str:
    """Give a caption's text; a footnote of it stands in brackets, for a caption cannot have one."""
    notes = "".join(
        text("intake_prose.note", words=text_of(note["c"]))
        for note in notes_of(inlines_of(line.node))
    )
    return line.text + notes


def _tell_order(work: _Work) -> None:
    for kind, typed in work.typed.items():
        word = text(f"rendering.{kind}.word")
        others = [
            f"{word}{number}\u2192{word}{place}"
            for place, number in enumerate(typed, 1)
            if number and number != str(place) and not _is_chinese(number, place)
        ]
        if others:
            joint = text("intake_prose.joint")
            shown = joint.join(others[:_SHOWN])
            work.report.say(RemarkKind.LOOK, "caption_numbers", count=len(others), numbers=shown)


def _is_chinese(number: str, place: int) -> bool:
    read = read_number(f"{number}\u3001{number}")
    return read is not None and read.value == place


def _rewritten(work: _Work) -> list[Line]:
    kept: list[Line] = []
    for place, line in enumerate(work.lines):
        if place in work.taken:
            continue
        title = work.titles.get(place)
        if title is not None and line.is_picture:
            target = line.node["c"][0]["c"][2][0]
            kept.append(Line(para([image(title, target)])))
            continue
        if title is not None:
            words = title.rstrip("\u3002\uff1a\uff1b:;")
            kept.append(Line(para(inlines(text("intake_prose.table", words=words))), CAPTION))
        elif line.is_text and read_label(line.text):
            work.report.say(RemarkKind.LOOK, "caption_alone", line.text)
        kept.append(line)
    return kept
