"""What the editions call a focus area or a recommender."""

from generator.catalogue.dimensions import Dimension
from generator.pages.focus_area import FocusAreaView, focus_area_view
from generator.pages.inputs import Inputs
from generator.pages.recommender import RecommenderView, recommender_view
from generator.pages.term import term_parts
from generator.strings import text
from tests.pages import toy
from tests.pages.rendering import render


def focus_area(inputs: Inputs, slug: str) -> FocusAreaView:
    entry = inputs.entries[Dimension.FOCUS_AREA][slug]
    return focus_area_view(inputs, entry, next(iter(term_parts(inputs, entry))))


def recommender(inputs: Inputs, slug: str) -> RecommenderView:
    entry = inputs.entries[Dimension.RECOMMENDER][slug]
    return recommender_view(inputs, entry, next(iter(term_parts(inputs, entry))))


def test_a_focus_area_quotes_every_round_that_named_it() -> None:
    page = focus_area(toy.inputs(), "digital")
    (wording,) = page.wordings
    assert (wording.label, wording.quote, wording.number, wording.level) == (
        "Dig",
        "As is",
        "1",
        "",
    )
    assert wording.year == text("pages.format.year", year=2022)
    assert wording.edition.uri == "years/2022/#edition-2022"


def test_a_recommender_lists_its_printed_names_with_their_place_in_the_list() -> None:
    page = recommender(toy.inputs(), "mech")
    assert [(name.label, name.number) for name in page.names] == [("Printed", "1")]
    shown = render(toy.planned()["recommenders/mech/"])
    assert text("pages.term.printed") in shown
    assert "<b>Printed</b>" in shown
