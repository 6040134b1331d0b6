"""Which cells are titles of fields, which fields are read, and where a value ends.

Only the fields listed are ever read, and a value ends where another field's title begins: so the
contact person in the same cell, and the number after it, are left behind.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Final

from generator.intake.wordings import pattern, words
from generator.library.vocabulary import fold

PRIVATE: Final = "private"
FIELDS: Final = ("enterprise", "recommender", "title", "directions", "industry", "size", "kind")
SERIES: Final = "series"
_MARKS: Final = r":\uff1a;\uff1b,\uff0c\u3001(\uff08"
"""After these another title may begin."""
_LONGEST_LABEL: Final = 40
_LONGEST_PRIVATE: Final = 10
"""A cell of more characters that ends with `意见` is no title."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """A title and what stands after it in the same cell or line."""

    key: str
    label: str
    value: str


def shown(text: str) -> str:
    """Give a title without white space, its number and colon, and without what is in brackets.

    Somebody may have written there what is private.
    """
    bare = pattern("intake_form.pattern.number_before").sub("", text.strip())
    bare = pattern("intake_form.pattern.brackets").sub("", bare)
    return "".join(bare.split()).rstrip(":\uff1a")


def plain(text: str) -> str:
    """Give a title as it is compared."""
    return fold(shown(text))


def label_key(text: str) -> str:
    """Give the field that a cell is the title of, `private`, or nothing."""
    if len(text) > _LONGEST_LABEL:
        return ""
    bare = plain(text)
    found = _keys().get(bare, "")
    if found:
        return found
    if len(bare) <= _LONGEST_PRIVATE and bare.endswith(_private_words()):
        return PRIVATE
    three_years = pattern("intake_form.label.series_before").match(bare)
    return SERIES if three_years and bare[three_years.end() :] else ""


def split(text: str) -> Iterator[Labelled]:
    """Take apart a cell or line that holds titles and values: `Firm: A  Contact: B`."""
    current: Labelled | None = None
    for line in _pieces(text):
        found = _labelled(line)
        if found is not None:
            if current is not None:
                yield current
            current = found
        elif current is not None:
            current = Labelled(current.key, current.label, f"{current.value}\n{line}".strip())
    if current is not None:
        yield current


def is_title(text: str) -> bool:
    """Tell whether a cell is a title, or begins with one and its value."""
    first = next(_pieces(text), "")
    return bool(label_key(text)) or _labelled(first) is not None


def cut(text: str) -> str:
    """Give a value up to where another field begins."""
    kept: list[str] = []
    for line in _pieces(text):
        if _labelled(line) is not None or label_key(line):
            break
        kept.append(line)
    return "\n".join(kept).strip()


def _pieces(text: str) -> Iterator[str]:
    """Give the lines, each cut before every title that has a colon or stands after a space."""
    for line in text.splitlines():
        starts = [0, *(found.start("label") for found in _titles().finditer(line)), len(line)]
        for start, end in pairwise(starts):
            if line[start:end].strip():
                yield line[start:end].strip()


def _labelled(line: str) -> Labelled | None:
    for key in ("labelled", "spaced"):
        found = pattern(f"intake_form.pattern.{key}").match(line)
        field = label_key(found["label"]) if found else ""
        if found and field:
            return Labelled(field, found["label"].strip(), found["value"].strip())
    return None


@cache
def _keys() -> dict[str, str]:
    private = {fold(word): PRIVATE for word in words("intake_form.private.labels")}
    named = {
        fold(word): key for key in (*FIELDS, SERIES) for word in words(f"intake_form.label.{key}")
    }
    return private | named


@cache
def _private_words() -> tuple[str, ...]:
    return tuple(fold(word) for word in words("intake_form.private.words"))


@cache
def _titles() -> re.Pattern[str]:
    """Find a title inside a line: with a colon after it, or between spaces."""
    names = {word for key in FIELDS for word in words(f"intake_form.label.{key}")}
    names |= set(words("intake_form.private.labels"))
    spaced = (r"\s*".join(map(re.escape, word)) for word in sorted(names, key=len, reverse=True))
    bracket = r"(?:[(\uff08][^()\uff08\uff09]{0,16}[)\uff09])?"
    known = rf"(?:{'|'.join(spaced)}){bracket}(?=\s*[:\uff1a]|\s|$)"
    other = (
        rf"[^\s{_MARKS}]{{0,8}}(?:{'|'.join(map(re.escape, _private_words()))})[^\s{_MARKS}]{{0,6}}"
    )
    return re.compile(rf"(?:(?<=[\s{_MARKS}])|^)(?P<label>{known}|{other}(?=\s*[:\uff1a]))")
