"""What an EPUB file holds beside its chapters: metadata, title page, navigation, fixed dates.

pandoc cuts the text into files, turns formulas into MathML and collects the pictures. The frame
around it is ours: EPUB 3.3 wants every file to be a whole XHTML document, and readers want the
words of navigation in their own language.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from html import escape
from pathlib import Path
from typing import Any, Final

from lxml import etree

from generator.pages.controls import for_xml
from generator.publication.word.draft import Draft, Node
from generator.publication.word.pandoc import Pandoc, document, meta_list, meta_text
from generator.publication.zipping import pack, unpack
from generator.strings import text

_XHTML: Final = "http://www.w3.org/1999/xhtml"
_IN: Final = f"{{{_XHTML}}}"
_OPS: Final = "http://www.idpf.org/2007/ops"
_NCX: Final = "http://www.daisy.org/z3986/2005/ncx/"
_STYLE: Final = "style.css"
_STYLE_FILE: Final = Path(__file__).with_name(_STYLE)
_BODY: Final = re.compile(r"<body[^>]*>(.*)</body>", re.DOTALL)
_FORMULA: Final = re.compile(
    r'<math (.*?<annotation encoding="application/x-tex">(.*?)</annotation>)', re.DOTALL
)
_NOTE: Final = re.compile(r'(<aside [^>]*id="fn(\d+)"[^>]*>\s*)(<p>)?')
_DAY_LENGTH: Final = len("2022-10-20")
NO_DAY: Final = "2000-01-01"
"""Stands for the day of a text that states none: a file must say when it was changed."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What a reader's shelf and the title page say."""

    title: str
    identifier: str
    """A URN or an address that never changes."""
    language: str
    """BCP 47."""
    publisher: str
    issued_on: str
    """ISO day, or empty."""
    creators: tuple[str, ...] = ()
    subtitle: tuple[str, ...] = ()
    """Lines below the title."""
    mark: str = ""
    lines: tuple[str, ...] = ()
    """Lines at the foot of the title page."""
    source: str = ""
    """Address of the page that says the same, or empty."""
    is_book: bool = False
    """Whether it has many chapters: then the contents name chapters only; readers can unfold."""
    labels: Mapping[str, str] = field(default_factory=dict)
    """Anchor of a chapter → what navigation says instead of its heading."""

    @property
    def day(self) -> str:
        """Give the day on which the content was last changed."""
        return self.issued_on[:_DAY_LENGTH] or NO_DAY


def packed(blocks: Sequence[Node], frame: Frame, draft: Draft, pandoc: Pandoc) -> bytes:
    """Give blocks with the pictures of their draft as an EPUB file, a file for each heading 1.

    Raises BiaoganError when pandoc fails.
    """
    # MathML is what EPUB asks for; the depth is that of the sections' headings.
    options = {"html_math_method": "mathml", "split_level": 1, "toc_depth": 2}
    options["table_of_contents"] = True
    files = {**draft.pictures, _STYLE: _STYLE_FILE.read_bytes()}
    tree = document(blocks, _metadata(frame))
    return _finished(pandoc.write(tree, "epub3", pictures=files, options=options), frame)


def _metadata(frame: Frame) -> dict[str, Any]:
    """Give what pandoc writes into the package's metadata."""
    said = {
        "title": frame.title,
        "lang": frame.language,
        "identifier": frame.identifier,
        "publisher": frame.publisher,
        "date": frame.issued_on,
        "source": frame.source,
        "toc-title": text("publication_book.contents"),
        "css": _STYLE,
    }
    meta = {key: meta_text(for_xml(value)) for key, value in said.items() if value}
    if frame.creators:
        meta["author"] = meta_list(map(for_xml, frame.creators))
    return meta


def _finished(data: bytes, frame: Frame) -> bytes:
    """Give pandoc's EPUB file in our frame, the same bytes on every day."""
    return pack((name, _member(name, content, frame)) for name, content in unpack(data).items())


def _member(name: str, content: bytes, frame: Frame) -> bytes:
    if name.endswith(".opf"):
        return _opf(content, frame)
    if name.endswith(".ncx"):
        return _ncx(content, frame)
    if name.endswith("nav.xhtml"):
        return _nav(content, frame)
    if name.endswith("title_page.xhtml"):
        return _document(_title_page(frame), frame, "../")
    if name.endswith(".xhtml"):
        return _document(_inner(content), frame, "../")
    return content


