"""From blocks to the file: every Word document comes this way."""

from collections.abc import Sequence

from generator.publication.pdf.press import Press
from generator.publication.word.album import Album
from generator.publication.word.draft import Draft, Node
from generator.publication.word.finishing import Properties, finished
from generator.publication.word.pandoc import Pandoc, document
from generator.publication.word.reference import reference_bytes
from generator.publication.word.sheet import StyleSheet


def draft_for(sheet: StyleSheet, press: Press | None = None) -> Draft:
    """Begin a document on the pages of a style sheet; `press` draws its drawings."""
    return Draft(line=sheet.page.line, column=sheet.page.column, album=Album(press=press))


def write_document(
    blocks: Sequence[Node],
    draft: Draft,
    sheet: StyleSheet,
    properties: Properties,
    pandoc: Pandoc,
) -> bytes:
    """Give blocks that were written with a draft as a .docx, finished.

    Raises BiaoganError when pandoc cannot write it.
    """
    reference = reference_bytes(sheet)
    tree = document(blocks)
    written = pandoc.write(tree, "docx", reference=reference, pictures=draft.pictures)
    return finished(written, sheet, properties)
