"""What can be done with a case: the services that its page leads to."""

from typing import Final

from generator.library.case import Case
from generator.pages import routes
from generator.pages.platform.benchmarking import benchmarking_with
from generator.pages.platform.compare import comparison_with
from generator.pages.values import Link
from generator.strings import text

_SERVICES: Final[tuple[str, ...]] = ("application", "presentation", "poster")
"""Services, besides the comparison, whose page takes a case by `?case=` and its id."""


def case_offers(case: Case) -> tuple[Link, ...]:
    """Give the services of a case with a text that is still recommended; none of another."""
    comparison = comparison_with(case)
    if not comparison:
        return ()
    return (
        Link(text("pages.platform.compare.add"), comparison),
        *_benchmarking(case),
        *(
            Link(text(f"pages.platform.{name}.offer"), f"{routes.service(name)}?case={case.id}")
            for name in _SERVICES
        ),
    )


def _benchmarking(case: Case) -> tuple[Link, ...]:
    """Give the way to one's own numbers beside those of the case's industry."""
    address = benchmarking_with(case)
    return (Link(text("pages.platform.benchmarking.offer"), address),) if address else ()
