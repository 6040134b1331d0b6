"""The part of a file that a player asks for (RFC 9110, section 14)."""

import re
from typing import Final

_RANGE: Final = re.compile(r"bytes=(\d{0,18})-(\d{0,18})", re.ASCII)


class UnsatisfiableError(ValueError):
    """No byte of the file is in the part."""


def wanted_part(header: str, size: int) -> range | None:
    """Give the bytes that a Range header asks of a file; None for the whole file.

    A header that is no single range is passed over, as the standard allows. Raises
    UnsatisfiableError when nothing of the file is asked for.
    """
    found = _RANGE.fullmatch(header.strip())
    if found is None or found[0].endswith("=-"):
        return None
    first, last = found[1], found[2]
    if not first:  # the last so many bytes
        part = range(max(size - int(last), 0), size)
    elif last and int(last) < int(first):
        return None
    else:
        part = range(int(first), min(int(last) + 1, size) if last else size)
    if not part:
        raise UnsatisfiableError
    return part
