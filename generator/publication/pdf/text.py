"""A text as Typst source.

What comes out stands in markup, holds nothing but expressions, and needs `#import "/base.typ": *`.
"""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final, Protocol

from generator.publication.blocks.plain import inline_text
from generator.publication.blocks.tree import (
    Alert,
    Block,
    Blocks,
    BodyTree,
    Caption,
    CodeBlock,
    Definitions,
    Figure,
    Formula,
    Heading,
    ListBlock,
    Paragraph,
    Quote,
    Rule,
    Table,
)
from generator.publication.blocks.walking import anchors, every_block, every_inline, inlines_of
from generator.publication.pdf.album import TALLEST, Album
from generator.publication.pdf.inlines import InlineWriter, missing_picture, picture_source
from generator.publication.pdf.literals import clean, is_blank, parted, string
from generator.publication.pdf.press import Press
from generator.publication.pdf.tables import table_source

_NUMBERS: Final = frozenset("1aAiI")
"""Ways of HTML to count the items of a list; Typst has the same."""
_INDENTED: Final = 3
"""Lists in lists that are moved in; deeper ones would have no room left for their text."""
_NOTHING: Final[Mapping[str, str]] = MappingProxyType({})


class Mathematician(Protocol):
    """Who can translate formulas: word.pandoc.Pandoc."""

    def formulas(self, texs: Iterable[str]) -> Mapping[str, str]:
        """Give TeX → Typst's mathematics, without what cannot be read."""


def formulas_of(trees: Iterable[BodyTree], pandoc: Mathematician, press: Press) -> dict[str, str]:
    """Give TeX → Typst's mathematics for all formulas of texts that Typst can set."""
    texs = dict.fromkeys(
        tex for tree in trees for blocks in (tree.blocks, *tree.notes) for tex in _texs(blocks)
    )
    found = pandoc.formulas(texs) if texs else _NOTHING
    return {tex: formula for tex, formula in found.items() if press.can_set(formula)}


class Composer:
    """Writes the texts of one document; gathers their pictures in `album`."""

    def __init__(self, formulas: Mapping[str, str] = _NOTHING) -> None:
        self.album = Album()
        self._formulas = formulas
        self._labels: set[str] = set()

    def write(self, tree: BodyTree, *, prefix: str = "", shift: int = 0) -> str:
        """Give the source of a text.

        Its sections (level 2 of the tree) are headings of level 1 of the document, or lower by
        `shift`. `prefix`: before all labels; every chapter of a book has its own.
        Raises BiaoganError where a picture is broken.
        """
        return _BodyWriter(self, tree, prefix, shift).blocks(tree.blocks)

    def take(self, label: str) -> bool:
        """Take a label; False where another has it."""
        is_new = label not in self._labels
        self._labels.add(label)
        return is_new

    def inline_writer(self, writer: "_BodyWriter", tree: BodyTree, prefix: str) -> InlineWriter:
        """Give the writer of running text for a text."""
        known = anchors(tree.blocks)
        note = writer.note
        return InlineWriter(self._formulas, self.album, known, tree.notes, prefix, note)


