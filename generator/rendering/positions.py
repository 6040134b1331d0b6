"""Places in a source text: comrak counts bytes, people count characters."""

from bisect import bisect_right
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Final

_SEARCHED: Final = 30
"""Lines looked through for a link that comrak places too high."""


@dataclass(slots=True)
class Positions:
    """The lines of one source, which are cut when the first is asked for."""

    source: str
    _lines: list[str] = field(default_factory=list)
    _starts: list[int] = field(default_factory=list)
    _cursor: tuple[int, int, int] = (0, 0, 0)
    """Line, byte and character of the last column asked, so that one long line is read once."""

    @property
    def lines(self) -> list[str]:
        """The source as comrak splits it: at LF, CR LF and CR."""
        if not self._lines:
            source = self.source
            if "\r" in source:
                source = source.replace("\r\n", "\n").replace("\r", "\n")
            self._lines = source.split("\n")
        return self._lines

    def column(self, line: int, byte: int) -> int:
        """Give the column in characters, from 1, of a byte of a line, both from 1."""
        words = self.lines[line - 1] if 0 < line <= len(self.lines) else ""
        if words.isascii():
            return byte
        known, at_byte, at = self._cursor
        if known != line or byte - 1 < at_byte:
            at_byte = at = 0
        # Every character has a byte at least, so this slice holds all that is asked for.
        piece = words[at : at + byte - 1 - at_byte].encode()[: byte - 1 - at_byte]
        at += len(piece.decode(errors="ignore"))
        self._cursor = (line, byte - 1, at)
        return at + 1

    def opening(self, line: int, byte: int, marks: str) -> tuple[int, int]:
        """Give line and column of a link or an image that begins with one of `marks`.

        comrak leaves out the lines of reference definitions at the head of a paragraph; then the
        line is too small and the column right.
        """
        for there in range(line, min(line + _SEARCHED, len(self.lines)) + 1):
            column = self.column(there, byte)
            mark = self.lines[there - 1][column - 1 : column]
            if mark and mark in marks:
                return there, column
        return line, self.column(line, byte)

    def place(self, offset: int) -> tuple[int, int]:
        """Give line and column, from 1, of an offset into the joined lines."""
        starts = self._offsets()
        line = bisect_right(starts, offset)
        return line, offset - starts[line - 1] + 1

    def offset(self, line: int, byte: int) -> int:
        """Give the offset into the joined lines of a byte of a line, both from 1."""
        starts = self._offsets()
        line = min(max(line, 1), len(self.lines))
        return starts[line - 1] + self.column(line, byte) - 1

    def _offsets(self) -> list[int]:
        if not self._starts:
            lengths = (len(line) + 1 for line in self.lines[:-1])
            self._starts = list(accumulate(lengths, initial=0))
        return self._starts
