"""Whatever an author wrote, the tree says what the page says."""

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.publication.blocks.plain import plain_text
from generator.publication.blocks.tree import Table
from generator.publication.blocks.walking import every_block
from generator.rendering.sanitising import TAGS
from tests.publication.blocks.grids import adds_up
from tests.publication.blocks.tools import html, read, shown, without_space

_TAGS = sorted(TAGS)
_OPENED = st.sampled_from([f"<{tag}>" for tag in _TAGS])
_CLOSED = st.sampled_from([f"</{tag}>" for tag in _TAGS])
_PIECES = st.sampled_from(
    [
        *"*_`[]()<>!#|-=~$^:&;\"'\\/\n\n\n 甲乙丙",
        *("\n\n", "\n> ", "\n- ", "\n1. ", "\n# ", "\n## 一、", "\n: ", "```\n", "$$", "$x$"),
        *("[^1]", "[^2]", "\n\n[^1]: ", "\n\n[^2]: 注", "![图](a.png)", "![没有](b.png)"),
        *("[x](#图1)", "[x](../y/)", "| a | b |\n|---|---|\n| c | d |\n", "\n\n表：题\n\n"),
        *("\n> [!NOTE]\n> ", "&nbsp;", "&lt;", "\u3000", "\u2028", "\x01", "\r\n", "<!--"),
        *("<td colspan=2>", "<td rowspan=0>", "<th rowspan=3 colspan=9>", "<ol start=7 type=a>"),
        *("<ol reversed>", "<li value=4>", '<a href="x">', '<img src="a.png" alt=b>'),
        *('<sup class="footnote-ref">', '<section class="footnotes">', '<a href="#fn-1">1</a>'),
    ]
)
SOUP = st.lists(st.one_of(_PIECES, _OPENED, _CLOSED, st.text(max_size=2)), max_size=40)


def check(markdown: str) -> None:
    page = html(markdown)
    tree = read(markdown)
    said = without_space(plain_text(tree.blocks, tree.notes))
    assert said == shown(page)
    for block in every_block((*tree.blocks, *(one for note in tree.notes for one in note))):
        if isinstance(block, Table):
            assert adds_up(block)


@settings(max_examples=400, deadline=None)
@given(SOUP.map("".join))
def test_soup(markdown: str) -> None:
    check(markdown)
