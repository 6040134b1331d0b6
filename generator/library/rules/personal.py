"""Personal data in a text: mobile numbers, identity card numbers, mailboxes."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from generator.library.rules.markings import Hit, pattern, words

_MOBILE: Final = re.compile(
    r"(?<!\d)(?<!\d\.)(?:(?:00)?86[ \u00a0\-]?)?"
    r"(1[3-9]\d([ \u00a0\u3000.\-]?)\d{4}\2\d{4})(?!\d|\.\d)"
)
_CARD: Final = re.compile(
    r"(?<!\d)(?<!\d\.)[1-68]\d{5}[ \-]?(?:18|19|20)\d{2}[ \-]?\d{2}[ \-]?\d{2}[ \-]?"
    r"\d{3}[\dXx](?!\d|\.\d)"
)
_LIKE_EITHER: Final = re.compile(r"1[3-9\uff13-\uff19]\d(?:[ \u00a0\u3000.\-]?\d){4}")
"""The beginning of a mobile number, or the year 18xx or 19xx of a card and what follows."""
_LIKE_CARD: Final = re.compile(r"2[0\uff10]\d\d(?:[ \-]?\d){7}")
"""The year 20xx of a card and what follows, up to the last sign, which may be an X."""
_FULL_WIDTH: Final = ("\uff11", "\uff12")
"""With what both may begin besides."""
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
_LONGEST_UNIT: Final = 8
_HALF_WIDTH: Final = {full: full - 0xFEE0 for full in (*range(0xFF10, 0xFF1A), 0xFF38, 0xFF58)}
"""Digits and the X of a check digit."""


def may_hold_number(text: str) -> bool:
    """Tell whether a text may hold a mobile or an identity card number.

    Patterns that begin with one fixed character cost 3 µs in a body of 8,000 characters, the search
    for any run of digits 58.
    """
    return (
        _LIKE_EITHER.search(text) is not None
        or _LIKE_CARD.search(text) is not None
        or any(digit in text for digit in _FULL_WIDTH)
    )


def look_at_number(text: str, start: int, end: int) -> Iterator[Hit]:
    """Look for mobile and identity card numbers in a run of digits."""
    first = max(start - _LONGEST_ADDRESS, 0)
    part = text[first : end + _LONGEST_UNIT].translate(_HALF_WIDTH)
    for card in _CARD.finditer(part, start - first):
        if is_identity_card(card[0]) and not _is_code(part, card.start()):
            yield first + card.start(), "personal-identity-card", _masked(card[0])
    for mobile in _MOBILE.finditer(part, start - first):
        amount = pattern("amount_units").match(part, mobile.end()) or mobile[1].endswith(_ROUND)
        if not amount and not _is_code(part, mobile.start()):
            yield first + mobile.start(), "personal-mobile", _masked(mobile[1])


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
    digits = text.replace(" ", "").replace("-", "")
    if len(digits) != len(_WEIGHTS) + 1:
        return False
    try:
        date(int(digits[6:10]), int(digits[10:12]), int(digits[12:14]))
        total = sum(int(digit) * weight for digit, weight in zip(digits, _WEIGHTS, strict=False))
    except ValueError:
        return False
    return digits[-1].upper() == _CHECKS[total % 11]


def look_at_mail(text: str, start: int, end: int) -> Iterator[Hit]:
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


def _masked(number: str) -> str:
    """Give a number so that a report does not publish it either."""
    return f"{number[:3]}\u2026{number[-2:]}"
