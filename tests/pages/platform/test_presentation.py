"""The page that shows a case in a room."""

from dataclasses import replace

from generator.library.body import Body
from generator.library.lifecycle import Status
from generator.pages import routes
from generator.pages.platform.presentation import presentation_view
from generator.strings import text
from tests.pages import toy
from tests.pages.rendering import render

HERE = routes.service("presentation")


def shown() -> str:
    return render(toy.planned()[HERE])


def test_without_a_case_it_says_what_it_does_and_leads_to_the_cases() -> None:
    page = shown()
    assert text("pages.platform.presentation.no_script") in page
    assert '<a href="../../cases/">' in page
    assert '<a href="../../search/">' in page


def test_every_key_is_told() -> None:
    view = presentation_view(toy.inputs())
    keys = " ".join(move.by for move in view.moves)
    for key in ("→", "←", "PageDown", "PageUp", "Home", "End", "O", "+", "Z", "F", "B", "Esc", "?"):
        assert key in keys
    assert all(move.does for move in view.moves)


def test_every_word_that_the_script_says_is_on_the_page() -> None:
    page = shown()
    for key in ("screen", "number", "revoked", "untold", "unknown", "failed", "unfull", "dark"):
        assert f'data-{key}="{text(f"pages.platform.presentation.{key}")}"' in page


def test_the_stage_is_hidden_until_there_is_something_to_show() -> None:
    assert 'class="stage" tabindex="-1"' in shown()
    assert shown().count("<h1") == 1


def test_only_cases_with_a_text_lead_to_it() -> None:
    address = f'"../../{HERE}?case=2022-001"'
    for case, leads in (
        (toy.case("2022-001"), True),
        (toy.case("2022-001", body=Body(html="")), False),
        (toy.case("2022-001", status=Status.REVOKED), False),
    ):
        held = replace(toy.library(), cases={case.id: case}, notices={})
        assert (address in render(toy.planned(held)[routes.case(case.id)])) is leads


def test_the_page_of_all_services_names_it() -> None:
    hub = render(toy.planned()[routes.PLATFORM])
    assert f'<a href="../{HERE}">{text("pages.platform.presentation.title")}</a>' in hub
