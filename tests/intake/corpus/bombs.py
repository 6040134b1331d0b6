"""Archives that climb out, grow, nest, hide or lie: made, never downloaded."""

import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Final

from tests.intake.corpus import archives
from tests.intake.corpus.hostile import MEGABYTE, VICTIM, good


def _zip(
    entries: Iterator[tuple[zipfile.ZipInfo, bytes]], kind: int = zipfile.ZIP_DEFLATED
) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", kind) as archive:
        for info, data in entries:
            archive.writestr(info, data, kind)
    return stream.getvalue()


SLIPS: Final = (
    f"../{VICTIM}",
    f"../../../../../../tmp/{VICTIM}",
    f"/tmp/{VICTIM}",
    f"C:/{VICTIM}",
    f"C:\\{VICTIM}",
    f"a\\..\\..\\{VICTIM}",
    f"\\\\server\\share\\{VICTIM}",
    f"a/./../../{VICTIM}",
    f"~/{VICTIM}",
    f"..\\{VICTIM}",
)
NAMES: Final = (
    "典型\x01经验\x1b[31m.docx",
    "典型\n经验\r.docx",
    "典型\u202excod.exe",
    "\u2066典型经验\u2069.docx",
    "经" * 300 + ".docx",
    "-rf.docx",
    "--lua-filter=x.lua.docx",
    "$(touch x);`id`.docx",
    "%s%n%d{title}.docx",
    ".docx",
    " .docx ",
    "CON.docx",
    "<script>alert(1)</script>.docx",
    "a\u0301\u0301\u0301.docx",
)


def slips() -> dict[str, bytes]:
    """Give entries that climb out, among them a case that is in order."""
    return {**dict.fromkeys(SLIPS, b"harm"), "../典型经验.docx": good()}


def zip_slip() -> bytes:
    """Give a ZIP whose names climb out."""
    return archives.zip_utf8(slips())


def rar_slip() -> bytes:
    """Give a RAR whose names climb out."""
    return archives.rar5(slips())


def odd_names(pack: Callable[[Mapping[str, bytes]], bytes]) -> bytes:
    """Give an archive of names that no one should type."""
    return pack({name: good() for name in NAMES})


def zip_symlink() -> bytes:
    """Give a ZIP with symbolic links, one named as a case."""
    infos = []
    for name, target in (("典型经验.docx", b"/etc/passwd"), ("d", b"/"), ("d/x.docx", b"harm")):
        info = zipfile.ZipInfo(name)
        info.create_system = 3
        info.external_attr = 0o120777 << 16
        infos.append((info, target))
    return _zip(iter(infos))


@cache
def ratio_bomb() -> bytes:
    """Give a ZIP of some 400 kB that unpacks to 400 MB."""
    return _zip((zipfile.ZipInfo(f"{n}.docx"), bytes(100 * MEGABYTE)) for n in range(4))


@cache
def entry_bomb() -> bytes:
    """Give a ZIP with 70,000 empty entries."""
    return _zip((zipfile.ZipInfo(f"{n}.docx"), b"") for n in range(70_000))


def nested_bomb(depth: int = 5) -> bytes:
    """Give a ZIP in a ZIP, so deep, two at each level."""
    data = archives.zip_utf8({"典型经验.docx": good()})
    for _ in range(depth):
        data = archives.zip_utf8({"a.zip": data, "b.zip": data})
    return data


@cache
def overlapping_bomb() -> bytes:
    """Give a ZIP whose hundred entries share one body."""
    data, packer = bytes(10 * MEGABYTE), zlib.compressobj(9, zlib.DEFLATED, -15)
    body = packer.compress(data) + packer.flush()
    sizes = struct.pack("<IIIHH", zlib.crc32(data), len(body), len(data), 8, 0)
    start = b"PK\3\4" + struct.pack("<HHHHH", 20, 0, 8, 0, 0x5400) + sizes + b"0000.doc" + body
    entries = [
        b"PK\1\2"
        + struct.pack("<HHHHHH", 20, 20, 0, 8, 0, 0x5400)
        + sizes
        + struct.pack("<HHHII", 0, 0, 0, 0, 0)
        + f"{number:04}.doc".encode()
        for number in range(100)
    ]
    tail = b"".join(entries)
    return (
        start + tail + b"PK\5\6" + struct.pack("<HHHHIIH", 0, 0, 100, 100, len(tail), len(start), 0)
    )


def encrypted_zip() -> bytes:
    """Give a ZIP that says its entries are encrypted, and whose bodies are noise."""
    data = bytearray(archives.zip_utf8({"a.docx": good()}))
    for mark, offset in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        data[data.index(mark) + offset] |= 1
    return bytes(data)
