"""How far the work is: what a recipe tells while it works, and who listens."""

from collections.abc import Iterator
from contextlib import contextmanager


class Progress:
    """Hears of stages and of what is done in them; this one is told and says nothing."""

    @contextmanager
    def stage(self, _name: str) -> Iterator[None]:
        """Mark a stage of the work; the name is a key of the texts `cli.stage`."""
        yield

    def expect(self, count: int) -> None:
        """Learn how much there is to do in this stage."""

    def advance(self, done: int = 1) -> None:
        """Learn that so much of it was done."""

    def wrote(self, count: int) -> None:
        """Learn that so many bytes were written."""


SILENT = Progress()
"""For whoever does not want to know."""
