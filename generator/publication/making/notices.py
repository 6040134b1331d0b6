"""The documents of notices, and the handouts of sessions."""

from functools import partial

from generator.digests import digest_of_parts
from generator.errors import BiaoganError
from generator.library.notice import Notice
from generator.pages import routes
from generator.publication.making.desk import Desk
from generator.publication.making.product import Made, Product
from generator.publication.making.workshop import Workshop
from generator.publication.manuscripts.case import imprint
from generator.publication.manuscripts.handout import handout
from generator.publication.manuscripts.official import official, outline
from generator.strings import text


def notice_product(desk: Desk, notice: Notice, form: str, path: str = "") -> Product:
    """Give a notice as an official document, or as an article for WeChat."""
    planned = repr(outline(desk.inputs, notice)).encode("utf-8", "backslashreplace")
    pictures = desk.pictures(notice.path, notice.body)
    key = digest_of_parts(
        desk.stamp_of(form), planned, notice.body.digest, pictures, _facts(desk, notice)
    )
    make = partial(_make_notice, desk, notice, form)
    return Product(path or routes.notice_document(notice.id, form), key, make)


def handout_product(desk: Desk, notice: Notice, form: str, path: str = "") -> Product:
    """Give the handout of a session; raises BiaoganError for a notice of none."""
    if notice.front.session is None:
        raise BiaoganError(text("publication.no_session", id=notice.id))
    manuscript = handout(desk.inputs, notice)
    said = repr(manuscript).encode("utf-8", "backslashreplace")
    key = digest_of_parts(desk.stamp_of(form), said)

    def make(workshop: Workshop) -> bytes:
        from generator.publication.pdf.handout import print_handout  # noqa: PLC0415
        from generator.publication.word.handout import write_handout  # noqa: PLC0415

        given = manuscript, imprint(desk.inputs)
        if form == "docx":
            return write_handout(*given, workshop.pandoc)
        return print_handout(*given, workshop.press)

    return Product(path or routes.handout(notice.id, form), key, make)


def _facts(desk: Desk, notice: Notice) -> bytes:
    return (
        repr(notice.front).encode("utf-8", "backslashreplace")
        + desk.inputs.config.site_url.encode()
    )


def _make_notice(desk: Desk, notice: Notice, form: str, workshop: Workshop) -> bytes | Made:
    # Here: what is already made needs no writer, and they take long to load.
    from generator.publication.pdf.official import print_official  # noqa: PLC0415
    from generator.publication.pictures import for_word  # noqa: PLC0415
    from generator.publication.wechat.article import article  # noqa: PLC0415
    from generator.publication.wechat.formulas import formula_pictures  # noqa: PLC0415
    from generator.publication.word.official import write_official  # noqa: PLC0415

    manuscript = official(desk.inputs, notice, desk.files)
    if form == "docx":
        return write_official(manuscript, workshop.pandoc, workshop.drawing)
    if form == "pdf":
        return print_official(manuscript, workshop.press, workshop.pandoc)
    drawn = formula_pictures((manuscript.body,), workshop.press, workshop.pandoc)
    made = article(manuscript, partial(for_word, press=workshop.press), drawn)
    return Made(made.html.encode(), made.files)
