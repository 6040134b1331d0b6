"""Words of a form as labels of the library's vocabularies; what no vocabulary knows stays out."""

from generator.intake.wordings import pattern, words
from generator.library.edition import Edition
from generator.library.lifecycle import Direction
from generator.library.vocabulary import Term, Vocabularies, VocabularyName, fold
from generator.strings import labels


def find(vocabularies: Vocabularies, name: VocabularyName, value: str) -> Term | None:
    """Give the term that is meant, or nothing; a vocabulary that is missing knows none."""
    vocabulary = vocabularies.get(name)
    if not vocabulary or not value:
        return None
    return vocabulary.find(value) or vocabulary.find(without_brackets(value))


def without_brackets(value: str) -> str:
    """Give a value without a remark in brackets behind it: `示例厅（科技处）`."""
    return pattern("intake_form.pattern.brackets_behind").sub("", value)


def focus_area(value: str, edition: Edition, vocabularies: Vocabularies) -> str:
    """Give the label of a direction's focus area, in the words of the edition where it has some.

    A direction of the form that is no focus area of the edition (质量管理方法 in 2022) is a term of
    the permanent vocabulary, as the cases of that year have it.
    """
    for wording in edition.focus_areas:
        if fold(value) in (fold(wording.label), fold(wording.wording)):
            return wording.label
    term = find(vocabularies, VocabularyName.FOCUS_AREAS, value)
    if term is None:
        return ""
    return next((item.label for item in edition.focus_areas if item.area == term.slug), term.label)


def printed_name(term: Term, edition: Edition) -> str:
    """Give a recommender's name as the edition's list prints it, or nothing when it does not."""
    return next((item.printed for item in edition.recommenders if item.id == term.slug), "")


def size_label(value: str) -> str:
    """Give the label of a size, or nothing: `大型企业` is 大型."""
    known = {fold(label): label for label in labels("size").values()}
    bare = pattern("intake_form.pattern.size_ending").sub("", fold(without_brackets(value)))
    return known.get(bare, "")


def divisions(value: str, vocabularies: Vocabularies) -> tuple[Term | None, Term | None]:
    """Give the division of GB/T 4754 that a value's code names, and that its words name."""
    found = pattern("intake_form.pattern.industry_code").match(value.upper().strip())
    by_code = _division(vocabularies, found["code"]) if found else None
    return by_code, _by_words(value[found.end() :] if found else value, vocabularies)


def section(value: str, vocabularies: Vocabularies) -> Term | None:
    """Give the section that a value names: too broad for a case."""
    term = find(vocabularies, VocabularyName.INDUSTRIES, value)
    return term if term and not term.parent else None


def _by_words(value: str, vocabularies: Vocabularies) -> Term | None:
    """Find the division in words, the narrowest part of a path first: 制造业-通用设备制造业."""
    bare = value.strip(" \t\n-\u2014\u3001.:\uff1a()\uff08\uff09")
    parts = pattern("intake_form.pattern.industry_separators").split(bare)
    found = (_division(vocabularies, part) for part in (bare, *reversed(parts)) if part.strip())
    return next(filter(None, found), None)


def _division(vocabularies: Vocabularies, value: str) -> Term | None:
    term = find(vocabularies, VocabularyName.INDUSTRIES, value)
    return term if term and term.parent else None


def region_of(term: Term, vocabularies: Vocabularies) -> Term | None:
    """Give the region whose authority a recommender is: they share their slugs."""
    regions = vocabularies.get(VocabularyName.REGIONS)
    return regions.by_slug.get(term.slug) if regions else None


def region_named(enterprise: str, vocabularies: Vocabularies) -> Term | None:
    """Give the region with whose name a firm's begins, the longest first."""
    regions = vocabularies.get(VocabularyName.REGIONS)
    bare = fold(enterprise)
    names = regions.by_name if regions else {}
    found = [
        name
        for name, term in names.items()
        if bare.startswith(name) and name not in (fold(term.slug), fold(term.code))
    ]
    return names[max(found, key=len)] if found else None


def nearer(one: Term, other: Term) -> Term | None:
    """Give the narrower of two regions, a city before its province; nothing when they differ."""
    if other.slug in (one.slug, one.parent):
        return one
    return other if other.parent == one.slug else None


def direction_of(name: str) -> tuple[Direction, bool]:
    """Tell which way an indicator gets better, and whether the form says so or its words do."""
    bare = fold(name)
    for direction, key in ((Direction.LOWER, "lower"), (Direction.HIGHER, "higher")):
        if bare in map(fold, words(f"intake_form.direction.{key}")):
            return direction, True
    if pattern("intake_form.direction.higher_words").search(bare):
        is_lower = pattern("intake_form.direction.lower_sure").search(bare) is not None
        return (Direction.LOWER, False) if is_lower else (Direction.HIGHER, True)
    if pattern("intake_form.direction.lower_words").search(bare):
        return Direction.LOWER, False
    return Direction.HIGHER, False
