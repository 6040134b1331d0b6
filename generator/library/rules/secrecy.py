"""Marks of secrecy in a text: 机密★5年, a line 秘密, 密级：机密, 内部资料，注意保密.

Source: GB/T 9704 (the grade of secrecy and its term stand on a line of their own, parted by ★).
"""

import re
from collections.abc import Iterator
from typing import Final

from generator.library.rules.markings import Hit, pattern

_LONGEST_MARK: Final = 40


def _grade(text: str, start: int) -> re.Match[str] | None:
    grade = pattern("secrecy.grade").search(text, max(start - 2, 0), start + 1)
    return grade if grade and grade.end() == start + 1 else None


def look_at_grade(text: str, start: int, _end: int) -> Iterator[Hit]:
    """Look for a mark around the last character of a grade."""
    field = pattern("secrecy.field").match(text, start)
    if field:
        yield start, "secret-marking", field[0]
    grade = _grade(text, start)
    if not grade:
        return
    starred = pattern("secrecy.starred").match(text, grade.start())
    if starred:
        yield grade.start(), "secret-marking", starred[0]
    elif pattern("secrecy.alone").fullmatch(line := _short_line(text, start)):
        yield grade.start(), "secret-marking", line.strip(" \t\u3000>#*_")


def _short_line(text: str, start: int) -> str:
    """Give the line of a place, as much of it as a mark of its own can fill."""
    begin = text.rfind("\n", max(start - _LONGEST_MARK, 0), start) + 1
    end = text.find("\n", start, start + _LONGEST_MARK)
    return text[begin or max(start - _LONGEST_MARK, 0) : start + _LONGEST_MARK if end < 0 else end]


def look_at_internal(text: str, start: int, _end: int) -> Iterator[Hit]:
    """Look for a mark of an internal document."""
    match = pattern("secrecy.internal").match(text, start)
    if match:
        yield start, "secret-marking", match[0]
