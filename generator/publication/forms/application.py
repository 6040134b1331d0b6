"""A blank application form: a table for each section, then the declaration and what is signed."""

from collections.abc import Iterator
from itertools import count
from typing import Final

from generator.pages.platform.forms import Field, Form, Section
from generator.publication.forms.controls import SPACER, Control, inline, paragraph
from generator.publication.forms.sheets import width
from generator.publication.forms.tables import Box, Row, table
from generator.strings import text

_LABEL: Final = 0.23
"""Of the line: the width of a label; four columns, so that two short fields share a row."""
_SHORT: Final = 40
"""Characters of a field that takes half a row."""
_HIGH: Final = ((300, 1000), (600, 1600), (1000, 2200))
"""Characters at most → twips of the empty box, for who fills it in by hand."""
_HIGHEST: Final = 3000
_LINE: Final = 480
_SEAL: Final = 1500
"""Twips: a seal is 4 cm wide, and may reach over the lines."""


def application_body(form: Form) -> str:
    """Give the body of a form as OpenXML."""
    numbers = count(1)
    parts = [paragraph(form.title, "Title")]
    parts += [paragraph(text("publication_forms.starred"), "Note")]
    for section in form.sections:
        parts += [_section(section, numbers), SPACER]
    parts += [_signed(form), SPACER, paragraph(form.basis, "Note")]
    return "".join(parts)


def _section(section: Section, numbers: Iterator[int]) -> str:
    # Without its note, which tells how the page goes about with what is typed.
    rows = [_heading(section.title)]
    waiting: list[Field] = []
    for field in section.fields:
        if not _is_short(field):
            rows += [_row(tuple(waiting), numbers)] if waiting else []
            rows.append(_row((field,), numbers))
            waiting = []
            continue
        waiting.append(field)
        if len(waiting) == 2:
            rows.append(_row(tuple(waiting), numbers))
            waiting = []
    rows += [_row(tuple(waiting), numbers)] if waiting else []
    return table(_widths(), rows)


def _heading(title: str) -> Row:
    return Row((Box(paragraph(title, "TableHead"), 4, is_shaded=True),), _LINE, is_head=True)


def _row(fields: tuple[Field, ...], numbers: Iterator[int]) -> Row:
    """Give the row of one field, or of two short ones."""
    boxes: list[Box] = []
    for field in fields:
        label = text("publication_forms.required", label=field.label)
        boxes.append(Box(paragraph(label if field.required else field.label, "TableCellCenter")))
        is_long = field.kind == "text"
        content = _field(field, next(numbers))
        boxes.append(
            Box(content, 3 if len(fields) == 1 else 1, align="top" if is_long else "center")
        )
    one = fields[0]
    return Row(tuple(boxes), _height(one), may_break=one.kind == "text")


def _field(field: Field, number: int) -> str:
    control = Control(field.key, field.label, _shown(field), field.kind, field.choices, number)
    return f'<w:p><w:pPr><w:pStyle w:val="TableCell"/></w:pPr>{inline(control)}</w:p>'


def _shown(field: Field) -> str:
    """Give what a field shows until it is filled: on paper it is an instruction."""
    if field.kind == "text":
        most = text("publication_forms.most", most=field.most)
        return field.hint + most if field.hint else text("publication_forms.write") + most
    if field.kind in ("date", "choice"):
        return text(f"publication_forms.{field.kind}")
    return field.hint or text("publication_forms.write")


def _is_short(field: Field) -> bool:
    if field.kind == "line":
        return field.most <= _SHORT
    return field.kind != "text"


def _height(field: Field) -> int:
    if field.kind != "text":
        return _LINE
    return next((high for most, high in _HIGH if field.most <= most), _HIGHEST)


def _signed(form: Form) -> str:
    """Give the declaration, and the boxes that are left for hand and seal."""
    sign = paragraph(text("publication_forms.sign"), "TableCell")
    day = paragraph(text("publication_forms.signed_on"), "TableCellRight")
    rows = [_heading(text("publication_forms.declaration"))]
    rows.append(Row((Box(paragraph(form.declaration, "BodyText"), 4),)))
    rows += [
        Row((Box(paragraph(label, "TableCellCenter")), Box(sign + day, 3, align="bottom")), _SEAL)
        for label in form.handwritten
    ]
    return table(_widths(), rows)


def _widths() -> tuple[int, int, int, int]:
    whole = width()
    label = round(whole * _LABEL)
    rest = whole - 2 * label
    return label, rest // 2, label, rest - rest // 2
