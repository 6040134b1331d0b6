"""The file that an editor opens: a box that says what to do, and the article to copy.

The editor of an official account keeps elements with styles written on them, and drops style
sheets, scripts, ids, classes and links that lead out of WeChat. So the article has none of them:
styles stand on the elements, addresses are told at the end, pictures are files beside it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from io import BytesIO

from generator.publication.blocks.tree import Blocks, Heading, Inlines, Paragraph, Text
from generator.publication.wechat import styles
from generator.publication.wechat.elements import Placed, Setter, element, line
from generator.strings import text

_MODULE = 8
"""Pixels of a module of the QR code."""


@dataclass(frozen=True, slots=True)
class Article:
    """An article and its pictures."""

    html: str
    """A whole HTML file: what is to be copied is the last `section` of its body."""
    files: Mapping[str, bytes]
    """Name → picture, to lie beside it."""


@dataclass(frozen=True, slots=True)
class Ending:
    """What stands at the end of an article, and in the box above it."""

    title: str
    colophon: tuple[Inlines, ...]
    address: str
    """Absolute address of the page, or empty."""


def heading(said: str) -> Heading:
    """Give a heading of a part."""
    return Heading(2, "", (Text(said),), "")


def notes(setter: Setter, notes: tuple[Blocks, ...]) -> Iterator[str]:
    """Yield the footnotes under a heading of their own: an article has no pages."""
    if not notes:
        return
    yield setter.blocks((heading(text("publication_wechat.article.notes")),))
    for number, blocks in enumerate(notes, start=1):
        lead = Text(text("publication_wechat.article.note", number=number))
        first = blocks[0] if blocks else None
        if isinstance(first, Paragraph):
            yield setter.blocks((Paragraph((lead, *first.inlines)), *blocks[1:]))
        else:
            yield setter.blocks((Paragraph((lead,)), *blocks))


def finish(setter: Setter, parts: Sequence[str], ending: Ending) -> Article:
    """Put an article together with its end, and the box above it."""
    foot = "\n".join(_foot(setter, ending))
    inner = "\n".join(part for part in (*parts, foot) if part)
    body = element("section", styles.ARTICLE, f"\n{inner}\n")
    title = escape(text("publication_wechat.title", title=ending.title))
    html = (
        f'<!DOCTYPE html>\n<html lang="{text("pages.language")}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n</head>\n"
        f'<body style="margin:16px">\n{_guide(setter.placed, ending)}\n{body}\n</body>\n</html>\n'
    )
    return Article(html, dict(setter.files))


def _foot(setter: Setter, ending: Ending) -> Iterator[str]:
    said = [element("p", styles.SMALL, setter.inlines(one)) for one in ending.colophon]
    if setter.addresses:
        said += line("p", styles.SMALL, text("publication_wechat.article.links"))
    for number, address in enumerate(setter.addresses, start=1):
        told = text("publication_wechat.article.link", number=number, address=address)
        said += line("p", styles.SMALL, told)
    yield element("section", styles.FOOT, "\n".join(said))
    if ending.address:
        label = text("publication_wechat.article.qr")
        name, where = f"{setter.stem}-qr.png", text("publication_wechat.guide.picture_qr")
        yield setter.place(Placed(name, where), qr_png(ending.address), styles.QR, label)
        yield from line("p", styles.CENTRED, label)


def qr_png(address: str) -> bytes:
    """Give an address as a QR code, error correction M, with its four modules of light around."""
    import segno  # noqa: PLC0415 - it imports the network's modules, and most runs draw no code

    drawn = BytesIO()
    code = segno.make(address, error="m", micro=False, boost_error=False)
    code.save(drawn, kind="png", scale=_MODULE, border=4)
    return drawn.getvalue()


def _guide(placed: Sequence[Placed], ending: Ending) -> str:
    said = [
        _guided("copy"),
        _guided("heading_field", title=ending.title),
        *([_guided("address", address=ending.address)] if ending.address else []),
        *([_guided("pictures")] if placed else []),
        *(_guided("picture", file=one.file, where=_where(one, n)) for n, one in _counted(placed)),
    ]
    lines = "".join(element("p", "margin:0 0 4px", escape(one)) for one in said)
    head = element("p", "margin:0 0 4px;font-weight:bold", escape(_guided("heading")))
    return element("section", styles.GUIDE, head + lines)


def _counted(placed: Sequence[Placed]) -> Iterator[tuple[int, Placed]]:
    return enumerate(placed, start=1)


def _where(placed: Placed, number: int) -> str:
    if placed.where:
        return placed.where
    return _guided("picture_nth", number=number)


def _guided(key: str, **values: object) -> str:
    return text(f"publication_wechat.guide.{key}", **values)
