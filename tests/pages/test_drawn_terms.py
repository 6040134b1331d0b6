"""Terms as charts draw them."""

from generator.catalogue.dimensions import Dimension
from generator.pages import routes
from generator.pages.drawn_terms import href, region_tiles
from generator.pages.values import Link
from tests.pages import toy


def test_a_mark_leads_from_the_depth_of_its_page_and_nowhere_without_a_link() -> None:
    link = Link("A", "regions/a/")
    assert href(routes.HOME, link) == "regions/a/"
    assert href(routes.STATISTICS, link) == "../regions/a/"
    assert href("methods/spc/", link) == "../../regions/a/"
    assert href("methods/spc/", Link("A")) == ""


def test_every_region_with_a_page_is_a_tile_with_its_numbers() -> None:
    inputs = toy.inputs()
    tiles = region_tiles(inputs, routes.STATISTICS, "Title", "Description")
    entries = inputs.entries[Dimension.REGION]
    assert tiles.slugs == tuple(entries)
    assert "<title>Title</title><desc>Description</desc>" in str(tiles)
    for slug, tile in zip(tiles.slugs, tiles.bars, strict=True):
        counted = entries[slug].counted
        assert (tile.real, tile.demonstration) == (counted.real, counted.demonstration)
        assert tile.href == f"../regions/{slug}/"
