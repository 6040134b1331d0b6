"""The template of the slides: python-pptx's own one, made wide and given the site's look."""

import re
from collections.abc import Iterator
from typing import Final
from xml.sax.saxutils import quoteattr

from lxml import etree
from pptx import Presentation
from pptx.oxml.ns import qn
from pptx.util import Pt

from generator.publication.slides.fitting import INDENT, SPACING, Box, after, size_of
from generator.publication.slides.fitting import WIDTH as LINE_WIDTH
from generator.publication.slides.foreign import Deck, Element, Layout
from generator.strings import text

WIDTH: Final = 960.0
"""Of a slide in points: 16 to 9."""
HEIGHT: Final = 540.0
SECTION: Final = Box(56, 26, 700, 22)
"""Where the section stands that a slide belongs to."""
TITLE: Final = Box(56, 46, LINE_WIDTH, 58)
BODY: Final = Box(56, 124, LINE_WIDTH, 368)
FOOT: Final = Box(56, 504, 700, 22)
NUMBER: Final = Box(804, 504, 100, 22)
COVER_TITLE: Final = Box(72, 128, 620, 150)
COVER_BODY: Final = Box(72, 300, 620, 150)

RED: Final = "A3241B"
"""The colours are those of the site in daylight (theme/styles/10-tokens.css)."""
INK: Final = "1B232B"
QUIET: Final = "55606A"
SHADE: Final = "F6F5F1"
LINE: Final = "D9D7D0"
GREEN: Final = "2B6B4A"
LINK: Final = "17457A"
_COLOURS: Final = {
    "dk1": INK,
    "lt1": "FFFFFF",
    "dk2": QUIET,
    "lt2": SHADE,
    "accent1": RED,
    "accent2": LINK,
    "accent3": GREEN,
    "accent4": "B84C41",
    "accent5": "767C82",
    "accent6": "B4540A",
    "hlink": LINK,
    "folHlink": LINK,
}
_BANDS: Final = 9
_STAFF: Final = 12.0
_NAMESPACES: Final = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
COVER, CONTENT, TITLE_ONLY = range(3)
"""Our layouts, by their place."""
_KEPT: Final = {0: "cover", 1: "content", 5: "title"}
"""Layouts of python-pptx's template that we use."""
_NO_DATE: Final = './/p:sp[p:nvSpPr/p:nvPr/p:ph[@type="dt"]]'


