"""Which names mean one enterprise.

A name is folded (width, case, white space). Two names are one enterprise only when a case gives as
an alias exactly the full name that another case uses; likeness of names decides nothing.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.catalogue.dimensions import enterprise_slug
from generator.library.case import Case
from generator.library.ids import CaseId, case_sort_key
from generator.library.vocabulary import fold


@dataclass(frozen=True, slots=True)
class Enterprise:
    """One enterprise and the names under which the library knows it."""

    slug: str
    """Made from the full name of the oldest case, so a later case never moves the page."""
    name: str
    """The full name in the newest case."""
    other_names: tuple[str, ...]
    """Other full names and aliases, oldest case first."""
    former_slugs: tuple[str, ...]
    """Slugs of the other full names: addresses that must lead to this one."""


def enterprises_of(cases: Iterable[Case]) -> Mapping[CaseId, Enterprise]:
    """Map every case to its enterprise, in O(n log n)."""
    oldest_first = sorted(cases, key=lambda case: (case.front.year, case_sort_key(case.id)))
    folded = {case.id: fold(case.front.enterprise) for case in oldest_first}
    root_of = _joined(oldest_first, folded)
    members: dict[str, list[Case]] = {}
    for case in oldest_first:
        members.setdefault(root_of[folded[case.id]], []).append(case)
    found: dict[CaseId, Enterprise] = {}
    for group in members.values():
        enterprise = _enterprise(group)
        found.update((case.id, enterprise) for case in group)
    return found


def _joined(cases: list[Case], folded: Mapping[CaseId, str]) -> dict[str, str]:
    """Join names by union-find and give each name the root of its set."""
    parent = {name: name for name in folded.values()}

    def root(name: str) -> str:
        while parent[name] != name:
            parent[name] = parent[parent[name]]
            name = parent[name]
        return name

    for case in cases:
        for alias in map(fold, case.front.enterprise_aliases):
            if alias in parent:
                parent[root(alias)] = root(folded[case.id])
    return {name: root(name) for name in parent}


def _enterprise(oldest_first: list[Case]) -> Enterprise:
    full_names = [case.front.enterprise for case in oldest_first]
    name = full_names[-1]
    aliases = [alias for case in oldest_first for alias in case.front.enterprise_aliases]
    others = {fold(other): other for other in reversed([*full_names, *aliases])}
    others.pop(fold(name), None)
    slugs = list(dict.fromkeys(map(enterprise_slug, full_names)))
    return Enterprise(slugs[0], name, tuple(reversed(others.values())), tuple(slugs[1:]))
