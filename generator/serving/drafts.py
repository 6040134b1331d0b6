"""Pages of cases that are not public yet: drafts, and cases in publicity.

They are planned from a second library in which these cases are approved, so that an editor sees
the page as it will be, with its real neighbours. Of this second site only those addresses are
shown that the real one has not; nothing of the real site knows of it, so no count changes.
"""

import copy
import threading
from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Final

from generator.catalogue.catalogue import Catalogue
from generator.config import Config
from generator.library.case import Case
from generator.library.ids import case_sort_key
from generator.library.library import Library
from generator.library.lifecycle import Status
from generator.pages import routes
from generator.pages.files import published_files
from generator.pages.plan import plan
from generator.pages.planned import PlannedPage

UNPUBLISHED: Final = frozenset({Status.DRAFT, Status.PUBLICITY})
"""The states in which a case has no page of its own in public."""


def unpublished(library: Library) -> tuple[Case, ...]:
    """Give the cases that have no public page yet, in the order of their ids."""
    return tuple(case for case in library.cases.values() if case.front.status in UNPUBLISHED)


def approved(case: Case) -> Case:
    """Give a case as if it were approved."""
    return replace(case, front=case.front.model_copy(update={"status": Status.APPROVED}))


def all_approved(library: Library) -> Library:
    """Give the library with all unpublished cases approved."""
    cases = dict(library.cases)
    cases.update((case.id, approved(case)) for case in unpublished(library))
    return replace(library, cases=MappingProxyType(cases))


def _order(case: Case) -> tuple[str, bool, int]:
    return case_sort_key(case.id)


@dataclass(frozen=True, slots=True)
class _Planned:
    pages: Mapping[str, PlannedPage]
    files: Mapping[str, str]


class Drafts:
    """The pages that only the preview has; planned when the first of them is asked for."""

    def __init__(self, library: Library, config: Config) -> None:
        self.cases = unpublished(library)
        self._library: Final = library
        self._config: Final = config
        self._planning: Final = threading.Lock()
        self._planned: _Planned | None = None
        self._fresh = _Planned({}, {})

    def with_page(self, case: Case, page: PlannedPage, files: Mapping[str, str]) -> "Drafts":
        """Give the same with the page of one case made anew, and the files that it names."""
        changed = copy.copy(self)
        others = (known for known in self.cases if known.id != case.id)
        changed.cases = tuple(sorted([*others, case], key=_order))
        changed._fresh = _Planned(  # noqa: SLF001 -- a copy of this one
            {**self._fresh.pages, page.uri: page}, {**self._fresh.files, **files}
        )
        return changed

    def case(self, uri: str) -> Case | None:
        """Give the unpublished case whose page stands at an address, as it is."""
        return next((case for case in self.cases if routes.case(case.id) == uri), None)

    def page(self, uri: str) -> PlannedPage | None:
        """Give a page that the real site has not; search engines are told to leave it out."""
        planned = self._fresh.pages.get(uri) or self._plan().pages.get(uri)
        return replace(planned, indexed=False) if planned else None

    def file(self, uri: str) -> str | None:
        """Give the path of a file beside these pages, relative to the root."""
        return self._fresh.files.get(uri) or self._plan().files.get(uri)

    def _plan(self) -> _Planned:
        with self._planning:
            if self._planned is None:
                self._planned = self._plan_all() if self.cases else _Planned({}, {})
            return self._planned

    def _plan_all(self) -> _Planned:
        library = all_approved(self._library)
        pages = plan(library, Catalogue.of(library), self._config)
        files = {file.uri: file.path for file in published_files(library)}
        return _Planned({page.uri: page for page in pages}, files)
