"""Drawings in an EPUB file run nothing and fetch nothing."""

from pathlib import Path

import pytest

from generator.errors import BiaoganError
from generator.publication.blocks.tree import BodyTree, Figure, Picture
from generator.publication.epub.case import write_case
from generator.publication.epub.drawings import safe_drawing
from generator.publication.word.pandoc import Pandoc
from generator.publication.zipping import unpack
from tests.publication.word.samples import IMPRINT, chapter_of

HEAD = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    ' width="100" height="50">'
)
END = '<rect id="kept" width="9" height="9"/></svg>'
ACTING = {
    "script": "<script>alert(1)</script>",
    "handler": '<g onclick="alert(1)"/>',
    "javascript": '<a xlink:href=" javascript:alert(1)"/>',
    "data": '<use href="data:image/svg+xml,%3Csvg/%3E"/>',
    "picture": '<image xlink:href="https://example.org/x.png" width="1" height="1"/>',
    "file": '<image href="file:///etc/passwd"/>',
    "import": "<style>@import url(https://example.org/a.css);</style>",
    "url": '<g style="fill:url(https://example.org/a)"/>',
    "filter": "<g filter=\"url( '//example.org/a#b')\"/>",
    "escape": "<style>rect{fill:u\\72l(https://example.org/)}</style>",
    "frame": "<foreignObject><iframe xmlns='http://www.w3.org/1999/xhtml' src='https://a/'/>"
    "</foreignObject>",
    "animation": '<a><animate attributeName="xlink:href" to="javascript:alert(1)"/></a>',
    "prefixed": '<x:script xmlns:x="http://www.w3.org/2000/svg">alert(1)</x:script>',
}
WORDS = (b"alert", b"example.org", b"file:", b"//a/", b"data:image/svg")


@pytest.mark.parametrize("kind", ACTING)
def test_what_acts_or_reaches_out_is_gone(kind: str) -> None:
    made = safe_drawing(Path("a.svg"), f"{HEAD}{ACTING[kind]}{END}".encode())
    assert b'id="kept"' in made
    assert not any(word in made for word in WORDS)


@pytest.mark.parametrize(
    "inner",
    [
        '<style>rect{fill:url(#a)} text{font-family:"宋体"}</style>',
        '<use xlink:href="#kept"/><image href="data:image/png;base64,AAAA"/>',
        '<a href="https://example.org/"><text y="9">来源</text></a>',
        '<animate attributeName="x" to="9"/><!-- drawn by hand -->',
    ],
)
def test_a_harmless_drawing_stays_as_it_is(inner: str) -> None:
    data = f"{HEAD}{inner}{END}".encode()
    assert safe_drawing(Path("a.svg"), data) == data


def test_a_style_sheet_of_another_file_is_gone() -> None:
    sheet = '<?xml version="1.0"?><?xml-stylesheet href="https://example.org/a.css"?>'
    assert b"example.org" not in safe_drawing(Path("a.svg"), f"{sheet}{HEAD}{END}".encode())


def test_words_behind_what_is_taken_out_stay() -> None:
    inner = '<text y="9">前<tspan>中</tspan><script>alert(1)</script>后</text>'
    made = safe_drawing(Path("a.svg"), f"{HEAD}{inner}{END}".encode()).decode()
    assert "<tspan>中</tspan>后</text>" in made


def test_entities_of_its_own_are_written_out() -> None:
    names = '<!DOCTYPE svg [<!ENTITY said "示例">]>'
    made = safe_drawing(Path("a.svg"), f'{names}{HEAD}<text y="9">&said;</text>{END}'.encode())
    assert "示例</text>" in made.decode()
    assert b"ENTITY" not in made


@pytest.mark.parametrize("kind", ["file", "bomb", "parameter", "no drawing", "broken"])
def test_what_asks_for_a_file_or_swells_is_refused(kind: str, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("secret", encoding="utf-8")
    pairs = zip("abcdefgh", "bcdefghi", strict=True)
    names = "".join(f'<!ENTITY {new} "{f"&{old};" * 10}">' for old, new in pairs)
    text = f'{HEAD}<text y="9">&i;</text>{END}'
    data = {
        "file": f'<!DOCTYPE svg [<!ENTITY i SYSTEM "{secret.as_uri()}">]>{text}',
        "bomb": f'<!DOCTYPE svg [<!ENTITY a "{"x" * 100}">{names}]>{text}',
        "parameter": f'<!DOCTYPE svg [<!ENTITY % p SYSTEM "{secret.as_uri()}"> %p;]>{text}',
        "no drawing": "<html/>",
        "broken": "<svg",
    }[kind]
    with pytest.raises(BiaoganError, match=r"a\.svg"):
        safe_drawing(Path("a.svg"), data.encode())


def test_a_book_holds_the_safe_drawing(pandoc: Pandoc, tmp_path: Path) -> None:
    path = tmp_path / "drawing.svg"
    path.write_text(f"{HEAD}{''.join(ACTING.values())}{END}", encoding="utf-8")
    body = BodyTree((Figure(Picture(path, "图")),))
    members = unpack(write_case(chapter_of(body), IMPRINT, pandoc))
    [drawing] = [part for name, part in members.items() if name.endswith(".svg")]
    assert b'id="kept"' in drawing
    assert not any(word in drawing for word in WORDS)
