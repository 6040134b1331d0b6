"""The page of all services, and the plan of each."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Final

from generator.pages import routes
from generator.pages.head import Head, head
from generator.pages.inputs import Inputs
from generator.pages.planned import Pages, PlannedPage
from generator.pages.platform.applications import application_pages
from generator.pages.platform.benchmarking import benchmarking_pages
from generator.pages.platform.compare import compare_pages
from generator.pages.platform.evaluation import evaluation_pages
from generator.pages.platform.learning import learning_pages
from generator.pages.platform.poster import poster_pages
from generator.pages.platform.presentation import presentation_pages
from generator.pages.platform.verification import verification_pages
from generator.pages.structured import Location
from generator.pages.values import Link
from generator.strings import text


@dataclass(frozen=True, slots=True)
class ServiceLine:
    """A service on the page of all."""

    link: Link
    lead: str
    """What it does, in a sentence."""


@dataclass(frozen=True, slots=True)
class HubView:
    """The page of all services (template platform.html)."""

    head: Head
    title: str
    lead: str
    services: tuple[ServiceLine, ...]


_SERVICES: Final[tuple[tuple[str, Callable[[Inputs], Pages]], ...]] = (
    ("compare", compare_pages),
    ("benchmarking", benchmarking_pages),
    ("evaluation", evaluation_pages),
    ("verification", verification_pages),
    ("learning", learning_pages),
    ("application", application_pages),
    ("presentation", presentation_pages),
    ("poster", poster_pages),
)
"""Name of each service, and what plans its pages."""


def platform_pages(inputs: Inputs) -> Pages:
    """Plan the page of all services, and those of each."""
    title = text("pages.platform.title")
    yield PlannedPage(routes.PLATFORM, "platform.html", title, partial(hub_view, inputs))
    for _, pages_of in _SERVICES:
        yield from pages_of(inputs)


def hub_view(inputs: Inputs) -> HubView:
    """Give the page of all services."""
    title, lead = text("pages.platform.title"), text("pages.platform.lead")
    return HubView(
        head=head(inputs, Location(routes.PLATFORM, title), lead),
        title=title,
        lead=lead,
        services=tuple(
            ServiceLine(
                Link(text(f"pages.platform.{name}.title"), routes.service(name)),
                text(f"pages.platform.{name}.lead"),
            )
            for name, _ in _SERVICES
        ),
    )
