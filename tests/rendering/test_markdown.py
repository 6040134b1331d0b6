"""The whole way: dialect, empty bodies, bodies made to break it."""

import pytest

from generator.library.body import EMPTY_BODY
from tests.rendering.tools import body, html
from tests.safety import unsafe_things


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("**质量管理（试行）**的", "<strong>质量管理（试行）</strong>的"),
        ("**“零缺陷”**管理", "<strong>“零缺陷”</strong>管理"),
        ("推行**“零缺陷”**管理", "推行<strong>“零缺陷”</strong>管理"),
        ("~~旧~~新", "<del>旧</del>新"),
        ("A &amp; B < C", "A &amp; B &lt; C"),
    ],
)
def test_inline(source: str, shown: str) -> None:
    assert html(source) == f"<p>{shown}</p>"


def test_description_list() -> None:
    assert html("术语\n\n: 定义") == "<dl>\n<dt>术语</dt>\n<dd>\n<p>定义</p>\n</dd>\n</dl>"


def test_known_language_of_code_is_kept() -> None:
    assert html("```yaml\na: 1\n```") == ('<pre><code class="language-yaml">a: 1\n</code></pre>')


@pytest.mark.parametrize("source", ["", " \n\t\n", "\u3000\n"])
def test_blank_body_is_the_empty_body(source: str) -> None:
    assert body(source) is EMPTY_BODY


def test_comment_alone_leaves_an_empty_body() -> None:
    assert body("<!-- 备注 -->\n").is_empty


def test_lone_surrogates_and_nulls_are_replaced() -> None:
    assert html("甲\ud800乙\0丙") == "<p>甲\ufffd乙\ufffd丙</p>"


def test_own_attributes_typed_by_an_author_mean_nothing() -> None:
    rendered = body('<h2 DATA-SourcePos="99:1-99:2">甲</h2>\n\n`data-sourcepos`\n')
    assert rendered.headings == ()
    assert "<h2>甲</h2>" in rendered.html


def test_author_cannot_leave_the_body() -> None:
    assert unsafe_things(html("</div></main></body></html>\n\n甲")) == []


def test_broken_table_keeps_all_elements_closed() -> None:
    rendered = html("<table><tr><td>\n\n## 甲\n\n> [!NOTE]\n> $x$[^1]\n\n[^1]: 注\n")
    assert "data-" not in rendered
    assert unsafe_things(rendered) == []


@pytest.mark.parametrize(
    "source",
    [
        "> " * 10_000 + "甲",
        "- " * 10_000 + "甲",
        "[" * 10_000 + "甲" + "]" * 10_000,
        "*甲 **乙 " * 10_000,
        "*" * 10_000 + "甲" + "*" * 10_000,
        "![" * 10_000,
        "[甲](" * 10_000,
        "<div>" * 10_000,
        "<b>" * 10_000,
        "<!--" * 10_000,
        '<a "' * 10_000,
        "<script>" * 10_000,
        "<b " + "x " * 10_000 + ">",
        "> [!NOTE]\n" * 10_000,
        "`" * 10_000,
        "$" * 10_000,
        "|" * 10_000 + "\n" + "|-" * 10_000,
        "甲\n**乙**\n" * 10_000,
        "[a](b) " * 10_000,
        "甲[a](b)" * 10_000,
        "# 甲\n" * 10_000,
        "表：x\n\n|a|\n|-|\n\n" * 2_000,
        "甲" * 10_000_000,
        "\0" * 10_000,
    ],
    ids=lambda source: repr(source[:12]),
)
def test_bodies_made_to_break_the_renderer(source: str) -> None:
    rendered = body(source)
    assert isinstance(rendered.html, str)
    assert "data-sourcepos" not in rendered.html


def test_formatting_that_is_never_closed_does_not_multiply() -> None:
    source = "".join(f"<b title={n}>" for n in range(1000)) + "\n\n> 甲\n" * 1000
    assert len(html(source)) < 40 * len(source)


def test_same_source_gives_the_same_body() -> None:
    source = "## 甲\n\n![乙](x.svg) <i id=x class=y>丙</i>[^1]\n\n[^1]: 注\n"
    assert body(source) == body(source)
