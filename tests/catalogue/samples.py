"""Libraries made in memory, without files and without validation."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from generator.library.case import Case, CaseFrontMatter, Revocation
from generator.library.edition import Announced, AnnouncedGroup, Edition
from generator.library.ids import CaseId, EditionId, NoticeId
from generator.library.library import Library
from generator.library.lifecycle import NoticeKind, RevocationGround, Status
from generator.library.notice import Notice, NoticeFrontMatter
from generator.library.vocabulary import Term, Vocabularies, Vocabulary, VocabularyName


def case(case_id: str, **values: Any) -> Case:
    """Make an approved case; slugs and front matter keys are told apart by name."""
    edition = case_id.rpartition("-")[0]
    slugs = {
        key: values.pop(key)
        for key in ("fields", "methods", "recommender", "region", "industry")
        if key in values
    }
    front = {"year": int(case_id[:4]), "enterprise": "Firm " + case_id, "status": Status.APPROVED}
    return Case(
        CaseId(case_id),
        EditionId(edition),
        f"cases/{edition}/{case_id}.md",
        CaseFrontMatter(**{**front, **values}),
        **slugs,
    )


def revoked(case_id: str, on: date, **values: Any) -> Case:
    """Make a revoked case."""
    ending = Revocation(revoked_on=on, ground=RevocationGround.FRAUD, notice="2023-x")
    return case(case_id, status=Status.REVOKED, revocation=ending, **values)


def notice(notice_id: str, kind: NoticeKind = NoticeKind.RESULT, **values: Any) -> Notice:
    """Make a notice."""
    front = NoticeFrontMatter(kind=kind, title=notice_id, **values)
    return Notice(NoticeId(notice_id), f"notices/{notice_id}.md", front)


def edition(
    edition_id: str, groups: Mapping[str, int | None] | None = None, **values: Any
) -> Edition:
    """Make an edition, announced when groups are given."""
    announced = groups and Announced(
        total=sum(count or 0 for count in groups.values()),
        groups=tuple(AnnouncedGroup(label=key, count=count) for key, count in groups.items()),
    )
    basics = {"id": edition_id, "year": int(edition_id[:4]), "title": edition_id}
    return Edition(**{**basics, "announced": announced or None, **values})


def vocabularies(**terms: Iterable[Term]) -> Vocabularies:
    """Make vocabularies; those not named are empty."""
    return {
        name: Vocabulary(name=name, terms=tuple(terms.get(name.name.lower(), ())))
        for name in VocabularyName
    }


def library(
    cases: Iterable[Case] = (),
    notices: Iterable[Notice] = (),
    editions: Iterable[Edition] = (),
    words: Vocabularies | None = None,
) -> Library:
    """Make a library."""
    return Library(
        {item.id: item for item in cases},
        {item.id: item for item in notices},
        {EditionId(item.id): item for item in editions},
        words if words is not None else vocabularies(),
        {},
    )


FIELDS = [f"field-{number}" for number in range(10)]
METHODS = [f"method-{number}" for number in range(30)]
INDUSTRIES = [f"{number:02}" for number in range(1, 41)]
REGIONS = [f"region-{number}" for number in range(36)]


def synthetic(count: int) -> Library:
    """Make a deterministic library of `count` cases with three to nine terms each."""
    cases = []
    for number in range(count):
        year = 2012 + number % 13
        case_id = f"{year}-{number:05}"
        front = CaseFrontMatter.model_construct(
            year=year,
            enterprise=f"Firm {number * 7 % (count * 3 // 4 or 1)}",
            status=Status.APPROVED,
        )
        cases.append(
            Case(
                CaseId(case_id),
                EditionId(str(year)),
                f"cases/{year}/{case_id}.md",
                front,
                fields=tuple(dict.fromkeys((FIELDS[number % 10], FIELDS[number * 3 % 10]))),
                methods=tuple(dict.fromkeys((METHODS[number % 30], METHODS[number * 11 % 30]))),
                recommender=f"recommender-{number % 49}",
                region=REGIONS[number * 5 % 36],
                industry=INDUSTRIES[number * 13 % 40],
            )
        )
    words = vocabularies(
        focus_areas=[Term(slug=slug, label=slug) for slug in FIELDS],
        methods=[Term(slug=slug, label=slug) for slug in METHODS],
        regions=[Term(slug=slug, label=slug, parent="region-0") for slug in REGIONS],
    )
    editions = [edition(str(year)) for year in range(2012, 2025)]
    return library(cases, (), editions, words)
