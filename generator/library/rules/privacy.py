"""What must not be published: marks of secrecy, and data of persons.

Sources: 2022 申报书, 填报说明 3 (材料内容不得涉及国家秘密); 遴选管理办法 (2021), article 15;
个人信息保护法, article 4. The rules look for marks and numbers, not for words: 商业秘密 or
保守国家秘密 is no mark.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Final

from pydantic import BaseModel

from generator.findings import Fault, KeyPath, Place
from generator.library.record import Record
from generator.library.rules.context import BodySource
from generator.library.rules.markings import pattern, words

Hit = tuple[int, str, str]
"""Offset in the text, code, what was found."""
_Look = Callable[[str, int, int], Iterator[Hit]]
"""Looks closer at a place from … to … of a text."""

_DIGITS: Final = re.compile(r"[0-8\uff10-\uff18](?:[ \u00a0\u3000.\-]?\d){10,}")
"""A quick look for what may be a number of a person."""
_MOBILE: Final = re.compile(
    r"(?<!\d)(?<!\d\.)(?:(?:00)?86[ \u00a0\-]?)?"
    r"(1[3-9]\d([ \u00a0\u3000.\-]?)\d{4}\2\d{4})(?!\d|\.\d)"
)
_CARD: Final = re.compile(
    r"(?<!\d)(?<!\d\.)[1-68]\d{5}[ \-]?(?:18|19|20)\d{2}[ \-]?\d{2}[ \-]?\d{2}[ \-]?"
    r"\d{3}[\dXx\uff38\uff58](?!\d|\.\d)"
)
_ROUND: Final = "000000"
"""Digits that end so are an amount: nobody has such a number."""
_CODE_BEFORE: Final = re.compile(r"[A-Za-z_]")
_CALLED: Final = re.compile(r"(?:tel|phone|mobile|call|fax|wechat|wx|qq)$", re.IGNORECASE)
_MAIL: Final = re.compile(
    r"([A-Za-z0-9._%+\-]{1,64})[@\uff20]"
    r"(?:[A-Za-z0-9\-]{1,63}\.){1,8}([A-Za-z]{2,24})(?![A-Za-z0-9\-])"
)
_FILE_ENDINGS: Final = frozenset({"png", "jpg", "jpeg", "gif", "svg", "webp"})
"""logo@2x.png is a picture."""
_WEIGHTS: Final = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECKS: Final = "10X98765432"
_LONGEST_MAILBOX: Final = 64
_LONGEST_ADDRESS: Final = 200
_LONGEST_MARK: Final = 40
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
    if not _is_suspect(front.model_dump_json()):
        return
    for key, text in _texts(front, ()):
        for _, code, found in find_hits(text):
            if code != "personal-email" or key[-1] != "contact_address":
                yield Fault(path, code, Place(key=key), {"text": found})


def find_hits(text: str) -> list[Hit]:
    """Give every mark and every personal number of a text, in the order in which they stand."""
    hits: dict[tuple[int, str], str] = {}
    for look, start, end in _candidates(text):
        for offset, code, found in look(text, start, end):
            hits[offset, code] = found
        if len(hits) >= _MOST:
            break
    return [(offset, code, found) for (offset, code), found in sorted(hits.items())]


def _candidates(text: str) -> Iterator[tuple[_Look, int, int]]:
    """Yield where to look closer: a plain search a sign is far quicker than one pattern for all."""
    for match in _DIGITS.finditer(text):
        yield _look_at_number, match.start(), match.end()
    for sign, look in _LOOKS.items():
        start = text.find(sign)
        while start >= 0:
            yield look, start, start + len(sign)
            start = text.find(sign, start + 1)


def _is_suspect(text: str) -> bool:
    return next(_candidates(text), None) is not None


def _look_at_number(text: str, start: int, end: int) -> Iterator[Hit]:
    """Look for mobile and identity card numbers in a run of digits."""
    end = min(end + 2, len(text))
    for card in _CARD.finditer(text, start, end):
        if is_identity_card(card[0]) and not _is_code(text, card.start()):
            yield card.start(), "personal-identity-card", _masked(card[0])
    for mobile in _MOBILE.finditer(text, start, end):
        amount = pattern("amount_units").match(text, mobile.end()) or mobile[1].endswith(_ROUND)
        if not amount and not _is_code(text, mobile.start()):
            yield mobile.start(), "personal-mobile", _masked(mobile[1])


def _is_code(text: str, start: int) -> bool:
    """Tell whether digits are part of an address or of a code such as GB13812345678."""
    if _in_address(text, start):
        return True
    before = text[max(start - 10, 0) : start]
    return bool(_CODE_BEFORE.fullmatch(before[-1:]) and not _CALLED.search(before))


def _in_address(text: str, start: int) -> bool:
    """Tell whether a place lies inside a web address, such as https://host/@name."""
    begin, first = start, max(start - _LONGEST_ADDRESS, 0)
    while begin > first and "!" <= text[begin - 1] <= "~":
        begin -= 1
    word = text[begin:start].lower()
    return "://" in word or word.startswith("www.")


