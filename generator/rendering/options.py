"""The one dialect of Markdown: CommonMark, seven extensions, positions in the source."""

import re
from collections import Counter
from collections.abc import Callable
from typing import Final

import comrak

_EXTENSIONS: Final = (
    "alerts",
    "cjk_friendly_emphasis",
    "description_lists",
    "footnotes",
    "math_dollars",
    "strikethrough",
    "table",
)
_OWN: Final = re.compile("data-(?=sourcepos|math-style|footnote-)", re.IGNORECASE)
_HTML: Final = re.compile("<[a-zA-Z/!?]")
# What comrak writes and no finishing module asks for. It writes `"` nowhere else, and
# `clean_source` leaves no author these names: so no text is taken for one of them.
_UNUSED: Final = (
    r'data-sourcepos="(?<![1-6"] data-sourcepos=")[^"]*"(?! class=)(?: /(?=>))?'
    r'|id="fnref-[^"]*" data-footnote-ref(?=>)'
    r'|data-footnote-backref(?= data-footnote-backref-idx=")'
)
_IDLE: Final = re.compile(f" (?:{_UNUSED})")
# An author's HTML may hold these too.
_IDLE_OWN: Final = re.compile(
    rf' (?:{_UNUSED}|data-footnotes(?=>)|aria-label="Back to reference [^"]*"|/(?<=" /)(?=>))'
)
_TAG: Final = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
_UNCOUNTED: Final = frozenset(
    {
        "br",
        "col",
        "dd",
        "dt",
        "hr",
        "img",
        "li",
        "p",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "wbr",
    }
)
"""Elements without an end tag, or whose end tag may be left out."""
_DEEPEST: Final = 200
_SURROGATE: Final = re.compile("[\ud800-\udfff]")


def clean_source(markdown: str) -> str:
    """Replace what must not reach the parser, character by character, so that columns stay.

    A lone surrogate is no text. The names of comrak's own attributes get another hyphen, so that no
    author can write an element that looks like the parser's.
    """
    try:
        markdown.encode("utf-32-le")  # the quickest that refuses a surrogate
    except UnicodeEncodeError:
        markdown = _SURROGATE.sub("\ufffd", markdown)
    return _OWN.sub("data\u2011", markdown) if "<" in markdown else markdown


def has_html(source: str) -> bool:
    """Tell whether a source holds what could be HTML of its author, or an address in `<>`."""
    return "<" in source and _HTML.search(source) is not None


def to_html(source: str, rewrite: Callable[[str], str], *, positions: bool = True) -> str:
    """Render a cleaned source to unsafe HTML whose elements carry their positions, if wanted.

    Columns are in bytes: comrak counts characters from the beginning of the line for every inline,
    which takes minutes for one long line. `rewrite` sees every address before it is escaped. HTML
    that is nested too deep is shown as text: an HTML parser opens unclosed formatting again in
    every paragraph, so a small file could make a page of gigabytes. Where `has_html` finds none,
    comrak is told to show it as text too, so no tag but its own can come out.
    """
    as_text = not has_html(source) or _is_deep(source)
    extensions = comrak.ExtensionOptions()
    for name in _EXTENSIONS:
        setattr(extensions, name, True)
    extensions.link_url_rewriter = rewrite
    extensions.image_url_rewriter = rewrite
    return comrak.render_markdown(source, extensions, _PARSE, _RENDER[as_text, positions])


def without_idle(html: str, *, by_hand: bool) -> str:
    """Take out of comrak's HTML the attributes that nobody needs, for every pass reads them again.

    Positions stay on headings, formulas, alerts and footnotes, which are told apart by them.
    `by_hand`: it may hold an author's own HTML; else the slash of empty elements goes too.
    """
    return (_IDLE if by_hand else _IDLE_OWN).sub("", html)


def _is_deep(source: str) -> bool:
    """Tell whether more than `_DEEPEST` of the author's elements are open at once."""
    if source.count("<") <= _DEEPEST:
        return False
    opened: Counter[str] = Counter()
    depth = 0
    for tag in _TAG.finditer(source):
        name = tag[2].lower()
        if name in _UNCOUNTED:
            continue
        if not tag[1]:
            opened[name] += 1
            depth += 1
        elif opened[name]:
            opened[name] -= 1
            depth -= 1
        if depth > _DEEPEST:
            return True
    return False


def _render_options(*, escape: bool, positions: bool) -> comrak.RenderOptions:
    options = comrak.RenderOptions()
    options.escape = escape
    # The author's own HTML passes here; sanitising.py judges every element, his and ours.
    options.unsafe_ = True
    options.sourcepos = positions
    return options


_PARSE: Final = comrak.ParseOptions()
_RENDER: Final = {
    (escape, positions): _render_options(escape=escape, positions=positions)
    for escape in (False, True)
    for positions in (False, True)
}
