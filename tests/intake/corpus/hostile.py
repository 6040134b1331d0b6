"""Files that want to do harm, or cannot be what they say: made, never downloaded.

Each maker writes one file (or folder) into a folder and gives its path. None of them asks for more
than a few megabytes of disk; the 500 MB file is sparse.
"""

import io
import zipfile
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Final

from tests.intake.corpus.catalog import case_data
from tests.intake.corpus.recipes import recipes
from tests.intake.corpus.wordml import HEAD, NAMESPACES, RELATIONS, Package, packed, paragraph, run

MEGABYTE: Final = 1024 * 1024
CFB: Final = bytes.fromhex("d0cf11e0a1b11ae1")
"""First bytes of an OLE file."""
VICTIM: Final = "biaogan-was-here.txt"
"""No maker's file may ever make a file of this name."""
OUTSIDE: Final = "OUTSIDE-SECRET-4711"
"""Written into a file beside; what an entity or a picture from outside would bring in."""
BEYOND: Final = 500
"""Megabytes of the sparse file."""


@cache
def good() -> bytes:
    """Give a .docx that is in order."""
    return case_data(next(one for one in recipes() if one.name == "short"))


def parts_of(data: bytes) -> dict[str, bytes]:
    """Give the parts of a .docx."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def truncated(make: Callable[[], bytes], share: float = 0.6) -> bytes:
    """Give the beginning of a file."""
    data = make()
    return data[: int(len(data) * share)]


def entity_bomb(part: str = "word/document.xml") -> bytes:
    """Give a .docx whose part wants entities to grow a billionfold."""
    lines = ['<!ENTITY a0 "哈">']
    lines += [f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10)]
    kind = f"<!DOCTYPE w:document [{''.join(lines)}]>"
    return with_part(
        part, (HEAD + kind + document_of(paragraph("<w:r><w:t>&a9;</w:t></w:r>"))).encode()
    )


def entity_outside(target: Path) -> bytes:
    """Give a .docx that wants to read a file of this machine."""
    kind = f'<!DOCTYPE w:document [<!ENTITY x SYSTEM "{target.as_uri()}">]>'
    body = document_of(paragraph("<w:r><w:t>&x;</w:t></w:r>"))
    return with_part("word/document.xml", (HEAD + kind + body).encode())


def document_of(body: str) -> str:
    """Give document.xml without its declaration."""
    return f'<w:document xmlns:w="{NAMESPACES["w"]}"><w:body>{body}</w:body></w:document>'


def with_part(name: str, data: bytes) -> bytes:
    """Give a good .docx with one part replaced or added."""
    return packed({**parts_of(good()), name: data})


def external_relations(target: Path) -> bytes:
    """Give a .docx with a template, pictures and links outside; `target` is a file of here."""
    package = Package()
    places = (
        target.as_uri(),
        "http://127.0.0.1:9/p.png",
        "//server/share/p.png",
        "\\\\server\\share\\p.png",
        "../../../../../../../../etc/hostname",
    )
    body = paragraph(run("外部引用"))
    for place in places:
        link = package.relate(f"{RELATIONS}/image", place, external=True)
        body += paragraph(_linked(link))
        package.relate(f"{RELATIONS}/attachedTemplate", place, external=True)
        link = package.relate(f"{RELATIONS}/hyperlink", place, external=True)
        shown = f'<w:hyperlink r:id="{link}">{run("链接")}</w:hyperlink>'
        body += paragraph(shown)
        link = package.relate(f"{RELATIONS}/oleObject", place, external=True)
    link = package.relate(f"{RELATIONS}/hyperlink", "javascript:alert(1)", external=True)
    body += paragraph(f'<w:hyperlink r:id="{link}">{run("脚本链接")}</w:hyperlink>')
    body += paragraph('<w:r><w:fldChar w:fldCharType="begin"/></w:r>')
    body += paragraph(run(f' INCLUDETEXT "{target}" ', tag="instrText"))
    body += paragraph(
        run(' DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe "/k calc" ', tag="instrText")
    )
    body += paragraph('<w:r><w:fldChar w:fldCharType="end"/></w:r>')
    return package.finish(body)


def _linked(link: str) -> str:
    return (
        '<w:r><w:drawing><wp:inline><wp:extent cx="99999" cy="99999"/><wp:docPr id="1" name="x"/>'
        f'<a:graphic><a:graphicData uri="{NAMESPACES["pic"]}"><pic:pic><pic:nvPicPr>'
        '<pic:cNvPr id="1" name="x"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>'
        f'<a:blip r:link="{link}"/></pic:blipFill><pic:spPr/></pic:pic></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r>"
    )


def macros() -> bytes:
    """Give a .docm: a case in order with a vbaProject.bin."""
    kind = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    enabled = b"application/vnd.ms-word.document.macroEnabled.main+xml"
    parts = parts_of(good())
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(kind, enabled)
    return packed({**parts, "word/vbaProject.bin": CFB + bytes(4096)})


def deep(levels: int = 10_000) -> bytes:
    """Give a .docx with so many elements one in the other."""
    inner = "<w:sdt><w:sdtContent>" * levels + paragraph(run("底"))
    inner += "</w:sdtContent></w:sdt>" * levels
    return with_part("word/document.xml", (HEAD + document_of(inner)).encode())


def deep_tables(levels: int = 300) -> bytes:
    """Give a .docx with tables one in the other."""
    inner = "<w:tbl><w:tr><w:tc>" * levels + paragraph(run("底"))
    inner += "<w:p/></w:tc></w:tr></w:tbl>" * levels
    return with_part("word/document.xml", (HEAD + document_of(inner)).encode())


def wide_span() -> bytes:
    """Give a .docx with a cell that says it spans a million columns."""
    cell = f'<w:tc><w:tcPr><w:gridSpan w:val="1000000"/></w:tcPr>{paragraph(run("宽"))}</w:tc>'
    inner = f"<w:tbl><w:tblGrid/><w:tr>{cell}</w:tr></w:tbl>"
    return with_part("word/document.xml", (HEAD + document_of(inner)).encode())


def long_paragraph() -> bytes:
    """Give a .docx with one paragraph of three million characters."""
    inner = paragraph(run("长" * 3_000_000))
    return with_part("word/document.xml", (HEAD + document_of(inner)).encode())


def self_styled() -> bytes:
    """Give a .docx whose styles are based on each other in a circle, and whose lists too."""
    style = (
        '<w:style w:type="paragraph" w:styleId="{0}"><w:name w:val="{0}"/>'
        '<w:basedOn w:val="{1}"/></w:style>'
    )
    space = f'xmlns:w="{NAMESPACES["w"]}"'
    styles = f"<w:styles {space}>{style.format('A', 'B')}{style.format('B', 'A')}</w:styles>"
    body = paragraph(run("一、循环"), '<w:pStyle w:val="A"/>')
    parts = parts_of(good())
    parts["word/styles.xml"] = (HEAD + styles).encode()
    parts["word/document.xml"] = (HEAD + document_of(body)).encode()
    return packed(parts)


def template_marks() -> bytes:
    """Give a .docx whose text looks like templates, HTML and Markdown of all kinds."""
    lines = (
        "{{ config }} {% include '/etc/passwd' %} {{ 7*7 }}",
        "<script>alert(1)</script><img src=x onerror=alert(1)>",
        "[点击](javascript:alert(1)) ![](file:///etc/passwd)",
        "--- title: 注入 ---",
        "---",
        "title: 注入",
        "# 不是标题",
        "```",
        "<!-- 注释 -->",
        "&lt;b&gt; &amp;amp; &#x41;",
        "[^1]: 不是脚注",
        ":::{.x}",
    )
    inner = "".join(paragraph(run(line)) for line in lines)
    return with_part("word/document.xml", (HEAD + document_of(inner)).encode())


def sparse(folder: Path) -> Path:
    """Write a file of 500 MB that takes no room."""
    path = folder / "sparse.docx"
    with path.open("wb") as file:
        file.write(good())
        file.truncate(BEYOND * MEGABYTE)
    return path


def directory(folder: Path) -> Path:
    """Make a directory named as a document."""
    path = folder / "x.docx"
    path.mkdir()
    return path


def corrupt_parts() -> dict[str, bytes]:
    """Give .docx files, in each another XML part broken: its name → the file."""
    parts = parts_of(case_data(next(one for one in recipes() if one.name == "all")))
    return {
        name: packed({**parts, name: data[: len(data) // 2] + b"<\0&"})
        for name, data in parts.items()
        if name.endswith((".xml", ".rels"))
    }
