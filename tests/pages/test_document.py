"""Hand-written pages: where they stand, what they say of themselves."""

import json
from dataclasses import replace

from generator.library.body import Body, Heading
from generator.library.document import Document, DocumentFrontMatter
from generator.pages.document import DocumentView, document_pages
from generator.pages.head import Article
from generator.pages.values import Link
from tests.pages import rendering, toy

BODY = Body(
    '<h2 id="a">A</h2><h2 id="b">B</h2>',
    (Heading(2, "A", "a", 5), Heading(2, "B", "b", 7)),
)


def views(*paths: str, description: str = "") -> dict[str, DocumentView]:
    """Make the pages of documents whose titles are their paths, by address."""
    documents = {
        path: Document(path, DocumentFrontMatter(title=path, description=description), BODY)
        for path in paths
    }
    made = {}
    for page in document_pages(toy.inputs(replace(toy.library(), documents=documents))):
        view = page.make()
        assert isinstance(view, DocumentView)
        made[page.uri] = view
    return made


def test_a_page_of_the_guide_stands_below_the_guide() -> None:
    made = views("docs/guide/index.md", "docs/guide/case.md", "docs/about.md")
    assert made["guide/case/"].head.crumbs == (Link("docs/guide/index.md", "guide/"),)
    assert made["guide/"].head.crumbs == ()
    assert made["about/"].head.crumbs == ()


def test_a_folder_without_a_page_is_no_step_of_the_way() -> None:
    made = views("docs/a/b/c.md", "docs/a/b/index.md")
    assert made["a/b/c/"].head.crumbs == (Link("docs/a/b/index.md", "a/b/"),)
    assert views("docs/a/b.md")["a/b/"].head.crumbs == ()


def test_it_says_to_machines_what_it_is() -> None:
    view = views("docs/guide/index.md", "docs/guide/case.md", description="How.")["guide/case/"]
    assert view.head.article == Article("docs/guide/case.md", "", "")
    way, page = json.loads(view.head.structured)["@graph"]
    assert [step["name"] for step in way["itemListElement"]][1:] == [
        "docs/guide/index.md",
        "docs/guide/case.md",
    ]
    assert (page["@type"], page["name"], page["description"]) == (
        "WebPage",
        "docs/guide/case.md",
        "How.",
    )


def test_the_page_shows_title_lead_contents_and_text() -> None:
    page = toy.planned()["about/"]
    shown = rendering.render(replace(page, make=lambda: views("docs/x.md", description="L")["x/"]))
    assert '<h1>docs/x.md</h1>\n<p class="lead">L</p>' in shown
    assert '<a href="#b">B</a>' in shown
    assert '<h2 id="a">A</h2><h2 id="b">B</h2>' in shown


def test_without_description_there_is_no_lead() -> None:
    page = toy.planned()["about/"]
    shown = rendering.render(replace(page, make=lambda: views("docs/x.md")["x/"]))
    assert 'class="lead"' not in shown
