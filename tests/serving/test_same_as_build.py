"""What is served is what a build writes: every page, every file, byte for byte."""

from pathlib import Path
from urllib.parse import quote

from generator.pages import routes
from generator.serving import own_pages
from generator.serving.board import State
from tests.serving.tools import Running
from tests.site.tools import tree


def without_reload(html: str) -> str:
    """Take out what the preview adds."""
    first, link, rest = html.partition(f'<link rel="stylesheet" href="/{own_pages.STYLE}">')
    if not link:
        return html
    script, end, after = rest.partition("</script>\n")
    assert f'<script src="/{own_pages.SCRIPT}"' in script
    assert end
    return first + after


def test_every_file_of_a_build_is_served_with_its_bytes(looked_at: Running, built: Path) -> None:
    names = [name for name in tree(built) if not name.startswith((".", "search/"))]
    assert len(names) > 80
    for name in names:
        reply = looked_at.ask("/" + quote(name))
        written = (built / name).read_bytes()
        if name == routes.NOT_FOUND:
            continue  # shown at the root of the preview's host, see below
        served = without_reload(reply.text).encode() if name.endswith(".html") else reply.data
        assert (name, reply.status, served) == (name, 200, written)


def test_nothing_else_is_served(looked_at: Running, built: Path) -> None:
    written = {name.removesuffix("index.html") for name in tree(built)}
    state = looked_at.ask("/robots.txt")
    assert state.status == 200
    for name in ("mkdocs.yml", "cases/2020/2020-001.md", "scripts/boot.js", "styles/10-tokens.css"):
        assert name not in written
        assert looked_at.ask("/" + name).status == 404


def test_the_page_for_lost_addresses_stands_at_the_root(looked_at: Running, built: Path) -> None:
    reply = looked_at.ask("/no/such/页面/".replace("页面", quote("页面")))
    assert reply.status == 404
    assert without_reload(reply.text) == (built / routes.NOT_FOUND).read_text(encoding="utf-8")


def test_what_is_added_can_be_taken_out() -> None:
    html = "<html><head>\n</head><body></body></html>"
    added = own_pages.with_reload(html, State("a"))
    assert added != html
    assert without_reload(added) == html
