"""The names of the styles that our trees ask for; a reference document must have each of them.

Those that pandoc or Word know bear their names, so that Word shows them in its own language.
"""

from enum import StrEnum


class Style(StrEnum):
    """A style, by name; its id is the name without spaces."""

    NORMAL = "Normal"
    TITLE = "Title"
    BYLINE = "Author"
    MARK = "Mark Line"
    """Words that say that a document is fictional."""
    SUMMARY_HEADING = "Abstract Title"
    SUMMARY = "Abstract"
    HEADING_1 = "Heading 1"
    HEADING_2 = "Heading 2"
    HEADING_3 = "Heading 3"
    HEADING_4 = "Heading 4"
    HEADING_5 = "Heading 5"
    HEADING_6 = "Heading 6"
    BODY = "Body Text"
    FIRST = "First Paragraph"
    """pandoc's, after a heading; as the body here."""
    COMPACT = "Compact"
    """pandoc's, of the items of lists."""
    QUOTE = "Block Text"
    CODE_BLOCK = "Source Code"
    CODE = "Verbatim Char"
    TERM = "Definition Term"
    MEANING = "Definition"
    ALERT_TITLE = "Alert Title"
    ALERT = "Alert"
    ALERT_ITEM = "Alert Item"
    """An item of a list in a box."""
    RULE = "Rule"
    FORMULA = "Formula"
    FIGURE = "Captioned Figure"
    PICTURE = "Figure"
    """A picture on its own without a caption."""
    FIGURE_CAPTION = "Image Caption"
    TABLE_CAPTION = "Table Caption"
    TABLE = "Table"
    CELL = "Table Cell"
    CELL_CENTER = "Table Cell Center"
    CELL_RIGHT = "Table Cell Right"
    CELL_HEAD = "Table Head"
    AFTER_TABLE = "After Table"
    """The empty line that parts a table from what follows it."""
    NOTE = "Footnote Text"
    NOTE_MARK = "Footnote Reference"
    LINK = "Hyperlink"
    EMPHASIS = "Emphasis"
    MARKED = "Marked"
    SMALL = "Small"
    COLOPHON = "Colophon"
    HEADER = "Header"
    FOOTER = "Footer"

    @property
    def id(self) -> str:
        """Give the id, as pandoc makes it of a name that it does not know either."""
        return self.replace(" ", "")
