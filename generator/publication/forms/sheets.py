"""How the forms look: A4, song and hei as Chinese forms are set."""

from types import MappingProxyType
from typing import Final

from generator.library.paper import Typeface, TypeSize
from generator.publication.word.sheet import Kind, Look, Margins, Page, Side, StyleSheet
from generator.strings import text

PLACEHOLDER: Final = "PlaceholderText"
"""Id of the style of what a control shows until it is filled."""
_GREY: Final = "767676"
_PAGE: Final = Page(top=22.0, bottom=22.0, left=25.0, right=25.0)
_CELL: Final = TypeSize.FIFTH.points
_BODY: Final = TypeSize.FIFTH.points


def width() -> int:
    """Give the width of a line in twips."""
    return round(_PAGE.line * 20)


def sheet() -> StyleSheet:
    """Give the page and the styles of all forms; the script names some of them by their ids."""
    cell = Look(base="Normal", size=_CELL, before=1, after=1)
    styles = {
        "Normal": Look(base="", face=Typeface.SONG, size=_BODY, line=0, before=0, after=0),
        "Title": Look(face=Typeface.HEI, size=18, side=Side.CENTER, after=8, keep_next=True),
        "Heading 1": Look(
            face=Typeface.HEI, size=14, before=14, after=6, keep_next=True, outline=0
        ),
        "Heading 2": Look(face=Typeface.HEI, size=12, before=8, after=4, keep_next=True, outline=1),
        "Body Text": Look(first_line=2, side=Side.BOTH, after=4),
        "Item": Look(left=2, first_line=-1, after=2, side=Side.BOTH),
        "Note": Look(size=TypeSize.SMALL_FIFTH.points, colour="595959", side=Side.BOTH, after=4),
        "Spacer": Look(size=4, line=6),
        "Table Cell": cell,
        "Table Cell Center": Look(base="Table Cell", side=Side.CENTER),
        "Table Cell Right": Look(base="Table Cell", side=Side.RIGHT),
        "Table Head": Look(base="Table Cell", face=Typeface.HEI, keep_next=True),
        "Footer": Look(size=TypeSize.SMALL_FIFTH.points, side=Side.CENTER),
        "Placeholder Text": Look(kind=Kind.CHARACTER, colour=_GREY),
    }
    footer = Margins(default=_footer())
    return StyleSheet(page=_PAGE, styles=MappingProxyType(styles), footer=footer)


def _footer() -> str:
    """Give the number of the page and of all pages, as the strings put them into words."""
    before, _, rest = text("publication_forms.page").partition("{page}")
    between, _, after = rest.partition("{pages}")
    runs = (_run(before), _number("PAGE"), _run(between), _number("NUMPAGES"), _run(after))
    return f'<w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>{"".join(runs)}</w:p>'


def _run(words: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'


def _number(field: str) -> str:
    marks = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    asks = f'<w:r><w:instrText xml:space="preserve"> {field} </w:instrText></w:r>'
    return marks.format("begin") + asks + marks.format("separate") + _run("1") + marks.format("end")
