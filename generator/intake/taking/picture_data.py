"""Pictures without what cameras and programs write beside the picture itself.

A photograph tells where it was taken and with whose telephone, a PNG who drew it. An editor cannot
see that, and a page would publish it; so it is taken out here and not left to be flagged. Not a
pixel changes: segments and chunks are left out, the rest is copied. Only how a photograph is to be
turned stays, for without it the photograph would lie on its side.
"""

import re
import struct
from collections.abc import Callable, Mapping
from typing import Final

from lxml import etree

_PNG: Final = b"\x89PNG\r\n\x1a\n"
_PNG_KEPT: Final = frozenset(
    b"IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP sBIT pHYs bKGD hIST cICP acTL fcTL fdAT".split()
)
_MARKER: Final = re.compile(rb"\xff[^\x00\xff\xd0-\xd7]")
"""A marker in the picture's own data of a JPEG; 00 is an escape there, D0 to D7 only count."""
_START, _SCAN, _END, _COMMENT = 0xD8, 0xDA, 0xD9, 0xFE
_EXIF: Final = b"Exif\0\0"
_TURNED: Final = 0x0112
_GIF_LOOPS: Final = (b"\x0bNETSCAPE2.0", b"\x0bANIMEXTS1.0")
_WEBP_DROPPED: Final = (b"EXIF", b"XMP ")
_WEBP_FLAGS: Final = 0x08 | 0x04
_SVG_KEPT: Final = ("{http://www.w3.org/1999/xlink}", "{http://www.w3.org/XML/1998/namespace}")


def stripped(data: bytes) -> bytes:
    """Give a PNG, JPEG, GIF, WebP or SVG without metadata; the same bytes when it has none.

    Raises ValueError when it is none of these, or is not built as it should be.
    """
    for beginning, strip in _STRIPS.items():
        if data.startswith(beginning):
            try:
                return strip(data)
            except (IndexError, struct.error, etree.XMLSyntaxError) as error:
                raise ValueError(beginning) from error
    raise ValueError("no picture of the web")


def _png(data: bytes) -> bytes:
    kept, at = [_PNG], len(_PNG)
    while True:
        (size,) = struct.unpack_from(">I", data, at)
        kind, end = data[at + 4 : at + 8], at + 12 + size
        if end > len(data):
            raise ValueError("cut off")
        if kind in _PNG_KEPT:
            kept.append(data[at:end])
        if kind == b"IEND":
            return b"".join(kept)
        at = end


def _jpeg(data: bytes) -> bytes:
    kept, at, turned = [data[:2]], 2, 1
    while True:
        if data[at] != 0xFF:
            raise ValueError("no marker")
        while data[at + 1] == 0xFF:  # filling
            at += 1
        marker = data[at + 1]
        if marker == _END:
            frame = 2 if len(kept) > 1 and kept[1].startswith(b"\xff\xe0") else 1
            return b"".join((*kept[:frame], _turning(turned), *kept[frame:], data[at : at + 2]))
        end = at + 2 + struct.unpack_from(">H", data, at + 2)[0]
        if marker == _SCAN:
            found = _MARKER.search(data, end)
            if found is None:
                raise ValueError("cut off")
            end = found.start()
        if data.startswith(_EXIF, at + 4):
            turned = _turned(data[at + 10 : end])
        if _is_kept(marker, data[at + 4 : at + 16]):
            kept.append(data[at:end])
        at = end


def _is_kept(marker: int, head: bytes) -> bool:
    """Tell whether a segment of a JPEG is part of the picture: its frame, colours, or data."""
    if marker == 0xE2:
        return head.startswith(b"ICC_PROFILE")
    return marker in (0xE0, 0xEE) or not (0xE0 <= marker <= 0xEF or marker == _COMMENT)


def _turned(exif: bytes) -> int:
    """Give how a photograph is to be turned, 1 to 8, by its Exif."""
    order = {b"II": "<", b"MM": ">"}.get(exif[:2])
    if order is None or len(exif) < 8:
        return 1
    (at,) = struct.unpack_from(f"{order}I", exif, 4)
    if at + 2 > len(exif):
        return 1
    (count,) = struct.unpack_from(f"{order}H", exif, at)
    for place in range(at + 2, min(at + 2 + 12 * count, len(exif) - 11), 12):
        key, _, _, value = struct.unpack_from(f"{order}HHIH", exif, place)
        if key == _TURNED:
            return int(value) if 1 <= value <= 8 else 1
    return 1


def _turning(turned: int) -> bytes:
    """Give the segment that says only how a photograph is to be turned; nothing when upright."""
    if turned == 1:
        return b""
    exif = _EXIF + b"II*\0\x08\0\0\0\x01\0" + struct.pack("<HHIHHI", _TURNED, 3, 1, turned, 0, 0)
    return b"\xff\xe1" + struct.pack(">H", len(exif) + 2) + exif


def _gif(data: bytes) -> bytes:
    end = 13 + _colours(data[10])
    kept, at = [data[:end]], end
    while data[at] != 0x3B:
        if data[at] == 0x21:
            end = _blocks_end(data, at + 2)
            is_loop = data.startswith(_GIF_LOOPS, at + 2)
            is_kept = data[at + 1] in (0xF9, 0x01) or (data[at + 1] == 0xFF and is_loop)
        elif data[at] == 0x2C:
            end = _blocks_end(data, at + 11 + _colours(data[at + 9]))
            is_kept = True
        else:
            raise ValueError("no block")
        kept += [data[at:end]] if is_kept else []
        at = end
    return b"".join((*kept, b";"))


def _colours(flags: int) -> int:
    return 3 << ((flags & 7) + 1) if flags & 0x80 else 0


def _blocks_end(data: bytes, at: int) -> int:
    while data[at]:
        at += data[at] + 1
    return at + 1


def _webp(data: bytes) -> bytes:
    if data[8:12] != b"WEBP":
        raise ValueError("no WebP")
    kept, at = [], 12
    while at + 8 <= len(data):
        kind, size = data[at : at + 4], struct.unpack_from("<I", data, at + 4)[0]
        end = at + 8 + size + size % 2
        chunk = data[at:end]
        if kind == b"VP8X":
            chunk = chunk[:8] + bytes([chunk[8] & ~_WEBP_FLAGS]) + chunk[9:]
        if kind not in _WEBP_DROPPED:
            kept.append(chunk)
        at = end
    body = b"WEBP" + b"".join(kept)
    return b"RIFF" + struct.pack("<I", len(body)) + body


def _svg(data: bytes) -> bytes:
    """Take out what drawing programs note in names of their own: files, people."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
    root = etree.fromstring(data, parser)
    is_changed = False
    for element in root.iter():
        for name in list(element.attrib):
            if str(name).startswith("{") and not str(name).startswith(_SVG_KEPT):
                del element.attrib[name]
                is_changed = True
    return etree.tostring(root, encoding="utf-8") if is_changed else data


_STRIPS: Final[Mapping[bytes, Callable[[bytes], bytes]]] = {
    _PNG: _png,
    bytes((0xFF, _START)): _jpeg,
    b"GIF8": _gif,
    b"RIFF": _webp,
    b"<": _svg,
}
