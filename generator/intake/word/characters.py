"""The Han characters that a reader of a Word file sees, to check that none was lost.

Counted from the file as it came and not from what was prepared, so that one is a check of the
other. Only what a table of contents is, both ask of the same module.
"""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from lxml import etree

from generator.intake.word.contents import remove_contents
from generator.intake.word.names import STORIES, TEXT, Element, W, above
from generator.intake.word.parts import DOCUMENT, WordParts
from generator.intake.word.styles import read_styles
from generator.intake.word.wrappers import choose_alternates, hidden_runs

_HAN: Final = re.compile("[\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_GONE: Final = (f"{W}del", f"{W}moveFrom", f"{W}rt")
_MARK: Final = f"{W}fldChar"
_FORMULA: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_DRAWN: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}t"
_NOTES: Final = {"word/footnotes.xml": "footnote", "word/endnotes.xml": "endnote"}


def han_characters(parts: WordParts) -> Counter[str]:
    """Count every Han character of the text, its notes, text boxes and formulas.

    Not counted: what is deleted, hidden, a field's code, twice there for older programs, the table
    of contents, automatic numbers, and notes that nothing refers to. Raises RefusedDocumentError.
    """
    styles = read_styles(parts.tree("word/styles.xml"))
    counted: Counter[str] = Counter()
    referred: dict[str, set[str]] = {}
    for name in STORIES:
        root = parts.tree(name)
        if root is None:
            continue
        etree.strip_tags(root, etree.Comment, etree.ProcessingInstruction)
        choose_alternates(root)
        _drop_deleted(root)
        remove_contents(root, styles.names)
        for run in hidden_runs(root, styles.hidden):
            etree.strip_elements(run, TEXT, with_tail=False)
        if name == DOCUMENT:
            referred = {note: _references(root, note) for note in _NOTES.values()}
        else:
            _drop_unreferred(root, _NOTES[name], referred)
        for written in _visible(root):
            counted.update(_HAN.findall(written))
    return counted


def _drop_deleted(root: Element) -> None:
    for mark in [*root.iter(f"{W}trPr"), *root.iter(f"{W}cellDel")]:
        is_row = mark.tag == f"{W}trPr"
        if is_row and mark.find(f"{W}del") is None:
            continue
        gone = above(mark, f"{W}tr" if is_row else f"{W}tc")
        parent = None if gone is None else gone.getparent()
        if gone is not None and parent is not None:
            parent.remove(gone)
    etree.strip_elements(root, *_GONE, with_tail=False)


def _references(root: Element, note: str) -> set[str]:
    return {mark.get(f"{W}id", "") for mark in root.iter(f"{W}{note}Reference")}


def _drop_unreferred(root: Element, note: str, referred: dict[str, set[str]]) -> None:
    for element in root.findall(f"{W}{note}"):
        if element.get(f"{W}id", "") not in referred.get(note, set()):
            root.remove(element)


def _visible(root: Element) -> Iterator[str]:
    """Yield texts, but for those in the code of a field; a field without an end is none."""
    marks = [mark.get(f"{W}fldCharType") for mark in root.iter(_MARK)]
    are_paired = marks.count("begin") == marks.count("end")
    open_fields: list[bool] = []
    for element in root.iter(TEXT, _FORMULA, _DRAWN, _MARK):
        if element.tag != _MARK:
            if all(open_fields):
                yield element.text or ""
            continue
        kind = element.get(f"{W}fldCharType") if are_paired else ""
        if kind == "begin":
            open_fields.append(False)
        elif kind == "separate" and open_fields:
            open_fields[-1] = True
        elif kind == "end" and open_fields:
            open_fields.pop()
