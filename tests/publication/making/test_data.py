"""Which files of the open data an edit makes again."""

from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

import pytest

from generator.digests import FileDigests
from generator.library.body import Body
from generator.pages.downloads import DATA_FILES
from generator.pages.inputs import Inputs
from generator.publication.making.data import data_product
from generator.publication.making.desk import Desk
from tests.publication.sheets.samples import good_inputs


@pytest.fixture(scope="module")
def inputs(tmp_path_factory: pytest.TempPathFactory) -> Inputs:
    return good_inputs(tmp_path_factory.mktemp("toy") / "good")


def keys(inputs: Inputs) -> dict[str, bytes]:
    """Give the key of each file; the facts of the library are held to be the same."""
    desk = Desk(inputs, {}, b"facts", FileDigests(Path(), {}, 0))
    return {form: data_product(desk, form).key for form in DATA_FILES}


def edited(inputs: Inputs, body: Body) -> Inputs:
    """Give the library with another text of its first case that has one."""
    library = inputs.library
    case = next(case for case in library.cases.values() if not case.body.is_empty)
    cases = {**library.cases, case.id: replace(case, body=body)}
    return replace(inputs, library=replace(library, cases=MappingProxyType(cases)))


def test_another_text_makes_the_database_alone_anew(inputs: Inputs) -> None:
    before, now = keys(inputs), keys(edited(inputs, Body("<p>x</p>")))
    assert {form for form in now if now[form] != before[form]} == {"sqlite"}


def test_a_text_that_goes_makes_all_anew(inputs: Inputs) -> None:
    before, now = keys(inputs), keys(edited(inputs, Body("")))
    assert {form for form in now if now[form] != before[form]} == set(DATA_FILES)
