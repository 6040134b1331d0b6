"""Pieces of OpenXML that pandoc's tree has no word for: fields, bookmarks, an empty paragraph."""

import re
from hashlib import blake2b
from typing import Any, Final
from xml.sax.saxutils import escape

from lxml import etree

from generator.pages.controls import for_xml
from generator.publication.word.names import Style

_NO_NAME: Final = re.compile(r"\W")
_LONGEST_NAME: Final = 40
"""Characters that Word takes in the name of a bookmark."""


def parsed(part: bytes) -> "etree._Element":
    """Give a part of a document that we wrote as XML, however deep its formulas are."""
    return etree.fromstring(part, etree.XMLParser(huge_tree=True, resolve_entities=False))


def bookmark(anchor: str) -> str:
    """Give the name of an anchor's bookmark: begins with a letter, ≤ 40 letters, digits or `_`.

    pandoc would replace any other by a digest, for links and for bookmarks alike but not for the
    fields that we write. A name that begins with `_` Word hides.
    """
    name = for_xml(anchor)
    if name and name[0].isalpha() and len(name) <= _LONGEST_NAME and not _NO_NAME.search(name):
        return name
    return f"a_{blake2b(name.encode(), digest_size=12).hexdigest()}"


def raw_inline(xml: str) -> dict[str, Any]:
    """Give OpenXML runs as an inline of the tree."""
    return {"t": "RawInline", "c": ["openxml", xml]}


def raw_block(xml: str) -> dict[str, Any]:
    """Give OpenXML paragraphs as a block of the tree."""
    return {"t": "RawBlock", "c": ["openxml", xml]}


def empty_paragraph(style: Style) -> dict[str, Any]:
    """Give a paragraph without text; pandoc drops such when they come as its own."""
    return raw_block(f'<w:p><w:pPr><w:pStyle w:val="{style.id}" /></w:pPr></w:p>')


def field(instruction: str, shown: str, character_style: Style | None = None) -> dict[str, Any]:
    """Give a field with what it shows until Word computes it anew.

    In its long form: what pandoc and others read of `w:fldSimple` loses the text within.
    """
    style = f'<w:rStyle w:val="{character_style.id}" />' if character_style else ""
    # The hint makes Word take the Chinese face for signs that both scripts have.
    properties = f'<w:rPr>{style}<w:rFonts w:hint="eastAsia" /></w:rPr>'

    def run(content: str) -> str:
        return f"<w:r>{properties}{content}</w:r>"

    return raw_inline(
        run('<w:fldChar w:fldCharType="begin" />')
        + run(f'<w:instrText xml:space="preserve"> {escape(instruction)} </w:instrText>')
        + run('<w:fldChar w:fldCharType="separate" />')
        + run(f'<w:t xml:space="preserve">{escape(for_xml(shown))}</w:t>')
        + run('<w:fldChar w:fldCharType="end" />')
    )


def page_number(before: str = "", after: str = "", side: str = "center") -> str:
    """Give a paragraph with the number of the page, for a footer.

    `side` is `w:jc`'s; its style is `Style.FOOTER`.
    """
    runs = [words_xml(before)] if before else []
    runs.append(field("PAGE", "1")["c"][1])
    runs += [words_xml(after)] if after else []
    style = f'<w:pPr><w:pStyle w:val="{Style.FOOTER.id}" /><w:jc w:val="{side}" /></w:pPr>'
    return f"<w:p>{style}{''.join(runs)}</w:p>"


def words_xml(words: str) -> str:
    """Give text as an OpenXML run."""
    shown = f'<w:t xml:space="preserve">{escape(for_xml(words))}</w:t>'
    return f'<w:r><w:rPr><w:rFonts w:hint="eastAsia" /></w:rPr>{shown}</w:r>'
