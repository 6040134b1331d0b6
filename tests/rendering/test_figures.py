"""Figures and tables with captions and numbers."""

import pytest

from generator.rendering.markdown import render
from tests.rendering.tools import html

TABLE = "\n\n| 甲 | 乙 |\n|:--|--:|\n| 1 | 2 |\n"


def test_lone_image_is_a_figure_with_the_caption_below() -> None:
    assert html("![组织架构](x.svg)") == (
        '<figure id="图1"><img src="x.svg" loading="lazy" alt="组织架构">'
        '<figcaption><span class="number">图1</span> 组织架构</figcaption></figure>'
    )


@pytest.mark.parametrize(
    "typed",
    ["图1 架构", "图 2-1：架构", "图3、架构", "图：架构", "Figure 4. 架构", "fig.5 架构", "架构"],
)
def test_typed_number_of_a_figure_is_ignored(typed: str) -> None:
    rendered = html(f"![{typed}](x.svg)")
    assert '<span class="number">图1</span> 架构<' in rendered
    assert 'alt="架构"' in rendered


def test_words_that_only_begin_alike_stay() -> None:
    assert "</span> 图书馆布局<" in html("![图书馆布局](x.svg)")


def test_figures_are_numbered_in_order() -> None:
    rendered = html("![甲](a.svg)\n\n> ![乙](b.svg)\n\n- ![丙](c.svg)\n\n  x\n")
    assert [f'id="图{n}"' in rendered for n in (1, 2, 3, 4)] == [True, True, True, False]


def test_image_without_description_has_no_number() -> None:
    rendered = html("![](x.svg)\n\n![乙](y.svg)")
    assert rendered.startswith('<figure><img src="x.svg" loading="lazy" alt=""></figure>')
    assert 'id="图1"' in rendered


@pytest.mark.parametrize(
    "text", ["见![甲](x.svg)", "![甲](x.svg)![乙](y.svg)", "[![甲](x.svg)](y.md)"]
)
def test_image_among_other_things_is_no_figure(text: str) -> None:
    assert "<figure" not in html(text)


@pytest.mark.parametrize(
    "typed",
    [
        "表：指标",
        "表1 指标",
        "表 2-1：指标",
        "**表1 指标**",
        "**表1** 指标",
        "Table: 指标",
        "table 3. 指标",
        "表一 指标",
    ],
)
def test_caption_paragraph_stands_above_its_table(typed: str) -> None:
    rendered = html(typed + TABLE)
    assert rendered.startswith(
        '<figure class="table" id="表1"><figcaption><span class="number">表1</span> 指标'
        '</figcaption><div class="scroll" tabindex="0" role="region" aria-label="表1 指标"><table>'
    )
    assert rendered.endswith("</table></div></figure>")
    assert rendered.count("指标") == 2


@pytest.mark.parametrize(
    "typed",
    ["表面处理如下", "表1显示了结果", "各项指标见表1", "表1 列出了全部指标：", "表：见下。"],
)
def test_sentence_before_a_table_is_no_caption(typed: str) -> None:
    rendered = html(typed + TABLE)
    assert rendered.startswith(f"<p>{typed}</p>")
    assert "figcaption" not in rendered
    assert 'aria-label="表格"' in rendered


def test_tables_are_numbered_apart_from_figures() -> None:
    rendered = html(f"![甲](x.svg)\n\n表：乙{TABLE}\n无题{TABLE}\n表5 丙{TABLE}")
    assert [part.split('"')[0] for part in rendered.split(' id="')[1:]] == ["图1", "表1", "表2"]


def test_caption_keeps_its_markup_and_its_label_is_plain() -> None:
    rendered = html(f'表：CO~~x~~ "引"&lt;b&gt;{TABLE}')
    assert '</span> CO<del>x</del> "引"&lt;b&gt;</figcaption>' in rendered
    assert 'aria-label="表1 COx &quot;引&quot;&lt;b&gt;"' in rendered


def test_raw_table_keeps_merged_cells_and_head() -> None:
    rendered = html(
        "表：合并\n\n<table><thead><tr><th scope=col colspan=2 align=center>甲</th></tr></thead>"
        "<tbody><tr><td rowspan=2>1</td><td>2</td></tr><tr><td>3</td></tr></tbody></table>\n"
    )
    assert '<th scope="col" colspan="2" align="center">甲</th>' in rendered
    assert '<td rowspan="2">1</td>' in rendered
    assert '<figure class="table" id="表1">' in rendered


def test_caption_of_a_raw_table_is_numbered() -> None:
    rendered = html("<table><caption>表9 成效</caption><tr><td>1</td></tr></table>")
    assert '<span class="number">表1</span> 成效</figcaption>' in rendered
    assert "<caption>" not in rendered


def test_table_in_a_table_is_wrapped_once() -> None:
    rendered = html("<table><tr><td><table><tr><td>1</td></tr></table></td></tr></table>")
    assert rendered.count('role="region"') == 1
    assert rendered.count("<table>") == 2


def test_aligned_columns() -> None:
    assert '<td align="right">2</td>' in html(TABLE.strip())


def test_figure_image_is_published() -> None:
    rendered = render("![甲](2022-d01/图.svg)", first_line=1, publish=lambda target: f"../{target}")
    assert '<img src="../2022-d01/图.svg" loading="lazy" alt="甲">' in rendered.html
