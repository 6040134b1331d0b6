"""What is said in a video: the cues of the captions file that a case names for it."""

from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Cue:
    """What is said from one second to another."""

    start: float
    """Seconds."""
    end: float
    """Always after `start`."""
    text: str
    """Plain, in one line, never empty."""


@dataclass(frozen=True, slots=True)
class Captions:
    """A captions file of which something can be read.

    The texts of a large library do not fit into memory, and only the page of a case shows them.
    """

    digest: bytes
    """Of the file: another digest, another text."""
    load: Callable[[], tuple[Cue, ...]] = field(compare=False, repr=False)
    """Reads the cues in their order; gives none when the file has gone."""
