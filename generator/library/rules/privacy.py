"""What must not be published: marks of secrecy, and data of persons.

Sources: 2022 申报书, 填报说明 3 (材料内容不得涉及国家秘密); 遴选管理办法 (2021), article 15;
个人信息保护法, article 4. The rules look for marks and numbers, not for words: 商业秘密 or
保守国家秘密 is no mark.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from itertools import islice
from types import NoneType
from typing import Final

from pydantic import BaseModel

from generator.findings import Fault, KeyPath, Place
from generator.library.record import Record
from generator.library.rules.context import BodySource
from generator.library.rules.markings import Hit, pattern
from generator.library.rules.personal import look_at_mail, look_at_number, may_hold_number
from generator.library.rules.secrecy import look_at_grade, look_at_internal

_Look = Callable[[str, int, int], Iterator[Hit]]
"""Looks closer at a place from … to … of a text."""

_DIGITS: Final = re.compile(r"[0-8\uff10-\uff18](?:[ \u00a0\u3000.\-]?\d){10,}")
"""A quick look for what may be a number of a person."""
_LOOKS: Final[Mapping[str, _Look]] = {
    "@": look_at_mail,
    "\uff20": look_at_mail,
}
"""Sign → how to look closer: the at sign."""
_MARKS: Final[Mapping[str, _Look]] = {
    "secrecy.near": look_at_grade,
    "secrecy.internal": look_at_internal,
}
"""Pattern of a place that may bear a mark → how to look closer."""
_TEXTLESS: Final = (NoneType, int, float, date, dict)
"""Kinds of values of which none is a record."""
_MOST: Final = 50
"""So many hits of one text are enough to see what is wrong with it."""


def check_body_privacy(path: str, source: BodySource) -> Iterator[Fault]:
    """Look through a body's Markdown; line and column are those of the file."""
    text = source.text
    for offset, code, found in find_hits(text):
        line = text.count("\n", 0, offset)
        column = offset - (text.rfind("\n", 0, offset) + 1) + 1
        place = Place(line=source.first_line + line, column=column)
        yield Fault(path, code, place, {"text": found})


def check_front_privacy(path: str, front: Record) -> Iterator[Fault]:
    """Look through all texts of a front matter but the office's own mailbox (contact_address)."""
    # Most front matters hold nothing to look at: without keys their texts cost a fifth.
    if not any(_candidates("\n".join(_bare_texts(front.__dict__.values())))):
        return
    for key, text in _texts(front, ()):
        for _, code, found in find_hits(text):
            if code != "personal-email" or key[-1] != "contact_address":
                yield Fault(path, code, Place(key=key), {"text": found})


def find_hits(text: str) -> list[Hit]:
    """Give every mark and every personal number of a text, in the order in which they stand."""
    hits: dict[tuple[int, str], str] = {}
    for look, start, end in _candidates(text):
        for offset, code, found in islice(look(text, start, end), _MOST):
            hits[offset, code] = found
        if len(hits) >= _MOST:
            break
    return [(offset, code, found) for (offset, code), found in sorted(hits.items())]


def _candidates(text: str) -> Iterator[tuple[_Look, int, int]]:
    """Yield where to look closer: a plain search a sign is far quicker than one pattern for all."""
    for name, look in _MARKS.items():
        for match in pattern(name).finditer(text):
            yield look, match.start(), match.end()
    for sign, look in _LOOKS.items():
        start = text.find(sign)
        while start >= 0:
            yield look, start, start + len(sign)
            start = text.find(sign, start + 1)
    if may_hold_number(text):
        for match in _DIGITS.finditer(text):
            yield look_at_number, match.start(), match.end()


def _bare_texts(values: Iterable[object]) -> list[str]:
    """Give all texts among the values of a record without their keys."""
    texts: list[str] = []
    for value in values:
        # Whether a value is a record is asked last: pydantic makes the answer slow.
        if isinstance(value, str):
            texts.append(value)
        elif isinstance(value, tuple):
            texts += _bare_texts(value)
        elif not isinstance(value, _TEXTLESS) and isinstance(value, BaseModel):
            texts += _bare_texts(value.__dict__.values())
    return texts


def _texts(value: object, key: KeyPath) -> Iterator[tuple[KeyPath, str]]:
    """Yield all texts of a record with their keys."""
    if isinstance(value, str):
        yield key, value
    elif isinstance(value, tuple):
        for number, item in enumerate(value):
            yield from _texts(item, (*key, number))
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from _texts(getattr(value, name), (*key, name))
