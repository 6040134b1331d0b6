"""What HTML may be: one allow list for authors, a few attributes more for our own pipeline."""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

import nh3


def _names(words: str) -> frozenset[str]:
    return frozenset(words.split())


TAGS: Final = _names(
    "a abbr b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div"
    " dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q rp"
    " rt ruby s samp section small span strong sub summary sup table tbody td tfoot th"
    " thead time tr u ul var wbr"
)
"""Elements that an author may write; h1 becomes h2, for a page has one h1."""

ATTRIBUTES: Final[Mapping[str, frozenset[str]]] = MappingProxyType(
    {
        "*": frozenset({"title", "lang", "dir"}),
        "a": frozenset({"href"}),
        "col": frozenset({"span"}),
        "colgroup": frozenset({"span"}),
        "details": frozenset({"open"}),
        "img": frozenset({"src", "alt", "width", "height"}),
        "li": frozenset({"value"}),
        "ol": frozenset({"start", "type", "reversed"}),
        "td": frozenset({"align", "valign", "colspan", "rowspan"}),
        "th": frozenset({"align", "valign", "colspan", "rowspan", "scope", "abbr"}),
        "time": frozenset({"datetime"}),
    }
)
"""Attributes that an author may write, "*" on every element."""

SCHEMES: Final = frozenset({"http", "https", "mailto"})
"""Schemes of addresses that are published."""

_POSITION: Final = frozenset({"data-sourcepos"})
_OWN: Final[Mapping[str, frozenset[str]]] = {
    **{f"h{level}": _POSITION for level in range(1, 7)},
    "a": frozenset({"data-footnote-backref-idx"}),
    "div": _POSITION,
    "li": frozenset({"data-footnote-item"}),
    "section": _POSITION,
    "span": _POSITION | {"data-math-style"},
    "sup": _POSITION,
}
LANGUAGES: Final = _names(
    "bash css csv html ini javascript json jsonl latex markdown md mermaid python sh sql"
    " text toml tex txt xml yaml yml"
)
ALERTS: Final = ("note", "tip", "important", "warning", "caution")
_CLASSES: Final[Mapping[str, frozenset[str]]] = {
    "a": frozenset({"footnote-backref"}),
    "code": frozenset(f"language-{name}" for name in LANGUAGES),
    "div": frozenset({"markdown-alert", *(f"markdown-alert-{kind}" for kind in ALERTS)}),
    "p": frozenset({"markdown-alert-title"}),
    "section": frozenset({"footnotes"}),
    "sup": frozenset({"footnote-ref"}),
}
_CLEANER: Final = nh3.Cleaner(
    tags=TAGS,
    clean_content_tags={"script", "style"},
    attributes={
        name: set(ATTRIBUTES.get(name, frozenset()) | _OWN.get(name, frozenset()))
        for name in {*ATTRIBUTES, *_OWN}
    },
    allowed_classes={name: set(classes) for name, classes in _CLASSES.items()},
    url_schemes=set(SCHEMES),
    link_rel=None,
)
_IGNORED: Final = re.compile(
    r"[\x00-\x20\x7f-\x9f\xad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]"
)
_SCHEME: Final = re.compile(r"([a-zA-Z][a-zA-Z0-9+.\-]*):")


def sanitise(html: str) -> str:
    """Keep what the allow lists name and give well-formed HTML.

    In the result every `<` and `>` belongs to a tag, every attribute stands in double quotes and
    every element is closed; the finishing modules rely on that.
    """
    return _CLEANER.clean(html)


def is_allowed(tag: str, attribute: str = "") -> bool:
    """Tell whether an author's element, or an attribute on it, survives."""
    if tag not in TAGS:
        return False
    return not attribute or attribute in ATTRIBUTES["*"] or attribute in ATTRIBUTES.get(tag, ())


def scheme_of(address: str) -> str:
    """Give the scheme that the most lenient browser would see, in lower case, or ""."""
    match = _SCHEME.match(_IGNORED.sub("", address))
    return match[1].lower() if match else ""


def is_publishable(address: str) -> bool:
    """Tell whether an address is relative or has one of `SCHEMES`."""
    return scheme_of(address) in SCHEMES | {""}
