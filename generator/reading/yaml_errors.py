"""What libyaml means when it stops, and where an editor has to look.

libyaml points at the place where it could go no further; the mistake often lies a line before. Each
diagnosis is a variant of the wording of `yaml-syntax` in strings/zh/findings.toml.
"""

import re
from collections.abc import Iterator
from typing import Final

from yaml.error import Mark, MarkedYAMLError, YAMLError

from generator.findings import Fault, Place

Spot = tuple[str, int, int]
"""Variant of the wording, line and column, both from 0 in the YAML."""

_KEY: Final = r"^\s*(?:- +)*[\"']?[A-Za-z_$][\w$-]*[\"']?"
_FULL_WIDTH_COLON: Final = re.compile(_KEY + "\\s*(\uff1a)", re.ASCII)
_NO_SPACE: Final = re.compile(_KEY + r"(:)(?=[^\s/])", re.ASCII)
_TAB: Final = re.compile(r"^[ \-]*(\t)")
_AFTER_QUOTE: Final = re.compile(r":\s+(?:\"[^\"]*\"|'[^']*')(?=\s*[^\s#,\]}])")
_LINES_BEFORE: Final = 3
_PLAIN_KEY: Final = re.compile(r"^\s*(?:- +)*[A-Za-z_$][\w$-]*\s*:(?:\s|$)", re.ASCII)
_MARGIN: Final = re.compile(r" *(?:- +)*")
_OPENED: Final = re.compile(_KEY + r"\s*:\s+([\"'])", re.ASCII)
_BLOCK_TEXT: Final = re.compile(r"^(\s*)\S.*[:\-]\s+[|>][-+0-9]*\s*$")
_CLOSING: Final = {'"': re.compile(r'(?:[^"\\]|\\.)*"'), "'": re.compile(r"(?:[^']|'')*'(?!')")}

_BY_PROBLEM: Final = (
    ("escape", "escape"),
    ("hexdecimal", "escape"),
    ("block scalar", "block-text"),
)
_BY_CONTEXT: Final = (
    ("quoted scalar", "quote"),
    ("flow", "bracket"),
    ("simple key", "no-colon"),
)


def syntax_fault(path: str, text: str, error: YAMLError, first_line: int) -> Fault:
    """Give the fault of a YAML text that libyaml could not read.

    `first_line` is the line of the file on which the text begins.
    """
    variant, line, column = ("other", 0, 0)
    if isinstance(error, MarkedYAMLError):
        variant, line, column = _diagnose(text.split("\n"), error)
    place = Place(line=first_line + line, column=column + 1)
    return Fault(path, "yaml-syntax", place, {"variant": variant})


def _diagnose(lines: list[str], error: MarkedYAMLError) -> Spot:
    problem, context = error.problem or "", error.context or ""
    mark = error.problem_mark or error.context_mark
    if mark is None:
        return "other", 0, 0
    line, column = _within(lines, mark)
    start_line, start_column = _within(lines, error.context_mark or mark)
    for word, variant in _BY_PROBLEM:
        if word in problem or word in context:
            return variant, line, column
    is_special = "any token" in problem or "alphabetic or numeric" in problem
    spot = _unclosed(lines, line)
    if spot is None and (not is_special or _TAB.match(lines[line])):
        spot = _slip(lines, line, problem, context)
    if spot:
        return spot
    if is_special:
        return "special", start_line, start_column
    for word, variant in _BY_CONTEXT:
        if word in context:
            return variant, start_line, start_column
    return _of_block(lines, line, column, problem)


def _within(lines: list[str], mark: Mark) -> tuple[int, int]:
    """Give a mark's line and column; libyaml also marks the line after the last."""
    if mark.line >= len(lines):
        return len(lines) - 1, len(lines[-1])
    return mark.line, min(mark.column, len(lines[mark.line]))


def _unclosed(lines: list[str], last: int) -> Spot | None:
    """Look for a value whose quote swallowed the keys below it.

    libyaml lets the text run on to the next quote, lines further down, and stops behind it.
    """
    above = lines[: last + 1]
    number = 0
    while number < len(above):
        line = above[number]
        if block := _BLOCK_TEXT.match(line):
            number = _below(above, number, len(block[1]))
            continue
        opened = _OPENED.match(line)
        number += 1
        if opened is None or _CLOSING[opened[1]].match(line, opened.end()):
            continue
        following = next(filter(str.strip, map(above.__getitem__, range(number, len(above)))), "")
        if _PLAIN_KEY.match(following) and _margin(following) <= _margin(line):
            return "quote", number - 1, opened.start(1)
    return None


def _below(lines: list[str], number: int, indent: int) -> int:
    """Give the number of the first line below a text of several lines."""
    for later in range(number + 1, len(lines)):
        text = lines[later]
        if text.strip() and len(text) - len(text.lstrip(" ")) <= indent:
            return later
    return len(lines)


def _margin(line: str) -> int:
    """Give the column of a line's key, behind the marks of a list."""
    match = _MARGIN.match(line)
    return match.end() if match else 0


def _slip(lines: list[str], line: int, problem: str, context: str) -> Spot | None:
    """Look for the usual slips on the line where libyaml stopped and a few before it."""
    if ("tab character" in problem or "any token" in problem) and (
        spot := _search("tab", _TAB, lines, line)
    ):
        return spot
    if "quoted scalar" in context:
        return None
    for number in _upwards(lines, line):
        for variant, pattern in (
            ("colon", _FULL_WIDTH_COLON),
            ("space", _NO_SPACE),
            ("tab", _TAB),
        ):
            if spot := _search(variant, pattern, lines, number):
                return spot
    return None


def _of_block(lines: list[str], line: int, column: int, problem: str) -> Spot:
    """Diagnose a stop inside an ordinary block of keys."""
    if "mapping values" in problem and ": " in lines[line][:column]:
        return "second-colon", line, column
    if "expected key" in problem and (match := _AFTER_QUOTE.search(lines[line])):
        return "after-quote", line, match.end()
    if "could not find expected ':'" in problem:
        return "no-colon", line, column
    return "indent", line, column


def _search(variant: str, pattern: re.Pattern[str], lines: list[str], line: int) -> Spot | None:
    match = pattern.match(lines[line])
    return (variant, line, match.start(1)) if match else None


def _upwards(lines: list[str], line: int) -> Iterator[int]:
    """Give the line and the nearest lines above it that are not empty."""
    left = _LINES_BEFORE
    for number in range(line, -1, -1):
        if lines[number].strip():
            yield number
            left -= 1
        if not left:
            return
