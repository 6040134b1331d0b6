"""A QR code as a picture for documents."""

from io import BytesIO
from typing import Final

_PIXELS: Final = 12
"""Pixels of a module: sharp on paper at 3 cm."""


def code_picture(address: str) -> bytes:
    """Give the PNG of an address's QR code, error correction M as on the pages."""
    import segno  # noqa: PLC0415 -- it imports the network's modules, and most documents have none

    held = BytesIO()
    segno.make(address, error="m", micro=False, boost_error=False).save(
        held, kind="png", scale=_PIXELS, border=4
    )
    return held.getvalue()
