"""A Markdown body once it was rendered: its HTML and the facts that the rules ask for."""

import marshal
from collections.abc import Callable
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import Any, Final, NamedTuple


class Heading(NamedTuple):
    """A heading of the body.

    A tuple: a case has 20, and a frozen dataclass takes three times as long to make.
    """

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
    """A level-2 heading with all below it, measured where an edition's limit asks for it.

    To measure all sections of a body took 0.16 ms, and most are far from any limit.
    """

    heading: Heading
    most: int
    """It is no longer than this: the length of its HTML."""
    measure: Callable[[], int] = field(compare=False, repr=False)

    @property
    def characters(self) -> int:
        """Give the length as `library.counting.count_text` counts it.

        Headings, tables and captions are included.
        """
        return self.measure()

    def exceeds(self, limit: int) -> bool:
        """Tell whether the section is longer than so many characters."""
        return self.most > limit and self.characters > limit


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

    @property
    def is_empty(self) -> bool:
        """Tell whether there is no text yet (a list entry)."""
        return not self.html

    @property
    def digest(self) -> bytes:
        """Give 16 bytes that change whenever the text that a page shows changes."""
        return blake2b(text_bytes(self), digest_size=16).digest()


class BodyText(NamedTuple):
    """What a page shows of a body: the part that is kept on disk."""

    html: str
    headings: tuple[Heading, ...]

    @classmethod
    def of(cls, data: bytes, lines: tuple[int, ...]) -> "BodyText":
        """Give the text that `text_bytes` wrote; the lines of its headings stand elsewhere."""
        html, levels, texts, anchors, numbers = marshal.loads(data)  # noqa: S302 -- our own, confirmed by its digest
        return cls(html, tuple(map(Heading, levels, texts, anchors, lines, numbers)))


def text_bytes(body: "AnyBody") -> bytes:
    """Give what a page shows of a body as bytes: one form for its digest and for the disk.

    On which lines its headings stand is no part of it: a page does not show that.
    """
    levels, texts, anchors, _, numbers = (
        zip(*body.headings, strict=True) if body.headings else _NONE
    )
    return marshal.dumps((body.html, levels, texts, anchors, numbers), _FORM)


_NONE: Final[tuple[tuple[Any, ...], ...]] = ((),) * len(Heading._fields)
_FORM: Final = 2
"""The form of marshal that does not look at which texts are one object: equal is equal bytes."""


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
