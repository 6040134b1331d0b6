"""The template into which the browser writes the result of a self-evaluation."""

from typing import Final

from generator.publication.forms.controls import SPACER, Control, block, inline, paragraph
from generator.publication.forms.sheets import width
from generator.publication.forms.tables import Box, Row, table
from generator.strings import text

_LABEL: Final = 0.16


def evaluation_body() -> str:
    """Give the body of the template as OpenXML."""
    label = round(width() * _LABEL)
    rest = width() - 2 * label
    cells = (
        Box(paragraph(text("publication_forms.evaluation.enterprise"), "TableCellCenter")),
        Box(_cell(_control("enterprise", 2))),
        Box(paragraph(text("publication_forms.evaluation.date"), "TableCellCenter")),
        Box(_cell(_control("date", 3))),
    )
    title = inline(_control("title", 1))
    return (
        f'<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr>{title}</w:p>'
        + table((label, rest * 3 // 5, label, rest - rest * 3 // 5), (Row(cells, 480),))
        + SPACER
        + block(_control("result", 4), "BodyText")
        # The last paragraph belongs to no control: Word wants one before the page's description.
        + paragraph("", "Note")
    )


def _control(tag: str, number: int) -> Control:
    label = text(f"publication_forms.evaluation.{tag}")
    return Control(tag, label, text(f"publication_forms.evaluation.{tag}_shown"), number=number)


def _cell(control: Control) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="TableCell"/></w:pPr>{inline(control)}</w:p>'
