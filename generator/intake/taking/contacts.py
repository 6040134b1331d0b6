"""Contacts outside of a form: on the cover of an experience, and in the lines below it.

Many enterprises write there whom to call. Such a line is no part of an experience; it is left out
and told. What a remark quotes never says who it was.
"""

import re
from dataclasses import replace
from functools import cache
from typing import Final

from generator.intake.form.notes import is_private
from generator.intake.remarks import Remark, RemarkKind
from generator.intake.wordings import pattern, words

_LONGEST: Final = 80
"""A longer line is a text, and an editor decides about it; `check` finds the numbers in it."""
_LISTED: Final = re.compile(r"^[-*\s\u3000\\]+|\\")


def without_contacts(body: str) -> tuple[str, tuple[Remark, ...]]:
    """Give a body without the lines and the cells that are contacts, and remarks about them.

    A table of competitors stays, for it may be the author's argument, but an editor is told of it.
    """
    kept: list[str] = []
    count = 0
    for line in body.split("\n"):
        if line.startswith("|"):
            row = _row(line)
            count += row != line
            kept.append(row)
        elif len(line) <= _LONGEST and _is_contact(line):
            count += 1
        else:
            kept.append(line)
    found = "\n".join(kept)
    body = _cell().sub(_emptied, found)
    cells = body != found
    remarks: list[Remark] = []
    if count + cells:
        values = {"count": count + cells}
        remarks.append(Remark(RemarkKind.PRIVATE, "intake_taking.remark.contacts", values))
    heads = (line for line in kept if line.startswith("|") or "<t" in line)
    if any(pattern("intake_form.pattern.competitors_head").search(line) for line in heads):
        remarks.append(Remark(RemarkKind.PRIVATE, "intake_taking.remark.competitors"))
    return body, tuple(remarks)


def _row(line: str) -> str:
    """Give the row of a table; the cell after one that says only `contact person` is emptied."""
    cells = line.split("|")
    label = re.compile(rf"\s*(?:{_labels()})\s*[:\uff1a]?\s*", re.IGNORECASE)
    for number, cell in enumerate(cells[:-1]):
        after = cells[number + 1]
        if label.fullmatch(cell) and after.strip() and _is_private(cell, after):
            cells[number + 1] = "  "
    return "|".join(cells)


def _is_contact(line: str) -> bool:
    found = _contact().match(_LISTED.sub("", line))
    return found is not None and _is_private(found[0], line)


def _emptied(found: re.Match[str]) -> str:
    is_theirs = _is_private(found["title"], found["value"])
    return f"{found['label']}{found['end']}" if is_theirs else found[0]


def _is_private(label: str, value: str) -> bool:
    """Tell a contact from a product: a maker of telephones has a line of them in his tables."""
    is_named = any(word in label for word in words("intake_taking.words.contact_sure"))
    return is_named or is_private(value)


def redacted(remark: Remark) -> Remark:
    """Give a remark that quotes no person: what stands after such labels is hidden."""
    values = {
        name: _hidden(value) if isinstance(value, str) else value
        for name, value in remark.values.items()
    }
    return replace(remark, values=values, place=_hidden(remark.place))


def _hidden(said: str) -> str:
    return _person().sub(r"\g<label>***", said)


@cache
def _labels() -> str:
    return "|".join(map(re.escape, words("intake_taking.words.contact_labels")))


@cache
def _contact() -> re.Pattern[str]:
    return re.compile(
        rf"(?:{_labels()})(?:[(\uff08][^()\uff08\uff09]*[)\uff09])?\s*[:\uff1a]", re.IGNORECASE
    )


@cache
def _cell() -> re.Pattern[str]:
    """Find the cell after a title in a table with merged cells."""
    title = rf"<t[dh][^>]*>\s*(?P<title>{_labels()})\s*[:\uff1a]?\s*</t[dh]>\s*<t[dh][^>]*>"
    return re.compile(rf"(?P<label>{title})(?P<value>[^<]+)(?P<end></t[dh]>)", re.IGNORECASE)


@cache
def _person() -> re.Pattern[str]:
    labels = "|".join(map(re.escape, words("intake_taking.words.person_labels")))
    return re.compile(
        rf"(?P<label>(?:{labels})\s*[:\uff1a\s]\s*)[^\s\u3001\uff0c\uff1b\u3002\u300d\u201d]+"
    )
