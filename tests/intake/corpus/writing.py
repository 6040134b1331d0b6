"""Cases written by a seeded generator: the same seed gives the same case on every machine."""

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from tests.intake.corpus import phrases
from tests.intake.corpus.content import (
    Block,
    CaseContent,
    Cell,
    Heading,
    Paragraph,
    Span,
    Table,
    Way,
    plain,
)


@dataclass(frozen=True, slots=True)
class Order:
    """What case is wanted."""

    seed: int
    sentences: int = 5
    """Sentences of a paragraph; with 5 and 3 paragraphs a case has some 9,000 characters."""
    paragraphs: int = 3
    traps: bool = True
    fourth: bool = True
    """Whether there are headings of the fourth level."""
    extra: tuple[Block, ...] = ()
    """Blocks to put in, spread over the sections that tell of the work."""
    spaces: bool = False
    digits: bool = False
    """Whether some headings begin with a figure."""


@dataclass(slots=True)
class _Writer:
    """One case being written."""

    order: Order
    dice: random.Random = field(init=False)
    _used: dict[object, list[str]] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        self.dice = random.Random(self.order.seed)

    def next_of(self, pool: tuple[str, ...]) -> str:
        """Give one of a pool, none twice before all were used."""
        left = self._used.setdefault(pool, [])
        if not left:
            left += self.dice.sample(pool, len(pool))
        return left.pop()

    def sentence(self) -> str:
        """Give a sentence with its slots filled."""
        words = {name: self.next_of(pool) for name, pool in phrases.WORDS.items()}
        return self.next_of(phrases.SENTENCES).format(
            **words,
            数=self.dice.randint(12, 480),
            小=self.dice.randint(2, 9),
            百=f"{self.dice.uniform(91, 99.9):.1f}",
            年=self.dice.randint(2016, 2021),
        )

    def paragraph(self) -> Paragraph:
        """Give a paragraph, now and then one that begins in bold."""
        words = "".join(self.sentence() for _ in range(self.order.sentences))
        spans: tuple[Span, ...] = (Span(words),)
        if self.dice.random() < 0.15:
            spans = (Span(self.next_of(phrases.BOLD_LEADS), Way.BOLD), Span(words))
        return Paragraph(spans, spaces=self.order.spaces)

    def text(self) -> Iterator[Block]:
        """Yield the paragraphs under one heading, traps among them."""
        for _ in range(self.order.paragraphs):
            yield self.paragraph()
        if self.order.traps and self.dice.random() < 0.6:
            yield plain(self.next_of(phrases.TRAPS) + self.sentence())
        if self.order.traps and self.dice.random() < 0.25:
            yield plain(self.next_of(phrases.LEADS))
            yield from map(plain, phrases.TYPED_ITEMS)

    def section(self, title: str) -> Iterator[Block]:
        """Yield a section of the first level."""
        yield Heading(1, title)
        if title == "企业概况":
            yield self.paragraph()
            yield self.paragraph()
            return
        yield self.paragraph()
        for name in phrases.HEADINGS[title]:
            yield Heading(2, name)
            if title != "实施过程":
                yield self.paragraph()
            else:
                yield from self.work()

    def work(self) -> Iterator[Block]:
        """Yield what stands under one heading of the second level in 实施过程."""
        yield self.paragraph()
        for turn in range(2):
            pool = phrases.DIGITS if self.order.digits and turn else phrases.HEADINGS[3]
            yield Heading(3, self.next_of(pool))
            yield from self.text()
            if self.order.fourth and turn and self.dice.random() < 0.7:
                for _ in range(2):
                    yield Heading(4, self.next_of(phrases.HEADINGS[4]))
                    yield self.paragraph()


@cache
def written(order: Order) -> CaseContent:
    """Give the case that is wanted."""
    writer = _Writer(order)
    blocks = [block for title in phrases.HEADINGS[1] for block in writer.section(title)]
    places = [at + 1 for at, block in enumerate(blocks) if isinstance(block, Paragraph)][2:-1]
    step = max(1, len(places) // (len(order.extra) + 1))
    for number, block in reversed(list(enumerate(order.extra, start=1))):
        at = places[min(number * step, len(places) - 1)]
        blocks.insert(at, block)
    return CaseContent(
        phrases.TITLES[order.seed % len(phrases.TITLES)],
        phrases.ENTERPRISES[order.seed % len(phrases.ENTERPRISES)],
        tuple(blocks),
    )


def _row(*texts: str) -> tuple[Cell, ...]:
    return tuple(map(Cell, texts))


def simple_table(caption: str = "实施前后主要指标对比") -> Table:
    """Give a table without merged cells."""
    return Table(
        caption,
        (
            _row("指标", "单位", "2019年", "2020年", "2021年"),
            _row("一次交验合格率", "%", "96.2", "97.8", "99.1"),
            _row("质量损失率", "%", "1.42", "1.05", "0.68"),
            _row("客户投诉", "件", "38", "21", "9"),
        ),
    )


def wide_table(*, marks_header: bool = True) -> Table:
    """Give a table with two header rows, merged to the right and down."""
    head = (
        (
            Cell("产品", rows=2),
            Cell("国内市场占有率（%）", columns=3),
            Cell("客户满意度（分）", columns=2),
        ),
        _row("2019年", "2020年", "2021年", "自评", "第三方"),
    )
    body = (
        _row("高压柱塞泵", "21.3", "23.8", "27.4", "93.5", "92.8"),
        _row("多路换向阀", "15.0", "16.2", "18.9", "92.1", "91.6"),
        _row("液压马达", "8.7", "9.9", "12.3", "94.0", "93.3"),
    )
    return Table("主导产品市场表现", head + body, header_rows=2, marks_header=marks_header)


def deep_table(*, marks_header: bool = True) -> Table:
    """Give a table with merged cells in its body, a block of two by two, and an empty cell."""
    rows = (
        _row("阶段", "任务", "责任部门", "完成标志"),
        (Cell("策划", rows=2), *_row("确定目标", "质量管理部", "目标责任书")),
        _row("编制方案", "工艺技术部", "控制计划"),
        (Cell("实施", rows=3), *_row("数据采集", "信息中心", "")),
        (Cell("过程监控与异常处置\n（含关闭验证）", columns=2, rows=2), Cell("控制图")),
        (Cell("处置单"),),
        (Cell("评价", columns=3), Cell("年度评审报告")),
    )
    return Table("实施计划与责任分工", rows, marks_header=marks_header)
