"""Whether a .docx is sound by ECMA-376, as far as its own parts tell: no program is asked."""

import posixpath
from collections import Counter
from collections.abc import Iterator
from typing import Any, Final

from tests.publication.word.docx import NS, Docx, w
from tests.publication.word.order import misplaced

_RELATIONS: Final = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_TYPES: Final = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_R: Final = f"{{{NS['r']}}}"
_WIDEST: Final = 63
"""Columns that Word's tables have at most."""


def faults(made: Docx) -> list[str]:
    """Give what is wrong with a document; nothing when it is sound."""
    parts = {name: made.part(name) for name in made.members if name.endswith((".xml", ".rels"))}
    found = [*_relations(made, parts), *_types(made)]
    for name, root in parts.items():
        if name.startswith("word/") and not name.startswith("word/theme"):
            found += [f"{name}: {one}" for one in (*_part(made, root), *misplaced(root))]
    return found


def _relations(made: Docx, parts: dict[str, Any]) -> Iterator[str]:
    for name, relations in parts.items():
        if not name.endswith(".rels"):
            continue
        folder, file = posixpath.split(name)
        owner = posixpath.join(posixpath.dirname(folder), file.removesuffix(".rels"))
        known = {}
        for one in relations.iter(f"{_RELATIONS}Relationship"):
            identity, target = one.get("Id"), one.get("Target")
            if identity in known:
                yield f"{name}: twice {identity}"
            known[identity] = target
            if one.get("TargetMode") == "External":
                continue
            place = posixpath.normpath(posixpath.join("/", posixpath.dirname(owner), target))
            if place.lstrip("/") not in made.members:
                yield f"{name}: nothing at {target}"
        if owner in parts:
            used = {
                str(value)
                for node in parts[owner].iter()
                for key, value in node.attrib.items()
                if str(key).startswith(_R)
            }
            yield from (f"{owner}: no relation {one}" for one in used - set(known))


def _types(made: Docx) -> Iterator[str]:
    root = made.part("[Content_Types].xml")
    endings = {one.get("Extension").lower() for one in root.iter(f"{_TYPES}Default")}
    named = [one.get("PartName").lstrip("/") for one in root.iter(f"{_TYPES}Override")]
    yield from (f"type of nothing: {name}" for name in named if name not in made.members)
    yield from (f"typed twice: {name}" for name, count in Counter(named).items() if count > 1)
    for name in made.members:
        ending = name.rpartition(".")[2].lower()
        if name not in named and ending not in endings and name != "[Content_Types].xml":
            yield f"no type: {name}"


def _part(made: Docx, root: Any) -> Iterator[str]:
    starts = "//w:bookmarkStart/@w:id"
    yield from _twice(root, "//wp:docPr/@id", starts, "//w:bookmarkStart/@w:name")
    begun = root.xpath(starts, namespaces=NS)
    ends = root.xpath("//w:bookmarkEnd/@w:id", namespaces=NS)
    if sorted(begun) != sorted(ends):
        yield "bookmarks that do not end"
    yield from _named(made, root)
    for table in root.iter(w("tbl")):
        yield from _table(table)
    for cell in root.iter(w("tc")):
        if len(cell) == 0 or cell[-1].tag != w("p"):
            yield "a cell that does not end with a paragraph"
    depth = 0
    for mark in root.iter(w("fldChar")):
        depth += {"begin": 1, "separate": 0, "end": -1}[mark.get(w("fldCharType"))]
        if depth < 0:
            yield "a field that ends without a beginning"
    if depth:
        yield "a field that does not end"


def _twice(root: Any, *paths: str) -> Iterator[str]:
    for path in paths:
        for value, count in Counter(root.xpath(path, namespaces=NS)).items():
            if count > 1:
                yield f"{path}: {value} {count} times"


def _named(made: Docx, root: Any) -> Iterator[str]:
    """Yield what is named and not there: styles, numberings, notes, bookmarks."""
    if root.tag != w("styles"):
        path = "//w:pStyle/@w:val | //w:rStyle/@w:val | //w:tblStyle/@w:val"
        styles = root.xpath(path, namespaces=NS)
        yield from (f"no style {one}" for one in {*map(str, styles)} - set(made.styles))
    numbers = set(map(str, root.xpath("//w:numPr/w:numId/@w:val", namespaces=NS)))
    if numbers:
        numbering = made.part("word/numbering.xml")
        known = set(map(str, numbering.xpath("/*/w:num/@w:numId", namespaces=NS)))
        yield from (f"no numbering {one}" for one in numbers - known)
    calls = set(map(str, root.xpath("//w:footnoteReference/@w:id", namespaces=NS)))
    if calls:
        notes = made.part("word/footnotes.xml").xpath("/*/w:footnote/@w:id", namespaces=NS)
        yield from (f"no footnote {one}" for one in calls - set(map(str, notes)))
    targets = set(map(str, root.xpath("//w:hyperlink/@w:anchor", namespaces=NS)))
    if targets:
        names = set(map(str, root.xpath("//w:bookmarkStart/@w:name", namespaces=NS)))
        yield from (f"no bookmark {one}" for one in targets - names)


def _table(table: Any) -> Iterator[str]:
    columns = len(table.findall("w:tblGrid/w:gridCol", NS))
    if not 0 < columns <= _WIDEST:
        yield f"a table of {columns} columns"
    for number, row in enumerate(table.findall("w:tr", NS), 1):
        spans = [int(_value(one, "w:tcPr/w:gridSpan") or 1) for one in row.findall("w:tc", NS)]
        before = int(_value(row, "w:trPr/w:gridBefore") or 0)
        after = int(_value(row, "w:trPr/w:gridAfter") or 0)
        if before + sum(spans) + after != columns:
            yield f"row {number} fills {sum(spans)} of {columns} columns"


def _value(node: Any, path: str) -> str | None:
    found = node.find(path, NS)
    return None if found is None else str(found.get(w("val")))