def template() -> Deck:
    """Give an empty presentation with our layouts: cover, title and content, title only."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = Pt(WIDTH), Pt(HEIGHT)
    for place, layout in reversed(list(enumerate(deck.slide_layouts))):
        if place not in _KEPT:
            deck.slide_layouts.remove(layout)
    master = deck.slide_master
    _frame(master)
    for layout, name in zip(deck.slide_layouts, _KEPT.values(), strict=True):
        _layout(layout, name)
    _drop_needless(deck)
    return deck


def themed(theme: bytes) -> bytes:
    """Give a theme part with our colours and faces."""
    written = theme.decode()
    for name, colour in _COLOURS.items():
        written = re.sub(
            f"<a:{name}>.*?</a:{name}>",
            f'<a:{name}><a:srgbClr val="{colour}"/></a:{name}>',
            written,
            count=1,
            flags=re.DOTALL,
        )
    face = quoteattr(text("publication_slides.font"))
    faces = f'<a:latin typeface={face}/><a:ea typeface={face}/><a:cs typeface=""/>'
    for kind in ("majorFont", "minorFont"):
        written = re.sub(
            f"<a:{kind}>.*?</a:{kind}>",
            f"<a:{kind}>{faces}</a:{kind}>",
            written,
            count=1,
            flags=re.DOTALL,
        )
    return written.encode()


def _frame(master: Layout) -> None:
    tree = master.element
    _without_dates(tree)
    boxes = {"title": TITLE, "body": BODY, "ftr": FOOT, "sldNum": NUMBER}
    for shape in tree.iter(qn("p:sp")):
        kind = shape.find(f".//{qn('p:ph')}").get("type")
        _place(shape, boxes[kind])
        if kind in ("title", "body"):
            _inset(shape, anchor="ctr" if kind == "title" else "t")
        else:
            _small(shape, "l" if kind == "ftr" else "r")
    styles = tree.find(qn("p:txStyles"))
    styles.replace(styles.find(qn("p:titleStyle")), etree.fromstring(_title_style()))
    styles.replace(styles.find(qn("p:bodyStyle")), etree.fromstring(_body_style()))
    shapes = tree.find(f".//{qn('p:spTree')}")
    for number, drawn in enumerate(_ornaments(), start=100):
        shapes.insert(2, etree.fromstring(drawn.replace("ID", str(number))))
    _relabel(tree)


def _layout(layout: Layout, name: str) -> None:
    tree = layout.element
    _without_dates(tree)
    layout.name = text(f"publication_slides.layout.{name}")
    if name == "cover":
        tree.set("showMasterSp", "0")
        boxes = {"ctrTitle": COVER_TITLE, "subTitle": COVER_BODY}
        for shape in tree.iter(qn("p:sp")):
            kind = shape.find(f".//{qn('p:ph')}").get("type")
            if kind in boxes:
                _place(shape, boxes[kind])
                _inset(shape, anchor="b" if kind == "ctrTitle" else "t")
                _cover_style(shape, kind)
        shapes = tree.find(f".//{qn('p:spTree')}")
        for number, drawn in enumerate(_staff(36.0), start=100):
            shapes.insert(2, etree.fromstring(drawn.replace("ID", str(number))))
    _relabel(tree)


def _drop_needless(deck: Deck) -> None:
    """Drop what came with the template: a picture of it, and the settings of a printer."""
    part = deck.part
    for owner in (part.package._rels, part.rels):  # noqa: SLF001 -- there is no public way
        for key, relation in list(owner.items()):
            if relation.reltype.endswith(("/thumbnail", "/printerSettings")):
                owner.pop(key)


def _without_dates(tree: Element) -> None:
    for shape in tree.xpath(_NO_DATE):
        shape.getparent().remove(shape)


def _place(shape: Element, box: Box) -> None:
    properties = shape.find(qn("p:spPr"))
    for old in properties.findall(qn("a:xfrm")):
        properties.remove(old)
    x, y, width, height = (int(Pt(one)) for one in (box.x, box.y, box.width, box.height))
    properties.insert(
        0,
        etree.fromstring(
            f'<a:xfrm {_NAMESPACES}><a:off x="{x}" y="{y}"/>'
            f'<a:ext cx="{width}" cy="{height}"/></a:xfrm>'
        ),
    )


def _inset(shape: Element, anchor: str) -> None:
    """Let the text begin at the edge of its box: the estimates count on it."""
    body = shape.find(f".//{qn('a:bodyPr')}")
    for child in list(body):
        body.remove(child)
    for side in ("lIns", "tIns", "rIns", "bIns"):
        body.set(side, "0")
    body.set("anchor", anchor)
    etree.SubElement(body, qn("a:normAutofit"))


def _small(shape: Element, align: str) -> None:
    _inset(shape, "ctr")
    style = shape.find(f".//{qn('a:lstStyle')}")
    for child in list(style):
        style.remove(child)
    style.append(
        etree.fromstring(
            f'<a:lvl1pPr {_NAMESPACES} algn="{align}"><a:defRPr sz="1200">'
            '<a:solidFill><a:schemeClr val="tx2"/></a:solidFill></a:defRPr></a:lvl1pPr>'
        )
    )


def _cover_style(shape: Element, kind: str) -> None:
    style = shape.find(f".//{qn('a:lstStyle')}")
    for child in list(style):
        style.remove(child)
    size, colour = ("4000", "tx1") if kind == "ctrTitle" else ("2000", "tx2")
    style.append(
        etree.fromstring(
            f'<a:lvl1pPr {_NAMESPACES} marL="0" indent="0" algn="l"><a:buNone/>'
            f'<a:defRPr sz="{size}"><a:solidFill><a:schemeClr val="{colour}"/></a:solidFill>'
            "</a:defRPr></a:lvl1pPr>"
        )
    )


def _relabel(tree: Element) -> None:
    """Say the template's own words in Chinese."""
    for shape in tree.iter(qn("p:sp")):
        kind = shape.find(f".//{qn('p:ph')}")
        if kind is None:
            continue
        for run in shape.iter(qn("a:r")):
            key = "title_hint" if "itle" in (kind.get("type") or "") else "body_hint"
            run.find(qn("a:t")).text = text(f"publication_slides.layout.{key}")
        for said in (*shape.iter(qn("a:rPr")), *shape.iter(qn("a:endParaRPr"))):
            said.set("lang", text("publication_slides.language"))


