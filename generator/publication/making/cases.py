"""The documents of single cases."""

from collections.abc import Iterator
from functools import partial

from generator.catalogue.dimensions import Dimension
from generator.digests import digest_of_parts
from generator.library.case import Case
from generator.pages import routes
from generator.publication.making.desk import Desk
from generator.publication.making.product import Made, Product
from generator.publication.making.workshop import Workshop
from generator.publication.manuscripts.case import chapter, check_text, imprint
from generator.publication.manuscripts.slides import slides


def case_key(desk: Desk, case: Case) -> bytes:
    """Give the digest of all that a case's documents are made from, but for what all share.

    The case is not looked at for it: its file and its pictures are known by their digests, and
    what its labels stand for by the names that it has in the library.
    """
    edition = desk.inputs.library.editions[case.edition]
    said = repr((edition.paper, edition.year, *_names(desk, case)))
    pictures = desk.pictures(case.path, case.body)
    own = desk.file(case.path), case.body.digest, pictures
    return digest_of_parts(said.encode(), desk.papers, *own)


def _names(desk: Desk, case: Case) -> Iterator[str]:
    for name, slugs in (
        (Dimension.FOCUS_AREA, case.fields),
        (Dimension.METHOD, case.methods),
        (Dimension.INDUSTRY, (case.industry,)),
        (Dimension.REGION, (case.region,)),
    ):
        yield from (desk.inputs.term(name, slug).label for slug in slugs)
    yield desk.inputs.recommender(case).label


def case_product(desk: Desk, case: Case, form: str, path: str = "") -> Product:
    """Give a case as a document; raises BiaoganError for one without a published text."""
    check_text(case)
    key = digest_of_parts(desk.stamp_of(form), case_key(desk, case))
    make = partial(_make, desk, case, form)
    return Product(path or routes.case_document(case.id, form), key, make)


def _make(desk: Desk, case: Case, form: str, workshop: Workshop) -> bytes | Made:
    # Here: what is already made needs no writer, and they take long to load.
    from generator.publication.epub.case import write_case as write_epub  # noqa: PLC0415
    from generator.publication.pdf.case import print_case  # noqa: PLC0415
    from generator.publication.pictures import for_word  # noqa: PLC0415
    from generator.publication.slides.deck import write_slides  # noqa: PLC0415
    from generator.publication.wechat.case import case_article  # noqa: PLC0415
    from generator.publication.wechat.formulas import formula_pictures  # noqa: PLC0415
    from generator.publication.word.case import write_case as write_word  # noqa: PLC0415

    told, said = chapter(desk.inputs, case, desk.files), imprint(desk.inputs)
    if form == "docx":
        return write_word(told, said, workshop.pandoc, workshop.drawing)
    if form == "epub":
        return write_epub(told, said, workshop.pandoc)
    if form == "pptx":
        return write_slides(slides(desk.inputs, case, told), said, workshop.drawing)
    if form == "wechat":
        drawn = formula_pictures((told.body,), workshop.press, workshop.pandoc)
        article = case_article(told, partial(for_word, press=workshop.press), drawn)
        return Made(article.html.encode(), article.files)
    return print_case(told, said, workshop.press, workshop.pandoc)
