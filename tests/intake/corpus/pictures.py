"""Small pictures with all their bytes: PNG and JPEG by Pillow, EMF and WMF record by record."""

import io
import struct
from functools import cache
from typing import Final

from PIL import Image, ImageDraw

from tests.intake.corpus.content import Picture

_SIZE: Final = (480, 270)
_FONT: Final = "SimSun"
_LABEL: Final = "控制图"


def _drawn(seed: int) -> Image.Image:
    image = Image.new("RGB", _SIZE, (250, 250, 246))
    draw = ImageDraw.Draw(image)
    points = [
        (20 + 40 * step, 135 + (seed * 37 + step * step * 53) % 90 - 45) for step in range(12)
    ]
    draw.line(points, fill=(20, 60 + seed % 120, 140), width=4)
    draw.line([(10, 40), (470, 40)], fill=(190, 30, 30), width=2)
    draw.line([(10, 230), (470, 230)], fill=(190, 30, 30), width=2)
    for point in points:
        draw.ellipse([point[0] - 5, point[1] - 5, point[0] + 5, point[1] + 5], fill=(20, 20, 20))
    return image


@cache
def png(seed: int) -> Picture:
    """Give a PNG, another one for each seed."""
    stream = io.BytesIO()
    _drawn(seed).save(stream, "PNG")
    return Picture(f"p{seed}.png", "png", stream.getvalue())


@cache
def jpeg(seed: int) -> Picture:
    """Give a JPEG, another one for each seed."""
    stream = io.BytesIO()
    _drawn(seed).save(stream, "JPEG", quality=88)
    return Picture(f"p{seed}.jpg", "jpeg", stream.getvalue())


def _record(kind: int, body: bytes) -> bytes:
    return struct.pack("<II", kind, 8 + len(body)) + body


def _emf_text(words: str, x: int, y: int) -> bytes:
    text = words.encode("utf-16-le")
    padded = text + bytes(-len(text) % 4)
    start = 8 + 68
    fixed = struct.pack("<4iIff", 0, 0, -1, -1, 1, 1.0, 1.0)
    emrtext = struct.pack(
        "<iiIII4iI", x, y, len(words), start, 0, 0, 0, -1, -1, start + len(padded)
    )
    widths = struct.pack(f"<{len(words)}I", *([400] * len(words)))
    return _record(84, fixed + emrtext + padded + widths)


def _emf_font() -> bytes:
    face = _FONT.encode("utf-16-le").ljust(64, b"\0")
    log_font = struct.pack("<iiiii8B", -400, 0, 0, 0, 400, 0, 0, 0, 134, 0, 0, 0, 0) + face
    return _record(82, struct.pack("<I", 1) + log_font.ljust(320, b"\0"))


@cache
def emf(seed: int) -> Picture:
    """Give an EMF: a rectangle, a line, a text in Chinese."""
    records = [
        _record(17, struct.pack("<I", 8)),  # map mode: anisotropic
        _record(9, struct.pack("<ii", 8000, 4500)),  # window extent
        _record(11, struct.pack("<ii", 8000, 4500)),  # viewport extent
        _emf_font(),
        _record(37, struct.pack("<I", 1)),  # select the font
        _record(43, struct.pack("<4i", 200, 200, 7800, 4300)),  # rectangle
        _record(27, struct.pack("<ii", 400, 2000 + seed * 10)),  # move to
        _record(54, struct.pack("<ii", 7600, 900 + seed * 10)),  # line to
        _emf_text(_LABEL, 1000, 1000),
        _record(14, struct.pack("<III", 0, 16, 20)),  # end
    ]
    size = 88 + sum(map(len, records))
    header = struct.pack("<4i4i", 0, 0, 8000, 4500, 0, 0, 8000, 4500)
    header += struct.pack("<IIIIHHIII", 0x464D4520, 0x10000, size, len(records) + 1, 2, 0, 0, 0, 0)
    header += struct.pack("<iiii", 8000, 4500, 80, 45)
    return Picture(f"p{seed}.emf", "emf", _record(1, header) + b"".join(records))


def _wmf_record(kind: int, body: bytes) -> bytes:
    body += bytes(len(body) % 2)
    return struct.pack("<IH", 3 + len(body) // 2, kind) + body


@cache
def wmf(seed: int) -> Picture:
    """Give a placeable WMF: a rectangle, a line, a text in GBK."""
    text = _LABEL.encode("gbk")
    font = struct.pack("<hhhhh8B", -400, 0, 0, 0, 400, 0, 0, 0, 134, 0, 0, 0, 0) + b"SimSun\0\0"
    records = [
        _wmf_record(0x0103, struct.pack("<H", 8)),
        _wmf_record(0x020B, struct.pack("<hh", 0, 0)),
        _wmf_record(0x020C, struct.pack("<hh", 4500, 8000)),
        _wmf_record(0x02FB, font),
        _wmf_record(0x012D, struct.pack("<H", 0)),
        _wmf_record(0x041B, struct.pack("<hhhh", 4300, 7800, 200, 200)),
        _wmf_record(0x0214, struct.pack("<hh", 2000 + seed * 10, 400)),
        _wmf_record(0x0213, struct.pack("<hh", 900 + seed * 10, 7600)),
        _wmf_record(0x0A32, struct.pack("<hhhH", 1000, 1000, len(text), 0) + text),
        _wmf_record(0, b""),
    ]
    total = 9 + sum(map(len, records)) // 2
    largest = max(map(len, records)) // 2
    head = struct.pack("<HHHIHIH", 1, 9, 0x300, total, 1, largest, 0)
    place = struct.pack("<IHhhhhHI", 0x9AC6CDD7, 0, 0, 0, 8000, 4500, 1000, 0)
    checksum = 0
    for (word,) in struct.iter_unpack("<H", place):
        checksum ^= word
    data = place + struct.pack("<H", checksum) + head + b"".join(records)
    return Picture(f"p{seed}.wmf", "wmf", data)
