"""QR codes for print."""

from functools import lru_cache
from io import BytesIO

QUIET = 2
"""Modules of light around the code: paper is light further on (ISO/IEC 18004 wants four)."""


@lru_cache(maxsize=256)
def qr_svg(content: str) -> bytes:
    """Give the SVG of a text, error correction M: a fifth of a scratched page may be lost."""
    # Here: it imports the network's modules, and most commands draw no code.
    import segno  # noqa: PLC0415

    out = BytesIO()
    code = segno.make(content, error="m", micro=False, boost_error=False)
    code.save(out, kind="svg", border=QUIET, xmldecl=False, svgclass=None, lineclass=None)
    return out.getvalue()
