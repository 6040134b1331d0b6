"""Which section of an edition a heading means."""

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache
from typing import Final

from generator.intake.prose.numbers import half_width, without_number
from generator.intake.wordings import pattern, words
from generator.library.edition import Edition, SectionRule
from generator.library.rules.sections import is_summary
from generator.library.vocabulary import fold
from generator.strings import table

_NEAR: Final = 0.6
"""How alike a heading must be to be proposed for a section."""
_LONGEST: Final = 40


@dataclass(frozen=True, slots=True)
class SectionName:
    """A section that a heading means."""

    title: str
    """As the edition prints it; for a summary that the edition does not know, the usual word."""
    literal: bool
    """Whether the heading says it letter for letter, a typed number and a limit aside."""
    summary: bool = False


class SectionNames:
    """The sections of one edition by all names that authors give them."""

    def __init__(self, edition: Edition) -> None:
        self.rules = edition.sections
        self._names: dict[str, SectionName] = {}
        for word in words("intake_prose.words.summary"):
            self._names[_bare(word)] = SectionName(word, literal=True, summary=True)
        for rule in edition.sections:
            self._add(rule)

    def _add(self, rule: SectionRule) -> None:
        summary = is_summary(rule)
        for name in (rule.title, *rule.aliases):
            self._names[_bare(name)] = SectionName(rule.title, literal=False, summary=summary)
        for name in _synonyms().get(rule.title, ()):
            self._names.setdefault(
                _bare(name), SectionName(rule.title, literal=False, summary=summary)
            )

    def find(self, heading: str) -> SectionName | None:
        """Give the section that a heading surely means, or nothing."""
        if len(heading) > _LONGEST:
            return None
        shown = shown_heading(heading)
        found = self._names.get(_bare(shown)) if shown else None
        if found is None:
            return None
        literal = fold(shown) == fold(found.title)
        return SectionName(found.title, literal=literal, summary=found.summary)

    def is_usual(self, heading: str) -> bool:
        """Tell whether a heading is a section's of any edition: for where the text begins."""
        return not self.rules and _bare(shown_heading(heading)) in _usual()

    def like(self, heading: str) -> str:
        """Give the printed title of the section that a heading is nearest to, or nothing."""
        bare = _bare(shown_heading(heading))
        best = max(
            (
                (SequenceMatcher(None, bare, name).ratio(), found)
                for name, found in self._names.items()
            ),
            key=lambda pair: pair[0],
            default=None,
        )
        return best[1].title if best and best[0] >= _NEAR else ""


def shown_heading(heading: str) -> str:
    """Give a heading without its number, a limit such as （500字以内） and a colon."""
    words_ = pattern("intake_prose.pattern.limit_note").sub("", without_number(heading))
    return words_.strip().rstrip("\uff1a: ").strip("\u3010\u3011").strip()


def _bare(name: str) -> str:
    return pattern("intake_prose.pattern.particles").sub("", fold(half_width(name)))


@cache
def _usual() -> frozenset[str]:
    return frozenset(
        _bare(name) for title, names in _synonyms().items() for name in (title, *names)
    )


def _synonyms() -> Mapping[str, tuple[str, ...]]:
    found = table("intake_prose")["synonyms"]
    assert isinstance(found, Mapping)
    return {str(title): tuple(map(str, names)) for title, names in found.items()}
