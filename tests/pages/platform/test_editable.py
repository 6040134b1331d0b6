"""Data that a library brings itself: used in place of the program's, and told where it is wrong."""

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.errors import ConfigurationError
from generator.pages import routes
from generator.pages.platform.applications import application_pages
from generator.pages.platform.evaluation import evaluation_view
from generator.pages.platform.forms import forms
from generator.pages.platform.questionnaire import questionnaire
from generator.publication.forms.making import blank_documents
from tests.pages import toy

STRINGS = Path(__file__).parents[3] / "generator/strings/zh"


def own(name: str, old: str, new: str) -> str:
    source = (STRINGS / f"{name}.toml").read_text(encoding="utf-8")
    assert old in source
    return source.replace(old, new, 1)


def test_the_questionnaire_of_the_library_takes_the_place_of_the_programs() -> None:
    mine = own("evaluation", "version = 1", "version = 7")
    assert evaluation_view(toy.inputs(questionnaire=mine)).version == 7
    assert evaluation_view(toy.inputs()).version == questionnaire().version == 1


def test_the_forms_of_the_library_take_the_place_of_the_programs() -> None:
    mine = own("application_forms", 'slug = "visit"', 'slug = "seeing"')
    uris = {page.uri for page in application_pages(toy.inputs(forms=mine))}
    assert {f"{routes.service('application')}{slug}/" for slug in ("seeing", "import")} <= uris
    assert not any("visit" in uri for uri in uris)
    assert routes.form_document("seeing") in blank_documents(mine)
    assert routes.form_document("visit") in blank_documents()


@pytest.mark.parametrize("read", [questionnaire, forms])
def test_what_is_no_toml_is_told_with_its_line(read: Callable[[str], object]) -> None:
    with pytest.raises(ConfigurationError, match=r"docs/services/\w+\.toml:2:\d+: 写法有误"):
        read('version = 1\nlevels = ["a\n')
    with pytest.raises(ConfigurationError, match=r"\.toml:2:1: 写法有误"):
        read("version = 1\n[")


def test_what_is_not_said_is_told_with_its_name() -> None:
    with pytest.raises(ConfigurationError, match=r"evaluation\.toml 有误：dimensions"):
        questionnaire("version = 1\n")
