"""The styles of an article, each written on its element: the editor drops sheets and classes.

Sizes are in px and em, which the editor keeps. Colours are left to the reader's phone where they
can be, and see-through where not, so that they hold in its dark mode; the accent is readable on
light and on dark ground.
"""

from typing import Final

_ACCENT: Final = "#c8453b"
_LINE: Final = "rgba(128,128,128,0.5)"
_TINT: Final = "rgba(128,128,128,0.12)"

ARTICLE: Final = (
    "max-width:677px;margin:0 auto;padding:0 8px;font-size:16px;line-height:1.75;"
    "letter-spacing:0.5px;text-align:left;word-wrap:break-word"
)
MARK: Final = (
    f"margin:0 0 16px;padding:6px 10px;border:1px solid {_ACCENT};color:{_ACCENT};"
    "font-size:14px;text-align:center"
)
BANNER: Final = (
    f"margin:8px 0;color:{_ACCENT};font-size:22px;font-weight:bold;line-height:1.4;"
    "letter-spacing:2px;text-align:center"
)
PLAIN_BANNER: Final = "margin:8px 0;font-size:17px;line-height:1.4;text-align:center"
CENTRED: Final = "margin:0 0 8px;font-size:15px;text-align:center"
_THIN: Final = "margin:0 0 24px;font-size:1px;line-height:1px"
"""The editor drops a section without text: a rule is as high as its empty line."""
RULE: Final = f"{_THIN};border-bottom:2px solid {_ACCENT}"
PLAIN_RULE: Final = f"{_THIN};border-bottom:1px solid {_LINE}"
TITLE: Final = "margin:0 0 20px;font-size:20px;font-weight:bold;line-height:1.5;text-align:center"
PARAGRAPH: Final = "margin:0 0 14px"
INDENTED: Final = "margin:0 0 14px;text-indent:2em"
RIGHT: Final = "margin:0 0 4px;text-align:right"
HEADINGS: Final = {
    2: f"margin:28px 0 12px;padding-left:8px;border-left:4px solid {_ACCENT};font-size:18px;"
    "font-weight:bold;line-height:1.5",
    3: "margin:20px 0 10px;font-size:17px;font-weight:bold;line-height:1.5",
    4: "margin:16px 0 8px;font-size:16px;font-weight:bold;line-height:1.5",
}
CAPTION: Final = "margin:0 0 8px;font-size:14px;font-weight:bold;text-align:center"
PICTURE: Final = "display:block;max-width:100%;height:auto;margin:0 auto 8px"
INLINE_PICTURE: Final = "max-width:100%;height:auto"
CODE: Final = (
    f"padding:0 4px;background-color:{_TINT};font-family:Menlo,Consolas,monospace;font-size:14px"
)
CODE_BLOCK: Final = (
    f"margin:0 0 14px;padding:8px;background-color:{_TINT};font-family:Menlo,Consolas,monospace;"
    "font-size:13px;line-height:1.5;white-space:pre-wrap"
)
LIST: Final = "margin:0 0 14px;padding-left:1.6em"
ITEM: Final = "margin:0 0 6px"
BOX: Final = f"margin:0 0 16px;padding:10px 12px 1px;background-color:{_TINT}"
BOX_TITLE: Final = f"margin:0 0 6px;color:{_ACCENT};font-weight:bold"
QUOTE: Final = f"margin:0 0 16px;padding:2px 0 0 12px;border-left:3px solid {_LINE}"
SCROLLING: Final = "margin:0 0 16px;overflow-x:auto"
SMALL: Final = "margin:0 0 6px;font-size:13px;line-height:1.6"
FOOT: Final = f"margin:32px 0 0;padding-top:12px;border-top:1px solid {_LINE}"
QR: Final = "display:block;width:140px;max-width:100%;height:auto;margin:16px auto 4px"
GUIDE: Final = (
    "max-width:677px;margin:0 auto 24px;padding:8px 16px;border:2px dashed #888888;"
    "font-size:14px;line-height:1.7;overflow-wrap:anywhere;-webkit-user-select:none;user-select:none"
)
"""Not selectable: to select all is to select the article."""


def table(columns: int) -> str:
    """Give the style of a table: one with many columns is wider than a phone and scrolls."""
    wide = f"min-width:{columns * 84}px;font-size:13px" if columns > 4 else "font-size:14px"
    return f"width:100%;border-collapse:collapse;line-height:1.5;{wide}"


def cell(alignment: str, *, is_header: bool) -> str:
    """Give the style of a cell."""
    aligned = f"text-align:{alignment or 'left'}"
    head = f";background-color:{_TINT};font-weight:bold" if is_header else ""
    return f"padding:6px;border:1px solid {_LINE};vertical-align:middle;{aligned}{head}"


def formula(width: float) -> str:
    """Give the style of a formula that is a picture so many em wide."""
    return f"width:{width}em;max-width:100%;height:auto;vertical-align:middle"
