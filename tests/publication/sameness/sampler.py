"""A chapter by hand whose body shows every feature of the dialect."""

from pathlib import Path
from typing import Final

from generator.library.body import Body
from generator.library.paper import PaperRule
from generator.publication.blocks.place import Place
from generator.publication.blocks.reading import read_body
from generator.publication.blocks.tree import (
    Alignment,
    Cell,
    Heading,
    Link,
    ListBlock,
    Paragraph,
    Table,
    Text,
)
from generator.publication.manuscripts.chapter import Chapter, Imprint
from generator.rendering.markdown import render

HERE: Final = Path(__file__).resolve().parent.parent
SITE: Final = "https://example.org/lib/"
PAGE: Final = "cases/2022-001/"
IMPRINT: Final = Imprint("示例经验库", SITE, "zh-Hans")
FILES: Final = {f"{PAGE}sampler/{path.name}": path for path in (HERE / "sampler").iterdir()}


def body(markdown: str = "") -> Body:
    """Render the sampler, or other Markdown, as a case is rendered."""
    markdown = markdown or (HERE / "sampler.md").read_text(encoding="utf-8")
    return render(markdown, first_line=1, publish=lambda _: None, numbered=True)


def chapter(markdown: str = "") -> Chapter:
    """Give the sampler, or other Markdown, as a chapter."""
    cell = Cell((Paragraph((Text("合格率"),)),))
    number = Cell((Paragraph((Text("98.8"),)),), alignment=Alignment.RIGHT)
    address = f"{SITE}{PAGE}"
    return Chapter(
        number="2022-001",
        title="写法样张：每一种写法都在这里",
        byline="示例样张有限公司",
        mark="演示：虚构的案例",
        summary_heading="摘要",
        summary=(Paragraph((Text("样张的摘要。"),)), Paragraph((Text("摘要的第二段。"),))),
        body=read_body(body(markdown), Place(PAGE, SITE, FILES)),
        appendix=(
            Heading(2, "", (Text("三年数据"),), "indicators"),
            Table(2, (), ((cell, number),)),
            Heading(2, "", (Text("荣誉"),), "honours"),
            ListBlock(((Paragraph((Text("示例省质量奖（虚构）"),)),),)),
        ),
        colophon=(
            (Text("示例经验库 2022-001"),),
            (Text("地址："), Link(address, (Text(address),))),
        ),
        address=address,
        paper=PaperRule(),
        issued_on="2022-10-20",
        methods=("统计过程控制",),
        year=2022,
    )
