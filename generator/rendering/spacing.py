"""Line breaks in the source between two Chinese characters leave no space on the page."""

import re
from typing import Final

_WIDE: Final = (
    r"\u3000-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff01-\uff60\uffe0-\uffe6"
    r"\U00020000-\U0003ffff"
)
# Marks that Chinese shares with Latin text: dash, quotes, ellipsis, middle dot.
_SHARED: Final = r"\u00b7\u2014\u2018\u2019\u201c\u201d\u2026"
_TAGS: Final = r"(?:</?(?:a|b|code|del|em|i|mark|s|span|strong|sup|u)\b[^>]*+>)*+"
# Most line breaks stand between blocks, so these are looked for first.
_BLOCK: Final = r"</?(?:t(?:[rdh]|head|body|able)|p|li|h\d|[uo]l|section)\b"
_BREAK: Final = re.compile(rf"\n(?!{_BLOCK})(?={_TAGS}(?:([{_WIDE}])|[{_SHARED}]))")
_BEFORE: Final = re.compile(rf"(?:([{_WIDE}])|[{_SHARED}]){_TAGS}\Z")
_PREFORMATTED: Final = re.compile(r"(<pre\b.*?</pre>)", re.DOTALL)
_NEAR: Final = 400
"""How far back tags before a break are looked through; an address may be that long."""


def join_chinese_lines(html: str) -> str:
    """Take out the soft breaks between Chinese characters or punctuation of sanitised HTML.

    Quotes and dashes are Chinese when the other side is: of the two sides one must be Han, kana or
    full-width. Preformatted text stays as it is.
    """
    if not _BREAK.search(html):  # most bodies: an editor lets a paragraph stand on one line
        return html
    if "<pre" not in html:
        return _joined(html)
    pieces = _PREFORMATTED.split(html)
    pieces[::2] = map(_joined, pieces[::2])
    return "".join(pieces)


def _joined(html: str) -> str:
    def joined(match: re.Match[str]) -> str:
        start = match.start()
        if html[start - 1 : start] == ">":
            before = _BEFORE.search(html, max(0, start - _NEAR), start)
        else:
            before = _BEFORE.match(html, start - 1, start) if start else None
        return "" if before and (before[1] or match[1]) else "\n"

    return _BREAK.sub(joined, html)
