"""What is the same on every page."""

import json
from dataclasses import replace

import pytest

from generator.catalogue.dimensions import Dimension
from generator.pages import routes
from generator.pages.shell import (
    Imprint,
    feedback_address,
    fixed_footer,
    footer,
    navigation,
    site_things,
)
from generator.strings import text
from tests.pages import toy
from tests.pages.rendering import render, shell


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


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("office@example.org", "mailto:office@example.org"),
        ("mailto:office@example.org", "mailto:office@example.org"),
        ("https://example.org/report", "https://example.org/report"),
        ("javascript:alert(1)", ""),
        ("mailto:a@example.org?bcc=b@example.org", ""),
        ("somewhere", ""),
    ],
)
def test_reports_go_to_a_mailbox_or_a_web_page(written: str, address: str) -> None:
    assert feedback_address(written) == address


def test_the_footer_states_what_is_set_and_nothing_else() -> None:
    full = render(toy.planned()["about/"], shell())
    for word in ("Supervisor", "Organizer", "Undertaker", "ICP", "Police", "Code"):
        assert full.count(word) >= 1, word
    bare = render(toy.planned()["about/"], replace(shell(), imprint=Imprint()))
    for key in ("supervisor", "organizer", "undertaker", "site_code", "feedback"):
        assert text(f"pages.shell.{key}") not in bare, key
    assert "beian" not in bare


def test_the_home_page_tells_machines_whose_site_it_is() -> None:
    said = site_things("Name", "https://example.org/", Imprint(organizer="Office"))
    site = json.loads(said)["@graph"][0]
    assert (site["@type"], site["publisher"]["name"]) == ("WebSite", "Office")
    assert site["potentialAction"]["target"].startswith("https://example.org/search/?q=")
    assert site_things("Name", "", Imprint()) == ""
