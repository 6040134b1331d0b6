"""What every child needs, made once before they are forked off: it is a third of their time."""

import gc
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Final

from PIL import Image

from generator.intake.word.pandoc import program
from generator.intake.wordings import pattern
from generator.strings import table

_PARTS: Final = ("intake_form", "intake_prose", "intake_taking", "intake_word")
_PATTERNS: Final = "pattern"


@contextmanager
def warmed() -> Iterator[None]:
    """Compile the patterns, find pandoc, load the readers of pictures; then let children begin.

    What lies in memory is left out of the collector meanwhile: a child that looks at each of the
    library's records would have to copy them.
    """
    program()
    Image.preinit()
    for name in _PARTS:
        known = table(name).get(_PATTERNS)
        for key in known if isinstance(known, Mapping) else ():
            pattern(f"{name}.{_PATTERNS}.{key}")
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()
