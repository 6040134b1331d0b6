"""Drawings of Word (EMF, WMF) as SVG, and the check that an SVG is nothing but a drawing."""

import gzip
import io
import re
import struct
import zlib
from typing import Final

from lxml import etree
from metafile_render import MetafileError, render_metafile


def _names(words: str) -> frozenset[str]:
    return frozenset(words.split())


_MAX_UNPACKED: Final = 30 * 1024 * 1024
MAX_SVG: Final = 8 * 1024 * 1024
"""A larger drawing is slower to show than a picture of it."""
_SVG: Final = "{http://www.w3.org/2000/svg}"
_BROKEN: Final = (
    MetafileError,
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    MemoryError,
    OSError,
    RuntimeError,
    TypeError,
    ValueError,
    struct.error,
)
"""What a damaged drawing can make the reader raise."""
_HREF: Final = frozenset({"href", "{http://www.w3.org/1999/xlink}href"})
_DRAWN: Final = _names(
    "svg g defs title desc path rect circle ellipse line polyline polygon text tspan textPath"
    " image use symbol clipPath mask pattern marker linearGradient radialGradient stop"
    " filter feFlood feComposite feColorMatrix feOffset feGaussianBlur feMerge feMergeNode"
    " feBlend style"
)
"""Elements that draw; no script, no page inside, no animation, no link."""
_OWN_IMAGE: Final = re.compile(r"data:image/(?:png|jpeg|gif);base64,[A-Za-z0-9+/=\s]*")
_REACHING: Final = re.compile(
    r"@import|url\s*\(\s*[\"']?(?!#)|expression|javascript:|\\", re.IGNORECASE
)


def unpacked(data: bytes) -> bytes:
    """Give the drawing inside an .emz or .wmz; nothing when it is damaged or too large."""
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(data)) as file:
            inside = file.read(_MAX_UNPACKED + 1)
    except (OSError, EOFError, zlib.error, ValueError):
        return b""
    return inside if len(inside) <= _MAX_UNPACKED else b""


def drawing(data: bytes) -> bytes:
    """Give an EMF or WMF as SVG; nothing when it cannot be read or holds what no drawing holds."""
    try:
        made = render_metafile(data, output_format="svg").data
    except _BROKEN:
        return b""
    return plain_svg(made)


def plain_svg(data: bytes) -> bytes:
    """Give an SVG without its metadata; nothing unless it only draws and reaches nowhere."""
    if len(data) > MAX_SVG * 4:
        return b""
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        return b""
    if root.tag != f"{_SVG}svg" or root.getroottree().docinfo.internalDTD is not None:
        return b""
    for element in list(root.iter(f"{_SVG}metadata")):
        parent = element.getparent()
        if parent is not None:
            parent.remove(element)
    if not all(_is_drawn(element) for element in root.iter()):
        return b""
    written = etree.tostring(root, encoding="utf-8", xml_declaration=False)
    return written if len(written) <= MAX_SVG else b""


def _is_drawn(element: "etree._Element") -> bool:
    tag = element.tag
    if not isinstance(tag, str) or not tag.startswith(_SVG) or tag[len(_SVG) :] not in _DRAWN:
        return False
    if tag == f"{_SVG}style" and _REACHING.search(element.text or ""):
        return False
    return all(_is_harmless(str(name), str(value)) for name, value in element.attrib.items())


def _is_harmless(name: str, value: str) -> bool:
    if name in _HREF:
        return value.startswith("#") or _OWN_IMAGE.fullmatch(value) is not None
    local = name.rpartition("}")[2].lower()
    return not local.startswith("on") and not _REACHING.search(value)
