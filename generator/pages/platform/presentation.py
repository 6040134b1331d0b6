"""The presentation: a case shown in a room, cut into screens by a script from its own page."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import Final

from generator.pages import routes
from generator.pages.head import Head
from generator.pages.inputs import Inputs
from generator.pages.planned import Pages, PlannedPage
from generator.pages.platform.opening import opening
from generator.pages.values import Link
from generator.strings import table, text

_NAME: Final = "presentation"


@dataclass(frozen=True, slots=True)
class Move:
    """A way to operate the presentation."""

    by: str
    """The keys, as they are written on keyboards."""
    does: str


@dataclass(frozen=True, slots=True)
class PresentationView:
    """The page that shows a case in a room (template service-presentation.html)."""

    head: Head
    title: str
    lead: str
    ways: tuple[Link, ...]
    """Where a case is chosen."""
    moves: tuple[Move, ...]


def presentation_pages(inputs: Inputs) -> Pages:
    """Plan the page that shows a case in a room."""
    title = text(f"pages.platform.{_NAME}.title")
    make = partial(presentation_view, inputs)
    yield PlannedPage(routes.service(_NAME), "service-presentation.html", title, make)


def presentation_view(inputs: Inputs) -> PresentationView:
    """Give the page that shows a case in a room."""
    begun = opening(inputs, _NAME)
    return PresentationView(
        head=begun.head,
        title=begun.title,
        lead=begun.lead,
        ways=ways_to_a_case(),
        moves=_moves(),
    )


def ways_to_a_case() -> tuple[Link, ...]:
    """Give where a reader finds the case that a service is to be used with."""
    return (
        Link(text("pages.navigation.cases"), routes.CASES),
        Link(text("pages.navigation.search"), routes.SEARCH),
    )


def _moves() -> tuple[Move, ...]:
    platform = table("pages")["platform"]
    assert isinstance(platform, Mapping)
    return tuple(Move(by, does) for by, does in platform[_NAME]["moves"])
