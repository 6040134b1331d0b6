"""What pages offer to take away: what the settings ask for, and nothing of what is not made."""

from dataclasses import replace

import pytest

from generator.catalogue.catalogue import Catalogue
from generator.pages.downloads import (
    DATA_FILES,
    FORMS,
    book_downloads,
    case_downloads,
    document_downloads,
    handout_downloads,
    list_downloads,
    notice_downloads,
)
from generator.pages.inputs import Inputs
from generator.publication.making.beside import PLANS
from generator.publication.opendata.make import DATA
from tests.toy import library as toy


@pytest.fixture(scope="module")
def inputs() -> Inputs:
    library = toy.read_at(toy.GOOD).library
    everything = tuple(f"{what}.{form}" for what, forms in FORMS.items() for form in forms)
    config = replace(toy.config(toy.GOOD), documents=everything)
    return Inputs.of(library, Catalogue.of(library), config)


def without(inputs: Inputs) -> Inputs:
    return replace(inputs, config=replace(inputs.config, documents=()))


def test_a_case_with_a_text_is_offered_in_every_form(inputs: Inputs) -> None:
    case = next(one for one in inputs.catalogue.cases if not one.body.is_empty)
    links = case_downloads(inputs, case)
    assert [link.uri for link in links] == [
        f"cases/{case.id}/{case.id}.{form}" for form in FORMS["case"]
    ]
    assert not case_downloads(without(inputs), case)


def test_a_case_without_one_and_an_unlisted_case_are_not(inputs: Inputs) -> None:
    others = [
        case for case in inputs.library.cases.values() if case.body.is_empty or not case.is_listed
    ]
    assert {case.is_listed for case in others} == {True, False}
    assert not any(case_downloads(inputs, case) for case in others)


def test_only_a_session_has_a_handout(inputs: Inputs) -> None:
    for notice in inputs.library.notices.values():
        assert len(notice_downloads(inputs, notice)) == len(FORMS["notice"])
        count = len(FORMS["handout"]) if notice.front.session else 0
        assert len(handout_downloads(inputs, notice)) == count


def test_lists_and_books_of_what_the_library_holds(inputs: Inputs) -> None:
    edition = inputs.library.editions[next(iter(inputs.library.editions))]
    assert len(list_downloads(inputs, edition, is_empty=False)) == len(FORMS["list"])
    assert not list_downloads(inputs, edition, is_empty=True)
    texts = [case.id for case in inputs.catalogue.cases if not case.body.is_empty]
    empty = [case.id for case in inputs.catalogue.cases if case.body.is_empty]
    assert len(book_downloads(inputs, "2022", [*empty, *texts])) == len(FORMS["book"])
    assert not book_downloads(inputs, "2022", empty)


def test_the_page_of_the_open_data_offers_its_files(inputs: Inputs) -> None:
    links = document_downloads(inputs, "docs/opendata.md")
    assert [link.label for link in links] == list(DATA)
    assert not document_downloads(inputs, "docs/about.md")


def test_every_kind_has_a_plan_and_every_form_a_file() -> None:
    assert PLANS.keys() == FORMS.keys()
    assert tuple(DATA_FILES) == FORMS["data"]
    assert set(DATA_FILES.values()) == set(DATA)
