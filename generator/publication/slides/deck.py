"""The slides of a case as a file of PowerPoint."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Final

from generator.pages.controls import for_xml
from generator.publication.manuscripts.chapter import Imprint
from generator.publication.manuscripts.slides import SlidesManuscript
from generator.publication.pdf.press import Press
from generator.publication.pictures import for_word
from generator.publication.slides.drawing import write_foot, write_mark, write_notes
from generator.publication.slides.foreign import Deck
from generator.publication.slides.packing import packed
from generator.publication.slides.plan import Content, Cover, PictureShown
from generator.publication.slides.scenes import draw
from generator.publication.slides.storyboard import storyboard
from generator.publication.slides.theme import template, themed
from generator.strings import text

_LONG_AGO: Final = "2000-01-01"
_THEME: Final = "ppt/theme/theme1.xml"


def write_slides(
    manuscript: SlidesManuscript, imprint: Imprint, press: Press | None = None
) -> bytes:
    """Give the slides of a case as a pptx file; the same manuscript gives the same bytes.

    `press` draws its drawings; without one they are drawn with the fonts that are found.
    Raises BiaoganError for a picture that cannot be read.
    """
    deck = template()
    _describe(deck, manuscript, imprint)
    foot = text("publication_slides.foot", site=imprint.site, id=manuscript.chapter.number)
    mark = text("publication_slides.mark") if manuscript.chapter.mark else ""
    for slide in storyboard(manuscript, imprint):
        content = _drawn(slide.content, press)
        for number, drawn in enumerate(draw(content, deck, slide)):
            write_mark(drawn, mark)
            if not isinstance(content, Cover):
                write_foot(drawn, foot)
            if number == 0:
                write_notes(drawn, slide.notes)
    return packed(deck, _finished)


def _drawn(content: Content, press: Press | None) -> Content:
    if isinstance(content, PictureShown):
        return replace(content, drawn=for_word(content.path, press))
    return content


def _describe(deck: Deck, manuscript: SlidesManuscript, imprint: Imprint) -> None:
    """Write what the file says of itself; its day is that of the case's approval, else none."""
    chapter, properties = manuscript.chapter, deck.core_properties
    day = datetime.fromisoformat(chapter.issued_on or _LONG_AGO).replace(tzinfo=UTC)
    properties.title = for_xml(chapter.title)[:255]
    properties.author = for_xml(chapter.byline)[:255]
    properties.subject = for_xml(chapter.mark)
    properties.identifier = chapter.number
    properties.language = text("publication_slides.language")
    properties.last_modified_by = for_xml(imprint.site)[:255]
    # Without a zone: python-pptx writes every day as one of UTC.
    properties.created = properties.modified = day.replace(tzinfo=None)
    properties.revision = 1


def _finished(name: str, part: bytes) -> bytes:
    return themed(part) if name == _THEME else part
