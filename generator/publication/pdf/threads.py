"""Which process uses Typst: its threads do not survive a fork."""

import os
from typing import Final

from generator.errors import BiaoganError
from generator.strings import text

_OWNER: Final[list[int]] = []
"""The process in which Typst was first used, of this one and those that it was forked from."""


def claim() -> None:
    """Let this process use Typst; raises BiaoganError where one that it was forked from did.

    It would wait for the threads of that one for ever.
    """
    _OWNER[:] = _OWNER or [os.getpid()]
    if _OWNER[0] != os.getpid():
        raise BiaoganError(text("publication_pdf.press.forked"))


def is_used() -> bool:
    """Tell whether Typst was used in this process: then none that it forks can use it."""
    return bool(_OWNER)
