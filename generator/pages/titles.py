"""The titles of an enterprise that count, for its page, for the list and for their number."""

from dataclasses import dataclass

from generator.catalogue.terms import TermEntry
from generator.library.case import Case
from generator.library.library import Library


@dataclass(frozen=True, slots=True)
class Titles:
    """What an enterprise holds and what it lost; a fictional one holds only fictional titles."""

    held: tuple[Case, ...]
    """In catalogue order."""
    lost: tuple[Case, ...]
    """The newest revocation first."""
    is_real: bool
    """False: all its cases are fictional."""


def titles_of(library: Library, entry: TermEntry) -> Titles:
    """Give the titles of an enterprise that count, in O(its titles)."""
    known = [library.cases[case_id] for case_id in (*entry.case_ids, *entry.revoked_ids)]
    # A fictional title on a real firm's page gives that firm nothing and takes nothing from it.
    real = [case for case in known if not case.is_demonstration]
    counting = real or known
    return Titles(
        held=tuple(case for case in counting if case.is_listed),
        lost=tuple(case for case in counting if not case.is_listed),
        is_real=bool(real),
    )
