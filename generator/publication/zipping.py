"""ZIP files of the same bytes every time: documents of Word, PowerPoint and EPUB are such."""

import io
import zipfile
from collections.abc import Iterable
from typing import Final

_DAY: Final = (1980, 1, 1, 0, 0, 0)
"""The first that ZIP can say."""
_FIRST: Final = "mimetype"
"""EPUB (OCF 3.3, 4.3) wants this member first and uncompressed."""
_PACKED_ALREADY: Final = (".png", ".jpg", ".jpeg", ".webp", ".gif", ".zip")
_MODE: Final = 0o100644


def pack(members: Iterable[tuple[str, bytes]], *, is_stored: bool = False) -> bytes:
    """Give a ZIP of members (name, content) in this order, `mimetype` first; dated 1980-01-01.

    `is_stored`: nothing is compressed, so that a script without a library can read it.
    """
    listed = sorted(members, key=lambda member: member[0] != _FIRST)
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in listed:
            entry = zipfile.ZipInfo(name, _DAY)
            entry.external_attr = _MODE << 16
            # Python would write another on Windows.
            entry.create_system = 3
            packed = name == _FIRST or name.lower().endswith(_PACKED_ALREADY)
            stays = is_stored or packed
            entry.compress_type = zipfile.ZIP_STORED if stays else zipfile.ZIP_DEFLATED
            archive.writestr(entry, content)
    return target.getvalue()


def unpack(data: bytes) -> dict[str, bytes]:
    """Give the members of a ZIP that we made, in their order."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {
            entry.filename: archive.read(entry)
            for entry in archive.infolist()
            if not entry.is_dir()
        }


def repack(data: bytes) -> bytes:
    """Give a ZIP with the same members, whoever dated them and when."""
    return pack(unpack(data).items())
