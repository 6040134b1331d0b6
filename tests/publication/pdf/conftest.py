"""A press that is set up once, and ways to print a text and to look into what came out."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from generator.library.paper import PaperRule
from generator.publication.blocks.tree import BodyTree, Paragraph, Text
from generator.publication.manuscripts.chapter import Chapter, Imprint
from generator.publication.pdf.case import print_case
from generator.publication.pdf.fonts import Faces, find_fonts
from generator.publication.pdf.press import Press

IMPRINT = Imprint("质量标杆库", "https://biaogan.example/", "zh-Hans")


@dataclass(frozen=True)
class Mathematics:
    """Stands for pandoc: knows some formulas."""

    known: Mapping[str, str]

    def formulas(self, texs: Iterable[str]) -> Mapping[str, str]:
        return {tex: self.known[tex] for tex in texs if tex in self.known}


MATHEMATICS = Mathematics({"x^2": "x^2", "C_{pk}": "C_(p k)", "broken": "frac(", "文": '"文"'})


@pytest.fixture(scope="session")
def memory(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("fonts")


@pytest.fixture(scope="session")
def faces(memory: Path) -> Faces:
    return find_fonts({}, (), memory)


@pytest.fixture(scope="session")
def press(faces: Faces) -> Press:
    return Press(faces)


def chapter(body: BodyTree, **changed: Any) -> Chapter:
    values: dict[str, Any] = {
        "number": "2022-001",
        "title": "构建过程质量预测管控模式",
        "byline": "示例轴承有限公司",
        "mark": "",
        "summary_heading": "摘要",
        "summary": (),
        "body": body,
        "appendix": (),
        "colophon": ((Text("编号 2022-001"),),),
        "address": "https://biaogan.example/cases/2022-001/",
        "paper": PaperRule(),
        "issued_on": "2022-10-20",
    }
    return Chapter(**{**values, **changed})


def paragraph(text: str) -> Paragraph:
    return Paragraph((Text(text),))


class Printed:
    """A PDF, opened."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.reader = PdfReader(BytesIO(data))

    @property
    def text(self) -> str:
        return "\n".join(page.extract_text() for page in self.reader.pages)

    @property
    def bare(self) -> str:
        """The text without white space: a PDF knows places, not spaces."""
        return "".join(self.text.split())

    @property
    def bookmarks(self) -> list[tuple[int, str]]:
        return list(_bookmarks(self.reader.outline, 1))

    @property
    def root(self) -> Any:
        return self.reader.trailer["/Root"]

    @property
    def fonts(self) -> set[str]:
        """Names of the embedded fonts, without the letters that say that they are parts."""
        found = set()
        for page in self.reader.pages:
            resources: Any = page["/Resources"]
            for font in resources.get("/Font", {}).values():
                inner = font.get_object()["/DescendantFonts"][0].get_object()
                descriptor = inner["/FontDescriptor"].get_object()
                assert any(key in descriptor for key in ("/FontFile2", "/FontFile3"))
                found.add(str(inner["/BaseFont"]).partition("+")[2].removesuffix("-Identity-H"))
        return found

    def tags(self) -> list[Any]:
        """All elements of structure, in order."""
        return list(_elements(self.root["/StructTreeRoot"]))

    def kinds(self) -> set[str]:
        return {str(tag["/S"]) for tag in self.tags()}


def _bookmarks(outline: Any, level: int) -> Iterable[tuple[int, str]]:
    for entry in outline:
        if isinstance(entry, list):
            yield from _bookmarks(entry, level + 1)
        else:
            yield level, entry.title


def _elements(element: Any) -> Iterable[Any]:
    element = element.get_object()
    if isinstance(element, list):
        for one in element:
            yield from _elements(one)
    elif isinstance(element, dict):
        if "/S" in element:
            yield element
        if "/K" in element:
            yield from _elements(element["/K"])


def printed(press: Press, *blocks: Any, notes: Any = (), **changed: Any) -> Printed:
    made = chapter(BodyTree(tuple(blocks), tuple(notes)), **changed)
    return Printed(print_case(made, IMPRINT, press, MATHEMATICS))