def is_identity_card(text: str) -> bool:
    """Tell whether 18 digits (the last may be X) bear a day that was and the right check digit."""
    digits = [c for c in text if c not in " -"]
    if len(digits) != len(_WEIGHTS) + 1:
        return False
    numbers = [int(digit) for digit in digits[:-1]]
    try:
        date(
            *(
                int("".join(map(str, part)))
                for part in (numbers[6:10], numbers[10:12], numbers[12:14])
            )
        )
    except ValueError:
        return False
    remainder = sum(a * b for a, b in zip(numbers, _WEIGHTS, strict=True)) % 11
    last = digits[-1]
    return (str(int(last)) if last.isdigit() else "X") == _CHECKS[remainder]


def _look_at_mail(text: str, start: int, end: int) -> Iterator[Hit]:
    """Look for a person's mailbox around an at sign."""
    begin = start
    while begin > 0 and start - begin < _LONGEST_MAILBOX and _is_local(text[begin - 1]):
        begin -= 1
    match = _MAIL.match(text, begin)
    if not match or match.end() <= end or match[2].lower() in _FILE_ENDINGS:
        return
    if not is_role(match[1]) and not _in_address(text, begin):
        yield begin, "personal-email", match[0]


def _is_local(character: str) -> bool:
    return character.isascii() and (character.isalnum() or character in "._%+-")


def is_role(local: str) -> bool:
    """Tell whether a mailbox belongs to an office: a word of the list, digits and .-_ aside."""
    bare = local.casefold().rstrip("0123456789.-_")
    parts = re.split(r"[._]", bare)
    roles = words("role_mailboxes")
    return bare in roles or parts[0].rstrip("0123456789") in roles


def _look_at_grade(text: str, start: int, _end: int) -> Iterator[Hit]:
    """Look for a mark around the last character of a grade."""
    begin = max(start - 2, 0)
    grade = pattern("secrecy.grade").search(text, begin, start + 1)
    field = pattern("secrecy.field").match(text, start)
    if field:
        yield start, "secret-marking", field[0]
    if not grade or grade.end() != start + 1:
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


def _look_at_internal(text: str, start: int, _end: int) -> Iterator[Hit]:
    match = pattern("secrecy.internal").match(text, start)
    if match:
        yield start, "secret-marking", match[0]


def _masked(number: str) -> str:
    """Give a number so that a report does not publish it either."""
    return f"{number[:3]}\u2026{number[-2:]}"


_LOOKS: Final[Mapping[str, _Look]] = {
    "@": _look_at_mail,
    "\uff20": _look_at_mail,
    "\u5bc6": _look_at_grade,
    "\u5185\u90e8": _look_at_internal,
}
"""Sign → how to look closer: the at sign, the last character of a grade, the word for internal."""


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
