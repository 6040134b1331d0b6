"""What is the same on every page."""

from generator.catalogue.dimensions import Dimension
from generator.pages import routes
from generator.pages.shell import fixed_footer, footer, navigation
from tests.pages import toy


def test_header_and_footer_lead_to_every_dimension_once() -> None:
    uris = [link.uri for link in (*navigation(), *fixed_footer())]
    assert len(set(uris)) == len(uris)
    assert {routes.dimension(name) for name in Dimension} <= set(uris)


def test_the_footer_names_the_hand_written_pages() -> None:
    added = footer(toy.library())[len(fixed_footer()) :]
    assert [(link.label, link.uri) for link in added] == [("About", "about/")]


def test_all_fixed_entries_are_planned() -> None:
    pages = toy.planned()
    assert {link.uri for link in (*navigation(), *footer(toy.library()))} <= set(pages)
