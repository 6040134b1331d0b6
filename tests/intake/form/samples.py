"""Application forms made by hand: the XML that Word writes, cell by cell. All is fictional."""

import zipfile
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import Final
from xml.sax.saxutils import escape

from generator.intake.form.facts import Form
from generator.intake.form.reading import read_form
from generator.intake.word.parts import open_word
from generator.library.edition import Edition
from generator.library.vocabulary import Vocabularies, Vocabulary, VocabularyName
from generator.reading.editions import read_edition
from generator.reading.vocabularies import read_vocabulary

ROOT: Final = Path(__file__).parents[3]
SPACES: Final = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)
_TYPES: Final = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-'
    'officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_LINKS: Final = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
    'relationships/officeDocument" Target="word/document.xml"/></Relationships>'
)
DIRECTIONS: Final = (
    *("质量管理体系", "质量管理数字化", "可靠性提升"),
    *("过程控制", "质量管理方法", "中小企业"),
)


class Xml(str):
    """Text that is XML already."""

    __slots__ = ()


def run(text: str, properties: str = "") -> Xml:
    """Give a run."""
    before = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    lines = '</w:t><w:br/><w:t xml:space="preserve">'.join(map(escape, text.split("\v")))
    return Xml(f'<w:r>{before}<w:t xml:space="preserve">{lines}</w:t></w:r>')


def together(*parts: str) -> Xml:
    """Put runs one after the other; plain texts become runs."""
    return Xml("".join(inline(part) for part in parts))


def inline(content: str) -> str:
    """Give runs."""
    return content if isinstance(content, Xml) else run(content)


def p(content: str = "") -> Xml:
    """Give a paragraph; a line break is a new one."""
    if isinstance(content, Xml):
        return Xml(f"<w:p>{content}</w:p>")
    return Xml("".join(f"<w:p>{run(line)}</w:p>" for line in content.split("\n")))


def tc(content: str = "", *, span: int = 1, merge: str = "", extra: str = "") -> Xml:
    """Give a cell; `merge` is restart or continue."""
    inside = content if isinstance(content, Xml) and content.startswith("<w:tbl") else p(content)
    spanned = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    merged = f'<w:vMerge w:val="{merge}"/>' if merge else ""
    return Xml(f"<w:tc><w:tcPr>{spanned}{merged}{extra}</w:tcPr>{inside}</w:tc>")


def tr(*cells: str) -> Xml:
    """Give a row; plain texts become cells."""
    made = (
        cell if isinstance(cell, Xml) and cell.startswith("<w:") else tc(cell) for cell in cells
    )
    return Xml(f"<w:tr>{''.join(made)}</w:tr>")


def tbl(*rows: Sequence[str] | Xml) -> Xml:
    """Give a table."""
    made = "".join(row if isinstance(row, Xml) else tr(*row) for row in rows)
    return Xml(f"<w:tbl><w:tblPr/><w:tblGrid/>{made}</w:tbl>")


def choice(text: str, options: Iterable[str] = ()) -> Xml:
    """Give a drop-down content control; without a text it shows its placeholder."""
    items = "".join(f'<w:listItem w:displayText="{one}" w:value="{one}"/>' for one in options)
    state = "" if text else "<w:showingPlcHdr/>"
    return Xml(
        f"<w:sdt><w:sdtPr>{state}<w:dropDownList>"
        f'<w:listItem w:displayText="选择一项。" w:value=""/>{items}'
        f"</w:dropDownList></w:sdtPr><w:sdtContent>{run(text or '选择一项。')}"
        "</w:sdtContent></w:sdt>"
    )


def box(is_ticked: bool) -> Xml:
    """Give a content control to tick."""
    return Xml(
        f'<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="{int(is_ticked)}"/></w14:checkbox>'
        f"</w:sdtPr><w:sdtContent>{run('☒' if is_ticked else '☐')}</w:sdtContent></w:sdt>"
    )


def legacy_box(is_ticked: bool) -> Xml:
    """Give a form field of old Word."""
    state = "<w:checked/>" if is_ticked else '<w:default w:val="0"/>'
    return Xml(
        f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox>{state}</w:checkBox>'
        "</w:ffData></w:fldChar></w:r><w:r><w:instrText> FORMCHECKBOX </w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def sym(code: str, font: str = "Wingdings 2") -> Xml:
    """Give a sign of a symbol font."""
    return Xml(f'<w:r><w:sym w:font="{font}" w:char="{code}"/></w:r>')


def in_font(letter: str, font: str = "Wingdings 2") -> Xml:
    """Give a letter set in a symbol font."""
    return run(letter, f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}"/>')


def write_docx(path: Path, *body: str) -> Path:
    """Write a document of blocks given as XML; as Word does, it ends with a paragraph."""
    blocks = "".join((*body, p("")))
    document = f"<w:document {SPACES}><w:body>{blocks}<w:sectPr/></w:body></w:document>"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", _TYPES)
        archive.writestr("_rels/.rels", _LINKS)
        archive.writestr("word/document.xml", document)
    return path


def read(path: Path) -> Form:
    """Read a form from a file."""
    with open_word(path) as parts:
        return read_form(parts)


def form_of(folder: Path, *body: str) -> Form:
    """Write a form and read it."""
    return read(write_docx(folder / "form.docx", *body))


@cache
def national(edition: str = "2022") -> Edition:
    """Give an edition of this project."""
    path = ROOT / "cases" / edition / "edition.yml"
    found = read_edition(path.read_text(encoding="utf-8"), str(path)).value
    assert found is not None
    return found


@cache
def vocabularies() -> Vocabularies:
    """Give the vocabularies of this project."""
    found: dict[VocabularyName, Vocabulary] = {}
    for name in VocabularyName:
        path = ROOT / "cases" / "vocabulary" / f"{name.value}.yml"
        value = read_vocabulary(path.read_text(encoding="utf-8"), str(path), name).value
        assert value is not None
        found[name] = value
    return found