def _inner(content: bytes) -> str:
    """Give what stands in the body of pandoc's document."""
    found = _BODY.search(content.decode())
    assert found
    return _FORMULA.sub(_described, _NOTE.sub(_numbered, found[1]))


def _numbered(note: re.Match[str]) -> str:
    """Give a note's beginning with its number, which leads back; pandoc leaves both to readers."""
    back = f'<a href="#fnref{note[2]}" role="doc-backlink">{note[2]}</a>'
    return f"{note[1]}<p>{back} " if note[3] else f"{note[1]}<p>{back}</p>"


def _document(body: str, frame: Frame, root: str) -> bytes:
    language = _said(frame.language)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html>\n'
        f'<html xmlns="{_XHTML}" xmlns:epub="{_OPS}" lang="{language}" xml:lang="{language}">\n'
        f'<head>\n<meta charset="utf-8" />\n<title>{_said(frame.title)}</title>\n'
        f'<link rel="stylesheet" type="text/css" href="{root}styles/stylesheet1.css" />\n'
        f"</head>\n<body>\n{body.strip()}\n</body>\n</html>\n"
    ).encode()


def _said(words: str) -> str:
    return escape(for_xml(words))


def _title_page(frame: Frame) -> str:
    lines = [f"<h1>{_said(frame.title)}</h1>"]
    lines += [f'<p class="subtitle">{_said(line)}</p>' for line in frame.subtitle]
    lines += [f'<p class="byline">{_said(name)}</p>' for name in frame.creators]
    lines += [f'<p class="mark">{_said(frame.mark)}</p>'] if frame.mark else []
    lines += [f'<p class="issuer">{_said(frame.publisher)}</p>'] if frame.publisher else []
    lines += [f'<p class="line">{_said(line)}</p>' for line in frame.lines]
    inner = "\n".join(lines)
    return f'<section epub:type="titlepage" class="titlepage">\n{inner}\n</section>'


def _described(formula: re.Match[str]) -> str:
    """Give a formula with its TeX as what is said where MathML is not read out."""
    said = formula[2].replace('"', "&quot;").replace("\n", " ")
    return f'<math alttext="{said}" {formula[1]}'


def _opf(content: bytes, frame: Frame) -> bytes:
    modified = f'<meta property="dcterms:modified">{frame.day}T00:00:00Z</meta>'
    return re.sub(
        rb'<meta property="dcterms:modified">[^<]*</meta>', modified.encode(), content, count=1
    )


def _ncx(content: bytes, frame: Frame) -> bytes:
    root = etree.fromstring(content)
    for point in root.iter(f"{{{_NCX}}}navPoint"):
        target = point.find(f"{{{_NCX}}}content")
        label = point.find(f"{{{_NCX}}}navLabel/{{{_NCX}}}text")
        if target is None or label is None:
            continue
        path, _, anchor = str(target.get("src")).partition("#")
        if path.endswith("title_page.xhtml"):
            label.text = text("publication_book.title_page")
        label.text = for_xml(frame.labels[anchor]) if anchor in frame.labels else label.text
    return _bytes(root)


def _nav(content: bytes, frame: Frame) -> bytes:
    whole = _document(_inner(content), frame, "")
    root = etree.fromstring(whole)
    for link in root.iter(f"{{{_XHTML}}}a"):
        _, _, anchor = str(link.get("href")).partition("#")
        words = _LANDMARKS.get(str(link.get(f"{{{_OPS}}}type")))
        if words:
            link.text = text(f"publication_book.{words}")
        if anchor in frame.labels:
            # The heading may be set off in parts; the label is plain.
            etree.strip_elements(link, "*", with_tail=True)
            link.text = for_xml(frame.labels[anchor])
    for inner in root.findall(f".//{_IN}ol//{_IN}ol") if frame.is_book else ():
        inner.set("hidden", "hidden")
    return _bytes(root)


_LANDMARKS: Final = {"titlepage": "title_page", "toc": "contents"}


def _bytes(root: "etree._Element") -> bytes:
    tree = root.getroottree()
    made: bytes = etree.tostring(tree, xml_declaration=True, encoding="UTF-8")
    return made
