"""Links and images: where the page points, and what the rules are told."""

import pytest

from generator.library.body import Reference
from generator.rendering.markdown import render
from generator.rendering.sanitising import is_publishable, scheme_of
from tests.rendering.tools import body, html


def published(markdown: str) -> tuple[str, list[str]]:
    """Render with a publisher that puts `p/` before; give HTML and what it was asked."""
    asked: list[str] = []

    def publish(target: str) -> str | None:
        asked.append(target)
        return None if target.startswith("/") else f"p/{target}"

    return render(markdown, first_line=1, publish=publish).html, asked


@pytest.mark.parametrize(
    ("source", "address", "asked"),
    [
        ("[a](b.md)", "p/b.md", ["b.md"]),
        ("[a](图.md#锚)", "p/图.md#锚", ["图.md#锚"]),
        ("[a](<a b.md>)", "p/a b.md", ["a b.md"]),
        ("[a](a%20b.md)", "p/a%20b.md", ["a%20b.md"]),
        ("[a](x?y=1&z=2)", "p/x?y=1&amp;z=2", ["x?y=1&z=2"]),
        ("[a](/root)", "/root", ["/root"]),
        ("[a](#成效)", "#%E6%88%90%E6%95%88", []),
        ("[a][r]\n\n[r]: 文.md", "p/文.md", ["文.md"]),
        ("<a href='图.md'>a</a>", "p/图.md", ["图.md"]),
        ("<mailto:a@b.example>", "mailto:a@b.example", []),
    ],
)
def test_relative_address_is_published(source: str, address: str, asked: list[str]) -> None:
    rendered, questions = published(source)
    assert f'<a href="{address}">' in rendered
    assert questions == asked


@pytest.mark.parametrize("address", ["https://a.example/x", "HTTP://a.example", "//a.example/x"])
def test_external_link_tells_nothing_of_us(address: str) -> None:
    rendered, asked = published(f"[a]({address})")
    assert f'<a href="{address}" rel="noopener noreferrer">a</a>' in rendered
    assert asked == []


def test_unsafe_answer_of_the_publisher_is_not_taken() -> None:
    rendered = render("[a](b) ![c](d)", first_line=1, publish=lambda _: "java\nscript:x")
    assert '<a href="b">' in rendered.html
    assert 'src="d"' in rendered.html


def test_answer_of_the_publisher_is_escaped() -> None:
    rendered = render("[a](b)", first_line=1, publish=lambda _: '"><script>')
    assert rendered.html == '<p><a href="&quot;&gt;&lt;script&gt;">a</a></p>'


def test_links_are_told_as_written_with_line_and_column() -> None:
    text = "说明[链**接**](b.md)和<https://a.example>\n见[乙](<图 1.md>)\n\n- [丙](javascript:x)\n"
    assert body(text, first_line=11).links == (
        Reference("b.md", "链接", 11, 3),
        Reference("https://a.example", "https://a.example", 11, 18),
        Reference("图 1.md", "乙", 12, 2),
        Reference("javascript:x", "丙", 14, 3),
    )


def test_images_are_told_as_written_with_line_and_column() -> None:
    text = "![甲](a/图.svg)\n\n| 列 |\n|--|\n| ![](b%20c.png) |\n"
    assert body(text, first_line=5).images == (
        Reference("a/图.svg", "甲", 5, 1),
        Reference("b%20c.png", "", 9, 3),
    )


def test_raw_links_and_images_are_told_too() -> None:
    text = "甲\n\n`<a href=x>` <a title=t href='y&amp;z'>乙</a> <IMG SRC=q.png ALT=丙>\n"
    rendered = body(text)
    assert rendered.links == (Reference("y&z", "乙", 3, 14),)
    assert rendered.images == (Reference("q.png", "丙", 3, 46),)


def test_reference_definition_above_moves_no_line() -> None:
    text = "[r]: x.md\n甲 [乙](y.md) [r]\n"
    links = body(text).links
    assert [(link.target, link.line, link.column) for link in links] == [
        ("y.md", 2, 3),
        ("x.md", 2, 13),
    ]


def test_columns_count_characters_after_windows_line_ends() -> None:
    assert [(x.line, x.column) for x in body("质量\r\n\r\n管理𠀀[a](b)[c](d)\r\n").links] == [
        (3, 4),
        (3, 10),
    ]


def test_footnote_marks_are_no_links() -> None:
    assert body("甲[^1]\n\n[^1]: 注\n").links == ()


@pytest.mark.parametrize(
    "address",
    [
        "javascript:x",
        " JavaScript:x",
        "java\tscript:x",
        "\x01data:x",
        "vbscript:x",
        "file:///x",
        "x:y",
    ],
)
def test_unsafe_address(address: str) -> None:
    assert not is_publishable(address)


@pytest.mark.parametrize(
    "address", ["a/b.md", "#x", "?a:b", "./a:b", "https://x", "MAILTO:x", "质量:x", ""]
)
def test_publishable_address(address: str) -> None:
    assert is_publishable(address)


def test_scheme_is_read_as_a_lenient_browser_does() -> None:
    assert scheme_of("\x00 jAva\r\nscript:x") == "javascript"


def test_links_keep_titles_and_lose_targets() -> None:
    assert html("[a](b 'c')") == '<p><a href="b" title="c">a</a></p>'
    assert html("<a href=b target=_blank rel=opener>a</a>") == '<p><a href="b">a</a></p>'
