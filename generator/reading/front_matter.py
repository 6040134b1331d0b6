"""A Markdown file in two: the YAML between its `---` lines, and the body."""

import re
from dataclasses import dataclass
from typing import Any, Final, Generic

from frontmatter.default_handlers import YAMLHandler

from generator.findings import Fault, Place
from generator.reading.outcome import Outcome, T_co
from generator.reading.yaml_reader import Document, read_yaml

MAX_CHARACTERS: Final = 256 * 1024
FIRST_LINE: Final = 2
"""The front matter begins below the line `---`."""
_BOUNDARY: Final = re.compile(r"^---[ \t]*$\n?", re.MULTILINE)
_NEXT: Final = re.compile(r"\n---[ \t]*(?:\n|\Z)")
"""A boundary with the end of the line before it."""


@dataclass(frozen=True, slots=True)
class Split:
    """The parts of a Markdown file, not yet understood."""

    block: str
    """The YAML, without the lines `---`."""
    body: str
    """The Markdown, letter for letter."""
    body_line: int
    """Line of the file, from 1, on which the body begins."""


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """A Markdown file whose front matter was read."""

    data: dict[str, object] | None
    """Keys and values; None when its faults forbid a record."""
    body: str
    body_line: int


@dataclass(frozen=True, slots=True)
class Draft(Generic[T_co]):
    """A record without its rendered body, and the file that it came from."""

    record: T_co | None
    """None when the front matter makes no record, or the file name no id."""
    source: FrontMatter


class FrontMatterHandler(YAMLHandler):
    """python-frontmatter's seam, with boundaries that keep lines countable and a reader of ours."""

    FM_BOUNDARY = _BOUNDARY

    def split(self, text: str) -> tuple[str, str]:
        """Part the text at its first two boundaries; raises ValueError where there is no second.

        As the handler above does, in a quarter of the time: that looks at every character.
        """
        first = _BOUNDARY.match(text)
        second = first and _NEXT.search(text, first.end() - 1)
        if not first or not second:
            raise ValueError
        return text[first.end() : second.start() + 1], text[second.end() :]

    def load(self, fm: str, **_options: object) -> Any:  # noqa: ANN401 -- as the handler above declares it
        """Read the YAML; None when it cannot be read."""
        document = read_yaml(fm, "").value
        return document.root if document else None


_HANDLER: Final = FrontMatterHandler()


def split(text: str, path: str) -> Outcome[Split]:
    """Part front matter and body; the lines of the file can still be counted."""
    if not _HANDLER.detect(text):
        return Outcome(None, (Fault(path, "front-matter-missing"),))
    try:
        block, body = _HANDLER.split(text)
    except ValueError:
        return Outcome(None, (Fault(path, "front-matter-unclosed"),))
    if len(block) > MAX_CHARACTERS:
        values = {"size": len(block), "limit": MAX_CHARACTERS}
        return Outcome(None, (Fault(path, "front-matter-too-large", values=values),))
    return Outcome(Split(block, body, FIRST_LINE + block.count("\n") + 1))


def read_front_matter(text: str, path: str) -> Outcome[FrontMatter]:
    """Read the front matter of a Markdown file; the body is given whenever it can be told apart."""
    parts = split(text, path)
    if parts.value is None:
        return Outcome(None, parts.faults)
    found = read_yaml(parts.value.block, path, FIRST_LINE)
    data, faults = as_mapping(found.value, path, FIRST_LINE)
    front = FrontMatter(data, parts.value.body, parts.value.body_line)
    return Outcome(front, found.faults + faults)


def as_mapping(
    document: Document | None, path: str, line: int
) -> tuple[dict[str, object] | None, tuple[Fault, ...]]:
    """Give the document as keys and values; an empty one has no keys."""
    if document is None:
        return None, ()
    if document.root is None:
        return {}, ()
    if isinstance(document.root, dict):
        return document.root, ()
    return None, (Fault(path, "front-matter-not-mapping", Place(line=line)),)
