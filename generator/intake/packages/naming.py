"""Names of files as they may be shown: senders write numbers and names of persons into them."""

import re
from typing import Final

from generator.intake.wordings import words

_PERSONAL: Final = re.compile(
    r"(?<!\d)1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?!\d)"
    r"|(?<!\d)0\d{2,3}[ -]?\d{7,8}(?!\d)"
    r"|(?<!\d)\d{17}[\dXx](?!\d)"
    r"|(?<![0-9A-Za-z])[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}(?![0-9A-Za-z])"
    r"|[A-Za-z0-9._%+-]+[@\uff20][A-Za-z0-9.-]*[A-Za-z0-9]"
)
"""Telephones, identity cards, credit codes, mailboxes; a date of eight digits is none of them."""
_HIDDEN: Final = "***"


def masked_name(name: str) -> str:
    """Give a file's name without the numbers of persons."""
    return _PERSONAL.sub(_HIDDEN, name)


def is_publishable(name: str) -> bool:
    """Tell whether a draft may name a file: no number stands in its name, and no contact."""
    contacts = words("intake_taking.words.contact_names")
    return _PERSONAL.search(name) is None and not any(word in name for word in contacts)
