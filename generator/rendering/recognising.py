"""Bodies without HTML of their author: every tag is one that the parser itself writes.

Reading such a body into a tree and writing the tree again took 0.43 of the 1.12 ms of a case of
6,000 characters, and gives what went in but for the spelling. So each tag is compared with the
forms below instead (0.04 ms). What is not among them goes to the sanitiser, which remains the only
judge of an address that has a scheme, but for http and https before an ordinary host name.
"""

import re
from typing import Final

from generator.rendering.sanitising import ALERTS, LANGUAGES

_POSITION: Final = r'data-sourcepos="[\d:-]+"'
# No entity that the sanitiser would spell in another way (&quot; in text, &#x27;).
_VALUE: Final = '(?:[^"<>&]|&(?:amp|lt|gt);)*+'
# Without a colon no address has a scheme.
_ADDRESS: Final = (
    r'(?:(?:[^"<>&:]|&(?:amp|lt|gt);)*+(?=")'
    rf"|https?://(?:[a-z\d]++(?:-[a-z\d]++)*+\.)++[a-z]{{2,}}+(?:[/?#]{_VALUE})?)"
)
_TITLE: Final = f'(?: title="{_VALUE}")?'
_FORMS: Final = (
    r"/?(?:p|li|tr|td|th|strong|em|ul|ol|table|thead|tbody|code|pre|blockquote|d[dlt]|del)>",
    r"/(?:h[1-6]|a|sup|span|div|section)>",
    rf"h[1-6] {_POSITION}>",
    rf'sup (?:{_POSITION} )?class="footnote-ref">',
    rf'a href="#fnref-{_VALUE}" class="footnote-backref" data-footnote-backref-idx="[\d-]+">',
    r'(?:br|hr|li data-footnote-item=""|p class="markdown-alert-title")>',
    r't[dh] align="(?:left|center|right)">',
    rf'img src="{_ADDRESS}" alt="{_VALUE}"{_TITLE}>',
    # A footnote's mark in the text of a link makes a link in a link, which no parser keeps.
    rf'a href="{_ADDRESS}"{_TITLE}>(?=[^<]*+(?:<(?!/?a[ >])[^<]*+)*+</a>)',
    r'ol start="\d+">',
    rf'code class="language-(?:{"|".join(sorted(LANGUAGES))})">',
    rf'span data-math-style="(?:inline|display)" {_POSITION}>',
    rf'div class="markdown-alert markdown-alert-(?:{"|".join(ALERTS)})" {_POSITION}>',
    rf'section {_POSITION} class="footnotes">',
)
_BARE_FORMS: Final = (
    r"/?(?:p|li|t[rdh]|strong|em|ul|ol|table|thead|tbody|code|pre|blockquote|d[dlt]|del|h[1-6])>",
    r"/(?:a|sup|section)>",
    'sup class="footnote-ref">',
    rf'a href="#fn-{_VALUE}" id="fnref-{_VALUE}" data-footnote-ref>',
    (
        rf'a href="#fnref-{_VALUE}" class="footnote-backref" data-footnote-backref'
        rf' data-footnote-backref-idx="[\d-]+" aria-label="Back to reference [\d-]+">'
    ),
    rf'li id="fn-{_VALUE}">',
    r'(?:br|hr|section class="footnotes" data-footnotes)>',
    r't[dh] align="(?:left|center|right)">',
    r'ol start="\d+">',
)
"""Those of a body that was rendered without positions, and has no need of them."""
_INNER_NOTE: Final = re.compile(r"\[\^(?<=[^\r\n]..)[^\]\r\n]+\]:")
"""A footnote that is defined in another block: comrak's list of footnotes then begins in that."""
_UNKNOWN: Final = re.compile(f"<(?!{'|'.join(_FORMS)})")
_BARE_UNKNOWN: Final = re.compile(f"<(?!{'|'.join(_BARE_FORMS)})")


def recognised(html: str, source: str) -> str | None:
    """Give the parser's HTML as the sanitiser would write it, or None: then it must be asked.

    Only for a source without HTML, rendered so that HTML is shown as text: that no element is left
    open, and that none stands where it must not, is known of the parser alone.
    """
    return None if _UNKNOWN.search(html) else _as_sanitised(html, source)


def recognised_bare(html: str, source: str) -> str | None:
    """Give as `recognised` does HTML without positions, its footnotes as the parser writes them."""
    if _BARE_UNKNOWN.search(html):
        # Few bodies have an empty element, so the others are spared the search for one.
        html = html.replace(" />", ">")
        if _BARE_UNKNOWN.search(html):
            return None
    return _as_sanitised(html, source)


def _as_sanitised(html: str, source: str) -> str | None:
    # A carriage return comes from an entity; an HTML parser makes a line of it.
    if "\r" in html or _INNER_NOTE.search(source):
        return None
    if "&" in html:  # found out at a fifth of what the longer search costs
        html = html.replace("&quot;", '"')
    return html.replace("\xa0", "&nbsp;")
