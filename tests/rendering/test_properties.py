"""Any text renders to a body that is safe and whose facts lie in the text."""

import re

import nh3
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.rendering.markdown import render
from generator.rendering.numbering import DEEPEST
from generator.rendering.sanitising import ATTRIBUTES, TAGS
from tests.safety import unsafe_things

PIECES = st.sampled_from(
    [
        *"*_`[]()<>!#|-=~$^:&;\"'\\/\n\n\n ",
        *("<b", "<p ", "<table>", "<td>", "</td>", "<a href=", "<img src=", "onerror=", "style="),
        *("javascript:", "data:", "x", "甲", "“", "”", "（", "）", "，", "\n\n", "\n> ", "\n- "),
        *("\n# ", "\n## 一、", "[^1]", "\n[^1]: ", "![", "](", "| a |\n|---|\n| ", "\n表："),
        *("> [!NOTE]\n> ", "$$", "<!--", "-->", "<script>", "</script>", "<svg>", "<math>"),
        *("<style>", "</style>", "&lt;", "&#106;", "&quot;", "```\n", "data-sourcepos=", "\r\n"),
        *("<h2 ", "</h2>", "<caption>", "<section class=footnotes>", "\0", "\ud800", "\u202e"),
    ]
)
MARKUP = st.lists(st.one_of(PIECES, st.text(max_size=3)), max_size=40).map("".join)
_TAG = re.compile(r"<[a-z][^>]*>|</[a-z][^>]*>")
OWN = {
    "*": {"class", "id", "role", "tabindex", "aria-label", "loading", "rel"},
}


def check(markdown: str) -> None:
    body = render(markdown, first_line=7, publish=lambda target: target)
    numbered = render(markdown, first_line=7, publish=lambda target: target, numbered=True)
    assert unsafe_things(body.html) == []
    assert unsafe_things(numbered.html) == []
    assert [s.characters for s in numbered.sections] == [s.characters for s in body.sections]
    assert all(section.characters <= section.most for section in numbered.sections)
    numbers = [heading.number for heading in numbered.headings if heading.level <= DEEPEST]
    assert all(numbers)
    assert numbered.html.count('<span class="number">') - body.html.count(
        '<span class="number">'
    ) == len(numbers)
    lines = markdown.replace("\r\n", "\n").replace("\r", "\n").count("\n") + 1
    places = [
        *((heading.line, 1) for heading in body.headings),
        *((link.line, link.column) for link in (*body.links, *body.images)),
        *((removal.line, removal.column) for removal in body.removals),
    ]
    assert all(7 <= line < 7 + lines and column >= 1 for line, column in places)
    anchors = [heading.anchor for heading in body.headings]
    assert len(set(anchors)) == len(anchors)


@settings(max_examples=400, deadline=None)
@given(MARKUP)
def test_markup(markdown: str) -> None:
    check(markdown)


@settings(max_examples=150, deadline=None)
@given(st.text(st.characters(exclude_categories=()), max_size=200))
def test_text(markdown: str) -> None:
    check(markdown)


@settings(max_examples=200, deadline=None)
@given(MARKUP)
def test_sanitising_again_takes_nothing_away(markdown: str) -> None:
    html = render(markdown, first_line=1, publish=lambda _: None, numbered=True).html
    names = {*ATTRIBUTES, *OWN}
    again = nh3.clean(
        html,
        tags=set(TAGS),
        attributes={name: set(ATTRIBUTES.get(name, ())) | OWN.get(name, set()) for name in names},
        url_schemes={"http", "https", "mailto"},
        link_rel=None,
    )
    # Not the same bytes: what an author's unclosed table pushed out of it is nested anew.
    assert sorted(set(_TAG.findall(again))) == sorted(set(_TAG.findall(html)))
    assert _TAG.sub("", again).split() == _TAG.sub("", html).split()
