"""The poster: a picture to share a case with, drawn by a script from the case's own page."""

from dataclasses import dataclass
from functools import partial
from typing import Final

from generator.pages import routes
from generator.pages.head import Head
from generator.pages.inputs import Inputs
from generator.pages.planned import Pages, PlannedPage
from generator.pages.platform.opening import opening
from generator.pages.platform.presentation import ways_to_a_case
from generator.pages.values import Link
from generator.strings import text

_NAME: Final = "poster"


@dataclass(frozen=True, slots=True)
class PosterView:
    """The page that draws a poster (template service-poster.html)."""

    head: Head
    title: str
    lead: str
    ways: tuple[Link, ...]
    """Where a case is chosen."""


def poster_pages(inputs: Inputs) -> Pages:
    """Plan the page that draws a poster."""
    title = text(f"pages.platform.{_NAME}.title")
    make = partial(poster_view, inputs)
    yield PlannedPage(routes.service(_NAME), "service-poster.html", title, make)


def poster_view(inputs: Inputs) -> PosterView:
    """Give the page that draws a poster."""
    begun = opening(inputs, _NAME)
    return PosterView(
        head=begun.head,
        title=begun.title,
        lead=begun.lead,
        ways=ways_to_a_case(),
    )
