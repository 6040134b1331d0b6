"""What the editor of a WeChat official account keeps of pasted HTML.

There is no official list. This one is public knowledge of those who typeset for it (the issues of
github.com/doocs/md, as 447 and 521, and what mdnice tells of its own work): the editor drops
style sheets, scripts, frames and forms, and all of `id` and `class`; it drops `position`; a link
that leads out of WeChat is no link; sizes in px, em and % stay; sections without text go.
It was not tried against the editor itself, which wants an account.
"""

from html.parser import HTMLParser
from typing import Final

_TAGS: Final = """
section p h1 h2 h3 h4 span strong em sup sub br img table tbody tr td th ul ol li pre code
"""
TAGS: Final = frozenset(_TAGS.split())
ATTRIBUTES: Final = {
    "img": {"src", "alt", "style"},
    "td": {"style", "colspan", "rowspan"},
    "th": {"style", "colspan", "rowspan"},
    "ol": {"style", "start"},
    "br": set[str](),
}
_STYLES: Final = """
margin padding padding-left padding-top border border-left border-top border-bottom border-collapse
color background-color font-size font-weight font-style font-family line-height letter-spacing
text-align text-indent text-decoration vertical-align white-space word-wrap overflow-x
display width min-width max-width height
"""
STYLES: Final = frozenset(_STYLES.split())
VOID: Final = frozenset({"br", "img", "meta"})


class Pasted(HTMLParser):
    """Reads an article as the editor does, and notes what it would drop."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.dropped: list[str] = []
        self.pictures: list[str] = []
        self.words: list[str] = []
        self.open: list[str] = []
        self.empty: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID:
            self.open.append(tag)
            self.empty.append(tag)
        elif self.empty:
            self.empty = []
        if tag not in TAGS:
            self.dropped.append(f"<{tag}>")
        for name, value in attrs:
            if name not in ATTRIBUTES.get(tag, {"style"}):
                self.dropped.append(f"{tag} {name}")
            if name == "style":
                self._style(value or "")
            if name == "src":
                self.pictures.append(value or "")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag, f"{tag} closes nothing"
        if self.empty and tag == "section":
            self.dropped.append("an empty section")
        self.empty = []

    def handle_data(self, data: str) -> None:
        self.words.append(data)
        if data.strip():
            self.empty = []

    def _style(self, style: str) -> None:
        for declaration in filter(None, style.split(";")):
            name, _, value = declaration.partition(":")
            if name not in STYLES:
                self.dropped.append(name)
            if not value or "url(" in value or "var(" in value or "calc(" in value:
                self.dropped.append(declaration)

    @property
    def text(self) -> str:
        return "".join("".join(self.words).split())
