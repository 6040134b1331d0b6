"""A vocabulary as data: no name means two things, no parent is missing."""

from collections.abc import Iterator

from generator.findings import Fault
from generator.library.ids import is_slug
from generator.library.rules.placing import at_key
from generator.library.vocabulary import Term, Vocabulary, fold


def check_vocabulary_data(vocabulary: Vocabulary, path: str) -> Iterator[Fault]:
    """Check slugs, names and parents of all terms.

    Our own rule: what an editor types must lead to one term, and an address to one page.
    """
    slugs: dict[str, int] = {}
    names: dict[str, Term] = {}
    for number, term in enumerate(vocabulary.terms):
        if not is_slug(term.slug):
            yield at_key(path, "value-invalid", (number, "slug"), key="slug", variant="slug")
        if slugs.setdefault(term.slug, number) != number:
            yield at_key(
                path, "vocabulary-duplicate", (number, "slug"), name=term.slug, variant="slug"
            )
        yield from _check_names(number, term, names, path)
    for number, term in enumerate(vocabulary.terms):
        is_lost = vocabulary.is_whole and term.parent not in slugs
        if term.parent and (is_lost or term.parent == term.slug):
            yield at_key(
                path,
                "value-unknown",
                (number, "parent"),
                name=term.parent,
                key="parent",
                vocabulary=vocabulary.name.value,
                variant="slug",
            )


def _check_names(number: int, term: Term, names: dict[str, Term], path: str) -> Iterator[Fault]:
    own: set[str] = set()
    typed = [("label", None, term.label)]
    typed += [("aliases", place, alias) for place, alias in enumerate(term.aliases)]  # type: ignore[misc]
    for key, place, name in typed:
        folded = fold(name)
        other = names.setdefault(folded, term)
        if other is not term or folded in own:
            where = (number, key) if place is None else (number, key, place)
            yield at_key(
                path,
                "vocabulary-duplicate",
                where,
                name=name,
                other=other.label,
                variant="own" if other is term else "",
            )
        own.add(folded)
