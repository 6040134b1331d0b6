"""A notice as an article of a WeChat official account."""

from collections.abc import Callable, Iterator, Mapping
from html import escape
from pathlib import Path
from types import MappingProxyType

from generator.publication.manuscripts.listing import ListManuscript
from generator.publication.manuscripts.official import OfficialManuscript
from generator.publication.manuscripts.official_tables import table_of
from generator.publication.wechat import styles
from generator.publication.wechat.elements import Setter, element, line
from generator.publication.wechat.formulas import FormulaPicture
from generator.publication.wechat.page import Article, Ending, finish, notes
from generator.strings import text


def article(
    manuscript: OfficialManuscript,
    draw: Callable[[Path], bytes],
    formulas: Mapping[str, FormulaPicture] = MappingProxyType({}),
) -> Article:
    """Give a notice as an article; `draw` gives a picture as PNG, JPEG or GIF (pictures.for_word).

    `formulas`: what `formula_pictures` gives; without it formulas are shown as TeX.
    """
    setter = Setter(manuscript.number, draw, styles.INDENTED, formulas)
    parts = [*_head(manuscript), *_text(setter, manuscript), *_end(setter, manuscript)]
    return finish(setter, parts, Ending(manuscript.title, manuscript.colophon, manuscript.address))


def _head(manuscript: OfficialManuscript) -> Iterator[str]:
    is_plain = manuscript.is_rendering
    yield from line("p", styles.MARK, manuscript.mark)
    yield from line("p", styles.PLAIN_BANNER if is_plain else styles.BANNER, manuscript.banner)
    yield from line("p", styles.CENTRED, manuscript.document_number)
    if manuscript.banner or manuscript.document_number:
        rule = styles.PLAIN_RULE if is_plain else styles.RULE
        yield element("section", rule, "<br>")
    yield from line("h1", styles.TITLE, manuscript.title)
    yield from line("p", styles.PARAGRAPH, manuscript.addressee)


def _text(setter: Setter, manuscript: OfficialManuscript) -> Iterator[str]:
    yield setter.blocks(manuscript.body.blocks)
    for fact in manuscript.facts:
        yield from line("p", styles.INDENTED, fact.line)
    yield from _annex_names(manuscript)


def _annex_names(manuscript: OfficialManuscript) -> Iterator[str]:
    names = [
        text("publication_official.part.numbered", number=place) + annex.title
        if len(manuscript.annexes) > 1
        else annex.title
        for place, annex in enumerate(manuscript.annexes, start=1)
    ]
    if names:
        label = text("publication_official.part.attachments")
        yield from line("p", styles.INDENTED, label + names[0])
        for name in names[1:]:
            yield from line("p", styles.INDENTED, name)


def _end(setter: Setter, manuscript: OfficialManuscript) -> Iterator[str]:
    yield from line("p", styles.RIGHT, manuscript.issuer)
    yield from line("p", styles.RIGHT, manuscript.date)
    yield from line("p", styles.INDENTED, manuscript.annotation)
    yield from notes(setter, manuscript.body.notes)
    count = len(manuscript.annexes)
    for place, annex in enumerate(manuscript.annexes, start=1):
        if annex.listing:
            key = "annex_numbered" if count > 1 else "annex"
            label = text(f"publication_wechat.article.{key}", number=place)
            yield from line("p", styles.PARAGRAPH, label)
            yield _listing(setter, annex.listing)


def _listing(setter: Setter, listing: ListManuscript) -> str:
    notes = (listing.mark, *listing.notes)
    return "\n".join(
        (
            element("h2", styles.HEADINGS[2], escape(listing.title)),
            setter.blocks((table_of(listing),)),
            *(element("p", styles.SMALL, escape(note)) for note in notes if note),
        )
    )
