"""What is recognised is what the sanitiser would give, byte by byte; all else goes to it."""

import re
from unittest.mock import patch
from urllib.parse import quote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.library.body import Body
from generator.rendering import markdown as rendering
from generator.rendering.footnotes import mark_footnotes
from generator.rendering.options import clean_source, has_html, to_html, without_idle
from generator.rendering.recognising import recognised
from generator.rendering.sanitising import SCHEMES, sanitise
from tests.rendering.test_attacks import ATTACKS

PIECES = st.sampled_from(
    [
        *"*_`[]()<>!#|-=~$^:&;\"'\\/ 甲乙“”（，ax1\n\n\n",
        *(
            "\n\n",
            "\n- ",
            "\n  - ",
            "\n1. ",
            "\n3. ",
            "\n    ",
            "\n> ",
            "\n> - ",
            "\n# ",
            "\n## 一、",
        ),
        *("**", "~~", "  \n", "\\\n", "---\n", "```\n", "\n```yaml\n", "\n```x\n", "$x$", "$$\n"),
        *("\n|a|b|\n|:-:|--|\n|1|2|\n", "\n> |a|\n> |-|\n> |", "\n表：x\n", "\n: ", "甲\n\n: 乙"),
        *(
            "[^1]",
            "[^2]",
            "[^a:b]",
            "\n[^1]: ",
            "\n[^2]: ",
            "\n- [^1]: ",
            "\n\n    [^2]: ",
            "[a[^1]](b)",
        ),
        *("\n> [!NOTE]\n> ", "\n> [!TIP] x", "\n- > [!CAUTION]\n  > ", "![", "](x.png)", "](a.md)"),
        *(
            "](http://a.cn/x?y=1&z)",
            "](https://a.b)",
            "](http://)",
            "](http://a.xn--0.cn)",
            "](//h)",
        ),
        *(
            "](http://1.2.3.4.5)",
            "](javascript:x)",
            "](data:x)",
            "](mailto:x@y.z)",
            "](a:b)",
            "](a'b)",
        ),
        *(
            "](#fn-1)",
            "](<a b>)",
            "[![x](y.png)](z)",
            ' "t&lt;")',
            " 't\"t')",
            "\n[r]: http://a.cn 'x'\n",
        ),
        *(
            "&lt;",
            "&amp;",
            "&quot;",
            "&#106;",
            "&nbsp;",
            "\xa0",
            "&#13;",
            "&#0;",
            "&#128;",
            "&Tab;",
        ),
        *(
            "\0",
            "\f",
            "\v",
            "\x01",
            "\x7f",
            "\x85",
            "\u2028",
            "\ufeff",
            "\ufffe",
            "\r",
            "\t",
            "\ud800",
        ),
        *(
            "< b",
            "<1",
            "<=",
            "<\n",
            'data-sourcepos="1:1"',
            ' id="fnref-1" data-footnote-ref>',
            " />",
        ),
    ]
)
MARKUP = st.lists(PIECES, max_size=50).map("".join)
_START_TAG = re.compile(r"<[a-z][^>]*>")

ORDINARY = [
    "甲**乙**，*丙*，~~丁~~，`戊`，“己”。",
    "# 甲\n\n## 乙\n\n###### 丙\n\n---\n\n甲  \n乙\\\n丙",
    "他说 \"好\" 和 '行'，A & B，1 < 2 > 0，&quot;&nbsp;\xa0&copy;",
    "- 甲\n  - 乙\n\n    丙\n- 丁\n\n3. 甲\n4. 乙\n\n> 甲\n> > 乙",
    "表：指标\n\n| 甲 | 乙 | 丙 |\n|:-:|--|-:|\n| 1 | **2** | `3` |\n",
    "术语\n\n: 定义\n\n  > 引\n",
    "甲[^1]乙[^注]丙[^1]\n\n[^1]: 注\n\n    - 项\n\n[^注]: 注[^1]\n",
    "> [!NOTE]\n> 甲\n\n> [!WARNING] 自定 &lt;b&gt;\n> 乙",
    "$x<y$ 与\n\n$$\ny & z\n$$\n",
    "```yaml\na: 1 < 2\n```\n\n    缩进 <\n",
    "![图1 说明](2022-001/a.png)\n\n![](b.png '题')\n",
    "[甲](../2022/2022-001.md#节 '题') [乙][r]\n\n[r]: b.md\n",
    "[甲](https://www.example.org.cn/a?b=1&c=2#d)",
    "[![图](a.png)](b.md) [**粗**](//host/x) [](x)",
]
"""Without HTML and without anything odd: what nearly every body is made of."""

ODD = [
    "[甲](javascript:x)",
    "[甲](mailto:a@b.c)",
    "[甲](http://)",
    "![甲](data:image/png;base64,x)",
    "[甲](a'b)",
    '![甲"乙](x.png)',
    "甲&#13;乙",
    "```x\n甲\n```",
    "[甲[^1]](x)\n\n[^1]: 注",
    "[^1]\n\n- [^1]: 注\n- 乙",
    "[^1][^2]\n\n[^1]: [^2]: 注",
    "[^1][^2]\n\n[^1]: 注\n\n    [^2]: 注",
]
"""Only the sanitiser can tell what becomes of these."""

