"""The facets of a library: which terms every listed case is chosen under.

The terms are those of the catalogue, in the order of their vocabularies. Two things are added: the
level, and below a region the cities that cases name and no vocabulary holds.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.dimensions import Dimension
from generator.catalogue.ordering import label_key
from generator.catalogue.terms import TermEntry
from generator.library.case import Case
from generator.library.library import Library
from generator.library.lifecycle import Level
from generator.library.vocabulary import Vocabulary, VocabularyName, fold
from generator.search.facets import Facet, FacetName, Node, Table
from generator.strings import labels, text

Terms = Mapping[str, Node]
"""The nodes that a facet may have by slug, in order; `parent` is not set yet."""


@dataclass(frozen=True, slots=True)
class _Plan:
    """A facet before its terms are numbered."""

    terms: Terms
    broader: Mapping[str, str]
    """Slug → slug of the broader term."""
    of: Sequence[tuple[str, ...]]
    """The slugs of every row."""


def table_of(library: Library, catalogue: Catalogue, chosen: Sequence[Case] | None = None) -> Table:
    """Give all listed cases with their terms, the oldest first, in O(n log n).

    Or only the `chosen` ones, with the same terms under other numbers.
    """
    cases = catalogue.cases[::-1] if chosen is None else chosen
    plans = {
        FacetName.YEAR: _years(catalogue, cases),
        FacetName.FIELD: _vocabulary(catalogue, Dimension.FOCUS_AREA, cases, _fields),
        FacetName.METHOD: _vocabulary(catalogue, Dimension.METHOD, cases, _methods),
        FacetName.RECOMMENDER: _recommenders(library, catalogue, cases),
        FacetName.REGION: _regions(library, catalogue, cases),
        FacetName.INDUSTRY: _vocabulary(catalogue, Dimension.INDUSTRY, cases, _industry),
        FacetName.LEVEL: _levels(cases),
    }
    return Table(
        ids=tuple(case.id for case in cases),
        facets={name: _facet(plan) for name, plan in plans.items()},
        has_video=tuple(bool(case.front.videos) for case in cases),
        has_text=tuple(not case.body.is_empty for case in cases),
        newest=_first_of_newest_year(cases),
    )


def city_of(library: Library, case: Case) -> str:
    """Give the value of a case's city as a term of the region facet, or "" for none.

    A city that the vocabulary holds (Qingdao typed beside Shandong) is that term; any other is
    `region.city`, and `city` alone where the case names no region.
    """
    typed = case.front.city.strip()
    regions = library.vocabularies.get(VocabularyName.REGIONS)
    known = regions.find(typed) if regions and typed else None
    if not typed or _is_same(regions, case.region, typed):
        return ""
    if known and known.parent == case.region:
        return known.slug
    return f"{case.region}.{typed}" if case.region else typed


def _is_same(regions: Vocabulary | None, slug: str, name: str) -> bool:
    term = regions.by_slug.get(slug) if regions else None
    names = (term.label, *term.aliases) if term else ()
    return fold(name) in map(fold, names)


def _first_of_newest_year(cases: Sequence[Case]) -> int:
    return next(
        (row for row, case in enumerate(cases) if case.front.year == cases[-1].front.year), 0
    )


def _fields(case: Case) -> tuple[str, ...]:
    return case.fields


def _methods(case: Case) -> tuple[str, ...]:
    return case.methods


def _industry(case: Case) -> tuple[str, ...]:
    return (case.industry,) if case.industry else ()


def _years(catalogue: Catalogue, cases: Sequence[Case]) -> _Plan:
    years = catalogue.entries[Dimension.YEAR]
    terms = {slug: Node(slug, text("pages.format.year", year=slug)) for slug in years}
    return _Plan(terms, {}, [(str(case.front.year),) for case in cases])


def _levels(cases: Sequence[Case]) -> _Plan:
    terms = {str(level): Node(str(level), labels("level")[level]) for level in Level}
    return _Plan(terms, {}, [(str(case.front.level),) for case in cases])


def _vocabulary(
    catalogue: Catalogue,
    dimension: Dimension,
    cases: Sequence[Case],
    slugs: Callable[[Case], tuple[str, ...]],
) -> _Plan:
    entries = catalogue.entries[dimension].values()
    terms = {entry.slug: _node(entry) for entry in entries}
    broader = {entry.slug: entry.parent for entry in entries if entry.parent}
    return _Plan(terms, broader, [slugs(case) for case in cases])


def _node(entry: TermEntry) -> Node:
    return Node(entry.slug, entry.label, entry.term.aliases if entry.term else ())


def _recommenders(library: Library, catalogue: Catalogue, cases: Sequence[Case]) -> _Plan:
    """Add to every office all names under which an edition prints it."""
    printed: dict[str, list[str]] = {}
    for edition in library.editions.values():
        for named in edition.recommenders:
            printed.setdefault(named.id, []).append(named.printed)
    plan = _vocabulary(
        catalogue,
        Dimension.RECOMMENDER,
        cases,
        lambda case: (case.recommender,) if case.recommender else (),
    )
    terms = {slug: _with(node, printed.get(slug, [])) for slug, node in plan.terms.items()}
    return replace(plan, terms=terms)


def _with(node: Node, names: Sequence[str]) -> Node:
    others = dict.fromkeys(name for name in (*node.others, *names) if name)
    others.pop(node.label, None)
    return replace(node, others=tuple(others))


def _regions(library: Library, catalogue: Catalogue, cases: Sequence[Case]) -> _Plan:
    plan = _vocabulary(
        catalogue, Dimension.REGION, cases, lambda case: (case.region,) if case.region else ()
    )
    named: dict[str, tuple[str, str]] = {}
    of: list[tuple[str, ...]] = []
    for case, slugs in zip(cases, plan.of, strict=True):
        city = city_of(library, case)
        if city and city not in plan.terms:
            named[city] = (case.region, case.front.city.strip())
        of.append((city,) if city else slugs)
    places = {slug: place for place, slug in enumerate(plan.terms)}
    ordered = sorted(
        named.items(), key=lambda item: (places.get(item[1][0], -1), label_key(*item[1][::-1]))
    )
    cities = {value: Node(value, label) for value, (_, label) in ordered}
    below = {value: region for value, (region, _) in ordered if region}
    return _Plan({**plan.terms, **cities}, {**plan.broader, **below}, of)


def _facet(plan: _Plan) -> Facet:
    """Keep the terms that some case has and those above them, and number them."""
    plan = replace(plan, broader=_without_rings(plan.broader))
    used = {slug for slugs in set(plan.of) for slug in slugs}
    above = {slug: tuple(_above(slug, plan)) for slug in used}
    kept = used.union(*above.values())
    places = {slug: place for place, slug in enumerate(slug for slug in plan.terms if slug in kept)}
    nodes = tuple(
        replace(plan.terms[slug], parent=places.get(plan.broader.get(slug, ""), -1))
        for slug in places
    )
    known: dict[tuple[str, ...], tuple[int, ...]] = {}
    for slugs in plan.of:
        if slugs not in known:
            broader = {up for slug in slugs for up in above[slug]}
            known[slugs] = tuple(places[slug] for slug in slugs if slug not in broader)
    return Facet(nodes, tuple(known[slugs] for slugs in plan.of))


def _above(slug: str, plan: _Plan) -> Iterator[str]:
    """Yield the broader terms, the nearest first."""
    while (slug := plan.broader.get(slug, "")) in plan.terms:
        yield slug


def _without_rings(broader: Mapping[str, str]) -> Mapping[str, str]:
    """Leave out the links of terms that stand above themselves.

    Such a vocabulary has errors, but must not hang a preview.
    """

    def is_in_ring(slug: str) -> bool:
        seen: set[str] = set()
        up = broader.get(slug, "")
        while up and up != slug and up not in seen:
            seen.add(up)
            up = broader.get(up, "")
        return up == slug

    return {slug: up for slug, up in broader.items() if not is_in_ring(slug)}
