"""The discussion on a case's page: where it is, and what it says before the click."""

from dataclasses import replace

import html5lib

from generator.pages.platform.discussion import ClientFiles, Discussion, discussion_on
from generator.pages.shell import SiteView, policy
from generator.strings import text
from tests.pages import toy
from tests.pages.rendering import render, shell
from tests.safety import unsafe_things

CASE = "cases/2022-001/"
REVOKED = "cases/2022-009/"
SERVER = "https://discuss.example.org:8443/waline"
HOST = "discuss.example.org:8443"
CLIENT = ClientFiles("9.8.7", "assets/w.js", "assets/w.css", "assets/own.css?v=1", "assets/w.txt")


def site(server: str = SERVER) -> SiteView:
    own = (("discussion", "assets/service-discussion.js?v=1"), ("other", "assets/other.js"))
    return replace(shell(), discussion=discussion_on(server, CLIENT), services=own)


def test_it_names_the_host_before_anything_is_asked_of_it() -> None:
    made: Discussion = discussion_on(SERVER, CLIENT)
    assert made.server == SERVER
    assert HOST in made.lead
    assert HOST in made.to_open
    assert "9.8.7" in made.software


def test_the_page_of_a_case_has_it_under_the_permanent_id() -> None:
    shown = render(toy.planned()[CASE], site())
    tree = html5lib.parse(shown, namespaceHTMLElements=False)
    (block,) = [one for one in tree.iter("section") if one.get("id") == "discussion"]
    assert block.get("data-discussion") == SERVER
    assert block.get("data-case") == "2022-001"
    assert block.get("data-script") == "../../assets/w.js"
    assert block.get("data-sheets") == "../../assets/w.css ../../assets/own.css?v=1"
    assert {"needs-js", "screen-only"} <= set((block.get("class") or "").split())
    said = "".join(block.itertext())
    assert discussion_on(SERVER, CLIENT).lead in said
    assert discussion_on(SERVER, CLIENT).to_open in said
    loaded = [one.get("src") for one in tree.iter("script") if one.get("src")]
    assert "../../assets/service-discussion.js?v=1" in loaded
    assert "../../assets/other.js" not in loaded
    assert "../../assets/w.js" not in loaded
    assert 'href="../../assets/w.css"' not in shown


def test_a_revoked_case_has_none() -> None:
    assert "discussion" not in render(toy.planned()[REVOKED], site())


def test_a_site_without_a_server_has_none_and_loads_nothing() -> None:
    bare = replace(site(), discussion=None)
    pages = toy.planned()
    for uri in (CASE, REVOKED, "", "cases/"):
        assert "discussion" not in render(pages[uri], bare), uri


def test_no_other_page_loads_it() -> None:
    pages = toy.planned()
    assert [u for u in ("", "cases/", "years/") if "discussion" in render(pages[u], site())] == []


def test_nothing_that_an_operator_types_can_execute() -> None:
    hostile = "https://a.example/\"'><script>alert(1)</script>"
    assert unsafe_things(render(toy.planned()[CASE], site(hostile)), shell=True) == []


def test_the_policy_allows_this_host_to_be_asked_and_nothing_else() -> None:
    allowed = policy((SERVER,))
    assert f"connect-src 'self' https://{HOST};" in allowed
    assert allowed.replace(f" https://{HOST}", "") == policy(())
    assert "img-src 'self' data:;" in allowed


def test_it_says_that_what_is_written_is_kept_elsewhere() -> None:
    assert "{host}" in text("pages.platform.discussion.lead", host="{host}")
    for key in ("failed", "unsent", "waiting", "login", "old"):
        assert text(f"pages.platform.discussion.{key}").endswith("。")
