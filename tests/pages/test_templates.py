"""Templates: each has its view, every text is escaped, every link is relative."""

import ast
import gzip
import re
from collections.abc import Iterator
from pathlib import Path

import html5lib
import pytest

from generator.assets import read_assets
from generator.pages import routes
from generator.pages.planned import PlannedPage
from generator.strings import table
from generator.templates import FOOTER, HEADER
from tests.pages import toy
from tests.pages.rendering import THEME, environment, render, shell
from tests.safety import unsafe_things

URL = "https://example.org/biaogan/"
OUTSIDE = ("#", "https://", "mailto:")
HOSTILE = "\"'><script>alert(1)</script><img src=x onerror=alert(1)>{{ 7*7 }}]]>&lt;\u202e"
SHARED = {"base.html", "discussion.html", "finder.html", "head.html", "macros.html", HEADER, FOOTER}
"""Templates that no page names: the shell, its parts and the small pieces."""
UNREACHED = {"sitemap_index.html"}
"""Only a site of more than 50,000 pages has one; `test_plan` makes it."""
COMPOSED = re.compile(r"(?:alert|shade|line|end|said)-[a-z0-9]+")
"""Classes that our code composes: kinds of notes in Markdown, steps and numbers in charts."""
GENERATOR = THEME.parent / "generator"


def all_pages(word: str = "") -> dict[str, PlannedPage]:
    redirects = {"cases/old/": f"cases/new/{word}", "old.html": f"javascript:alert(1){word}"}
    return toy.planned(toy.library(word, redirects), site_url=URL)


def test_every_template_has_a_page_and_every_page_a_template() -> None:
    there = {path.name for path in THEME.glob("*.html")}
    used = {page.template for page in all_pages().values()}
    assert there - SHARED - UNREACHED == used


@pytest.mark.parametrize("word", ["", HOSTILE])
def test_nothing_that_a_record_says_can_execute(word: str) -> None:
    site = shell(word, URL)
    found = {
        uri: things
        for uri, page in all_pages(word).items()
        if routes.file_of(uri).endswith(".html")
        if (things := unsafe_things(render(page, site), shell=True))
    }
    assert found == {}


def test_hostile_text_is_shown_as_it_was_typed() -> None:
    page = all_pages(HOSTILE)["cases/2022-001/"]
    tree = html5lib.parse(render(page), namespaceHTMLElements=False)
    heading = tree.find(".//h1")
    assert heading is not None
    assert "".join(heading.itertext()) == f"Title{HOSTILE}"


def test_a_sitemap_and_robots_are_well_formed() -> None:
    pages = all_pages(HOSTILE)
    sitemap = html5lib.parse(render(pages["sitemap.xml"]), namespaceHTMLElements=False)
    locations = ["".join(node.itertext()) for node in sitemap.iter("loc")]
    assert f"{URL}cases/2022-001/" in locations
    assert f"{URL}404.html" not in locations
    assert f"Sitemap: {URL}sitemap.xml" in render(pages["robots.txt"])
    assert "Sitemap" not in render(toy.planned()["robots.txt"])


def test_the_body_of_a_case_is_not_escaped() -> None:
    assert '<h2 id="a">A</h2><p>text of the case</p>' in render(all_pages()["cases/2022-001/"])


def test_a_revoked_case_shows_no_text() -> None:
    shown = render(all_pages()["cases/2022-009/"])
    assert "text of the case" not in shown
    assert "forgotten summary" not in shown
    assert "2024-03-15" in shown


def test_links_of_the_lost_page_begin_at_the_root_of_the_server() -> None:
    tree = html5lib.parse(render(all_pages()["404.html"]), namespaceHTMLElements=False)
    addresses = [node.get("href", "") for node in tree.iter() if "href" in node.attrib]
    inside = [address for address in addresses if not address.startswith(OUTSIDE)]
    assert inside
    assert all(address.startswith("/biaogan/") for address in inside)


def test_every_other_link_is_relative_and_its_page_is_planned() -> None:
    pages = all_pages()
    known = {routes.file_of(uri) for uri in pages}
    for uri, page in pages.items():
        if uri in ("404.html", "old.html", "cases/old/") or not routes.file_of(uri).endswith(
            ".html"
        ):
            continue
        tree = html5lib.parse(render(page), namespaceHTMLElements=False)
        for node in tree.iter("a"):
            address = node.get("href", "").partition("#")[0].partition("?")[0]
            if not address or address.startswith(OUTSIDE) or address == "./":
                continue
            root = routes.root_from(uri)
            assert address.startswith(root or ("./", *"abcdefghijklmnopqrstuvwxyz")), (uri, address)
            there = address.removeprefix(root).removeprefix("./")
            is_file = there.endswith((".docx", ".mp4"))
            assert is_file or routes.file_of(there) in known, (uri, address)


