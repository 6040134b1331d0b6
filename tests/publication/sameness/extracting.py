"""The text of Word, EPUB and HTML files, read without any of the code that wrote them."""

import posixpath
from io import BytesIO
from typing import Final
from zipfile import ZipFile

from lxml import etree, html

from tests.publication.blocks.tools import notes_of, visible
from tests.publication.sameness.said import FORMULA, Said, said

Element = etree._Element

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MATH_WORD: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}oMath"
_X: Final = "{http://www.w3.org/1999/xhtml}"
_MATH_ML: Final = "{http://www.w3.org/1998/Math/MathML}math"
_EPUB_TYPE: Final = "{http://www.idpf.org/2007/ops}type"
_PARTS: Final = (
    "./div[@class='head']/header/h1",
    "./div[@class='head']/header/p[@class='enterprise']",
    "./div[@class='head']/section[@class='abstract']",
    ".//div[@data-found and contains(@class, 'body')]",
    ".//section[@id='indicators']/h2",
    ".//section[@id='indicators']//table",
    ".//section[@class='part' and not(@id) and ./ul/li[@data-found]]",
)
_OPF: Final = "{http://www.idpf.org/2007/opf}"
_PAGES: Final = frozenset({"nav.xhtml", "title_page.xhtml"})
"""Files of an EPUB that are no text of a chapter."""


def word_said(data: bytes) -> Said:
    """Give what a Word file says: its document part and its footnotes, numbered as Word does."""
    with ZipFile(BytesIO(data)) as file:
        document = etree.fromstring(file.read("word/document.xml"))
        names = file.namelist()
        notes = (
            etree.fromstring(file.read("word/footnotes.xml"))
            if "word/footnotes.xml" in names
            else None
        )
    calls = [one.get(f"{_W}id", "") for one in document.iter(f"{_W}footnoteReference")]
    numbers = {call: str(number) for number, call in enumerate(calls, 1)}
    found = {} if notes is None else {note.get(f"{_W}id", ""): note for note in notes}
    texts = [_word(found[call], numbers) for call in calls]
    return said(_word(document, numbers), texts)


def page_said(page: str) -> Said:
    """Give what the page of a case says of it: title, enterprise, summary, text, appendix."""
    root = html.fromstring(page)
    (article,) = _found(root, '//article[contains(@class, "case")]')
    for image in article.iter("img"):
        image.set("alt", "")  # each picture is there
    parts = [part for path in _PARTS for part in _found(article, path)]
    notes = [visible(note) for part in parts for note in _formulas_masked(part)]
    return said("".join(map(visible, parts)), notes)


def _formulas_masked(part: Element) -> list[Element]:
    for formula in _found(part, './/*[contains(concat(" ", @class, " "), " math ")]'):
        formula.text = FORMULA
    return notes_of(part)


def _found(element: Element, path: str) -> list[Element]:
    found = element.xpath(path)
    assert isinstance(found, list)
    return [one for one in found if isinstance(one, etree._Element)]


def _word(element: Element, numbers: dict[str, str]) -> str:
    if element.tag == _MATH_WORD:
        return FORMULA
    if element.tag == f"{_W}t":
        return element.text or ""
    if element.tag == f"{_W}footnoteReference":
        return numbers[element.get(f"{_W}id", "")]
    if element.tag == f"{_W}del":
        return ""
    return "".join(_word(child, numbers) for child in element)


def epub_said(data: bytes) -> Said:
    """Give what an EPUB says from its first chapter on, in the order of its spine."""
    notes: list[str] = []
    texts: list[str] = []
    with ZipFile(BytesIO(data)) as file:
        for name in _spine(file):
            if posixpath.basename(name) in _PAGES:
                continue
            body = etree.fromstring(file.read(name)).find(f"{_X}body")
            assert body is not None
            for note in [*body.iter(f"{_X}aside")]:
                if note.get(_EPUB_TYPE) == "footnote":
                    notes.append(_html(note))
                    _empty(note)
            texts.append(_html(body))
    return said("".join(texts), notes)


def _spine(file: ZipFile) -> list[str]:
    container = etree.fromstring(file.read("META-INF/container.xml"))
    (root,) = (one.get("full-path", "") for one in container.iter("{*}rootfile"))
    package = etree.fromstring(file.read(root))
    paths = {one.get("id"): one.get("href", "") for one in package.iter(f"{_OPF}item")}
    order = [paths[one.get("idref")] for one in package.iter(f"{_OPF}itemref")]
    return [posixpath.join(posixpath.dirname(root), path) for path in order]


def _html(element: Element) -> str:
    if element.tag == _MATH_ML:
        return FORMULA
    if element.get("role") == "doc-backlink":
        return ""
    parts = [element.text or ""]
    for child in element:
        parts += (_html(child), child.tail or "")
    return "".join(parts)


def _empty(note: Element) -> None:
    for child in [*note]:
        note.remove(child)
    note.text = None
