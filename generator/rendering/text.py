"""The plain text of well-formed HTML, and the way back."""

import re
from html import escape, unescape
from typing import Final

_INLINE: Final = re.compile(
    r"</?(?:a|abbr|b|bdi|bdo|cite|code|del|dfn|em|i|ins|kbd|mark|q|rp|rt|ruby|s|samp|small|span"
    r"|strong|sub|sup|time|u|var|wbr)\b[^>]*>"
)
_TAG: Final = re.compile(r"<[^>]*>")
_NOTE: Final = re.compile(r'<sup class="footnote-ref">.*?</sup>', re.DOTALL)


def plain_text(html: str) -> str:
    """Give the text that sanitised HTML shows, without footnote marks; blocks part by a space."""
    if "<" in html:
        if "footnote-ref" in html:
            html = _NOTE.sub("", html)
        html = _TAG.sub(" ", _INLINE.sub("", html))
    return unescape(html) if "&" in html else html


def escaped(words: str) -> str:
    """Escape text for an attribute in double quotes or for an element, as the sanitiser does."""
    return escape(words, quote=False).replace('"', "&quot;")


def one_line(html: str) -> str:
    """Give the plain text with every run of white space as one space."""
    return " ".join(plain_text(html).split())
