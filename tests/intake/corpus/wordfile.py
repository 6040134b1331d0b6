"""A case as a Word file, written part by part in one of the ways of `makes`."""

from dataclasses import dataclass, field
from typing import Final

from tests.intake.corpus.content import (
    Block,
    CaseContent,
    Cell,
    Chart,
    Contents,
    Diagram,
    Display,
    Figure,
    Gallery,
    Group,
    Heading,
    Items,
    Paragraph,
    Row,
    Table,
    TextBox,
)
from tests.intake.corpus.formulas import FORMULAS
from tests.intake.corpus.makes import AUTOMATIC, STYLED, Captions, Counter, Headings, Make, Title
from tests.intake.corpus.wordml import Package, complex_field, paragraph, run, simple_field, typed
from tests.intake.corpus.wordshapes import (
    chart_paragraph,
    diagram_paragraph,
    group,
    picture_run,
    text_box,
)
from tests.intake.corpus.wordstyles import (
    BULLETS,
    FIRST_ORDERED,
    HEADING_NUMBERS,
    comments_part,
    notes_part,
    numbering,
    styles,
)
from tests.intake.corpus.wordtext import BOLD, text_paragraph

_CENTRED: Final = '<w:jc w:val="center"/>'
_BIG: Final = '<w:b/><w:sz w:val="36"/>'
_BORDERS: Final = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_WIDTH: Final = 8300


@dataclass(slots=True)
class WordFile:
    """One case being written as a Word file."""

    content: CaseContent
    make: Make = field(default_factory=Make)
    package: Package = field(default_factory=Package)
    _ordered: int = 0
    _figures: int = 0
    _tables: int = 0
    _typed: Counter = field(init=False)

    def __post_init__(self) -> None:
        self._typed = Counter(self.make.typed)

    def data(self, before: str = "") -> bytes:
        """Give the file; `before` is body to set before the case."""
        body = before + self._title() + "".join(map(self.block, self.content.blocks))
        return self.finished(body)

    def finished(self, body: str) -> bytes:
        """Give the file with a body whose blocks this object has written."""
        package = self.package
        package.add("styles.xml", styles(self.make), "styles", typed("styles"))
        numbers = numbering(self.make, self._ordered)
        package.add("numbering.xml", numbers, "numbering", typed("numbering"))
        if package.notes:
            package.add("footnotes.xml", notes_part(package.notes), "footnotes", typed("footnotes"))
        if package.comments:
            part = comments_part(package.comments)
            package.add("comments.xml", part, "comments", typed("comments"))
        return package.finish(body)

    def block(self, block: Block) -> str:
        """Give a block as WordprocessingML."""
        match block:
            case Heading():
                return self._heading(block)
            case Paragraph():
                return text_paragraph(self.package, block)
            case Figure() | Gallery() | Row():
                return self._pictures(block)
            case Table() | Items() | Contents():
                return self._placed(block)
            case Display():
                formula = f"<m:oMath>{FORMULAS[block.formula]}</m:oMath>"
                return paragraph(f"<m:oMathPara>{formula}</m:oMathPara>")
            case _:
                return self._shape(block)

    def _placed(self, block: Table | Items | Contents) -> str:
        match block:
            case Table(caption=caption, unit=unit):
                above = self._caption("表", caption) if caption else ""
                above += paragraph(run(unit), '<w:jc w:val="right"/>') if unit else ""
                return above + table(block)
            case Items():
                return self._items(block)
            case Contents():
                return self._contents(block)

    def _shape(self, block: TextBox | Group | Chart | Diagram) -> str:
        match block:
            case TextBox():
                return text_box(self.package, block)
            case Group():
                return group(self.package, block)
            case Chart():
                return chart_paragraph(self.package, block)
            case Diagram():
                return diagram_paragraph(self.package, block)

    def _title(self) -> str:
        words = self.content.title
        if self.make.title is Title.STYLE:
            style = self.make.styles.title[0]
            return paragraph(run(words), f'<w:pStyle w:val="{style}"/>')
        title = paragraph(run(words, _BIG), _CENTRED)
        if self.make.title is Title.BOLD_CENTRED:
            return title
        lines = (self.content.enterprise, "2022年6月")
        rest = "".join(paragraph(run(line), _CENTRED) for line in lines)
        return title + rest + paragraph('<w:r><w:br w:type="page"/></w:r>')

    def _heading(self, heading: Heading) -> str:
        make = self.make
        number = self._typed.give(heading.level)
        words = heading.text if make.headings in AUTOMATIC else number + heading.text
        if make.headings in STYLED:
            style = make.styles.headings[heading.level - 1][0]
            numbers = ""
            if make.headings is Headings.STYLED_AUTO and make.styles.based:
                numbers = _numbered(HEADING_NUMBERS, heading.level - 1)
            return paragraph(run(words), f'<w:pStyle w:val="{style}"/>{numbers}')
        if make.headings is Headings.BOLD_AUTO:
            return paragraph(run(words, BOLD), _numbered(HEADING_NUMBERS, heading.level - 1))
        if make.headings is Headings.OUTLINE:
            return paragraph(run(words), f'<w:outlineLvl w:val="{heading.level - 1}"/>')
        if make.headings is Headings.TYPED_PLAIN:
            return paragraph(run(words), '<w:ind w:firstLineChars="200" w:firstLine="560"/>')
        return paragraph(run(number, BOLD) + run(heading.text, BOLD))

    def _caption(self, word: str, caption: str) -> str:
        number = self._figures = self._figures + 1 if word == "图" else self._figures
        if word == "表":
            number = self._tables = self._tables + 1
        style = f'<w:pStyle w:val="{self.make.styles.caption[0]}"/>'
        code = f"SEQ {word} \\* ARABIC"
        match self.make.captions:
            case Captions.SIMPLE_FIELD:
                inner = run(f"{word} ") + simple_field(code, str(number)) + run(f" {caption}")
                return paragraph(inner, style)
            case Captions.COMPLEX_FIELD:
                inner = run(word) + complex_field(code, str(number)) + run(f"  {caption}")
                return paragraph(inner, style)
            case Captions.TYPED:
                return paragraph(run(f"{word}{number} {caption}"), _CENTRED)
            case Captions.TYPED_BOLD:
                return paragraph(run(f"{word}{number}：{caption}", BOLD), _CENTRED)

    def _pictures(self, block: Figure | Gallery | Row) -> str:
        if isinstance(block, Figure):
            picture = paragraph(picture_run(self.package, block.picture), _CENTRED)
            return picture + self._caption("图", block.caption)
        runs = [picture_run(self.package, picture) for picture in block.pictures]
        if isinstance(block, Row):
            return paragraph("".join(runs), _CENTRED)
        rows = (runs, [run(f"（{n}）{words}") for n, words in enumerate(block.captions, start=1)])
        body = "".join(
            f"<w:tr>{''.join(f'<w:tc>{paragraph(one)}</w:tc>' for one in row)}</w:tr>"
            for row in rows
        )
        grid = '<w:gridCol w:w="4000"/>' * len(runs)
        return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl>"

    def _items(self, items: Items) -> str:
        number = BULLETS
        if items.ordered:
            number = FIRST_ORDERED + self._ordered
            self._ordered += 1
        return "".join(paragraph(run(words), _numbered(number, 0)) for words in items.texts)

    def _contents(self, contents: Contents) -> str:
        style = f'<w:pStyle w:val="{self.make.styles.contents[0]}"/>'
        counter = Counter(self.make.typed)
        lines = [f"{counter.give(one.level)}{one.text}" for one in self.content.headings()]
        begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        begin += run(' TOC \\o "1-3" \\h ', tag="instrText")
        begin += '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        entries = [
            run(line) + "<w:r><w:tab/></w:r>" + complex_field("PAGEREF _Toc1 \\h", str(page))
            for page, line in enumerate(lines, start=1)
        ]
        entries[0] = begin + entries[0]
        inner = "".join(paragraph(entry, style) for entry in entries)
        inner += paragraph('<w:r><w:fldChar w:fldCharType="end"/></w:r>')
        head = paragraph(run("目  录"), _CENTRED)
        if not contents.wrapped:
            return head + inner
        gallery = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'
        return (
            f"<w:sdt><w:sdtPr>{gallery}</w:sdtPr><w:sdtContent>{head}{inner}</w:sdtContent></w:sdt>"
        )


