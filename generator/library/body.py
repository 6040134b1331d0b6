"""A Markdown body once it was rendered: its HTML and the facts that the rules ask for."""

from dataclasses import dataclass
from hashlib import blake2b


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
        return digest_of(self.html, self.headings)


def digest_of(html: str, headings: tuple[Heading, ...]) -> bytes:
    """Give the digest of a body's text."""
    shown = (html, *(f"{one.level} {one.number}{one.text}#{one.anchor}" for one in headings))
    return blake2b("\0".join(shown).encode(errors="surrogatepass"), digest_size=16).digest()


EMPTY_BODY = Body()
"""The body of a list entry: its text was not published yet."""
