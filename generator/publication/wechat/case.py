"""A case as an article of a WeChat official account."""

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

from generator.publication.manuscripts.chapter import Chapter
from generator.publication.wechat import styles
from generator.publication.wechat.elements import Setter, line
from generator.publication.wechat.formulas import FormulaPicture
from generator.publication.wechat.page import Article, Ending, finish, heading, notes


def case_article(
    chapter: Chapter,
    draw: Callable[[Path], bytes],
    formulas: Mapping[str, FormulaPicture] = MappingProxyType({}),
) -> Article:
    """Give a case as an article; `draw` gives a picture as PNG, JPEG or GIF (pictures.for_word).

    `formulas`: what `formula_pictures` gives; without it formulas are shown as TeX.
    """
    setter = Setter(chapter.number, draw, formulas=formulas)
    parts = [
        *line("p", styles.MARK, chapter.mark),
        *line("h1", styles.TITLE, chapter.title),
        *line("p", styles.CENTRED, chapter.byline),
    ]
    if chapter.summary:
        parts.append(setter.blocks((heading(chapter.summary_heading), *chapter.summary)))
    parts.append(setter.blocks(chapter.body.blocks))
    parts += notes(setter, chapter.body.notes)
    parts.append(setter.blocks(chapter.appendix))
    return finish(setter, parts, Ending(chapter.title, chapter.colophon, chapter.address))