def _numbered(number: int, level: int) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'


def table(block: Table) -> str:
    """Give a table, merged cells as Word writes them."""
    width = sum(cell.columns for cell in block.rows[0])
    grid = f'<w:gridCol w:w="{_WIDTH // width}"/>' * width
    open_below: dict[int, tuple[int, int]] = {}
    rows = []
    for number, cells in enumerate(block.rows):
        head = "<w:tblHeader/>" if block.marks_header and number < block.header_rows else ""
        inner = _row(cells, open_below, width, bold=number < block.header_rows)
        rows.append(f"<w:tr><w:trPr>{head}</w:trPr>{inner}</w:tr>")
    return (
        f"<w:tbl><w:tblPr><w:tblBorders>{_BORDERS}</w:tblBorders></w:tblPr>"
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def _row(
    cells: tuple[Cell, ...], open_below: dict[int, tuple[int, int]], width: int, *, bold: bool
) -> str:
    """Give a row; `open_below` holds column → (rows left, columns) of cells merged downwards."""
    inner, column, waiting = [], 0, list(cells)
    while column < width:
        if column in open_below:
            left, columns = open_below.pop(column)
            inner.append(_cell("", columns, "<w:vMerge/>", bold=False))
            if left > 1:
                open_below[column] = (left - 1, columns)
            column += columns
            continue
        cell = waiting.pop(0)
        merge = '<w:vMerge w:val="restart"/>' if cell.rows > 1 else ""
        inner.append(_cell(cell.text, cell.columns, merge, bold=bold))
        if cell.rows > 1:
            open_below[column] = (cell.rows - 1, cell.columns)
        column += cell.columns
    return "".join(inner)


def _cell(words: str, columns: int, merge: str, *, bold: bool) -> str:
    span = f'<w:gridSpan w:val="{columns}"/>' if columns > 1 else ""
    lines = "".join(paragraph(run(line, BOLD if bold else "")) for line in words.split("\n"))
    return f'<w:tc><w:tcPr><w:tcW w:w="{_WIDTH}" w:type="dxa"/>{span}{merge}</w:tcPr>{lines}</w:tc>'
