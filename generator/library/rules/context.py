"""What a rule may look at besides the record that it checks."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from generator.library.edition import Edition
from generator.library.ids import EditionId
from generator.library.vocabulary import Vocabularies


@dataclass(frozen=True, slots=True)
class BodySource:
    """The Markdown of a body, as written."""

    text: str
    first_line: int
    """Line in the file, from 1, of the text's first line."""


@dataclass(frozen=True, slots=True)
class Context:
    """Vocabularies, editions, and whether a file of the project exists."""

    vocabularies: Vocabularies
    editions: Mapping[EditionId, Edition]
    exists: Callable[[str], bool]
    """Tell whether a path relative to the root is a regular file inside the project."""
    failed: frozenset[str] = frozenset()
    """Files that are there but have errors of their own: what names them is not at fault."""
