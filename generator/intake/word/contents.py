"""Tables of contents, which the site makes anew: found in every way in which they are made."""

from collections.abc import Mapping
from typing import Final

from lxml import etree

from generator.intake.word.names import PARAGRAPH, RUN, Element, W, above, drop, texts, value_of
from generator.intake.wordings import pattern

MOST_TABLES: Final = 20
"""Contents, figures, tables: a document has three, and each costs a walk through all of it."""
_CHARACTER: Final = f"{W}fldChar"
_INSTRUCTION: Final = f"{W}instrText"
_KIND: Final = f"{W}fldCharType"


def remove_contents(root: Element, style_names: Mapping[str, str]) -> int:
    """Take tables of contents out of a part and give how many paragraphs went.

    `style_names`: the name of every style by its id.
    """
    before = sum(1 for _ in root.iter(PARAGRAPH))
    for gallery in list(root.iter(f"{W}docPartGallery")):
        control = above(gallery, f"{W}sdt")
        if control is not None and pattern("intake_word.pattern.contents_gallery").search(
            value_of(gallery)
        ):
            _drop_title(control)
            drop(control)
    for begin, end in _contents_fields(root)[:MOST_TABLES]:
        _remove_between(root, begin, end)
    _remove_entries(root, style_names)
    return before - sum(1 for _ in root.iter(PARAGRAPH))


def _contents_fields(root: Element) -> list[tuple[Element, Element]]:
    """Give first and last mark of every field that is a table of contents."""
    found = []
    open_fields: list[tuple[Element, list[str]]] = []
    for element in root.iter(_CHARACTER, _INSTRUCTION):
        kind = element.get(_KIND)
        if kind == "begin":
            open_fields.append((element, []))
        elif kind == "end" and open_fields:
            begin, instruction = open_fields.pop()
            if "".join(instruction).split()[:1] == ["TOC"]:
                found.append((begin, element))
        elif element.tag == _INSTRUCTION and open_fields:
            open_fields[-1][1].append(element.text or "")
    return found


def _remove_between(root: Element, begin: Element, end: Element) -> None:
    """Take out what stands from one mark to the other, and the paragraphs that this empties."""
    paragraphs: list[Element] = [*begin.iterancestors(PARAGRAPH)][:1]
    runs: list[Element] = []
    inside = False
    for element in root.iter(PARAGRAPH, RUN, _CHARACTER):
        inside = inside or element is begin
        if inside and element.tag == PARAGRAPH:
            paragraphs.append(element)
        elif inside and element.tag == RUN:
            runs.append(element)
        if element is end:
            break
    runs += [run for mark in (begin, end) for run in [*mark.iterancestors(RUN)][:1]]
    for run in runs:
        drop(run)
    for paragraph in paragraphs:
        if not "".join(texts(paragraph)).strip() and paragraph.find(f"{W}pPr/{W}sectPr") is None:
            _drop_title(paragraph)
            drop(paragraph)


def _remove_entries(root: Element, style_names: Mapping[str, str]) -> None:
    """Take out entries that no field holds: text in an entry's style that ends with a page."""
    style_of = etree.XPath("string(w:pPr/w:pStyle/@w:val)", namespaces={"w": W[1:-1]})
    entry = pattern("intake_word.pattern.contents_style")
    ids = {key for key, name in style_names.items() if entry.match(name)}
    if not ids:
        return
    page = pattern("intake_word.pattern.contents_entry")
    for paragraph in list(root.iter(PARAGRAPH)):
        if style_of(paragraph) in ids and page.search("".join(texts(paragraph))):
            _drop_title(paragraph)
            drop(paragraph)


def _drop_title(first: Element) -> None:
    """Take out the line above a table of contents that only says what it is."""
    title = first.getprevious()
    if title is None or title.tag != PARAGRAPH:
        return
    if pattern("intake_word.pattern.contents_title").fullmatch("".join(texts(title))):
        drop(title)
