"""Word files made from raw XML: each test says only what it is about. All of it is fictional."""

import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from generator.intake.remarks import Remark
from generator.intake.word.pandoc import Tree, read_tree, write_markdown
from generator.intake.word.parts import open_word
from generator.intake.word.preparing import prepare

HEAD: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
WORD: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
DRAWING: Final = "http://schemas.openxmlformats.org/drawingml/2006"
NAMESPACES: Final = (
    f'xmlns:w="{WORD}" xmlns:r="{OFFICE}" xmlns:a="{DRAWING}/main" xmlns:c="{DRAWING}/chart" '
    f'xmlns:pic="{DRAWING}/picture" xmlns:dgm="{DRAWING}/diagram" '
    f'xmlns:wp="{DRAWING}/wordprocessingDrawing" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:wpg="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup" '
    'xmlns:wpc="http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
)
PIXEL: Final = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360606060000000050001a5f64540"
    "0000000049454e44ae426082"
)
CONTENT_TYPES: Final = (
    f'{HEAD}<Types xmlns="{PACKAGE}/content-types">'
    '<Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Default Extension="png" ContentType="image/png"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-'
    'officedocument.wordprocessingml.document.main+xml"/></Types>'
)
STYLES: Final = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
    "</w:style>"
    '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/>'
    '<w:basedOn w:val="Normal"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 2"/>'
    '<w:basedOn w:val="Normal"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>'
)

Parts = Mapping[str, str | bytes]


def run(text: str, properties: str = "") -> str:
    """Give a run of one text."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(content: str, properties: str = "") -> str:
    """Give a paragraph; what is no XML becomes its only run."""
    inner = content if content.startswith("<") else run(content)
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>"


def numbered(content: str, num: int = 1, level: int = 0, properties: str = "") -> str:
    """Give a paragraph with an automatic number."""
    mark = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num}"/></w:numPr>'
    return paragraph(content, mark + properties)


def level(number: int, form: str, text: str, extra: str = "") -> str:
    """Give one level of a numbering."""
    return (
        f'<w:lvl w:ilvl="{number}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{extra}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def numbering(*levels: str, more: str = "") -> str:
    """Give numbering.xml with one list of these levels, its num is 1."""
    return (
        f'{HEAD}<w:numbering {NAMESPACES}><w:abstractNum w:abstractNumId="0">{"".join(levels)}'
        f'</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>{more}'
        "</w:numbering>"
    )


def document(body: str) -> str:
    """Give document.xml."""
    return f"{HEAD}<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>"


def relations(*entries: str) -> str:
    """Give a .rels part."""
    return (
        f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{"".join(entries)}</Relationships>'
    )


def relation(key: str, kind: str, target: str, *, external: bool = False) -> str:
    """Give one relation of a usual type."""
    mode = ' TargetMode="External"' if external else ""
    return f'<Relationship Id="{key}" Type="{OFFICE}/{kind}" Target="{target}"{mode}/>'


def docx(path: Path, body: str, parts: Parts | None = None, related: tuple[str, ...] = ()) -> Path:
    """Write a .docx of a body; `parts` are added or stand in for the usual ones."""
    usual = (
        relation("s", "styles", "styles.xml"),
        relation("n", "numbering", "numbering.xml"),
        relation("f", "footnotes", "footnotes.xml"),
    )
    written: dict[str, str | bytes] = {
        "[Content_Types].xml": CONTENT_TYPES,
        "_rels/.rels": relations(relation("d", "officeDocument", "word/document.xml")),
        "word/document.xml": document(body),
        "word/_rels/document.xml.rels": relations(*usual, *related),
        "word/styles.xml": f"{HEAD}<w:styles {NAMESPACES}>{STYLES}</w:styles>",
        **(parts or {}),
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in written.items():
            archive.writestr(name, data)
    return path


def prepared(path: Path) -> tuple[Path, tuple[Remark, ...]]:
    """Prepare a document beside itself."""
    target = path.with_name(f"prepared-{path.name}")
    with open_word(path) as parts:
        return target, prepare(parts, target)


def tree_of(path: Path) -> tuple[Tree, tuple[Remark, ...]]:
    """Prepare and read a document."""
    target, remarks = prepared(path)
    return read_tree(target, path.parent / "media"), remarks


def markdown_of(path: Path) -> tuple[str, tuple[Remark, ...]]:
    """Prepare, read and write a document as Markdown."""
    tree, remarks = tree_of(path)
    return write_markdown(tree), remarks
