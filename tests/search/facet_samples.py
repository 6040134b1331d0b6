"""A library with rich facets for the finder's tests, the same on every run."""

import random
from collections.abc import Mapping, Sequence
from typing import Final

from generator.library.body import Body
from generator.library.case import Case, Video
from generator.library.edition import Edition, PrintedRecommender
from generator.library.ids import EditionId
from generator.library.library import Library
from generator.library.lifecycle import Level, Status, VideoProvider
from generator.library.vocabulary import Term, Vocabulary, VocabularyName
from tests.pages.toy_cases import BODY, case

YEARS: Final = range(2012, 2024)
CITIES: Final = ("武汉", "宜昌", "Qingdao", "苏州", "R3", " 襄阳 ")
TITLES: Final = ("实施", "构建", "基于", "Apply", "ß", "龘", "质量\t管理", "two\nlines", "")


def tree(prefix: str, count: int) -> tuple[Term, ...]:
    """Make terms of which two of three stand below an earlier or a later one, three deep."""
    parents = {number: number // 3 for number in range(3, count)} | {1: count - 1}
    return tuple(
        Term(
            slug=f"{prefix}{number}",
            label=f"{prefix.upper()}{number}",
            aliases=(f"alias {prefix}{number}",) if number % 4 == 0 else (),
            parent=f"{prefix}{parents[number]}" if number in parents and number != 1 else "",
        )
        for number in range(count)
    )


VOCABULARIES: Final = {
    VocabularyName.FOCUS_AREAS: tree("f", 12),
    VocabularyName.METHODS: tree("m", 70),
    VocabularyName.RECOMMENDERS: tree("o", 60)[:3]
    + tuple(Term(slug=f"o{number}", label=f"O{number}") for number in range(3, 60)),
    VocabularyName.INDUSTRIES: tree("i", 97),
    VocabularyName.REGIONS: tree("r", 40),
}


def _some(chance: random.Random, prefix: str, count: int, most: int) -> tuple[str, ...]:
    return tuple(f"{prefix}{n}" for n in chance.sample(range(count), chance.randint(0, most)))


def _one(chance: random.Random, prefix: str, count: int) -> str:
    return f"{prefix}{chance.randrange(count)}" if chance.random() < 0.9 else ""


def sample(number: int) -> Case:
    """Make one case; every field may be missing."""
    chance = random.Random(f"facets-{number}")
    year = chance.choice(YEARS)
    edition = f"{year}-r{number % 3}" if number % 5 == 0 else str(year)
    firm = chance.randrange(300)
    level = chance.choice(list(Level)) if "-" in edition else Level.NATIONAL
    is_fictional = chance.random() < 0.1
    return case(
        f"{edition}-{'d' if is_fictional else ''}{number + 1:03}",
        BODY if chance.random() < 0.6 else Body(),
        title=chance.choice(TITLES) and f"{chance.choice(TITLES)}{chance.randrange(200)}",
        enterprise=f"Firm {firm}" if chance.random() < 0.9 else f"Former firm {firm}",
        enterprise_aliases=(f"Former firm {firm}",) if firm % 3 == 0 else (f"Short {firm}",),
        demonstration=is_fictional,
        level=level,
        city=chance.choice(CITIES) if chance.random() < 0.5 else "",
        videos=(Video(title="V", provider=VideoProvider.BILIBILI, id="BV1"),)
        if chance.random() < 0.2
        else (),
        status=chance.choices((Status.APPROVED, Status.DRAFT), (20, 1))[0],
        fields=_some(chance, "f", 12, 2),
        methods=_some(chance, "m", 70, 5),
        recommender=_one(chance, "o", 60),
        region=_one(chance, "r", 40),
        industry=_one(chance, "i", 97),
    )


def editions() -> Mapping[EditionId, Edition]:
    """Make the rounds of the odd years; each prints some offices in its own way."""
    return {
        EditionId(str(year)): Edition(
            id=str(year),
            year=year,
            title=f"Round {year}",
            recommenders=tuple(
                PrintedRecommender(number=n + 1, id=f"o{n}", printed=f"Office {n} of {year}")
                for n in range(0, 60, 7)
            ),
        )
        for year in YEARS
        if year % 2
    }


def sample_library(count: int = 1300) -> Library:
    """Make a library of so many cases, some of which are not listed."""
    cases: Sequence[Case] = [sample(number) for number in range(count)]
    return Library(
        {item.id: item for item in cases},
        {},
        editions(),
        {name: Vocabulary(name=name, terms=terms) for name, terms in VOCABULARIES.items()},
        {},
    )
