"""Look into a .docx: its parts as XML, its paragraphs with what their styles amount to."""

import io
import zipfile
from collections.abc import Iterator
from functools import cached_property
from typing import Any, Final

from lxml import etree

W: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NS: Final = {
    "w": W,
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
}


def w(name: str) -> str:
    return f"{{{W}}}{name}"


class Docx:
    def __init__(self, data: bytes) -> None:
        self.data = data
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            assert archive.testzip() is None
            self.members = {name: archive.read(name) for name in archive.namelist()}

    def part(self, name: str) -> Any:
        # Deep formulas are no attack here.
        return etree.fromstring(self.members[name], etree.XMLParser(huge_tree=True))

    @cached_property
    def document(self) -> Any:
        return self.part("word/document.xml")

    @cached_property
    def styles(self) -> dict[str, Any]:
        root = self.part("word/styles.xml")
        return {one.get(w("styleId")): one for one in root.findall("w:style", NS)}

    def find(self, path: str) -> list[Any]:
        return list(self.document.xpath(path, namespaces=NS))

    def paragraphs(self) -> Iterator[tuple[str, str]]:
        """Yield each paragraph's style and text."""
        for one in self.document.iter(w("p")):
            yield style_of(one), "".join(one.itertext(w("t")))

    def text_in(self, style: str) -> list[str]:
        return [words for name, words in self.paragraphs() if name == style]

    def value(self, style: str, path: str, attribute: str = "val") -> str | None:
        """Give what a style has at a path, through those that it is based on."""
        while style:
            found = self.styles[style].find(path, NS)
            if found is not None:
                value = found.get(w(attribute))
                if value is not None:
                    return str(value)
            base = self.styles[style].find("w:basedOn", NS)
            style = "" if base is None else base.get(w("val"))
        return None

    def size(self, style: str) -> float:
        return int(self.value(style, "w:rPr/w:sz") or 0) / 2

    def face(self, style: str) -> str | None:
        return self.value(style, "w:rPr/w:rFonts", "eastAsia")

    def is_on(self, style: str, path: str) -> bool:
        while style:
            found = self.styles[style].find(path, NS)
            if found is not None:
                return found.get(w("val")) not in ("0", "false")
            base = self.styles[style].find("w:basedOn", NS)
            style = "" if base is None else base.get(w("val"))
        return False


def style_of(paragraph: Any) -> str:
    found = paragraph.find("w:pPr/w:pStyle", NS)
    return "" if found is None else str(found.get(w("val")))
