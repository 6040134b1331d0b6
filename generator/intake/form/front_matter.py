"""A form's facts as the front matter of a case: what is unknown stays empty and is listed."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from generator.intake.form.facts import Fact, Form, Measured
from generator.intake.form.notes import Notes, joined, quoted, what
from generator.intake.form.resolving import (
    direction_of,
    divisions,
    find,
    focus_area,
    nearer,
    printed_name,
    region_named,
    region_of,
    section,
    size_label,
)
from generator.intake.list_words import pattern as list_pattern
from generator.intake.remarks import Remark, RemarkKind
from generator.intake.wordings import pattern
from generator.library.edition import Edition
from generator.library.vocabulary import Term, Vocabularies, VocabularyName, fold
from generator.strings import labels


@dataclass(slots=True)
class _Making:
    """The front matter while its keys are filled one by one."""

    form: Form
    edition: Edition
    vocabularies: Vocabularies
    front: dict[str, object] = field(default_factory=dict)
    notes: Notes = field(default_factory=Notes)
    recommender: Term | None = None

    def fact(self, key: str) -> Fact | None:
        """Give the fact that counts; tells when it is missing, or said in several ways."""
        fact = self.form.fact(key)
        if fact is None:
            self.notes.look("missing", what=what(key))
            return None
        others = self.form.facts[key]
        said = list({fold(other.value): other.value for other in others if other.value}.values())
        if len(said) > 1:
            self.look("several", fact, what=what(key), values=joined(map(quoted, said)))
        return fact

    def take(self, key: str, value: object, fact: Fact, shown: str) -> None:
        """Take a value over and tell from where."""
        self.front[key] = value
        self.add(RemarkKind.TAKEN, "taken", fact, what=what(key), value=shown)

    def add(self, kind: RemarkKind, key: str, fact: Fact, **values: str | int) -> None:
        self.notes.add(kind, key, fact.place, **values)

    def look(self, key: str, fact: Fact, **values: str | int) -> None:
        self.add(RemarkKind.LOOK, key, fact, **values)


def front_matter(
    form: Form, edition: Edition, vocabularies: Vocabularies
) -> tuple[dict[str, object], tuple[Remark, ...]]:
    """Give the keys of CaseFrontMatter that a form fills, as an editor types them, and remarks.

    Nothing is guessed but the region, which is marked so. Without a form there is only the year.
    """
    making = _Making(form, edition, vocabularies, {"year": edition.year})
    if not form.is_form:
        return making.front, ()
    making.notes.remarks += form.remarks
    hint = edition_hint(form)
    if hint is not None and hint != edition.year:
        making.notes.look("year_other", hint=hint, year=edition.year)
    for take in _TAKERS:
        take(making)
    return making.front, tuple(making.notes.remarks)


def edition_hint(form: Form) -> int | None:
    """Give the year of the round that a form speaks of, or nothing."""
    return form.year


def _take_fields(making: _Making) -> None:
    fact = making.fact("directions")
    if fact is None or not _is_ticked(making, fact, "directions"):
        return
    values = _directions(fact)
    if not fact.choice and len(values) > 2 and len(values) >= len(making.edition.directions):
        making.look("directions_all", fact, count=len(values))
        return
    found = []
    for value in values:
        label = focus_area(value, making.edition, making.vocabularies)
        if label:
            found.append(label)
        else:
            making.look("direction_unknown", fact, value=quoted(value))
    if found:
        found = list(dict.fromkeys(found))
        making.take("field", found, fact, joined(found))


def _directions(fact: Fact) -> list[str]:
    if fact.choice:
        return list(fact.choice.ticked)
    return [part for part in pattern("intake_form.pattern.separators").split(fact.value) if part]


def _is_ticked(making: _Making, fact: Fact, key: str, *, several: bool = True) -> bool:
    """Tell whether a choice was made, and clearly; a field filled in words is a choice made."""
    choice = fact.choice
    if choice is None:
        return True
    if not choice.is_clear:
        making.look("choice_unclear", fact, what=what(key))
    elif not choice.ticked:
        making.look("choice_none", fact, what=what(key))
    elif len(choice.ticked) > 1 and not several:
        shown = joined(map(quoted, choice.ticked))
        making.look("choice_many", fact, what=what(key), values=shown)
    else:
        return True
    return False


def _take_recommender(making: _Making) -> None:
    fact = making.fact("recommender")
    if fact is None:
        return
    term = find(making.vocabularies, VocabularyName.RECOMMENDERS, fact.value)
    if term is None:
        making.look("recommender_unknown", fact, value=quoted(fact.value))
        return
    making.recommender = term
    printed = printed_name(term, making.edition)
    if making.edition.recommenders and not printed:
        making.look("recommender_unlisted", fact, value=quoted(fact.value))
    elif printed and fold(printed) != fold(fact.value):
        shown = quoted(fact.value)
        making.add(RemarkKind.GUESSED, "recommender_printed", fact, value=shown, printed=printed)
    making.take("recommender", printed or term.label, fact, printed or term.label)


def _take_title(making: _Making) -> None:
    fact = making.fact("title")
    if fact is not None:
        making.take("title", fact.value, fact, quoted(fact.value))


def _take_enterprise(making: _Making) -> None:
    fact = making.fact("enterprise")
    if fact is None:
        return
    if list_pattern("values", "enterprise_unclear").search(fact.value):
        making.look("enterprise_unclear", fact, value=quoted(fact.value))
    else:
        making.take("enterprise", fact.value, fact, quoted(fact.value))


def _take_region(making: _Making) -> None:
    """Guess the region by the recommender and by the firm's name, where they agree."""
    by_body = making.recommender and region_of(making.recommender, making.vocabularies)
    named = str(making.front.get("enterprise", ""))
    by_name = region_named(named, making.vocabularies)
    region = nearer(by_body, by_name) if by_body and by_name else by_body or by_name
    if region is None:
        if by_body and by_name:
            making.notes.look("region_conflict", one=by_body.label, other=by_name.label)
        return
    making.front["region"] = region.label
    is_named = by_name is not None and region.slug == by_name.slug
    key = "region_by_name" if is_named else "region_by_recommender"
    making.notes.add(RemarkKind.GUESSED, key, value=region.label)


