"""How the page of a service begins: its title, what it does, the way back to all services."""

from dataclasses import dataclass

from generator.pages import routes
from generator.pages.head import Head, head
from generator.pages.inputs import Inputs
from generator.pages.structured import Location
from generator.pages.values import Link
from generator.strings import text


@dataclass(frozen=True, slots=True)
class Opening:
    """What the page of every service has."""

    head: Head
    title: str
    lead: str


def opening(inputs: Inputs, name: str) -> Opening:
    """Give the beginning of a service's first page."""
    title, lead = text(f"pages.platform.{name}.title"), text(f"pages.platform.{name}.lead")
    here = Location(routes.service(name), title, (hub_link(),))
    return Opening(head(inputs, here, lead), title, lead)


def hub_link() -> Link:
    """Give the link to the page of all services."""
    return Link(text("pages.platform.title"), routes.PLATFORM)