def test_a_redirect_names_its_new_address_twice() -> None:
    shown = render(toy.planned()["cases/old/"])
    assert 'content="0; url=../../cases/2022-001/"' in shown
    assert '<a href="../../cases/2022-001/">' in shown


def test_every_page_declares_that_it_loads_nothing_foreign() -> None:
    policy = shell().policy
    assert "default-src 'none'" in policy
    assert "unsafe-inline" not in policy
    assert 'http-equiv="Content-Security-Policy"' in render(all_pages()[""])


def test_texts_have_no_name_that_a_mapping_has() -> None:
    taken = {name for name in dir(dict) if not name.startswith("_")}

    def names(node: object) -> set[str]:
        if not isinstance(node, dict):
            return set()
        return set(node).union(*(names(below) for below in node.values()))

    assert not names(dict(table("pages"))) & taken


def test_every_text_that_a_template_names_exists() -> None:
    for path in sorted(THEME.glob("*.html")):
        for key in re.findall(r"\bt\.([a-z_]+(?:\.[a-z_]+)*)", path.read_text(encoding="utf-8")):
            node: object = dict(table("pages"))
            for part in key.split("."):
                assert isinstance(node, dict), f"{path.name}: t.{key}"
                assert part in node, f"{path.name}: t.{key}"
                node = node[part]
            assert isinstance(node, str), f"{path.name}: t.{key}"


def test_templates_keep_to_what_minijinja_has() -> None:
    call = re.compile(r"\{[{%][^}%]*\w\.\w+\([^}%]*[}%]\}")
    for path in sorted(THEME.glob("*.html")):
        calls = call.findall(path.read_text(encoding="utf-8"))
        assert all(re.search(r"[ {][mf]\.", found) for found in calls), (path.name, calls)
        assert environment().get_template(path.name)


def _sheets() -> list[Path]:
    return sorted([*THEME.glob("styles/*.css"), *THEME.glob("services/*/*.css")])


def test_the_style_sheets_are_small_and_old_browsers_understand_them() -> None:
    sheets = _sheets()
    bundle = read_assets(THEME).style.content.encode()
    assert len(gzip.compress(bundle, mtime=0)) <= 24 * 1024
    for sheet in sheets:
        rules = re.sub(r"/\*.*?\*/", "", sheet.read_text(encoding="utf-8"), flags=re.DOTALL)
        new = (
            r":(?:is|where|has)\(|\binset\b\s*:|aspect-ratio|(?<![-\w])(?:clamp|min|max)\(|@import"
        )
        assert not re.findall(new, rules), sheet.name
        assert not re.findall(r"(?<![-\w])gap\s*:", rules), sheet.name


def _classes_written() -> Iterator[str]:
    """Give all that may be a class: in templates, in texts of scripts and of code that draws."""
    for path in THEME.glob("*.html"):
        source = path.read_text(encoding="utf-8")
        yield from re.findall(r'class="((?:\{[{%].*?[}%]\}|[^"{])*)"', source)
        yield from re.findall(r'"([a-z -]+)"\)', source)  # given to a macro
    for kind in ("scripts/*.js", "finder/*.js", "services/*/*.js"):
        for path in THEME.glob(kind):
            yield from re.findall(r'"([^"\n]*)"', path.read_text(encoding="utf-8"))
    for folder in ("charts", "pages", "rendering"):
        for path in (GENERATOR / folder).glob("*.py"):
            tree = ast.parse(path.read_bytes())
            said = {node.value for node in ast.walk(tree) if isinstance(node, ast.Expr)}
            for node in ast.walk(tree):
                if isinstance(node, ast.Constant) and node not in said:
                    yield str(node.value)


def test_every_class_of_the_style_sheets_is_written_somewhere() -> None:
    written = {word for text in _classes_written() for word in re.findall(r"[\w-]+", text)}
    dead = set()
    for sheet in _sheets():
        source = sheet.read_text(encoding="utf-8")
        rules = re.sub(r'/\*.*?\*/|"[^"\n]*"|url\([^)]*\)', "", source, flags=re.DOTALL)
        for selectors in re.findall(r"([^{};]*)\{", rules):
            names = re.findall(r"\.([a-z][\w-]*)", selectors)
            dead |= {(sheet.name, name) for name in names if name not in written}
    assert {name for name in dead if not COMPOSED.fullmatch(name[1])} == set()
