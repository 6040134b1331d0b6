"""Recommenders (推荐单位): the edition's list and its quota."""

from collections import defaultdict
from collections.abc import Iterator

from generator.findings import Fault
from generator.library.case import Case
from generator.library.edition import Edition, Quota
from generator.library.library import Library
from generator.library.lifecycle import Status
from generator.library.rules.context import Context
from generator.library.rules.placing import at_key
from generator.library.vocabulary import VocabularyName

_KEY = ("recommender",)
_COUNTED = frozenset({Status.PUBLICITY, Status.APPROVED})


def check_recommender(case: Case, edition: Edition) -> Iterator[Fault]:
    """Let a case's recommender be on the list that its edition prints (附件《推荐单位名录》)."""
    if not case.recommender or not edition.recommenders:
        return
    if all(printed.id != case.recommender for printed in edition.recommenders):
        yield at_key(
            case.path,
            "recommender-not-in-edition",
            _KEY,
            name=case.front.recommender,
            edition=edition.title,
        )


def check_quotas(library: Library, context: Context) -> Iterator[Fault]:
    """Count what each recommender recommended in each edition, real and fictional cases apart.

    Sources: 2014 2-3家; 2022 中国质协字〔2022〕53号 and 2023 〔2023〕71号: 3项, 5项 for a
    recommender that runs its own programme. One fault a recommender, at the first case too many.
    """
    groups: dict[tuple[str, str, bool], list[Case]] = defaultdict(list)
    for case in library.cases.values():
        if case.recommender and case.front.status in _COUNTED:
            groups[case.edition, case.recommender, case.is_demonstration].append(case)
    for (_, slug, _), cases in groups.items():
        edition = context.editions.get(cases[0].edition)
        if edition and edition.quota and len(cases) > edition.quota.standard:
            yield _over_quota(cases, edition.quota, _name(slug, cases[0], context))


def _over_quota(cases: list[Case], quota: Quota, name: str) -> Fault:
    own = quota.with_own_programme
    bound = own if own is not None and len(cases) > own else quota.standard
    variant = "own" if own is not None and bound == quota.standard else ""
    return at_key(
        cases[bound].path,
        "recommender-quota",
        _KEY,
        name=name,
        count=len(cases),
        limit=bound,
        own=own or "",
        variant=variant,
    )


def _name(slug: str, case: Case, context: Context) -> str:
    vocabulary = context.vocabularies.get(VocabularyName.RECOMMENDERS)
    term = vocabulary.by_slug.get(slug) if vocabulary else None
    return term.label if term else case.front.recommender
