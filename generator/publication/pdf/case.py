"""A case as PDF."""

from typing import Final

from generator.publication.manuscripts.chapter import Chapter, Imprint
from generator.publication.pdf.literals import dictionary, string
from generator.publication.pdf.parts import Spot, case_pictures, case_text, style_source, trees_of
from generator.publication.pdf.press import Info, Press
from generator.publication.pdf.text import Composer, Mathematician, formulas_of
from generator.strings import text

_SPOT: Final = Spot("qr.svg")


def print_case(chapter: Chapter, imprint: Imprint, press: Press, pandoc: Mathematician) -> bytes:
    """Give a case as PDF/UA-1; raises BiaoganError where a font, glyph or picture is missing."""
    composer = Composer(formulas_of(trees_of(chapter), pandoc, press))
    main = _source(chapter, imprint, composer)
    pictures = {**composer.album.files, **case_pictures(chapter, _SPOT)}
    info = Info(chapter.title, chapter.byline, chapter.issued_on, imprint.language)
    return press.print(main, pictures, info=info)


def _source(chapter: Chapter, imprint: Imprint, composer: Composer) -> str:
    values = {
        "title": chapter.title,
        "byline": chapter.byline,
        "mark": chapter.mark,
        "site": imprint.site,
        "number": text("publication_pdf.case.number", number=chapter.number),
    }
    words = {key: string(value) for key, value in values.items()}
    parts = (
        '#import "/case.typ": *',
        f"#let style = {style_source(chapter.paper)}",
        f"#let words = {dictionary(words)}",
        "#show: case-style.with(style, words)",
        "#case-title(style, words)",
        case_text(chapter, _SPOT, composer),
    )
    return "\n\n".join(parts)
