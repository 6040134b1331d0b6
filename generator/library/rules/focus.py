"""Focus areas (重点领域): each edition has its own."""

from collections.abc import Iterator

from generator.findings import Fault
from generator.library.case import Case
from generator.library.edition import Edition
from generator.library.rules.context import Context
from generator.library.rules.placing import at_key
from generator.library.vocabulary import VocabularyName, fold


def check_focus_areas(case: Case, edition: Edition, context: Context) -> Iterator[Fault]:
    """Let a case's focus areas be among those of its edition, when it lists any.

    Sources: 遴选范围 (2020, 2021) and 重点领域 (2022, 2023) of each call. A direction of the
    application form (2022 申报方向: six for five areas) counts too.
    """
    if not edition.focus_areas or not case.fields:
        return
    allowed = {wording.area for wording in edition.focus_areas}
    typed = case.front.field
    for number, slug in enumerate(case.fields):
        if slug in allowed or _is_direction(slug, edition, context):
            continue
        place = ("field", number) if len(typed) == len(case.fields) else ("field",)
        yield at_key(
            case.path,
            "focus-area-not-in-edition",
            place,
            name=_label(slug, context),
            edition=edition.title,
            expected=tuple(wording.label for wording in edition.focus_areas),
        )


def _label(slug: str, context: Context) -> str:
    vocabulary = context.vocabularies.get(VocabularyName.FOCUS_AREAS)
    term = vocabulary.by_slug.get(slug) if vocabulary else None
    return term.label if term else slug


def _is_direction(slug: str, edition: Edition, context: Context) -> bool:
    vocabulary = context.vocabularies.get(VocabularyName.FOCUS_AREAS)
    term = vocabulary.by_slug.get(slug) if vocabulary else None
    if term is None:
        return False
    names = {fold(name) for name in (term.label, *term.aliases)}
    return any(fold(direction) in names for direction in edition.directions)
