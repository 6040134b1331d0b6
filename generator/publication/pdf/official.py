"""A notice as PDF by GB/T 9704-2012."""

from collections.abc import Iterable, Iterator
from typing import Final

from generator.publication.blocks.tree import BodyTree, Paragraph
from generator.publication.manuscripts.listing import ListManuscript
from generator.publication.manuscripts.official import OfficialManuscript
from generator.publication.manuscripts.official_annexes import Annex
from generator.publication.manuscripts.official_tables import column_widths
from generator.publication.manuscripts.official_text import title_lines
from generator.publication.pdf.literals import array, string
from generator.publication.pdf.press import Info, Press
from generator.publication.pdf.text import Composer, Mathematician, formulas_of
from generator.strings import text

_SHIFT: Final = 1
"""The title is the document's heading of level 1, its sections are below it."""
_TITLE: Final = 18
"""Characters of a line of an attachment's title."""


def print_official(manuscript: OfficialManuscript, press: Press, pandoc: Mathematician) -> bytes:
    """Give a notice as PDF/UA-1; raises BiaoganError where a font, glyph or picture is missing."""
    composer = Composer(formulas_of((manuscript.body,), pandoc, press))
    main = "\n\n".join(part for part in _parts(manuscript, composer) if part)
    info = Info(manuscript.title, manuscript.issuer, manuscript.issued_on, manuscript.language)
    return press.print(main, composer.album.files, info=info)


def _parts(manuscript: OfficialManuscript, composer: Composer) -> Iterator[str]:
    edges = _strings(
        text(f"publication_official.part.{key}") for key in ("page_edge", "page_edge_end")
    )
    yield '#import "/official.typ": *'
    yield f"#show: official.with(mark: {string(manuscript.mark)}, edges: {edges})"
    yield f"#mark-box({string(manuscript.mark)})"
    head = "plain-head" if manuscript.is_rendering else "head"
    banner, number = string(manuscript.banner), string(manuscript.document_number)
    yield f"#{head}(banner: {banner}, number: {number})"
    if not manuscript.printer:
        yield f"#colophon[{_colophon(manuscript, composer)}]"
    yield f"#title({_strings(manuscript.title_lines)})"
    if manuscript.addressee:
        yield f"#flush({string(manuscript.addressee)})"
    yield composer.write(manuscript.body, shift=_SHIFT)
    for fact in manuscript.facts:
        yield f"#par({string(fact.line)})"
    yield _annex_names(manuscript.annexes, composer)
    yield _signature(manuscript)
    if manuscript.annotation:
        yield f"#par({string(manuscript.annotation)})"
    yield from _annexes(manuscript.annexes)
    if manuscript.printer:
        told = _colophon(manuscript, composer)
        yield f"#imprint({string(manuscript.printer)})[{told}]"


def _colophon(manuscript: OfficialManuscript, composer: Composer) -> str:
    lines = BodyTree(tuple(Paragraph(line) for line in manuscript.colophon))
    return composer.write(lines, prefix="colophon:")


def _annex_names(annexes: tuple[Annex, ...], composer: Composer) -> str:
    if not annexes:
        return ""
    label = string(text("publication_official.part.attachments"))
    numbers = _strings(
        text("publication_official.part.numbered", number=place) if len(annexes) > 1 else ""
        for place, _ in enumerate(annexes, start=1)
    )
    names = array(
        f"[{composer.write(BodyTree((Paragraph(annex.name),)), prefix='annex:')}]"
        for annex in annexes
    )
    return f"#annexes({label}, {numbers}, {names})"


def _signature(manuscript: OfficialManuscript) -> str:
    if not (manuscript.issuer or manuscript.date):
        return ""
    room = 1 if manuscript.is_rendering else 2  # lines: a seal needs some
    issuer, date = string(manuscript.issuer), string(manuscript.date)
    return f"#signature({issuer}, {date}, room: {room})"


def _annexes(annexes: tuple[Annex, ...]) -> Iterator[str]:
    for place, annex in enumerate(annexes, start=1):
        if annex.listing:
            key = "annex_numbered" if len(annexes) > 1 else "annex"
            label = text(f"publication_official.part.{key}", number=place)
            lines = title_lines((annex.listing.title,), _TITLE)
            inner = f"#{_table(annex.listing)}\n\n#{_notes(annex.listing)}"
            yield f"#annex({string(label)}, {_strings(lines)})[{inner}]"


def _table(listing: ListManuscript) -> str:
    count = len(listing.columns)
    cells = []
    for group in listing.groups:
        if group.label:
            cells.append(f"group-row({count}, {string(group.label)})")
        cells += [string(value) for row in group.rows for value in row]
    columns = array(f"{width}fr" for width in column_widths(listing))
    return f"list-table({columns}, {_strings(listing.columns)}, {', '.join(cells)})"


def _notes(listing: ListManuscript) -> str:
    return f"notes({_strings(line for line in (listing.mark, *listing.notes) if line)})"


def _strings(values: Iterable[str]) -> str:
    return array(string(value) for value in values)
