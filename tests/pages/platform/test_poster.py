"""The page that draws a poster of a case."""

from dataclasses import replace

from generator.pages import routes
from generator.pages.shell import Account
from generator.strings import text
from tests.pages import toy
from tests.pages.rendering import render, shell

HERE = routes.service("poster")


def test_without_a_case_it_says_what_it_does_and_leads_to_the_cases() -> None:
    page = render(toy.planned()[HERE])
    assert text("pages.platform.poster.no_script") in page
    assert '<a href="../../cases/">' in page


def test_every_word_that_the_script_says_is_on_the_page() -> None:
    page = render(toy.planned()[HERE])
    for key in ("call", "read", "number", "named", "alt", "alt_bare", "long", "revoked", "unknown"):
        words = text(f"pages.platform.poster.{key}")
        assert f'data-{key.replace("_", "-")}="{words}"' in page
    assert f'data-mark="{text("pages.mark.before")}"' in page


def test_a_case_leads_to_its_poster() -> None:
    page = render(toy.planned()[routes.case(toy.case("2022-001").id)])
    assert f'"../../{HERE}?case=2022-001"' in page


ACCOUNT = Account("示例<协会>", "images/code%20a.png")
WITH_ACCOUNT = (routes.NOTICES, routes.SESSIONS, "cases/2022-001/", HERE, routes.HOME)


def test_the_official_account_stands_where_readers_share_and_follow() -> None:
    site = replace(shell(), account=ACCOUNT)
    pages = toy.planned()
    for uri in WITH_ACCOUNT:
        page = render(pages[uri], site)
        picture = f'src="{routes.root_from(uri)}images/code%20a.png"'
        # In the footer of every page, and once more where one follows or shares.
        assert page.count(picture) == (1 if uri == routes.HOME else 2)
        assert "示例&lt;协会&gt;" in page


def test_without_an_account_nothing_is_said_of_one() -> None:
    pages = toy.planned()
    for uri in WITH_ACCOUNT:
        assert text("pages.shell.account") not in render(pages[uri])
