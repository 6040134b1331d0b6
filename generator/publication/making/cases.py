"""The documents of single cases."""

from functools import partial

from generator.digests import digest_of_parts
from generator.library.case import Case
from generator.pages import routes
from generator.publication.epub.case import write_case as write_epub
from generator.publication.making.desk import Desk
from generator.publication.making.product import Made, Product
from generator.publication.making.workshop import Workshop
from generator.publication.manuscripts.case import filled, imprint, outline
from generator.publication.manuscripts.chapter import Chapter
from generator.publication.manuscripts.slides import slides
from generator.publication.pdf.case import print_case
from generator.publication.pictures import for_word
from generator.publication.slides.deck import write_slides
from generator.publication.wechat.case import case_article
from generator.publication.wechat.formulas import formula_pictures
from generator.publication.word.case import write_case as write_word


def case_key(desk: Desk, case: Case, planned: Chapter) -> bytes:
    """Give the digest of all that a case's text is made from: its own words and its pictures.

    The text itself is not read for it: its digest is known, and 1,000 texts take seconds.
    """
    said = repr(planned).encode("utf-8", "backslashreplace")
    return digest_of_parts(said, case.body.digest, desk.pictures(case.path, case.body))


def case_product(desk: Desk, case: Case, form: str, path: str = "") -> Product:
    """Give a case as a document; raises BiaoganError for one without a published text."""
    planned = outline(desk.inputs, case)
    made = slides(desk.inputs, case, planned) if form == "pptx" else None
    said = repr(made).encode("utf-8", "backslashreplace")
    key = digest_of_parts(desk.stamp_of(form), said, case_key(desk, case, planned))
    make = partial(_make, desk, case, planned, form)
    return Product(path or routes.case_document(case.id, form), key, make)


def chapter_of(desk: Desk, case: Case, planned: Chapter) -> Chapter:
    """Give the chapter with its text."""
    return filled(planned, case, desk.inputs.config.site_url, desk.files)


def _make(desk: Desk, case: Case, planned: Chapter, form: str, workshop: Workshop) -> bytes | Made:
    chapter, said = chapter_of(desk, case, planned), imprint(desk.inputs)
    if form == "docx":
        return write_word(chapter, said, workshop.pandoc, workshop.drawing)
    if form == "epub":
        return write_epub(chapter, said, workshop.pandoc)
    if form == "pptx":
        return write_slides(slides(desk.inputs, case, chapter), said, workshop.drawing)
    if form == "wechat":
        drawn = formula_pictures((chapter.body,), workshop.press, workshop.pandoc)
        made = case_article(chapter, partial(for_word, press=workshop.press), drawn)
        return Made(made.html.encode(), made.files)
    return print_case(chapter, said, workshop.press, workshop.pandoc)
