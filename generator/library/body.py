"""A Markdown body once it was rendered: its HTML and the facts that the rules ask for."""

from collections.abc import Callable
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import Any, NamedTuple


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the body."""

    level: int
    """2 for a section of the edition's structure, up to 6; 1 is the page's title."""
    text: str
    """Plain text without the typed number (一、 （一） 1. （1）)."""
    anchor: str
    """Permanent readable id, unique in the body: 实施成效, 实施成效-2."""
    line: int
    """Line in the file, from 1."""
    number: str = ""
    """What the page shows before the text, with the space that parts them, or empty: in a case the
    number that the program computes (一、 （一） 1. （1）), elsewhere the one that was typed."""

    def __reduce__(self) -> tuple[type["Heading"], tuple[int, str, str, int, str]]:
        """Give how to make it again: a third of the time of a dataclass's own way."""
        return Heading, (self.level, self.text, self.anchor, self.line, self.number)


@dataclass(frozen=True, slots=True)
class Section:
    """A level-2 heading with all below it, measured for the edition's limits."""

    heading: Heading
    characters: int
    """Length as `library.counting.count_text` counts it; headings, tables and captions included."""


@dataclass(frozen=True, slots=True)
class Reference:
    """A link or an image, as written."""

    target: str
    """The address as the author wrote it, percent-encoding undone by nobody."""
    text: str
    """Link text or image description, plain."""
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Removal:
    """Something that the sanitiser takes out of the author's HTML."""

    what: str
    """The tag or attribute, e.g. `<script>` or `onclick`."""
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Body:
    """A rendered body. `html` is safe: it went through the sanitiser."""

    html: str = ""
    headings: tuple[Heading, ...] = ()
    sections: tuple[Section, ...] = ()
    links: tuple[Reference, ...] = ()
    images: tuple[Reference, ...] = ()
    removals: tuple[Removal, ...] = ()
    characters: int = 0
    """Length of the whole body by `count_text`."""

    @property
    def is_empty(self) -> bool:
        """Tell whether there is no text yet (a list entry)."""
        return not self.html

    @property
    def digest(self) -> bytes:
        """Give 16 bytes that change whenever the text that a page shows changes."""
        return text_digest(self.html, self.headings)


def text_digest(html: str, headings: tuple[Heading, ...]) -> bytes:
    """Give the digest of a body's text."""
    shown = (html, *(f"{one.level} {one.number}{one.text}#{one.anchor}" for one in headings))
    return blake2b("\0".join(shown).encode(errors="surrogatepass"), digest_size=16).digest()


class BodyText(NamedTuple):
    """What a page shows of a body: the part that is kept on disk."""

    html: str
    headings: tuple[Heading, ...]


@dataclass(frozen=True, slots=True)
class KeptBody:
    """A body whose text lies in the cache and is read when it is asked for.

    The bodies of a large library do not fit into memory, and only the page of a record shows its
    body. `html` and `headings` raise what `load` raises.
    """

    digest: bytes
    """As that of the `Body` which it was."""
    is_empty: bool
    links: tuple[Reference, ...]
    images: tuple[Reference, ...]
    load: Callable[[], BodyText] = field(compare=False, repr=False)

    def __reduce__(self) -> tuple[Any, ...]:
        """Give how to make it again: a third of the time of a dataclass's own way."""
        values = self.digest, self.is_empty, self.links, self.images, self.load
        return KeptBody, values

    @property
    def html(self) -> str:
        """Give the safe HTML."""
        return self.load().html

    @property
    def headings(self) -> tuple[Heading, ...]:
        """Give the headings."""
        return self.load().headings


AnyBody = Body | KeptBody
"""A body in memory or in the cache."""


def rendered(body: AnyBody) -> Body:
    """Give a body that was just rendered; only its rules look at all of it."""
    assert isinstance(body, Body), "a body is checked before it is kept"
    return body


EMPTY_BODY = Body()
"""The body of a list entry: its text was not published yet."""
