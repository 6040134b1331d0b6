"""Manuscripts by hand, and what a deck says."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any, Final

from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.util import Pt

from generator.library.case import Indicator
from generator.library.lifecycle import Direction
from generator.library.paper import PaperRule
from generator.pages.indicators import indicator_table
from generator.publication.blocks.place import Place
from generator.publication.blocks.reading import read_body
from generator.publication.blocks.tree import Paragraph, Text
from generator.publication.manuscripts.chapter import Chapter, Imprint
from generator.publication.manuscripts.slides import SlidesManuscript, charts_of
from generator.publication.slides.deck import write_slides
from generator.publication.slides.fitting import lines_of
from generator.rendering.markdown import render

PICTURES: Final = Path(__file__).resolve().parent.parent / "sampler"
ADDRESS: Final = "https://example.org/cases/2022-101/"
IMPRINT: Final = Imprint("示例标杆库", "https://example.org/", "zh-Hans")
_LISTED: Final = (PP_PLACEHOLDER.BODY, PP_PLACEHOLDER.OBJECT)
"""Placeholders whose text has bullets."""
_FILES: Final = {f"cases/2022-101/{path.name}": path for path in PICTURES.iterdir()}


_STEP: Final = "第一句说做什么。第二句说怎么做[^a]。第三句说结果。第四句留在备注里。"
TEXT: Final = f"""\
## 企业概况

示例阀门是虚构的企业。

## 实施过程

### 先测准

{_STEP}

![不良率的变化](bars.svg)

### 再控制

三条边界：

- **温度**：不超过 80 ℃；
- **压力**：不超过 32 MPa。

表：量具校准结果

| 量具 | 校准前 | 校准后 |
| --- | ---: | ---: |
| 千分尺 | 0.012 | 0.004 |

### 后固化

以 $C_{{pk}}$ 为准的句子不上幻灯片。

写入控制计划。

## 实施成效

不良率降低一半。

[^a]: 脚注说明怎么做。
"""
INDICATORS: Final = (
    Indicator(
        name="不良率",
        unit="PPM",
        values={2021: 98, 2019: 412, 2020: 236},
        industry_average=350,
        industry_best=90,
        rank=2,
        direction=Direction.LOWER,
        note="出厂检验",
    ),
    Indicator(name="=HYPERLINK(1)", unit="%", values={2020: 98.1, 2021: 99.6}),
)


def chapter(markdown: str) -> Chapter:
    body = render(markdown, first_line=1, publish=lambda target: target, numbered=True)
    return Chapter(
        number="2022-101",
        title="构建零缺陷质量管理模式的实践",
        byline="示例阀门有限公司",
        mark="演示材料：企业与数据均为虚构",
        summary_heading="摘要",
        summary=(Paragraph((Text("三年来不良率降低一半。"),)),),
        body=read_body(body, Place("cases/2022-101/", "https://example.org/", _FILES)),
        appendix=(),
        colophon=((Text("示例标杆库 · 编号 2022-101"),),),
        address=ADDRESS,
        paper=PaperRule(),
        issued_on="2022-10-20",
    )


def manuscript(markdown: str = "", indicators: tuple[Indicator, ...] = ()) -> SlidesManuscript:
    return SlidesManuscript(
        chapter=chapter(markdown),
        facts=(("年度", "2022 年"),),
        charts=tuple(charts_of(indicators)),
        table=indicator_table(indicators),
        honours=(),
        videos=(),
        citation="示例阀门有限公司. 构建零缺陷质量管理模式的实践[EB/OL]. (2022-10-20).",
    )


def retitled(title: str, *, address: str = ADDRESS) -> SlidesManuscript:
    made = manuscript("## 实施过程\n\n先测准，再控制。")
    return replace(made, chapter=replace(made.chapter, title=title, address=address))


def deck(made: SlidesManuscript) -> Any:
    return Presentation(BytesIO(write_slides(made, IMPRINT)))


def shown(slide: Any) -> list[str]:
    """Give the texts of a slide's shapes and of its tables' cells."""
    found = [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
    for shape in slide.shapes:
        if shape.has_table:
            found += [cell.text for row in shape.table.rows for cell in row.cells]
    return found


def titles(deck: Any) -> list[str]:
    return [slide.shapes.title.text_frame.text for slide in deck.slides]


def notes(slide: Any) -> str:
    if not slide.has_notes_slide:
        return ""
    text: str = slide.notes_slide.notes_text_frame.text
    return text


def overflowing(deck: Any) -> list[str]:
    """Name the boxes whose text is higher than they are, or that leave the slide."""
    found = []
    for number, slide in enumerate(deck.slides, start=1):
        for shape in slide.shapes:
            over = shape.left + shape.width > deck.slide_width
            under = shape.top + shape.height > deck.slide_height
            if over or under or min(shape.left, shape.top) < 0:
                found.append(f"{number}: {shape.name} leaves the slide")
            if shape.has_text_frame and _height(shape) > shape.height + Pt(1):
                found.append(f"{number}: {shape.name} {shape.text_frame.text[:20]}")
    return found


def _height(shape: Any) -> float:
    height = 0.0
    for paragraph in shape.text_frame.paragraphs:
        if not paragraph.runs or paragraph.line_spacing is None:
            continue
        size = max(run.font.size for run in paragraph.runs).pt
        properties = paragraph._p.pPr
        is_listed = shape.is_placeholder and shape.placeholder_format.type in _LISTED
        flush = properties is not None and properties.get("marL") == "0"
        indent = 28 * (paragraph.level + 1) if is_listed and not flush else 0
        lines = lines_of(paragraph.text, size, shape.width / Pt(1) - indent)
        height += lines * paragraph.line_spacing + (paragraph.space_after or 0)
    return height
