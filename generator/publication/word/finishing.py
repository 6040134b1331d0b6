"""What pandoc's Word documents still need: properties, settings, indents of lists, fixed dates."""

import re
from dataclasses import dataclass
from typing import Final
from xml.sax.saxutils import escape

from generator.pages.controls import for_xml
from generator.publication.word.reference import fonts_xml, settings_xml
from generator.publication.word.sheet import StyleSheet
from generator.publication.word.touching import touched
from generator.publication.zipping import pack, unpack

_LEVEL: Final = re.compile(r'(<w:lvl w:ilvl="(\d)">.*?<w:ind )[^>]*?/>', re.DOTALL)
_TWIPS: Final = 20
_CORE: Final = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_EXTENDED: Final = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
_HEAD: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_FIRST_DAY: Final = "2000-01-01"
"""Of documents without a day of their own."""


@dataclass(frozen=True, slots=True)
class Properties:
    """What a document says of itself."""

    title: str
    creator: str = ""
    """Who wrote it: an enterprise, or the site."""
    day: str = ""
    """ISO day that it is dated with; empty: a fixed one, never today."""
    subject: str = ""
    keywords: tuple[str, ...] = ()


def finished(written: bytes, sheet: StyleSheet, properties: Properties) -> bytes:
    """Give a document that pandoc wrote, completed; the same bytes every time."""
    members = unpack(written)
    members["docProps/core.xml"] = _core(properties).encode()
    members["docProps/app.xml"] = _application().encode()
    # pandoc keeps only some settings, and of two columns of faces only its own.
    members["word/settings.xml"] = settings_xml(sheet).encode()
    members["word/fontTable.xml"] = fonts_xml().encode()
    members["word/document.xml"] = touched(
        members["word/document.xml"], sheet.item, sheet.page.line
    )
    members["word/numbering.xml"] = _indented(members["word/numbering.xml"], sheet.item)
    return pack(members.items())


def _indented(numbering: bytes, size: float) -> bytes:
    """Indent the items of lists by characters: the number by two a level, its text behind it."""

    def level(found: re.Match[str]) -> str:
        left = (3.5 + 2 * int(found[2])) * size * _TWIPS
        return f'{found[1]}w:left="{round(left)}" w:hanging="{round(1.5 * size * _TWIPS)}"/>'

    return _LEVEL.sub(level, numbering.decode()).encode()


def _core(properties: Properties) -> str:
    day = f"{properties.day or _FIRST_DAY}T00:00:00Z"
    dated = "".join(
        f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{day}</dcterms:{name}>'
        for name in ("created", "modified")
    )
    said = "".join(
        f"<{name}>{escape(for_xml(value))}</{name}>"
        for name, value in (
            ("dc:title", properties.title),
            ("dc:subject", properties.subject),
            ("dc:creator", properties.creator),
            ("cp:keywords", ", ".join(properties.keywords)),
            ("dc:language", "zh-CN"),
        )
        if value
    )
    return (
        f'{_HEAD}<cp:coreProperties xmlns:cp="{_CORE}" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        f'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">{said}{dated}</cp:coreProperties>'
    )


def _application() -> str:
    return f'{_HEAD}<Properties xmlns="{_EXTENDED}"><Application>Biaogan</Application></Properties>'
