"""What an editor does to a case between two builds: the same in every program's project."""

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from tests.bench.layouts import LAYOUTS
from tests.bench.synthesis import form, make_case, stock, write

_FIRST_PARAGRAPH: Final = re.compile(r"^(## .+\n\n)", re.MULTILINE)


def retitled(title: str, turn: int) -> str:
    """Give a title with another of its possible openings, so that it obeys the same rules."""
    openings = stock()["opening"]
    place = next(n for n, opening in enumerate(openings) if title.startswith(opening))
    rest = title.removeprefix(openings[place])
    return str(openings[(place + turn) % len(openings)]) + rest


def remark(turn: int) -> str:
    """Give the sentence that an edit of the body writes."""
    return str(form("remark")).format(turn=turn)


def with_remark(text: str, turn: int) -> str:
    """Give a file with a sentence before the first paragraph, instead of that of the last turn."""
    without = text.replace(remark(turn - 1), "")
    return _FIRST_PARAGRAPH.sub(lambda found: found[1] + remark(turn), without, count=1)


@dataclass(slots=True)
class Editor:
    """Edits one case of a project again and again."""

    root: Path
    layout: str
    index: int
    _titles: int = field(default=0, init=False)
    _bodies: int = field(default=0, init=False)

    @property
    def source(self) -> str:
        """Where the case is, below the project."""
        return LAYOUTS[self.layout].source(self.index)

    @property
    def page(self) -> str:
        """Where its page is, below the site."""
        return LAYOUTS[self.layout].page(self.index)

    @property
    def title(self) -> str:
        """What the case is called now."""
        return retitled(make_case(self.index).title, self._titles)

    def edit_body(self) -> str:
        """Write a sentence into the case; give what its page shows then."""
        self._bodies += 1
        self._write(with_remark(self._read(), self._bodies))
        return remark(self._bodies)

    def edit_title(self) -> str:
        """Give the case another title, which the page and its catalogues show then."""
        before = self.title
        self._titles += 1
        self._write(self._read().replace(before, self.title))
        return self.title

    def _read(self) -> str:
        return (self.root / self.source).read_text(encoding="utf-8")

    def _write(self, text: str) -> None:
        write(self.root / self.source, text)
