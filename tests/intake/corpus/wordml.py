"""A Word file part by part, as WordprocessingML: the writer has every element in its hand."""

import io
import zipfile
from dataclasses import dataclass, field
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from tests.intake.corpus.content import Picture

HEAD: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_SCHEMAS: Final = "http://schemas.openxmlformats.org"
_OFFICE: Final = f"{_SCHEMAS}/officeDocument/2006"
RELATIONS: Final = f"{_OFFICE}/relationships"
NAMESPACES: Final = {
    "w": f"{_SCHEMAS}/wordprocessingml/2006/main",
    "r": RELATIONS,
    "m": f"{_OFFICE}/math",
    "wp": f"{_SCHEMAS}/drawingml/2006/wordprocessingDrawing",
    "a": f"{_SCHEMAS}/drawingml/2006/main",
    "pic": f"{_SCHEMAS}/drawingml/2006/picture",
    "c": f"{_SCHEMAS}/drawingml/2006/chart",
    "dgm": f"{_SCHEMAS}/drawingml/2006/diagram",
    "mc": f"{_SCHEMAS}/markup-compatibility/2006",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "wpg": "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
}
XMLNS: Final = " ".join(f'xmlns:{name}="{address}"' for name, address in NAMESPACES.items())
_TYPE: Final = "application/vnd.openxmlformats-officedocument"
_WORD_TYPE: Final = f"{_TYPE}.wordprocessingml"
MAIN_TYPE: Final = f"{_WORD_TYPE}.document.main+xml"
_DEFAULTS: Final = {
    "rels": "application/vnd.openxmlformats-package.relationships+xml",
    "xml": "application/xml",
    "png": "image/png",
    "jpg": "image/jpeg",
    "emf": "image/x-emf",
    "wmf": "image/x-wmf",
}
_DAY: Final = (2022, 6, 20, 9, 0, 0)


def typed(name: str) -> str:
    """Give the content type of a part of Word: styles, numbering, footnotes, comments."""
    return f"{_WORD_TYPE}.{name}+xml"


CHART_TYPE: Final = f"{_TYPE}.drawingml.chart+xml"
DIAGRAM_TYPES: Final = {
    "diagramData": f"{_TYPE}.drawingml.diagramData+xml",
    "diagramLayout": f"{_TYPE}.drawingml.diagramLayout+xml",
    "diagramQuickStyle": f"{_TYPE}.drawingml.diagramStyle+xml",
    "diagramColors": f"{_TYPE}.drawingml.diagramColors+xml",
}


@dataclass(slots=True)
class Package:
    """The parts of a Word file, being put together."""

    parts: dict[str, bytes] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    """Texts of footnotes, the first has the id 1."""
    comments: list[str] = field(default_factory=list)
    _types: dict[str, str] = field(default_factory=dict)
    _relations: dict[str, tuple[str, str, bool]] = field(default_factory=dict)
    _media: dict[bytes, str] = field(default_factory=dict)
    _numbers: int = 0

    def number(self) -> int:
        """Give a number that no other thing of this file has."""
        self._numbers += 1
        return self._numbers

    def relate(self, kind: str, target: str, *, external: bool = False) -> str:
        """Add a relation of the document, give its id."""
        name = f"rId{len(self._relations) + 1}"
        self._relations[name] = (kind, target, external)
        return name

    def add(self, name: str, content: str, kind: str, content_type: str) -> str:
        """Add an XML part below word/, give the id of the relation to it."""
        self.parts[f"word/{name}"] = (HEAD + content).encode()
        self._types[f"/word/{name}"] = content_type
        return self.relate(f"{RELATIONS}/{kind}", name)

    def picture(self, picture: Picture) -> str:
        """Add a picture's bytes once, give the id of the relation to it."""
        if picture.data not in self._media:
            ending = {"jpeg": "jpg"}.get(picture.kind, picture.kind)
            name = f"media/image{len(self._media) + 1}.{ending}"
            self.parts[f"word/{name}"] = picture.data
            self._media[picture.data] = self.relate(f"{RELATIONS}/image", name)
        return self._media[picture.data]

    def finish(self, body: str, main_type: str = MAIN_TYPE) -> bytes:
        """Give the file with this body."""
        self.parts["word/document.xml"] = document(body)
        self._types["/word/document.xml"] = main_type
        self.parts["word/_rels/document.xml.rels"] = relations(self._relations)
        self.parts["_rels/.rels"] = relations(
            {"rId1": (f"{RELATIONS}/officeDocument", "word/document.xml", False)}
        )
        return packed({"[Content_Types].xml": self._content_types(), **self.parts})

    def _content_types(self) -> bytes:
        defaults = "".join(
            f'<Default Extension="{ending}" ContentType="{kind}"/>'
            for ending, kind in _DEFAULTS.items()
        )
        overrides = "".join(
            f'<Override PartName="{name}" ContentType="{kind}"/>'
            for name, kind in self._types.items()
        )
        address = f"{_SCHEMAS}/package/2006/content-types"
        return f'{HEAD}<Types xmlns="{address}">{defaults}{overrides}</Types>'.encode()


def document(body: str) -> bytes:
    """Give document.xml."""
    page = (
        '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/>'
        '<w:pgMar w:top="1440" w:right="1800" w:bottom="1440" w:left="1800"'
        ' w:header="851" w:footer="992" w:gutter="0"/></w:sectPr>'
    )
    return f"{HEAD}<w:document {XMLNS}><w:body>{body}{page}</w:body></w:document>".encode()


def relations(entries: dict[str, tuple[str, str, bool]]) -> bytes:
    """Give a part of relations: id → kind, target, whether it is outside."""
    lines = "".join(
        f"<Relationship Id={quoteattr(name)} Type={quoteattr(kind)} Target={quoteattr(target)}"
        + (' TargetMode="External"/>' if external else "/>")
        for name, (kind, target, external) in entries.items()
    )
    address = f"{_SCHEMAS}/package/2006/relationships"
    return f'{HEAD}<Relationships xmlns="{address}">{lines}</Relationships>'.encode()


def packed(parts: dict[str, bytes]) -> bytes:
    """Give the parts as a ZIP; the same parts give the same bytes."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            info = zipfile.ZipInfo(name, _DAY)
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, data)
    return stream.getvalue()


def run(words: str, properties: str = "", *, tag: str = "t") -> str:
    """Give a run of text; `\\n` is a soft line break."""
    lines = "<w:br/>".join(
        f'<w:{tag} xml:space="preserve">{escape(line)}</w:{tag}>' for line in words.split("\n")
    )
    inner = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f"<w:r>{inner}{lines}</w:r>"


def paragraph(inner: str, properties: str = "") -> str:
    """Give a paragraph."""
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{inner}</w:p>"


def simple_field(code: str, shown: str) -> str:
    """Give a field as one element."""
    return f"<w:fldSimple w:instr={quoteattr(f' {code} ')}>{run(shown)}</w:fldSimple>"


def complex_field(code: str, shown: str) -> str:
    """Give a field as Word writes it: code and shown text between marks."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        + run(f" {code} ", tag="instrText")
        + '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        + run(shown)
        + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
