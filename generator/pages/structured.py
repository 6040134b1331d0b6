"""Facts for machines: JSON-LD in the words of schema.org, one graph a page.

Every value is a fact that the page shows too. Addresses are absolute where the site knows its own;
else relative to the page, which JSON-LD resolves against the page's address.
"""

import json
from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from generator.pages import routes
from generator.pages.values import Link

Thing = Mapping[str, object]
"""One node of the graph."""

_CONTEXT: Final = "https://schema.org"
_EMPTY: Final[tuple[object, ...]] = ("", None, (), [])
_IN_SCRIPT: Final = tuple((char, f"\\u{ord(char):04x}") for char in "<>&\u2028\u2029")
"""What could end the script element, or a line of a script, is written as JSON's escapes."""
_ENCODER: Final = json.JSONEncoder(
    # Nodes are made for one page: to look for circles in them took a tenth of the encoding.
    ensure_ascii=False,
    separators=(",", ":"),
    check_circular=False,
)


@dataclass(frozen=True, slots=True)
class Location:
    """Where a page stands."""

    uri: str
    """Not encoded."""
    title: str
    crumbs: tuple[Link, ...] = ()
    """The way from the home page, without the page itself unless it has no link."""


@dataclass(frozen=True, slots=True)
class Addresses:
    """Addresses as one page names them to machines."""

    site_url: str
    page_uri: str

    def of(self, uri: str) -> str:
        """Give the address of a uri (not encoded)."""
        return self.to(routes.encoded(uri))

    def to(self, encoded: str) -> str:
        """Give the address of a uri that is encoded, as that of a `Link`."""
        if self.site_url:
            return self.site_url + encoded
        return (routes.root_from(self.page_uri) + encoded) or "./"

    @property
    def here(self) -> str:
        """Give the page's own address."""
        return self.of(self.page_uri)


class Described(ABC):
    """A frozen record that becomes a node when the page is rendered."""

    __slots__ = ()

    @abstractmethod
    def thing(self, addresses: Addresses) -> Thing:
        """Give the node, with addresses as the page names them."""


def thing(kind: str, **facts: object) -> Thing:
    """Give a node; facts that are not known are left out, `id_` becomes @id."""
    node: dict[str, object] = {"@type": kind}
    for name, value in facts.items():
        if value or value not in _EMPTY:
            node["@id" if name == "id_" else name] = value
    return node


def breadcrumbs(addresses: Addresses, location: Location, home: str) -> Thing:
    """Give the way from the home page to the page."""
    linked = [crumb for crumb in location.crumbs if crumb.uri]
    steps = [(home, addresses.to("")), *((item.label, addresses.to(item.uri)) for item in linked)]
    steps.append((location.title, addresses.here))
    entries = [
        {"@type": "ListItem", "position": place, "name": name, "item": address}
        for place, (name, address) in enumerate(steps, start=1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": entries}


def graph(things: Iterable[Thing]) -> str:
    """Give JSON text that may stand in a script element as it is; "" for nothing."""
    nodes = list(things)
    if not nodes:
        return ""
    whole = {"@context": _CONTEXT, "@graph": nodes}
    written = _ENCODER.encode(whole)
    for char, escaped in _IN_SCRIPT:  # str.translate takes fifty times as long for Chinese
        written = written.replace(char, escaped)
    return written
