"""The reference document that pandoc takes styles, page and footers from, made from a style sheet.

It is made each time and never kept among the sources: a binary cannot be read in a review, and
two makings have the same bytes. What is not in it (theme, comments …) pandoc adds from its own.
"""

from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path
from typing import Final

from generator.library.paper import Typeface
from generator.publication.word.quoting import quoted
from generator.publication.word.sheet import StyleSheet
from generator.publication.word.sheet_xml import LATIN, W, face_name, section_xml, styles_xml
from generator.publication.zipping import pack
from generator.strings import text
from generator.writing import write_whole

_R: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_HEAD: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_SPACES: Final = f'xmlns:w="{W}" xmlns:r="{_R}"'
_PLACES: Final = ("default", "even", "first")


def reference_bytes(sheet: StyleSheet) -> bytes:
    """Give the reference document of a style sheet."""
    return pack((name, content.encode()) for name, content in parts(sheet))


def reference_docx(sheet: StyleSheet, folder: Path) -> Path:
    """Give the file of a reference document in a folder, where it is made if it is not there.

    Its name is made from its digest. Raises OSError.
    """
    data = reference_bytes(sheet)
    path = folder / f"reference-{blake2b(data, digest_size=12).hexdigest()}.docx"
    if not path.exists():
        write_whole(path, data)
    return path


def settings_xml(sheet: StyleSheet) -> str:
    """Give `word/settings.xml`, in the order of the schema (ECMA-376 part 1, 17.15.1.78).

    pandoc keeps only some of it: `finishing` puts it into the document.
    """
    even = "<w:evenAndOddHeaders/>" if sheet.header.even or sheet.footer.even else ""
    mirrored = "<w:mirrorMargins/>" if sheet.page.mirrored else ""
    # Without the compatibility mode Word opens it as of 2007 and says so above the text;
    # `compressPunctuation` sets 。” close, as a printer does;
    # `doNotExpandShiftReturn` keeps a justified line that a break ends from being spread.
    return (
        f'{_HEAD}<w:settings {_SPACES}><w:zoom w:percent="100"/>{mirrored}'
        f'<w:defaultTabStop w:val="420"/>{even}'
        '<w:characterSpacingControl w:val="compressPunctuation"/>'
        "<w:compat><w:spaceForUL/><w:balanceSingleByteDoubleByteWidth/><w:doNotLeaveBackslashAlone/>"
        "<w:ulTrailSpace/><w:doNotExpandShiftReturn/><w:adjustLineHeightInTable/><w:useFELayout/>"
        '<w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        '<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/>'
        '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>'
    )


def fonts_xml() -> str:
    """Give `word/fontTable.xml`: which face stands in where a computer lacks an official one."""
    fonts = "".join(
        f"<w:font w:name={quoted(face_name(face))}>"
        f"<w:altName w:val={quoted(text(f'publication_word.stand_ins.{face}'))}/>"
        '<w:charset w:val="86"/></w:font>'
        for face in Typeface
    )
    return f'{_HEAD}<w:fonts {_SPACES}>{fonts}<w:font w:name="{LATIN}"/></w:fonts>'


def parts(sheet: StyleSheet, content: str = "<w:p/>") -> Iterator[tuple[str, str]]:
    """Yield the parts of a document of this sheet, by their names; `content` is the body's."""
    margins = list(_margins(sheet))
    yield "[Content_Types].xml", _content_types([name for _, _, name, _ in margins])
    yield "_rels/.rels", _relations([("officeDocument", "word/document.xml")])
    targets = [
        ("styles", "styles.xml"),
        ("settings", "settings.xml"),
        ("fontTable", "fontTable.xml"),
    ]
    targets += [(kind, name) for kind, _, name, _ in margins]
    yield "word/_rels/document.xml.rels", _relations(targets)
    references = "".join(
        f'<w:{kind}Reference w:type="{place}" r:id="rId{number}"/>'
        for number, (kind, place, _, _) in enumerate(margins, 4)
    )
    has_first = sheet.header.has_first or sheet.footer.has_first
    section = section_xml(sheet.page, references, has_first=has_first)
    body = f"<w:body>{content}{section}</w:body>"
    yield "word/document.xml", f"{_HEAD}<w:document {_SPACES}>{body}</w:document>"
    yield "word/styles.xml", styles_xml(sheet)
    yield "word/settings.xml", settings_xml(sheet)
    yield "word/fontTable.xml", fonts_xml()
    for kind, _, name, shown in margins:
        tag = "hdr" if kind == "header" else "ftr"
        yield f"word/{name}", f"{_HEAD}<w:{tag} {_SPACES}>{shown or '<w:p/>'}</w:{tag}>"


def _margins(sheet: StyleSheet) -> Iterator[tuple[str, str, str, str]]:
    """Yield headers and footers: kind, pages, name of the part, content."""
    for kind, margins in (("header", sheet.header), ("footer", sheet.footer)):
        for place in _PLACES:
            content = getattr(margins, place)
            if content or (place == "first" and margins.has_first):
                yield kind, place, f"{kind}_{place}.xml", content


def _relations(targets: list[tuple[str, str]]) -> str:
    listed = "".join(
        f'<Relationship Id="rId{number}" Type="{_R}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, 1)
    )
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{listed}</Relationships>'


def _content_types(margins: list[str]) -> str:
    kinds = {
        "document.xml": "document.main",
        "styles.xml": "styles",
        "settings.xml": "settings",
        "fontTable.xml": "fontTable",
        **{name: name.split("_")[0] for name in margins},
    }
    overrides = "".join(
        f'<Override PartName="/word/{name}" ContentType="{_TYPE}.{kind}+xml"/>'
        for name, kind in kinds.items()
    )
    return (
        f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )
