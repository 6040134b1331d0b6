"""Who may delete a comment is asked first, in the page's language."""

import json
from typing import Final

import pytest
from playwright.sync_api import Browser, expect

from generator.strings import text
from tests.browser.discussing import NEEDS, Server, block, dialogs, open_discussion
from tests.browser.visiting import visiting

pytestmark = pytest.mark.needs(*NEEDS)

CASE: Final = "2020-003"
"""One that no other test writes to: the server is that of the whole run."""
OFFICE: Final = {"type": "administrator", "objectId": "1", "token": "", "display_name": "x"}
"""As the client keeps who has logged in; to the server it is nobody, for it brings no token."""


def test_before_a_comment_is_deleted_the_page_asks_in_its_own_words(
    browser: Browser, discussed: str, discussion: Server
) -> None:
    discussion.post(CASE, "stays")
    with visiting(browser, discussed) as visit, dialogs(visit.page) as heard:
        page = visit.open(f"cases/{CASE}/")
        page.evaluate("user => localStorage.setItem('WALINE_USER', user)", json.dumps(OFFICE))
        open_discussion(page)
        button = block(page).get_by_role("button", name=text("pages.platform.discussion.remove"))
        for times in (1, 2):
            button.first.click()
            assert heard == [text("pages.platform.discussion.sure")] * times
        page.evaluate("confirm('another question')")
        assert heard[2:] == ["another question"]
        expect(block(page).get_by_text("stays").first).to_be_visible()
        assert [one.method for one in visit.requests if one.method == "DELETE"] == []
