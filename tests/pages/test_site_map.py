"""The map of the site for people."""

from generator.catalogue.dimensions import Dimension
from generator.pages import routes
from generator.pages.site_map import site_map_view
from tests.pages import toy


def test_the_map_names_every_column_and_every_term_but_enterprises() -> None:
    inputs = toy.inputs()
    view = site_map_view(inputs)
    named = {link.uri for group in view.groups for link in (group.link, *group.links)}
    named |= {link.uri for link in view.columns}
    for dimension in Dimension:
        assert routes.dimension(dimension) in named
        if dimension is not Dimension.ENTERPRISE:
            assert {link.uri for link in inputs.links[dimension].values()} <= named
    assert {routes.SEARCH, routes.REVOCATIONS, "about/"} <= named


def test_everything_on_the_map_is_planned() -> None:
    pages = toy.planned()
    view = site_map_view(toy.inputs())
    for group in view.groups:
        for link in (group.link, *group.links):
            assert not link.uri or link.uri in pages, link
