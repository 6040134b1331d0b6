"""Tracked changes accepted as an editor would accept them all, comments dropped; both counted.

pandoc accepts changes too, but loses what stands in an insertion without author and date, and
keeps rows and paragraph marks that were deleted.
"""

from collections.abc import Iterator
from typing import Final

from lxml import etree

from generator.intake.word.ledger import Ledger
from generator.intake.word.names import PARAGRAPH, Element, W, above, drop

_INSERTED: Final = f"{W}ins"
_MOVED_HERE: Final = f"{W}moveTo"
_DELETED: Final = f"{W}del"
_MOVED_AWAY: Final = f"{W}moveFrom"
_PROPERTIES: Final = frozenset({f"{W}rPr", f"{W}trPr", f"{W}tcPr", f"{W}numPr"})
_RECORDS: Final = (
    *(f"{W}{name}Change" for name in ("pPr", "rPr", "sectPr", "tblPr", "tcPr", "trPr")),
    *(f"{W}{name}" for name in ("tblGridChange", "tblPrExChange", "numberingChange")),
    *(f"{W}{name}" for name in ("commentRangeStart", "commentRangeEnd", "commentReference")),
    *(f"{W}{move}Range{end}" for move in ("moveFrom", "moveTo") for end in ("Start", "End")),
)
"""Former properties, and marks of where a change or a comment begins and ends."""


def accept_changes(root: Element, ledger: Ledger) -> None:
    """Accept every tracked change of a part and take out the marks of comments."""
    etree.strip_elements(root, *_RECORDS, with_tail=False)
    if next(root.iter(_INSERTED, _DELETED, _MOVED_HERE, _MOVED_AWAY, f"{W}cellDel"), None) is None:
        return
    _drop_rows(root, ledger)
    unmarked = [paragraph for paragraph in root.iter(PARAGRAPH) if _mark_is_deleted(paragraph)]
    for name, tag in (("insertions", _INSERTED), ("deletions", _DELETED), ("moves", _MOVED_HERE)):
        ledger.counts[name] += sum(1 for _ in _of_text(root, tag))
    etree.strip_elements(root, _DELETED, _MOVED_AWAY, with_tail=False)
    etree.strip_tags(root, _INSERTED, _MOVED_HERE)
    for paragraph in unmarked:
        _join_next(paragraph)


def count_comments(root: Element, ledger: Ledger) -> None:
    """Count the comments of their part."""
    ledger.counts["comments"] += sum(1 for _ in root.iter(f"{W}comment"))


def _of_text(root: Element, tag: str) -> Iterator[Element]:
    """Yield the changes that hold text, and not those of a mark, a row or a number."""
    for change in root.iter(tag):
        parent = change.getparent()
        if parent is not None and parent.tag not in _PROPERTIES and len(change):
            yield change


def _drop_rows(root: Element, ledger: Ledger) -> None:
    for properties in list(root.iter(f"{W}trPr")):
        row = properties.getparent()
        if row is not None and properties.find(_DELETED) is not None:
            ledger.counts["deletions"] += 1
            drop(row)
    for mark in list(root.iter(f"{W}cellDel")):
        cell = above(mark, f"{W}tc")
        if cell is not None:
            ledger.counts["deletions"] += 1
            drop(cell)


def _mark_is_deleted(paragraph: Element) -> bool:
    mark = paragraph.find(f"{W}pPr/{W}rPr")
    return mark is not None and (
        mark.find(_DELETED) is not None or mark.find(_MOVED_AWAY) is not None
    )


def _join_next(paragraph: Element) -> None:
    """Give the text of a paragraph whose end was deleted to the paragraph after it."""
    following = paragraph.getnext()
    content = [child for child in paragraph if child.tag != f"{W}pPr"]
    if following is None or following.tag != PARAGRAPH:
        return
    first = 1 if following.find(f"{W}pPr") is not None else 0
    following[first:first] = content
    drop(paragraph)
