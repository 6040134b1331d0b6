"""Packages as enterprises send them: ZIP by several programs, RAR 4 and 5 in store mode."""

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping
from typing import Final

Files = Mapping[str, bytes]
_DAY: Final = (2022, 6, 20, 9, 0, 0)
_DOS_DAY: Final = (42 << 25) | (6 << 21) | (20 << 16) | (9 << 11)
_UNICODE: Final = 0x800


def zip_utf8(files: Files) -> bytes:
    """Give a ZIP with names in UTF-8, as 7-Zip and macOS write them."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            info = zipfile.ZipInfo(name, _DAY)
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, data)
    return stream.getvalue()


def zip_gbk(files: Files) -> bytes:
    """Give a ZIP with names in GBK and no mark of it, as Windows and WPS write them."""
    entries, directory, begin = [], [], 0
    for name, data in files.items():
        encoded = name.encode("gbk")
        packer = zlib.compressobj(6, zlib.DEFLATED, -15)
        body = packer.compress(data) + packer.flush()
        common = struct.pack(
            "<HHHIIIIHH",
            20,
            0,
            8,
            _DOS_DAY,
            zlib.crc32(data),
            len(body),
            len(data),
            len(encoded),
            0,
        )
        entries.append(b"PK\3\4" + common + encoded + body)
        rest = struct.pack("<HHHII", 0, 0, 0, 0, begin)
        directory.append(b"PK\1\2" + struct.pack("<H", 20) + common + rest + encoded)
        begin += len(entries[-1])
    tail = b"".join(directory)
    end = struct.pack("<HHHHIIH", 0, 0, len(entries), len(entries), len(tail), begin, 0)
    return b"".join(entries) + tail + b"PK\5\6" + end


def _vint(number: int) -> bytes:
    found = b""
    while number > 127:
        found += bytes([number & 127 | 128])
        number >>= 7
    return found + bytes([number])


def _block5(header: bytes, data: bytes = b"") -> bytes:
    sized = _vint(len(header)) + header
    return struct.pack("<I", zlib.crc32(sized)) + sized + data


def rar5(files: Files) -> bytes:
    """Give a RAR 5 archive, nothing packed (rarlab.com/technote.htm)."""
    blocks = [b"Rar!\x1a\7\1\0", _block5(_vint(1) + _vint(0) + _vint(0))]
    for name, data in files.items():
        encoded = name.encode()
        # type 2, with a data area; file flags: CRC32 is there; attributes; method 0; Windows
        fields = _vint(2) + _vint(2) + _vint(len(data)) + _vint(4) + _vint(len(data)) + _vint(0x20)
        fields += struct.pack("<I", zlib.crc32(data)) + _vint(0) + _vint(0)
        blocks.append(_block5(fields + _vint(len(encoded)) + encoded, data))
    return b"".join([*blocks, _block5(_vint(5) + _vint(0) + _vint(0))])


def _block4(kind: int, flags: int, body: bytes = b"") -> bytes:
    rest = struct.pack("<BHH", kind, flags, 7 + len(body)) + body
    return struct.pack("<H", zlib.crc32(rest) & 0xFFFF) + rest


def rar4(files: Files) -> bytes:
    """Give a RAR 4 archive, nothing packed; names in GBK and, as WinRAR does, in Unicode too."""
    blocks = [b"Rar!\x1a\7\0", _block4(0x73, 0, bytes(6))]
    for name, data in files.items():
        both = name.encode("gbk") + b"\0" + _unicode4(name)
        body = struct.pack(
            "<IIBIIBBHI",
            len(data),
            len(data),
            2,
            zlib.crc32(data),
            _DOS_DAY,
            29,
            0x30,
            len(both),
            32,
        )
        blocks.append(_block4(0x74, 0x8000 | 0x200, body + both) + data)
    return b"".join([*blocks, _block4(0x7B, 0x4000)])


def _unicode4(name: str) -> bytes:
    """Give a name in RAR's packed UTF-16: each character by its two bytes (code 2)."""
    coded, packed = b"\0", name.encode("utf-16-le")
    for at in range(0, len(packed), 8):
        group = packed[at : at + 8]
        flags = 0
        for number in range(4):
            flags |= 2 << (6 - 2 * number) if number * 2 < len(group) else 0
        coded += bytes([flags]) + group
    return coded
