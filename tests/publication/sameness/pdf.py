"""The text of a tagged PDF in its reading order: from its structure, as a screen reader has it.

What belongs to no structure (page numbers, headers, repeated heads of tables, lines) is an artifact
and not read; nor are the marks of list items and the numbers before notes.
"""

import ctypes
import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

import pypdfium2 as pdfium
from pypdfium2 import raw

from tests.publication.sameness.said import FORMULA, Said, said

_DEEPEST: Final = 60
_MARK: Final = re.compile(r"[•–▪]|\w{1,12}\.")
"""The mark of a list's item; the label of other items is a term."""


class PdfReader:
    """Gathers text and notes over the pages of a document."""

    def __init__(self, data: bytes) -> None:
        self.pieces: list[str] = []
        self.notes: list[list[str]] = []
        document = pdfium.PdfDocument(data)
        for number in range(len(document)):
            page = document[number]
            words = _marked_words(page)
            tree = raw.FPDF_StructTree_GetForPage(page.raw)
            for place in range(raw.FPDF_StructTree_CountChildren(tree)):
                top = raw.FPDF_StructTree_GetChildAtIndex(tree, place)
                self._walk(top, words, self.pieces, "")
            raw.FPDF_StructTree_Close(tree)
            page.close()
        document.close()

    def _walk(self, element: Any, words: Mapping[int, str], into: list[str], parent: str) -> None:
        kind = _kind(element)
        if kind == "Figure":
            return
        if kind == "Formula":
            into.append(FORMULA)
            return
        if kind == "Note":
            into = self._note(element)
        gathered: list[str] = []
        for place in range(raw.FPDF_StructElement_CountChildren(element)):
            mark = raw.FPDF_StructElement_GetChildMarkedContentID(element, place)
            if mark >= 0:
                gathered.append(words.get(mark, ""))
                continue
            child = raw.FPDF_StructElement_GetChildAtIndex(element, place)
            if child:
                self._walk(child, words, gathered, kind)
        label = "".join(gathered)
        if kind == "Lbl" and parent == "LI" and _MARK.fullmatch(label.strip()):
            return
        into += gathered

    def _note(self, element: Any) -> list[str]:
        """Give where the text of a note goes; one that does not begin with its number goes on."""
        if _first(element) == "Lbl" or not self.notes:
            self.notes.append([])
        return self.notes[-1]


def pdf_said(data: bytes) -> Said:
    """Give what a tagged PDF says."""
    reader = PdfReader(data)
    notes = ["".join(note).lstrip() for note in reader.notes]
    # The number stands before the text of each note.
    return said(
        "".join(reader.pieces),
        [note.removeprefix(str(number)) for number, note in enumerate(notes, 1)],
    )


def _first(element: Any) -> str:
    """Give the kind of what an element begins with, paragraphs looked into."""
    for child in _children(element):
        kind = _kind(child)
        return _first(child) if kind == "P" else kind
    return ""


def _children(element: Any) -> Iterator[Any]:
    for place in range(raw.FPDF_StructElement_CountChildren(element)):
        child = raw.FPDF_StructElement_GetChildAtIndex(element, place)
        if child:
            yield child


def _kind(element: Any) -> str:
    size = raw.FPDF_StructElement_GetType(element, None, 0)
    buffer = ctypes.create_string_buffer(size)
    raw.FPDF_StructElement_GetType(element, buffer, size)
    return buffer.raw[:size].decode("utf-16-le").rstrip("\0")


def _marked_words(page: pdfium.PdfPage) -> dict[int, str]:
    """Give the text of a page by the number of its marked content."""
    words: dict[int, str] = {}
    text = page.get_textpage()
    for piece in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT], max_depth=_DEEPEST):
        mark = raw.FPDFPageObj_GetMarkedContentID(piece.raw)
        size = raw.FPDFTextObj_GetText(piece.raw, text.raw, None, 0)
        buffer = (ctypes.c_ushort * (size // 2 + 1))()
        raw.FPDFTextObj_GetText(piece.raw, text.raw, buffer, size)
        shown = bytes(buffer)[:size].decode("utf-16-le").rstrip("\0")
        words[mark] = words.get(mark, "") + shown
    text.close()
    return words