FOREIGN = [
    "<script>",
    "<p onclick=x>",
    '<p class="x">',
    '<p id="x">',
    "<p >",
    "<P>",
    "<main>",
    "</main>",
    "<!-- x -->",
    "<?x?>",
    "<",
    '<a href="javascript:x">x</a>',
    '<a href="JAVASCRIPT:x">x</a>',
    '<a href="vbscript:x">x</a>',
    '<a href="\x01javascript:x">x</a>',
    '<a href="java\tscript:x">x</a>',
    '<a href="javascript&#58;x">x</a>',
    '<a href="javascript&colon;x">x</a>',
    '<a href="java&Tab;script&colon;x">x</a>',
    '<a href="data:text/html,x">x</a>',
    '<a href="x" onclick="y">x</a>',
    '<a href="x"onclick=y>x</a>',
    "<a href=x>x</a>",
    '<a href="x">x',
    '<a href="x"><a href="y">x</a></a>',
    '<a href="https://a.cn@b.cn">x</a>',
    '<a href="https://xn--a.cn">x</a>',
    '<a href="https://a.cn:99999">x</a>',
    '<a href="https://1.2.3.4.5/">x</a>',
    '<a href="https:\\\\a.cn">x</a>',
    '<a href="#fn-1" class="x">x</a>',
    '<img src="javascript:x" alt="">',
    '<img src="x" alt="" onerror="x">',
    '<img src="x" alt="&quot;">',
    '<code class="language-x">',
    '<ol start="x">',
    '<th align="x">',
    '<div class="markdown-alert markdown-alert-x" data-sourcepos="1:1-1:1">',
    '<h1 data-sourcepos="x">',
    '<span style="x">',
]


def parsed(source: str) -> str:
    """Give comrak's HTML as it comes to the sanitiser."""
    html = to_html(source, lambda address: quote(address, safe="-_.+!*(),%#@?=;:/$~&'"))
    return without_idle(mark_footnotes(html), by_hand=False)


def render(source: str) -> Body:
    return rendering.render(source, first_line=1, publish=lambda target: target, numbered=True)


def sanitised(source: str) -> Body:
    with patch.object(rendering, "recognised", lambda *_: None):
        return render(source)


def check(markdown: str) -> None:
    source = clean_source(markdown)
    if has_html(source):
        return
    html = parsed(source)
    known = recognised(html, source)
    assert known in (None, sanitise(html))
    assert render(markdown) == sanitised(markdown)


@settings(max_examples=600, deadline=None)
@given(MARKUP)
def test_markup_is_as_the_sanitiser_gives_it(markdown: str) -> None:
    check(markdown)


@settings(max_examples=150, deadline=None)
@given(st.text(st.characters(exclude_categories=()), max_size=200))
def test_text_is_as_the_sanitiser_gives_it(markdown: str) -> None:
    check(markdown)


@pytest.mark.parametrize("source", ORDINARY)
def test_ordinary_markdown_is_recognised(source: str) -> None:
    html = parsed(source)
    assert recognised(html, source) == sanitise(html)
    assert render(source) == sanitised(source)


def test_all_ordinary_markdown_together_is_recognised() -> None:
    source = "\n\n".join(ORDINARY) + "\n\n> " + "\n> ".join("\n".join(ORDINARY[:6]).split("\n"))
    html = parsed(source)
    assert recognised(html, source) == sanitise(html)


@pytest.mark.parametrize("source", ODD)
def test_odd_markdown_goes_to_the_sanitiser(source: str) -> None:
    assert not has_html(source)
    assert recognised(parsed(source), source) is None


@pytest.mark.parametrize("html", FOREIGN)
def test_what_the_parser_does_not_write_is_never_recognised(html: str) -> None:
    assert recognised(html, "") is None
    assert recognised(f"<p>甲{html}</p>", "") is None


@pytest.mark.parametrize("attack", ATTACKS, ids=[attack["name"] for attack in ATTACKS])
def test_of_a_recognised_attack_the_sanitiser_takes_nothing(attack: dict[str, str]) -> None:
    html = parsed(clean_source(attack["markdown"]))
    known = recognised(html, "")
    if known is not None:
        assert sorted(set(_START_TAG.findall(sanitise(html)))) == sorted(
            set(_START_TAG.findall(known))
        )
    check(attack["markdown"])


@pytest.mark.parametrize("depth", [10, 1_000])
def test_deep_nesting_is_as_the_sanitiser_gives_it(depth: int) -> None:
    for source in ("> " * depth + "甲", "- " * depth + "甲", "*甲 **乙 " * depth, "**甲" * depth):
        check(source)


def test_addresses_that_are_recognised_have_schemes_that_are_published() -> None:
    assert {"http", "https"} <= SCHEMES


@pytest.mark.parametrize(
    ("source", "there"),
    [
        ("1 < 2", False),
        ("a <\nb", False),
        ("&lt;b>", False),
        ("<b>", True),
        ("</b>", True),
        ("<!-- -->", True),
        ("<?x?>", True),
        ("<https://a.cn>", True),
        ("`<b>`", True),
    ],
)
def test_html_in_a_source(source: str, *, there: bool) -> None:
    assert has_html(source) is there


def test_html_that_is_overlooked_is_shown_as_text() -> None:
    with patch("generator.rendering.options.has_html", lambda _: False):
        assert "<script" not in to_html("甲<script>乙\n\n<script>\n", str)


def test_text_like_the_attributes_of_the_parser_stays() -> None:
    words = 'x data-footnotes> id="fnref-1" data-footnote-ref> aria-label="Back to reference 1" />'
    shown = words.replace(">", "&gt;")
    assert render(f"甲{words}").html == f"<p>甲{shown}</p>"
