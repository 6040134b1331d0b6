"""Terms as charts draw them: their numbers of cases, and the way from a page to their pages."""

from generator.catalogue.dimensions import Dimension
from generator.charts.drawing import Tiles
from generator.charts.values import Bar
from generator.pages import routes
from generator.pages.inputs import Inputs
from generator.pages.values import Link


def href(here: str, link: Link) -> str:
    """Give the address of a link as the page `here` writes it; "" for a link without one."""
    return routes.root_from(here) + link.uri if link.uri else ""


def region_tiles(inputs: Inputs, here: str, title: str, description: str) -> Tiles:
    """Give the regions as the map of tiles on the page `here`."""
    entries = inputs.entries[Dimension.REGION]
    bars = tuple(
        Bar(
            entry.label,
            entry.counted.real,
            entry.counted.demonstration,
            href(here, inputs.term(Dimension.REGION, slug)),
        )
        for slug, entry in entries.items()
    )
    return Tiles(title, description, tuple(entries), bars)
