"""Content controls of Word, which a program finds by their tag and a reader sees as a field."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Final

from generator.publication.forms.sheets import PLACEHOLDER
from generator.publication.word.quoting import quoted
from generator.strings import text

_LONGEST: Final = 64
"""Characters that Word takes as the title of a control or as its tag."""
HINT: Final = '<w:rFonts w:hint="eastAsia"/>'
"""Makes Word take the Chinese face for signs that both scripts have, such as quotation marks."""

SPACER: Final = '<w:p><w:pPr><w:pStyle w:val="Spacer"/></w:pPr></w:p>'
"""What parts two tables: Word makes one of neighbours."""


@dataclass(frozen=True, slots=True)
class Control:
    """A field of a form."""

    tag: str
    """By which a program finds it."""
    label: str
    """What Word shows of it when one stands in it."""
    shown: str
    """Until it is filled."""
    kind: str = "line"
    """line, text (with line breaks), date, choice; another is as a line."""
    choices: Sequence[str] = ()
    number: int = 1
    """Different in each control of a document."""


def inline(control: Control) -> str:
    """Give a control within a paragraph."""
    content = (
        f'<w:r><w:rPr><w:rStyle w:val="{PLACEHOLDER}"/>{HINT}</w:rPr>'
        f'<w:t xml:space="preserve">{escape(control.shown)}</w:t></w:r>'
    )
    return _control(control, _kind(control), content)


def block(control: Control, style: str) -> str:
    """Give a control for paragraphs and tables."""
    return _control(control, "", paragraph(control.shown, style, PLACEHOLDER))


def paragraph(words: str, style: str, character_style: str = "") -> str:
    """Give a paragraph in a style, named by its id."""
    face = f'<w:rStyle w:val="{character_style}"/>' if character_style else ""
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:rPr>{face}{HINT}</w:rPr>'
        f'<w:t xml:space="preserve">{escape(words)}</w:t></w:r></w:p>'
    )


def _control(control: Control, kind: str, content: str) -> str:
    # In the order of the schema (ISO/IEC 29500-1, 17.5.2.38). Locked: the content alone is edited.
    return (
        f"<w:sdt><w:sdtPr><w:alias w:val={quoted(control.label[:_LONGEST])}/>"
        f"<w:tag w:val={quoted(control.tag[:_LONGEST])}/>"
        f'<w:id w:val="{control.number}"/><w:lock w:val="sdtLocked"/>'
        f"<w:showingPlcHdr/>{kind}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"
    )


def _kind(control: Control) -> str:
    if control.kind == "text":
        return '<w:text w:multiLine="1"/>'
    if control.kind == "date":
        shape = quoted(text("publication_forms.day"))
        return (
            f'<w:date><w:dateFormat w:val={shape}/><w:lid w:val="zh-CN"/>'
            '<w:storeMappedDataAs w:val="date"/><w:calendar w:val="gregorian"/></w:date>'
        )
    if control.kind == "choice":
        items = "".join(
            f"<w:listItem w:displayText={quoted(one)} w:value={quoted(one)}/>"
            for one in control.choices
        )
        return f"<w:dropDownList>{items}</w:dropDownList>"
    return "<w:text/>"