class _BodyWriter:
    """Writes one text."""

    def __init__(self, composer: Composer, tree: BodyTree, prefix: str, shift: int) -> None:
        self._composer = composer
        self._inlines = composer.inline_writer(self, tree, prefix)
        self._shift = shift
        self._level = shift
        self._depth = 0

    def blocks(self, blocks: Blocks) -> str:
        """Give blocks, parted as paragraphs are."""
        return "\n\n".join(source for block in blocks if (source := self._block(block)))

    def note(self, blocks: Blocks) -> str:
        """Give the blocks of a footnote; a heading in it is no heading of the document."""
        return self.blocks(tuple(_plain_heading(block) for block in blocks))

    def _block(self, block: Block) -> str:
        match block:
            case Paragraph(inlines):
                return self._inlines.write(inlines)
            case Heading():
                return self._heading(block)
            case Figure() | Table():
                return self._figure(block)
            case ListBlock():
                return self._list(block)
            case Definitions():
                return self._definitions(block)
            case _:
                return self._set_off(block)

    def _set_off(self, block: Quote | Alert | CodeBlock | Formula | Rule) -> str:
        match block:
            case Quote(blocks):
                return f"#quote(block: true)[{self.blocks(blocks)}]"
            case Alert(kind, title, blocks):
                return f"#alert({string(kind)}, {string(title)})[{self.blocks(blocks)}]"
            case CodeBlock(text):
                return parted(f"#raw({string(text.rstrip())}, block: true)", text)
            case Formula(tex):
                return self._inlines.formula(tex, is_block=True)
            case Rule():
                return "#rule()"

    def _heading(self, heading: Heading) -> str:
        """Give a heading, one level below the last at most: PDF/UA-1 leaves none out (7.4.2).

        One without words is none: it would be an empty bookmark.
        """
        if is_blank(clean(heading.number + inline_text(heading.inlines))):
            return self._inlines.write(heading.inlines)
        wanted = max(heading.level - 1, 1) + self._shift
        self._level = min(wanted, self._level + 1)
        number = f"#{string(heading.number)}" if heading.number else ""
        words = number + self._inlines.write(heading.inlines)
        return f"#heading(level: {self._level})[{words}]{self._label(heading.anchor)}"

    def _figure(self, block: Figure | Table) -> str:
        kind = "table" if isinstance(block, Table) else "image"
        caption = self._caption(block.caption)
        body = (
            table_source(block, self.blocks) if isinstance(block, Table) else self._picture(block)
        )
        label = self._label(block.caption.label) if block.caption else ""
        return f"#figure(kind: {kind}, {caption}{body}){label}"

    def _picture(self, figure: Figure) -> str:
        if figure.picture.path is None:
            return f"[#{string(missing_picture(figure.picture))}]"
        return picture_source(figure.picture, self._composer.album, TALLEST)

    def _caption(self, caption: Caption | None) -> str:
        if caption is None:
            return ""
        gap = "#h(0.75em)" if caption.label and caption.inlines else ""
        words = f"#{string(caption.label)}{gap}{self._inlines.write(caption.inlines)}"
        return f"caption: [{words}], "

    def _label(self, anchor: str) -> str:
        if not anchor:
            return ""
        label = self._inlines.label(anchor)
        return f"#{label}" if self._composer.take(label) else ""

    def _list(self, block: ListBlock) -> str:
        self._depth += 1
        items = "".join(f"[{self.blocks(item)}], " for item in block.items)
        indent = "" if self._depth <= _INDENTED else "indent: 0pt, "
        self._depth -= 1
        is_tight = all(len(item) <= 1 or _is_tight(item) for item in block.items)
        spacing = "true" if is_tight else "false"
        if not block.is_ordered:
            return f"#list({indent}tight: {spacing}, {items})"
        way = block.style if block.style in _NUMBERS else "1"
        start = max(block.start, 0)
        return f'#enum({indent}tight: {spacing}, start: {start}, numbering: "{way}.", {items})'

    def _definitions(self, block: Definitions) -> str:
        items = "".join(
            f"terms.item([{self._inlines.write(term)}], [{self.blocks(meaning)}]), "
            for term, meaning in block.items
        )
        return f"#terms({items})"


def _is_tight(item: Blocks) -> bool:
    """Tell whether an item is a line with a list below."""
    return len(item) == 2 and isinstance(item[1], ListBlock)


def _plain_heading(block: Block) -> Block:
    return Paragraph(block.inlines) if isinstance(block, Heading) else block


def _texs(blocks: Blocks) -> Iterable[str]:
    for block in every_block(blocks):
        if isinstance(block, Formula):
            yield block.tex
        for inlines in inlines_of(block):
            for piece in every_inline(inlines):
                if isinstance(piece, Formula):
                    yield piece.tex
