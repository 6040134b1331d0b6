"""Running text as Typst source: a row of `#` expressions, to stand in a content block."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final

from generator.publication.blocks.plain import inline_text
from generator.publication.blocks.tree import (
    Blocks,
    Break,
    Code,
    Formula,
    Inline,
    Inlines,
    Link,
    Manner,
    NoteMark,
    Picture,
    Set,
    Text,
)
from generator.publication.blocks.walking import every_inline
from generator.publication.pdf.album import Album, printed_width
from generator.publication.pdf.literals import clean, is_blank, parted, string
from generator.strings import text

_FUNCTIONS: Final = {
    Manner.STRONG: "strong",
    Manner.EMPHASIS: "emph",
    Manner.UNDERLINE: "underline",
    Manner.STRIKE: "strike",
    Manner.SUPERSCRIPT: "super",
    Manner.SUBSCRIPT: "sub",
    Manner.MARK: "highlight",
    Manner.SMALL: "small",
}
_LONGEST_ADDRESS: Final = 8000
"""Characters; Typst refuses longer ones."""
_TALLEST: Final = 60.0
"""Points that a picture in a line is high at most."""


@dataclass
class InlineWriter:
    """Writes the running text of one text with its footnotes."""

    formulas: Mapping[str, str]
    """TeX → Typst's mathematics; what is not in it is shown as TeX."""
    album: Album
    anchors: frozenset[str]
    """What a link of this text may lead to."""
    notes: tuple[Blocks, ...]
    prefix: str
    """Before every label: parts of a document have equal anchors."""
    write_note: Callable[[Blocks], str]
    _called: set[int] = field(default_factory=set)

    def write(self, inlines: Inlines) -> str:
        """Give the source of running text."""
        return "".join(map(self._piece, inlines))

    def label(self, anchor: str) -> str:
        """Give the label of an anchor, as an expression."""
        return f"label({string(f'{self.prefix}a:{anchor}')})"

    def formula(self, tex: str, *, is_block: bool) -> str:
        """Give a formula, with its TeX for who cannot see it; as TeX where it cannot be set."""
        found = self.formulas.get(tex)
        if not found:
            source = f"#raw({string(tex)}, block: {'true' if is_block else 'false'})"
            return parted(source, tex)
        gap = " " if is_block else ""
        alt = string(text("publication_pdf.text.formula", tex=tex))
        return f"#[#set math.equation(alt: {alt})\n${gap}{found}{gap}$]"

    def _piece(self, piece: Inline) -> str:
        match piece:
            case Set(manner, inlines):
                return f"#{_FUNCTIONS[manner]}[{self.write(inlines)}]"
            case Link():
                return self._link(piece)
            case Picture():
                return self._picture(piece)
            case NoteMark(number):
                return self._note(number)
            case Formula(tex):
                return self.formula(tex, is_block=False)
            case _:
                return _plain(piece)

    def _link(self, link: Link) -> str:
        inner = self.write(link.inlines)
        if is_blank(clean(inline_text(link.inlines))) and not _has_picture(link.inlines):
            return inner
        if link.target.startswith("#"):
            anchor = link.target[1:]
            return f"#link({self.label(anchor)})[{inner}]" if anchor in self.anchors else inner
        address = clean(link.target).strip()
        if not 0 < len(address) <= _LONGEST_ADDRESS:
            return inner
        return f"#link({string(address)})[{inner}]"

    def _picture(self, picture: Picture) -> str:
        if picture.path is None:
            return f"#{string(missing_picture(picture))}"
        return f"#box({picture_source(picture, self.album, _TALLEST)})"

    def _note(self, number: int) -> str:
        """Give a footnote at its first call, and its number again at the others.

        The number is the page's: Typst would count calls in headings and tables otherwise.
        """
        name = f"label({string(f'{self.prefix}n:{number}')})"
        numbering = f"numbering: _ => {string(str(number))}"
        if number in self._called:
            return f"#footnote({numbering}, {name})"
        if not 0 < number <= len(self.notes):
            return f"#super({string(str(number))})"
        self._called.add(number)
        return f"#footnote({numbering})[{self.write_note(self.notes[number - 1])}]#{name}"


def _plain(piece: Text | Code | Break) -> str:
    match piece:
        case Text(words):
            return parted(f"#{string(words)}", words)
        case Code(words):
            return parted(f"#raw({string(words)})", words)
        case Break():
            return "#linebreak()"


def _has_picture(inlines: Inlines) -> bool:
    return any(isinstance(piece, Picture) for piece in every_inline(inlines))


def missing_picture(picture: Picture) -> str:
    """Give the words for a picture that has no file."""
    return text("publication_pdf.text.no_picture", description=picture.description)


def picture_source(picture: Picture, album: Album, tallest: float) -> str:
    """Give the expression for a picture as wide as it prints; raises BiaoganError."""
    assert picture.path is not None
    alt = string(picture.description or text("publication_pdf.text.picture"))
    width = printed_width(picture.path, tallest)
    return f"fit({string('/' + album.name(picture.path))}, {alt}, {width:.2f}pt)"
