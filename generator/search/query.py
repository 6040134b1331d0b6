"""The words of a query, as a reader means them.

White space joins words by "and"; quotation marks of any kind make a phrase, and one that nobody
closed reaches to the end; a minus before a word means "not", inside a word it is an ordinary
hyphen (`GB/T 19001-2016`). `theme/finder/50-query.js` reads queries in the same way:
`tests/search/queries.golden.json` holds both to it.
"""

import re
from dataclasses import dataclass
from typing import Final

from generator.search.folding import fold

LONGEST: Final = 400
"""Characters of a query that are read; nobody types more, only programs do."""
MOST_WORDS: Final = 32

# Python's and JavaScript's \s differ in some control characters and in U+FEFF; with those
# named both mean the same.
_SPACE: Final = r"\s\x00-\x1f\x7f-\x9f\ufeff"
_QUOTE: Final = r'"\u201c-\u201f\u300c-\u300f\u301d-\u301f\uff02'
_MINUS: Final = r"\-\u2212\ufe63\uff0d"
_TOKEN: Final = re.compile(
    f"([{_SPACE}]*)([{_MINUS}]?)(?:[{_QUOTE}]([^{_QUOTE}]*)[{_QUOTE}]?|([^{_SPACE}{_QUOTE}]+))"
)
_SPACES: Final = re.compile(f"[{_SPACE}]+")
_LONE: Final = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Word:
    """A word or a phrase of a query."""

    shown: str
    """As the reader wrote it, without the marks of the query language."""
    folded: str
    is_not: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """What a reader asks for: every positive word occurs, no negative one does."""

    words: tuple[Word, ...]

    @property
    def positive(self) -> tuple[Word, ...]:
        """Give the words that must occur."""
        return tuple(word for word in self.words if not word.is_not)


def parse(text: str) -> Query:
    """Read a query; any text is one. Words in which nothing can be searched are left out."""
    words: dict[tuple[str, bool], Word] = {}
    for match in _TOKEN.finditer(_readable(text)):
        space, minus, phrase, bare = match.groups()
        shown = _SPACES.sub(" ", bare if phrase is None else phrase).strip(" ")
        is_not = bool(minus) and (bool(space) or match.start() == 0)
        word = Word(shown, fold(shown), is_not)
        if word.folded:
            words.setdefault((word.folded, is_not), word)
    return Query(tuple(words.values())[:MOST_WORDS])


def _readable(text: str) -> str:
    """Give the beginning of a text, a space for every half of a character."""
    units = text[: 2 * LONGEST].encode("utf-16-le", "surrogatepass")
    return _LONE.sub(" ", units.decode("utf-16-le", "surrogatepass")[:LONGEST])
