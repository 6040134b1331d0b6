"""The addresses of links and images: where the page must point."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from html import unescape
from typing import Final
from urllib.parse import quote

from generator.rendering.sanitising import is_publishable, scheme_of
from generator.rendering.text import escaped

Publish = Callable[[str], str | None]
"""Gives a relative address as the page must write it, or None to leave it as it is."""

_SAFE: Final = "-_.+!*(),%#@?=;:/$~&'"
"""What comrak leaves unescaped in an address, letters and digits apart."""
_LINK: Final = re.compile(r'<a ([^>]*?)href="(?!#)([^"]*)"')
_IMAGE: Final = re.compile(r'<img ([^>]*?)src="([^"]*)"')
_LOAD: Final = ' loading="lazy"'
_REL: Final = ' rel="noopener noreferrer"'


@dataclass(slots=True)
class Addresses:
    """The addresses of the Markdown links and images of one body."""

    seen: bool = False
    """Whether there are any."""
    written: dict[str, str] = field(default_factory=dict)
    """Those that are escaped: escaped → as typed."""

    def escape(self, address: str) -> str:
        """Give an address as comrak escapes it."""
        self.seen = True
        escaped = quote(address, safe=_SAFE)
        if escaped != address:
            self.written[escaped] = address
        return escaped


def finish_links(html: str, publish: Publish, written: Mapping[str, str]) -> str:
    """Rewrite the relative addresses of sanitised HTML; `written` maps escaped → as typed.

    An anchor of the same page stays. What `publish` gives is checked like an author's address.
    """

    def linked(match: re.Match[str]) -> str:
        address = unescape(match[2])
        rel = _REL if _is_external(address) else ""
        return f'<a {match[1]}href="{_published(address, publish, written)}"{rel}'

    def shown(match: re.Match[str]) -> str:
        address = _published(unescape(match[2]), publish, written)
        return f'<img {match[1]}src="{address}"{_LOAD}'

    html = _LINK.sub(linked, html)
    return _IMAGE.sub(shown, html) if "<img " in html else html


def _published(address: str, publish: Publish, written: Mapping[str, str]) -> str:
    if _is_external(address) or scheme_of(address):
        return escaped(address)
    target = publish(written.get(address, address))
    return escaped(target if target is not None and is_publishable(target) else address)


def _is_external(address: str) -> bool:
    # A browser reads a backslash in an address as a slash.
    head = address[:8].lower().replace("\\", "/")
    return head.startswith(("http://", "https://", "//"))