def _title_style() -> str:
    return (
        f'<p:titleStyle {_NAMESPACES}><a:lvl1pPr algn="l" defTabSz="914400" eaLnBrk="1"'
        ' hangingPunct="1"><a:lnSpc><a:spcPct val="100000"/></a:lnSpc>'
        '<a:spcBef><a:spcPct val="0"/></a:spcBef><a:buNone/><a:defRPr sz="2800" b="1" kern="1200">'
        f"{_colour('tx1')}{_faces('mj')}</a:defRPr></a:lvl1pPr></p:titleStyle>"
    )


def _body_style() -> str:
    levels = "".join(_level(number) for number in range(2))
    return f"<p:bodyStyle {_NAMESPACES}>{levels}</p:bodyStyle>"


def _level(number: int) -> str:
    size = size_of(24, number)
    indent = int(Pt(INDENT))
    bullet = "\u25a0" if number == 0 else "\u2013"
    spacing, below = round(size * SPACING * 100), round(after(size) * 100)
    return (
        f'<a:lvl{number + 1}pPr marL="{indent * (number + 1)}" indent="-{indent}" algn="l"'
        ' defTabSz="914400" eaLnBrk="1" hangingPunct="1">'
        f'<a:lnSpc><a:spcPts val="{spacing}"/></a:lnSpc>'
        f'<a:spcBef><a:spcPts val="0"/></a:spcBef><a:spcAft><a:spcPts val="{below}"/></a:spcAft>'
        '<a:buClr><a:schemeClr val="accent1"/></a:buClr><a:buSzPct val="60000"/>'
        f'<a:buFont typeface="Arial"/><a:buChar char="{bullet}"/>'
        f'<a:defRPr sz="{round(size * 100)}" kern="1200">{_colour("tx1")}{_faces("mn")}'
        f"</a:defRPr></a:lvl{number + 1}pPr>"
    )


def _colour(name: str) -> str:
    return f'<a:solidFill><a:schemeClr val="{name}"/></a:solidFill>'


def _faces(role: str) -> str:
    return "".join(f'<a:{kind} typeface="+{role}-{end}"/>' for kind, end in _SCRIPTS)


_SCRIPTS: Final = (("latin", "lt"), ("ea", "ea"), ("cs", "cs"))


def _ornaments() -> Iterator[str]:
    """Yield the staff at the left edge and the line below the title."""
    yield _rectangle(Box(TITLE.x, TITLE.y + TITLE.height + 6, TITLE.width, 1.5), "accent1")
    yield from _staff(_STAFF)


def _staff(width: float) -> Iterator[str]:
    """Yield the surveyor's staff of the site's mark: nine bands, red at both ends."""
    height = HEIGHT / _BANDS
    for band in range(_BANDS):
        yield _rectangle(Box(0, band * height, width, height), "bg2" if band % 2 else "accent1")


def _rectangle(box: Box, colour: str) -> str:
    x, y, width, height = (int(Pt(one)) for one in (box.x, box.y, box.width, box.height))
    return (
        f'<p:sp {_NAMESPACES}><p:nvSpPr><p:cNvPr id="ID" name="staff ID"/><p:cNvSpPr/>'
        '<p:nvPr userDrawn="1"/></p:nvSpPr>'
        f'<p:spPr><a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
        f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{_colour(colour)}<a:ln><a:noFill/></a:ln>'
        "</p:spPr></p:sp>"
    )