def _take_industry(making: _Making) -> None:
    fact = making.fact("industry")
    if fact is None or not _is_ticked(making, fact, "industry", several=False):
        return
    by_code, by_words = divisions(fact.value, making.vocabularies)
    shown = quoted(fact.value)
    if by_code and by_words and by_code.slug != by_words.slug:
        making.look("industry_conflict", fact, value=shown)
        return
    found = by_words or by_code
    if found:
        making.take("industry", found.label, fact, found.label)
    elif section(fact.value, making.vocabularies):
        making.look("industry_section", fact, value=shown)
    else:
        making.look("industry_unknown", fact, value=shown)


def _take_size(making: _Making) -> None:
    fact = making.fact("size")
    if fact is None or not _is_ticked(making, fact, "size", several=False):
        return
    label = size_label(fact.value)
    if label:
        making.take("size", label, fact, label)
    else:
        making.look("size_unknown", fact, value=quoted(fact.value))


def _leave_kind(making: _Making) -> None:
    """Tell that the kind of enterprise has no key in a case."""
    fact = making.form.fact("kind")
    if fact is not None and fact.value:
        making.add(RemarkKind.LOST, "kind_left", fact, value=quoted(fact.value))


def _take_indicators(making: _Making) -> None:
    found: dict[str, Measured] = {}
    for row in sorted(making.form.indicators, key=lambda row: row.is_series):
        own = found.setdefault(fold(row.name), row)
        if own is row:
            continue
        if not _agree(own, row):
            values = {"name": row.name, "taken": own.place}
            making.notes.look("indicator_conflict", row.place, **values)
    records = [_record(row) for row in found.values()]
    if not records:
        making.notes.look("missing", what=what("indicators"))
        return
    making.front["indicators"] = records
    names = joined(row.name for row in found.values())
    making.notes.add(RemarkKind.TAKEN, "taken_indicators", count=len(records), names=names)
    _tell_unsure(making, list(found.values()))


def _agree(one: Measured, other: Measured) -> bool:
    shared = one.values.keys() & other.values.keys()
    is_same = all(one.values[year] == other.values[year] for year in shared)
    return is_same and fold(one.unit or other.unit) == fold(other.unit or one.unit)


def _tell_unsure(making: _Making, rows: list[Measured]) -> None:
    guessed = [row.name for row in rows if not direction_of(row.name)[1]]
    if guessed:
        names = joined(guessed)
        making.notes.add(RemarkKind.GUESSED, "direction_guessed", names=names)
    bare = [row.name for row in rows if not row.unit]
    if bare:
        making.notes.look("unit_missing", names=joined(bare))


def _record(row: Measured) -> dict[str, object]:
    """Give an indicator as an editor writes it, without the keys that nothing is known of."""
    record: dict[str, object] = {"name": row.name, "unit": row.unit, "values": dict(row.values)}
    record |= {"industry_average": row.average, "industry_best": row.best, "rank": row.rank}
    record["direction"] = labels("direction")[direction_of(row.name)[0].value]
    return {key: value for key, value in record.items() if value not in (None, "")}


_TAKERS: Final[tuple[Callable[[_Making], None], ...]] = (
    _take_fields,
    _take_recommender,
    _take_title,
    _take_enterprise,
    _take_region,
    _take_industry,
    _take_size,
    _take_indicators,
    _leave_kind,
)
"""What is filled, in the order in which an editor is told of it."""
