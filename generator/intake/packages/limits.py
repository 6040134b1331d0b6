"""Limits of what is opened. Above them nobody sent an application, but a mistake or an attack."""

from typing import Final

MEGABYTE: Final = 1024 * 1024
MAX_FILE: Final = 300 * MEGABYTE
"""Limit of a file as it arrives."""
MAX_MEMBERS: Final = 200
"""Limit of the files of a package; a thorough one has thirty."""
MAX_UNPACKED: Final = 300 * MEGABYTE
"""Limit of all files of a package together."""
MAX_RATIO: Final = 200
"""Unpacked to packed size of a member above a megabyte; deflate cannot do more than 1,032."""
MAX_DEPTH: Final = 2
"""A package may hold packages; those hold documents."""
