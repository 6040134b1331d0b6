"""The sections of a draft against those of its edition; nothing is moved."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from generator.intake.prose.headings import SECTION_LEVEL, FoundHeading, Ranked
from generator.intake.prose.labels import read_label
from generator.intake.prose.lines import Line, leave_line
from generator.intake.prose.saying import Report
from generator.intake.prose.section_names import SectionNames
from generator.intake.prose.tree import Node, header, inlines, inlines_of, notes_of, plain
from generator.intake.remarks import RemarkKind
from generator.intake.wordings import words
from generator.library.edition import Edition
from generator.library.rules.sections import is_summary
from generator.library.vocabulary import fold
from generator.strings import text

_CLOSING: Final = "\uff1a:\u3002\uff1b;"
"""Signs that authors set behind a heading: colon, full stop, semicolon."""


@dataclass(frozen=True, slots=True)
class Part:
    """A heading, if any, and the lines below it up to the next heading of any level."""

    heading: FoundHeading | None
    node: Node | None
    lines: tuple[Line, ...]
    is_summary: bool = False


def make_parts(
    lines: Sequence[Line], ranked: dict[int, Ranked], names: SectionNames, report: Report
) -> list[Part]:
    """Part the lines at their headings; sections that are surely meant get their printed titles."""
    places = sorted(ranked)
    first = places[0] if places else len(lines)
    parts = [Part(None, None, tuple(lines[:first]))] if first else []
    for place, end in zip(places, [*places[1:], len(lines)], strict=False):
        heading, node = _heading(lines[place], ranked[place], report)
        section = ranked[place].section
        summary = section is not None and section.summary and heading.level == SECTION_LEVEL
        if heading.level == SECTION_LEVEL and section is None and names.rules:
            like = names.like(heading.text)
            name = "section_like" if like else "section_unknown"
            report.say(RemarkKind.LOOK, name, heading.text, title=heading.text, like=like)
        parts.append(Part(heading, node, tuple(lines[place + 1 : end]), summary))
    return parts


def _heading(line: Line, ranked: Ranked, report: Report) -> tuple[FoundHeading, Node]:
    content, words_ = inlines_of(line.node), line.text
    shown = words_[ranked.number_length :].strip().rstrip(_CLOSING)
    report.leave(words_[: ranked.number_length])
    section = ranked.section
    if section is not None and ranked.level == SECTION_LEVEL and shown != section.title:
        report.leave(shown)
        report.say(RemarkKind.GUESSED, "section_renamed", words_, title=section.title, typed=shown)
        shown = section.title
    if not ranked.styled:
        report.say(
            RemarkKind.GUESSED, "heading", words_, level=ranked.level, title=shown,
            marks="#" * ranked.level,
        )  # fmt: skip
    heading = FoundHeading(ranked.level, shown, guessed=not ranked.styled)
    return heading, header(ranked.level, [*_content(content, words_, shown), *notes_of(content)])


def _content(content: list[Node], words_: str, shown: str) -> list[Node]:
    """Give a heading's inlines without bold and links; raised and lowered signs stay."""
    raised = any(node["t"] in ("Superscript", "Subscript", "Math") for node in content)
    if not raised or not words_.endswith(shown):
        return inlines(shown)
    skipped = len(words_) - len(shown)
    kept: list[Node] = []
    for node in content:
        length = len(plain([node])) or int(node["t"] == "Space")
        if skipped >= length:
            skipped -= length
        elif skipped:
            kept += inlines(plain([node])[skipped:])
            skipped = 0
        elif node["t"] != "Note":
            kept += node["c"] if node["t"] == "Strong" else [node]
    return kept


def take_summary(parts: list[Part], report: Report) -> tuple[str, list[Part]]:
    """Take the 摘要 out: a section of its own, or a paragraph before the first that says so."""
    for place, part in enumerate(parts):
        if part.is_summary:
            return _from_section(parts, place, report)
    for place, part in enumerate(parts[:1]):
        for number, line in enumerate(part.lines):
            words_ = _after_word(line)
            if words_:
                report.leave(line.text[: len(line.text) - len(words_)])
                report.say(RemarkKind.TAKEN, "summary", words_)
                left = part.lines[:number] + part.lines[number + 1 :]
                rest = _without_keywords(left, report)
                return words_, [Part(part.heading, part.node, rest), *parts[place + 1 :]]
    return "", parts


def _from_section(parts: list[Part], place: int, report: Report) -> tuple[str, list[Part]]:
    part = parts[place]
    lines = _without_keywords(part.lines, report)
    deeper = place + 1 < len(parts) and _level(parts[place + 1]) > SECTION_LEVEL
    if (
        deeper
        or not lines
        or not all(line.kind == "Para" and not line.is_picture for line in lines)
    ):
        report.say(RemarkKind.LOOK, "summary_kept", part.heading.text if part.heading else "")
        return "", parts
    if any(notes_of(inlines_of(line.node)) for line in lines):
        report.say(RemarkKind.LOOK, "summary_kept", part.heading.text if part.heading else "")
        return "", parts
    if part.heading:
        report.leave(part.heading.text)
    report.say(RemarkKind.TAKEN, "summary", lines[0].text)
    return "".join(line.text for line in lines), parts[:place] + parts[place + 1 :]


def _level(part: Part) -> int:
    return part.heading.level if part.heading else 0


def _after_word(line: Line) -> str:
    if line.kind != "Para" or notes_of(inlines_of(line.node)):
        return ""
    for word in words("intake_prose.words.summary"):
        for sign in ("\uff1a", ":", "\u3011"):
            start = line.text.find(f"{word}{sign}")
            if 0 <= start <= 1:
                return line.text[start + len(word) + 1 :].strip()
    return ""


def _without_keywords(lines: Sequence[Line], report: Report) -> tuple[Line, ...]:
    kept = []
    for line in lines:
        bare = fold(line.text).lstrip("\u3010")
        if line.is_text and bare.startswith(words("intake_prose.words.keywords")):
            leave_line(line, report)
            report.say(RemarkKind.LOOK, "keywords", line.text, words=line.text)
        else:
            kept.append(line)
    return tuple(kept)


def check_sections(parts: Sequence[Part], summary: str, edition: Edition, report: Report) -> None:
    """Say which sections are missing. How long they are, `check` counts in the draft itself."""
    titles = {
        part.heading.text
        for part in parts
        if part.heading is not None and part.heading.level == SECTION_LEVEL
    }
    for rule in edition.sections:
        is_there = rule.title in titles or (is_summary(rule) and summary)
        if rule.required and not is_there:
            report.say(RemarkKind.LOOK, "section_missing", title=rule.title)


def tell_references(parts: Sequence[Part], report: Report) -> None:
    """Say when the text refers to figures by numbers that the program does not give."""
    composite = [
        line.text
        for part in parts
        for line in part.lines
        if line.kind == "Para" and not read_label(line.text) and _refers(line.text)
    ]
    if composite:
        report.say(RemarkKind.LOOK, "references", composite[0], count=len(composite))


def _refers(words_: str) -> bool:
    kinds = (text("rendering.figure.word"), text("rendering.table.word"))
    for kind in kinds:
        start = words_.find(kind)
        while start >= 0:
            rest = words_[start + 1 : start + 8].lstrip()
            number, sign, more = rest[:1], rest[1:2], rest[2:3]
            if number.isdigit() and sign in ("-", ".", "\u2013", "\uff0d") and more.isdigit():
                return True
            start = words_.find(kind, start + 1)
    return False
