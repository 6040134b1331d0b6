"""Blocks and inlines as elements that the editor of an official account keeps."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from html import escape
from pathlib import Path
from typing import Final

from generator.pages.values import web_address
from generator.publication.blocks.plain import caption_text
from generator.publication.blocks.tree import (
    Alert,
    Block,
    Blocks,
    Break,
    Caption,
    Cell,
    Code,
    CodeBlock,
    Definitions,
    Figure,
    Formula,
    Heading,
    Inline,
    Inlines,
    Link,
    ListBlock,
    Manner,
    NoteMark,
    Paragraph,
    Picture,
    Quote,
    Row,
    Rule,
    Set,
    Table,
    Text,
)
from generator.publication.wechat import styles
from generator.publication.wechat.formulas import FormulaPicture
from generator.strings import text

_SET: Final = {
    Manner.STRONG: ("strong", "font-weight:bold"),
    Manner.EMPHASIS: ("em", "font-style:italic"),
    Manner.UNDERLINE: ("span", "text-decoration:underline"),
    Manner.STRIKE: ("span", "text-decoration:line-through"),
    Manner.SUPERSCRIPT: ("sup", "font-size:12px"),
    Manner.SUBSCRIPT: ("sub", "font-size:12px"),
    Manner.MARK: ("span", "background-color:rgba(255,200,0,0.3)"),
    Manner.SMALL: ("span", "font-size:13px"),
}
_LOWEST: Final = 4
"""Level of the smallest headings that look different."""
_FORMATS: Final = ((b"\xff\xd8", "jpg"), (b"GIF8", "gif"))


def element(tag: str, style: str, inner: str, attributes: str = "") -> str:
    """Give an element with its style written on it."""
    styled = f' style="{style}"' if style else ""
    return f"<{tag}{styled}{attributes}>{inner}</{tag}>"


def line(tag: str, style: str, said: str) -> Iterator[str]:
    """Yield an element with plain text, or nothing where there is no text."""
    if said:
        yield element(tag, style, escape(said))


@dataclass(frozen=True, slots=True)
class Placed:
    """A picture, and where in the article it goes."""

    file: str
    where: str
    """Empty: nothing names the place."""


@dataclass
class Setter:
    """Sets blocks, and collects the pictures and addresses that they name."""

    stem: str
    """The names of pictures begin with it."""
    draw: Callable[[Path], bytes]
    """Gives a picture as PNG, JPEG or GIF."""
    paragraph: str = styles.PARAGRAPH
    """Style of a paragraph of the text."""
    formulas: Mapping[str, FormulaPicture] = field(default_factory=dict)
    """TeX → picture; a formula that is not in it is shown as TeX."""
    files: dict[str, bytes] = field(default_factory=dict)
    placed: list[Placed] = field(default_factory=list)
    addresses: list[str] = field(default_factory=list)
    """Of links, in their order; the editor strips links to other places than WeChat."""

    def blocks(self, blocks: Blocks) -> str:
        """Set blocks one below the other."""
        return "\n".join(self._block(block) for block in blocks)

    def inlines(self, inlines: Inlines) -> str:
        """Set running text."""
        return "".join(map(self._inline, inlines))

    def _block(self, block: Block) -> str:
        match block:
            case Heading():
                return self._heading(block)
            case Paragraph(inlines):
                return element("p", self.paragraph, self.inlines(inlines))
            case Figure(picture, caption):
                return self._figure(picture, caption)
            case Table():
                return self._table(block)
            case Formula(tex):
                return element("p", styles.CENTRED, self._formula(tex))
            case _:
                return self._container(block)

    def _container(self, block: ListBlock | Definitions | Quote | Alert | CodeBlock | Rule) -> str:
        match block:
            case CodeBlock() | Rule():
                return _plain_block(block)
            case ListBlock():
                return self._list(block)
            case Definitions(items):
                return "\n".join(
                    element("p", styles.PARAGRAPH, element("strong", "", self.inlines(term)))
                    + element("section", styles.QUOTE, self.blocks(inner))
                    for term, inner in items
                )
            case Quote(inner):
                return element("section", styles.QUOTE, self.blocks(inner))
            case Alert(_, title, inner):
                head = element("p", styles.BOX_TITLE, escape(title)) if title else ""
                return element("section", styles.BOX, head + self.blocks(inner))

    def _heading(self, block: Heading) -> str:
        level = min(max(block.level, 2), _LOWEST)
        inner = escape(block.number) + self.inlines(block.inlines)
        return element(f"h{level}", styles.HEADINGS[level], inner)

    def _list(self, block: ListBlock) -> str:
        tag = "ol" if block.is_ordered else "ul"
        kind = f' start="{block.start}"' if block.is_ordered and block.start != 1 else ""
        items = "".join(self._item(item) for item in block.items)
        return element(tag, styles.LIST, items, kind)

    def _item(self, blocks: Blocks) -> str:
        if len(blocks) == 1 and isinstance(blocks[0], Paragraph):
            return element("li", styles.ITEM, self.inlines(blocks[0].inlines))
        return element("li", styles.ITEM, self.blocks(blocks))

    def _figure(self, picture: Picture, caption: Caption | None) -> str:
        said = _caption(self, caption)
        shown = self._picture(picture, caption_text(caption), styles.PICTURE)
        return element("section", "margin:0 0 16px", shown + said)

    def _picture(self, picture: Picture, caption: str, style: str) -> str:
        if picture.path is None:
            return element("p", styles.CENTRED, escape(picture.description))
        data = self.draw(picture.path)
        ending = next((name for head, name in _FORMATS if data.startswith(head)), "png")
        name = f"{self.stem}-{len(self.placed) + 1}.{ending}"
        where = text("publication_wechat.guide.picture_named", caption=caption) if caption else ""
        return self.place(Placed(name, where), data, style, picture.description)

    def place(self, placed: Placed, data: bytes, style: str, description: str) -> str:
        """Set a picture whose file stands beside the article."""
        self.files[placed.file] = data
        self.placed.append(placed)
        return f'<img src="{placed.file}" alt="{escape(description)}" style="{style}">'

    def _table(self, block: Table) -> str:
        rows = (*block.head, *block.body)
        inner = "".join(f"<tr>{''.join(self._cells(row))}</tr>" for row in rows)
        drawn = element("table", styles.table(block.columns), f"<tbody>{inner}</tbody>")
        return _caption(self, block.caption) + element("section", styles.SCROLLING, drawn)

    def _cells(self, row: Row) -> Iterator[str]:
        for cell in row:
            tag = "th" if cell.is_header else "td"
            spans = "".join(
                f' {name}="{count}"'
                for name, count in (("colspan", cell.columns), ("rowspan", cell.rows))
                if count > 1
            )
            style = styles.cell(cell.alignment, is_header=cell.is_header)
            yield element(tag, style, self._cell(cell), spans)

    def _cell(self, cell: Cell) -> str:
        if all(isinstance(block, Paragraph) for block in cell.blocks):
            lines = (b.inlines for b in cell.blocks if isinstance(b, Paragraph))
            return "<br>".join(map(self.inlines, lines))
        return self.blocks(cell.blocks)

    def _inline(self, piece: Inline) -> str:
        match piece:
            case Set(manner, inlines):
                tag, style = _SET[manner]
                return element(tag, style, self.inlines(inlines))
            case Link(target, inlines):
                return self.inlines(inlines) + self._address(target, inlines)
            case Picture():
                return self._inline_picture(piece)
            case Formula(tex):
                return self._formula(tex)
            case _:
                return _plain_inline(piece)

    def _inline_picture(self, picture: Picture) -> str:
        if picture.path is None:
            return escape(picture.description)
        return self._picture(picture, "", styles.INLINE_PICTURE)

    def _formula(self, tex: str) -> str:
        drawn = self.formulas.get(tex)
        if drawn is None:
            return element("code", styles.CODE, escape(tex))
        where = text("publication_wechat.guide.formula", tex=tex)
        placed = Placed(f"{self.stem}-{len(self.placed) + 1}.png", where)
        return self.place(placed, drawn.png, styles.formula(drawn.width), tex)

    def _address(self, target: str, inlines: Inlines) -> str:
        """Give the number under which the end of the article tells an address."""
        address = web_address(target)
        if not address or inlines == (Text(address),):
            return ""
        if address not in self.addresses:
            self.addresses.append(address)
        number = self.addresses.index(address) + 1
        mark = text("publication_wechat.article.link_mark", number=number)
        return element("sup", "font-size:12px", escape(mark))


def _caption(setter: Setter, caption: Caption | None) -> str:
    if caption is None:
        return ""
    label = escape(f"{caption.label} ") if caption.label else ""
    return element("p", styles.CAPTION, label + setter.inlines(caption.inlines))


def _plain_block(block: CodeBlock | Rule) -> str:
    match block:
        case CodeBlock(code):
            return element("pre", styles.CODE_BLOCK, escape(code))
        case Rule():
            return element("section", styles.PLAIN_RULE, "<br>")


def _plain_inline(piece: Text | Code | Break | NoteMark) -> str:
    match piece:
        case Text(said):
            return escape(said)
        case Code(code):
            return element("code", styles.CODE, escape(code))
        case Break():
            return "<br>"
        case NoteMark(number):
            mark = text("publication_wechat.article.note_mark", number=number)
            return element("sup", "font-size:12px", escape(mark))
