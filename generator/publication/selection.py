"""Which cases a document is made of: by id, or by what the catalogue knows of them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from generator.catalogue.dimensions import Dimension
from generator.catalogue.ordering import catalogue_key
from generator.catalogue.terms import VOCABULARY_OF
from generator.errors import BiaoganError
from generator.library.case import Case
from generator.library.edition import PrintedNames
from generator.library.ids import CaseId, EditionId
from generator.library.vocabulary import Vocabulary
from generator.pages.inputs import Inputs
from generator.strings import text
from generator.suggestions import nearest


@dataclass(frozen=True, slots=True)
class Selection:
    """What somebody typed; what is empty chooses nothing out."""

    ids: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    editions: tuple[str, ...] = ()
    terms: Mapping[Dimension, tuple[str, ...]] = field(default_factory=dict)
    """Names as typed: label, alias, slug, or the wording of an edition."""

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing was chosen."""
        return not (self.ids or self.years or self.editions or any(self.terms.values()))


def select(inputs: Inputs, selection: Selection) -> tuple[Case, ...]:
    """Give the listed cases of a selection in the order of the catalogue.

    Names of one kind widen it, kinds narrow it. Raises BiaoganError for an id or a name that there
    is not, and for an id whose case is not listed.
    """
    wanted = {name: _slugs(inputs, name, typed) for name, typed in selection.terms.items() if typed}
    named = {_listed(inputs, case_id).id for case_id in selection.ids}
    editions = {_edition(inputs, typed) for typed in selection.editions}
    chosen = [
        case
        for case in inputs.library.cases.values()
        if case.is_listed
        and (not named or case.id in named)
        and (not selection.years or case.front.year in selection.years)
        and (not editions or case.edition in editions)
        and all(slugs.intersection(_of_case(case, name)) for name, slugs in wanted.items())
    ]
    return tuple(sorted(chosen, key=catalogue_key))


def labels_of(inputs: Inputs, selection: Selection) -> tuple[str, ...]:
    """Give what was chosen in the library's own words, for a title; ids are left out."""
    years = tuple(text("pages.format.year", year=year) for year in selection.years)
    rounds = tuple(
        inputs.library.editions[_edition(inputs, typed)].title for typed in selection.editions
    )
    terms = tuple(
        inputs.term(name, slug).label
        for name, typed in selection.terms.items()
        for slug in sorted(_slugs(inputs, name, typed))
    )
    return (*years, *rounds, *terms)


def _of_case(case: Case, name: Dimension) -> tuple[str, ...]:
    return {
        Dimension.FOCUS_AREA: case.fields,
        Dimension.METHOD: case.methods,
        Dimension.RECOMMENDER: (case.recommender,),
        Dimension.INDUSTRY: (case.industry,),
        Dimension.REGION: (case.region,),
    }[name]


def _listed(inputs: Inputs, typed: str) -> Case:
    case = inputs.library.cases.get(CaseId(typed))
    if case is None:
        raise _unknown("case", typed, inputs.library.cases)
    if not case.is_listed:
        raise BiaoganError(text("publication.case.not_listed", id=typed))
    return case


def _edition(inputs: Inputs, typed: str) -> EditionId:
    if typed not in inputs.library.editions:
        raise _unknown("edition", typed, inputs.library.editions)
    return EditionId(typed)


def _slugs(inputs: Inputs, name: Dimension, typed: Iterable[str]) -> frozenset[str]:
    return frozenset(_slug(inputs, name, one) for one in typed)


def _slug(inputs: Inputs, name: Dimension, typed: str) -> str:
    vocabulary = inputs.library.vocabularies[VOCABULARY_OF[name]]
    term = vocabulary.find(typed)
    if term:
        return term.slug
    for printed in _printed(inputs, name):
        if slug := printed.find(typed):
            return slug
    raise _unknown(str(name), typed, _names(vocabulary))


def _printed(inputs: Inputs, name: Dimension) -> Iterable[PrintedNames]:
    """Give the names that the editions print, the newest first."""
    editions = sorted(inputs.library.editions.values(), key=lambda one: (-one.year, one.id))
    if name is Dimension.FOCUS_AREA:
        return [edition.printed_areas for edition in editions]
    if name is Dimension.RECOMMENDER:
        return [edition.printed_recommenders for edition in editions]
    return ()


def _names(vocabulary: Vocabulary) -> tuple[str, ...]:
    return tuple(name for term in vocabulary.terms for name in (term.label, *term.aliases))


def _unknown(kind: str, typed: str, known: Iterable[str]) -> BiaoganError:
    near = nearest(typed, known)
    hint = text("publication.select.near", name=near) if near else ""
    return BiaoganError(text(f"publication.select.{kind}", typed=typed, hint=hint))
