"""The hostile files as a list: each with its name, how to write it, and what must come of it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path

from tests.intake.corpus import archives, bombs, hostile
from tests.intake.corpus.pictures import png


@dataclass(frozen=True, slots=True)
class Attack:
    """A hostile file."""

    name: str
    write: Callable[[Path], Path]
    """Writes it into a folder and gives its path."""
    must_refuse: bool = True
    """Whether no draft may come of it; else a draft with remarks is as right as a refusal."""


Make = Callable[[], bytes]


def _write(name: str, make: Make, folder: Path) -> Path:
    path = folder / name
    path.write_bytes(make())
    return path


def _outside(name: str, make: Callable[[Path], bytes], folder: Path) -> Path:
    """Write a file that names another file of this machine, which is there."""
    secret = folder / "outside" / "secret.txt"
    secret.parent.mkdir()
    secret.write_text(hostile.OUTSIDE, encoding="utf-8")
    return _write(name, lambda: make(secret), folder)


def _of(name: str, file: str, make: Make, *, must_refuse: bool = True) -> Attack:
    return Attack(name, partial(_write, file, make), must_refuse)


def _of_packages() -> list[Attack]:
    names, cut = bombs.odd_names, hostile.truncated
    rar = partial(archives.rar5, {"a.docx": hostile.good()})
    old = partial(archives.rar4, {"a.docx": hostile.good()})
    packed = partial(archives.zip_utf8, {"a.docx": hostile.good()})
    return [
        _of("zip-slip", "slip.zip", bombs.zip_slip, must_refuse=False),
        _of("rar-slip", "slip.rar", bombs.rar_slip, must_refuse=False),
        _of("zip-odd-names", "odd.zip", partial(names, archives.zip_utf8), must_refuse=False),
        _of("rar-odd-names", "odd.rar", partial(names, archives.rar5), must_refuse=False),
        _of("zip-symlink", "links.zip", bombs.zip_symlink),
        _of("zip-ratio", "ratio.zip", bombs.ratio_bomb),
        _of("zip-entries", "entries.zip", bombs.entry_bomb),
        _of("zip-nested", "nested.zip", bombs.nested_bomb),
        _of("zip-overlapping", "overlapping.zip", bombs.overlapping_bomb),
        _of("zip-encrypted", "encrypted.zip", bombs.encrypted_zip),
        _of("zip-truncated", "cut.zip", partial(cut, packed)),
        _of("rar-truncated", "cut.rar", partial(cut, rar)),
        _of("rar4-truncated", "cut4.rar", partial(cut, old)),
        _of("rar-head-only", "head.rar", lambda: rar()[:20]),
        _of("zip-empty", "empty.zip", partial(archives.zip_utf8, {})),
        _of("rar-empty", "empty.rar", partial(archives.rar5, {})),
        _of("zip-of-nothing", "other.zip", partial(archives.zip_utf8, {"a.exe": b"MZ"})),
    ]


def _of_names() -> list[Attack]:
    ole, good = (lambda: hostile.CFB + bytes(8192)), hostile.good
    html = "<html><body><p>一、企业概况</p></body></html>".encode
    return [
        _of("docx-named-doc", "a.doc", good, must_refuse=False),
        _of("docx-named-pdf", "a.pdf", good, must_refuse=False),
        _of("docx-named-rar", "a.rar", good, must_refuse=False),
        _of("ole-named-docx", "b.docx", ole),
        _of("ole-named-doc", "b.doc", ole),
        _of("html-named-doc", "c.doc", html),
        _of("png-named-docx", "d.docx", lambda: png(1).data),
        _of("rtf-named-doc", "e.doc", lambda: b"{\\rtf1 hello}", must_refuse=False),
        _of("zip-named-docx", "f.docx", partial(archives.zip_utf8, {"a.txt": b"x"})),
        _of("text-named-docx", "g.docx", "一、企业概况".encode),
        _of("empty-docx", "h.docx", bytes),
        _of("empty-doc", "h.doc", bytes),
        _of("empty-rar", "h.rar", bytes),
        _of("empty-zip", "h.zip", bytes),
        Attack("directory", hostile.directory),
    ]


def _of_documents() -> list[Attack]:
    part = hostile.with_part
    return [
        _of("docx-truncated", "cut.docx", partial(hostile.truncated, hostile.good)),
        _of("entity-bomb", "bomb.docx", hostile.entity_bomb),
        _of("entity-bomb-styles", "bs.docx", partial(hostile.entity_bomb, "word/styles.xml")),
        _of(
            "entity-bomb-rels",
            "br.docx",
            partial(hostile.entity_bomb, "word/_rels/document.xml.rels"),
        ),
        Attack("entity-outside", partial(_outside, "xxe.docx", hostile.entity_outside)),
        Attack(
            "external-relations",
            partial(_outside, "external.docx", hostile.external_relations),
            must_refuse=False,
        ),
        _of("macros", "macros.docm", hostile.macros, must_refuse=False),
        _of("deep", "deep.docx", hostile.deep, must_refuse=False),
        _of("deep-tables", "tables.docx", hostile.deep_tables, must_refuse=False),
        _of("wide-span", "span.docx", hostile.wide_span, must_refuse=False),
        _of("long-paragraph", "long.docx", hostile.long_paragraph, must_refuse=False),
        _of("self-styled", "circle.docx", hostile.self_styled, must_refuse=False),
        _of("template-marks", "marks.docx", hostile.template_marks, must_refuse=False),
        _of("no-document", "none.docx", partial(part, "word/document.xml", b"")),
        _of(
            "part-bomb",
            "part.docx",
            partial(part, "word/media/x.png", bytes(350 * hostile.MEGABYTE)),
        ),
        _of(
            "utf-7",
            "utf7.docx",
            partial(
                part, "word/document.xml", b"<?xml version='1.0' encoding='utf-7'?>+ADw-a+AD4-"
            ),
        ),
        Attack("sparse", hostile.sparse),
    ]


@cache
def attacks() -> tuple[Attack, ...]:
    """Give all hostile files."""
    corrupt = [
        _of(f"corrupt {name}", "corrupt.docx", partial(bytes, data), must_refuse=False)
        for name, data in hostile.corrupt_parts().items()
    ]
    return (*_of_packages(), *_of_names(), *_of_documents(), *corrupt)
