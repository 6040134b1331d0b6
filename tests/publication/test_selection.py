"""Which cases a selection means, by the names that people type."""

import pytest

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.dimensions import Dimension
from generator.errors import BiaoganError
from generator.pages.inputs import Inputs
from generator.publication.selection import Selection, labels_of, select
from tests.toy import library as toy


@pytest.fixture(scope="module")
def inputs() -> Inputs:
    library = toy.read_at(toy.GOOD).library
    return Inputs.of(library, Catalogue.of(library), toy.config(toy.GOOD))


def ids(inputs: Inputs, selection: Selection) -> set[str]:
    return {str(case.id) for case in select(inputs, selection)}


def test_all_are_the_listed_ones(inputs: Inputs) -> None:
    listed = {str(case.id) for case in inputs.library.cases.values() if case.is_listed}
    assert ids(inputs, Selection()) == listed
    assert len(listed) < len(inputs.library.cases), "the toy library has cases that are not listed"


def test_years_widen_and_kinds_narrow(inputs: Inputs) -> None:
    both = ids(inputs, Selection(years=(2020, 2022)))
    assert both == ids(inputs, Selection(years=(2020,))) | ids(inputs, Selection(years=(2022,)))
    method = inputs.library.cases[next(iter(inputs.catalogue.cases)).id].methods[0]
    narrowed = Selection(years=(2020, 2022), terms={Dimension.METHOD: (method,)})
    assert ids(inputs, narrowed) <= both


def test_a_term_is_found_by_label_slug_and_the_wording_of_an_edition(inputs: Inputs) -> None:
    edition = next(one for one in inputs.library.editions.values() if one.focus_areas)
    area = edition.focus_areas[0]
    by_slug = ids(inputs, Selection(terms={Dimension.FOCUS_AREA: (area.area,)}))
    by_wording = ids(inputs, Selection(terms={Dimension.FOCUS_AREA: (area.label,)}))
    label = inputs.term(Dimension.FOCUS_AREA, area.area).label
    by_label = ids(inputs, Selection(terms={Dimension.FOCUS_AREA: (label,)}))
    assert by_slug == by_wording == by_label != set()


def test_an_edition(inputs: Inputs) -> None:
    assert ids(inputs, Selection(editions=("2020",))) == {
        str(case.id) for case in inputs.catalogue.cases if case.edition == "2020"
    }


@pytest.mark.parametrize(
    ("selection", "words"),
    [
        (Selection(ids=("2022-999",)), ("2022-999", "案例")),
        (Selection(editions=("2O20",)), ("2O20", "2020")),
        (Selection(terms={Dimension.METHOD: ("不存在的方法",)}), ("不存在的方法", "方法")),
        (Selection(terms={Dimension.REGION: ("火星",)}), ("火星", "地区")),
    ],
)
def test_an_unknown_name_says_so(
    inputs: Inputs, selection: Selection, words: tuple[str, ...]
) -> None:
    with pytest.raises(BiaoganError) as caught:
        select(inputs, selection)
    assert all(word in str(caught.value) for word in words)


def test_an_unlisted_case_is_refused_by_name(inputs: Inputs) -> None:
    hidden = next(case for case in inputs.library.cases.values() if not case.is_listed)
    with pytest.raises(BiaoganError, match=str(hidden.id)):
        select(inputs, Selection(ids=(hidden.id,)))


def test_a_selection_in_words(inputs: Inputs) -> None:
    selection = Selection(years=(2022,), terms={Dimension.FOCUS_AREA: ("digitalization",)})
    label = inputs.term(Dimension.FOCUS_AREA, "digitalization").label
    assert labels_of(inputs, selection) == ("2022 年", label)
