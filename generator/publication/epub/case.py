"""A case as an EPUB 3 file: a title page, then its text in one file with its notes."""

from generator.publication.epub.album import BookAlbum
from generator.publication.epub.package import Frame, packed
from generator.publication.epub.text import chapter_blocks
from generator.publication.manuscripts.chapter import Chapter, Imprint
from generator.publication.word.draft import Draft, Profile
from generator.publication.word.pandoc import Pandoc

_ANCHOR = "case"


def write_case(chapter: Chapter, imprint: Imprint, pandoc: Pandoc) -> bytes:
    """Give a case as an EPUB file, the same bytes every time.

    Raises BiaoganError when pandoc or a picture fails.
    """
    draft = Draft(Profile.BOOK, album=BookAlbum())
    blocks = chapter_blocks(chapter, draft, _ANCHOR)
    frame = Frame(
        title=chapter.title,
        # The address is permanent, and so is the id where the site does not know its own.
        identifier=chapter.address or f"urn:biaogan:case:{chapter.number}",
        language=imprint.language,
        publisher=imprint.site,
        issued_on=chapter.issued_on,
        creators=(chapter.byline,) if chapter.byline else (),
        mark=chapter.mark,
        source=chapter.address,
    )
    return packed(blocks, frame, draft, pandoc)
