"""Where a text stands: what its relative addresses lead to."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import SplitResult, quote, unquote, urljoin, urlsplit

from generator.pages import routes

_NOWHERE: Final = "https://site.invalid/"
"""Stands for the site's own address while an address is resolved (RFC 2606 keeps the name free)."""
_SAFE: Final = "%-_.~!*'();:@&=+$,/?#[]"
"""What stays in an address: what RFC 3986 names, and what is escaped already."""
_SLASHES: Final = str.maketrans("\\", "/")
_OUTSIDE: Final = re.compile(r"(?:[a-zA-Z][a-zA-Z0-9+.\-]*:|//)")


@dataclass(frozen=True, slots=True)
class Place:
    """The page that shows a text."""

    page_uri: str
    """Its uri, relative to the site's root and not encoded: `cases/2022-d03/`."""
    site_url: str
    """Absolute address of the site, ending in a slash, or empty."""
    files: Mapping[str, Path]
    """Published uri (`cases/2022-d03/pareto.svg`) → the absolute file."""

    def picture(self, address: str) -> Path | None:
        """Give the file of a picture by its address as the page writes it, or None."""
        found = self._resolved(address)
        return self.files.get(unquote(found.path)) if found else None

    def target(self, address: str, anchors: Collection[str]) -> str:
        """Give where a link leads that the page writes as `address`.

        An address outside the site stays; `#anchor` is given where the link leads to one of the
        text's own `anchors`; else the absolute address, or "" where the site does not know its own.
        """
        address = address.strip().translate(_SLASHES)
        if _OUTSIDE.match(address):
            return _outside(address)
        found = self._resolved(address)
        if found is not None:
            anchor = unquote(found.fragment)
            is_here = unquote(found.path) == self.page_uri and not found.query
            if is_here and anchor in anchors:
                return f"#{anchor}"
        return self._absolute(address) if self.site_url else ""

    def _absolute(self, address: str) -> str:
        try:
            return quote(urljoin(self._page(), address), safe=_SAFE)
        except ValueError:
            return ""

    def _resolved(self, address: str) -> SplitResult | None:
        """Give an address with the path relative to the site's root, or None: it is outside."""
        try:
            whole = urljoin(self._page(), address.translate(_SLASHES))
            base = self.site_url or _NOWHERE
            return urlsplit(whole[len(base) :]) if whole.startswith(base) else None
        except ValueError:
            return None

    def _page(self) -> str:
        return (self.site_url or _NOWHERE) + routes.encoded(self.page_uri)


def _outside(address: str) -> str:
    """Give an absolute address, with a scheme, or "" where no program could follow it."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    address = quote(address, safe=_SAFE)
    if not parts.scheme:
        return f"https:{address}" if parts.netloc else ""
    is_web = parts.scheme in ("http", "https")
    return address if parts.netloc or (not is_web and parts.path) else ""
