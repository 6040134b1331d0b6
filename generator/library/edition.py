"""An edition: one selection round of one programme, with the rules that its cases obey."""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property
from typing import Final

from pydantic import Field

from generator.library.case import Source
from generator.library.lifecycle import Level, NameRule
from generator.library.paper import PaperRule
from generator.library.record import Record
from generator.library.vocabulary import fold

EDITION_FILE: Final = "edition.yml"
"""Name of the file in a folder of cases that holds the edition's rules."""


class TitleRule(Record):
    """The rule for a case's title. What the documents do not say stays empty."""

    max_characters: int | None = Field(default=None, ge=1)
    """Limit of the title, as `count_title` counts."""
    enterprise: NameRule = NameRule.UNSTATED
    """Whether the title names the enterprise."""
    starts_with: tuple[str, ...] = ()
    """Words one of which begins the part after the enterprise's name: 实施, 构建, 基于."""
    ends_with: tuple[str, ...] = ()
    """Words one of which ends the title: 经验, 实践, 模式."""
    wording: str = ""
    """The naming formula, as printed."""
    example: str = ""
    """The example, as printed."""


class SectionRule(Record):
    """One section of the text."""

    title: str
    """Its heading, as printed in the edition's instructions."""
    aliases: tuple[str, ...] = ()
    """Other headings accepted for it."""
    max_characters: int | None = Field(default=None, ge=1)
    """Limit of the section, as `count_text` counts."""
    required: bool = True


class FocusAreaWording(Record):
    """A focus area in the words of this edition."""

    number: int = Field(ge=1)
    area: str
    """Slug of the permanent focus area."""
    label: str
    """Short name used in this edition's lists and forms."""
    wording: str = ""
    """The paragraph as printed."""


class VideoPartRule(Record):
    """One part of the video that a selected enterprise records."""

    title: str
    minutes: float = Field(gt=0)


class VideoRule(Record):
    """Parts and length of the video; all parts in this order."""

    total_minutes: float = Field(gt=0)
    parts: tuple[VideoPartRule, ...] = ()


class Quota(Record):
    """How many cases one recommender may recommend."""

    standard: int = Field(ge=1)
    with_own_programme: int | None = Field(default=None, ge=1)
    """For a recommender that runs its own benchmark programme."""


class PublicityRule(Record):
    """Length of the publicity period."""

    working_days: int = Field(ge=1)
    count_first_day: bool = False
    """True when the first day counts; the documents do not say, so we do not count it."""


class EditionDeadline(Record):
    """A deadline of the round."""

    on: date
    label: str


class PrintedRecommender(Record):
    """A recommender as this edition's list prints it."""

    number: int = Field(ge=1)
    id: str
    """Permanent slug in the recommenders' vocabulary."""
    printed: str
    """The name, letter for letter as printed."""


class AnnouncedGroup(Record):
    """One group of the result list."""

    label: str
    count: int | None = Field(default=None, ge=0)


class Announced(Record):
    """What the result announcement counted."""

    total: int = Field(ge=0)
    unit: str = ""
    """项 or 家企业, as printed."""
    groups: tuple[AnnouncedGroup, ...] = ()
    """The list's groups in their order."""


class Edition(Record):
    """The rules of one round. Empty means: the documents at hand do not say."""

    id: str = ""
    """Filled from the folder's name, never typed."""
    year: int = Field(ge=2000, le=2100)
    title: str
    """Name of the round, e.g. 2022 年全国质量标杆典型经验遴选."""
    level: Level = Level.NATIONAL
    region: str = ""
    """Slug of the region of a provincial programme; empty when the source names none."""
    issuer: str = ""
    """Who runs the round."""
    documents: tuple[str, ...] = ()
    """Document numbers that it rests on, as printed."""
    scope: str = ""
    """Who may apply, in our words."""
    title_rule: TitleRule = TitleRule()
    sections: tuple[SectionRule, ...] = ()
    """The text's structure; empty when not documented: then no section rule is checked."""
    paper: PaperRule | None = None
    """How the text is set on paper; empty when not documented."""
    focus_areas: tuple[FocusAreaWording, ...] = ()
    directions: tuple[str, ...] = ()
    """Choices of the application form, when they differ from the focus areas."""
    video: VideoRule | None = None
    quota: Quota | None = None
    publicity: PublicityRule | None = None
    deadlines: tuple[EditionDeadline, ...] = ()
    sessions_planned: int | None = Field(default=None, ge=0)
    recommenders: tuple[PrintedRecommender, ...] = ()
    announced: Announced | None = None
    sources: tuple[Source, ...] = ()
    notes: tuple[str, ...] = ()
    """What is uncertain, in our words."""
    schema_: str = Field(default="", alias="$schema")

    @cached_property
    def section_numbers(self) -> Mapping[str, int]:
        """Map every accepted heading of a section, folded, to the section's place."""
        return {
            fold(name): number
            for number, rule in enumerate(self.sections)
            for name in (rule.title, *rule.aliases)
        }

    @cached_property
    def printed_areas(self) -> "PrintedNames":
        """Map the focus areas' labels to their slugs."""
        return PrintedNames((item.label, item.area) for item in self.focus_areas)

    @cached_property
    def printed_recommenders(self) -> "PrintedNames":
        """Map the recommenders' printed names to their slugs."""
        return PrintedNames((item.printed, item.id) for item in self.recommenders)


class PrintedNames:
    """Names that an edition prints, with their slugs: looked up in every case of the edition."""

    def __init__(self, names: Iterable[tuple[str, str]]) -> None:
        """Take names and slugs in their order; the first of equal names wins."""
        pairs = [*names]
        self._exact = dict(reversed(pairs))
        self._folded = {fold(name): slug for name, slug in reversed(pairs)}

    def find(self, name: str) -> str:
        """Give the slug of a name, letter for letter or else folded, or ""."""
        return self._exact.get(name) or self._folded.get(fold(name), "")


def paper_of(edition: Edition, editions: Iterable[Edition]) -> PaperRule:
    """Give the rule for an edition's texts.

    Where its documents do not say: that of the newest edition before it that does, else of the
    oldest one after it, else the form of 2022.
    """
    if edition.paper:
        return edition.paper
    stated = sorted((one.year, one.id, one.paper) for one in editions if one.paper)
    before = [paper for year, _, paper in stated if year <= edition.year]
    rules = before[-1:] or [paper for _, _, paper in stated[:1]]
    return rules[0] if rules else PaperRule()
