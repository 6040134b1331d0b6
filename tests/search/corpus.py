"""A library made up by rule, large and varied enough to measure a search with.

The same number gives the same case, whatever the size of the library. A case has about 5,700
characters: the sections of its edition, paragraphs, lists, tables with captions, footnotes,
quotations in traditional characters, marks of emphasis and links inside words. Every piece of text
is known beside its Markdown, so that what a search must find follows from the corpus alone. Terms
are as unlike in frequency as in real lists, and an enterprise's cases share place and industry.

`python -m tests.search.corpus 1000` counts different words and pairs.
"""

import random
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Final

from opencc import OpenCC

from generator.search.folding import fold
from tests.bench.synthesis import labels, stock
from tests.search.enterprises import CITIES, drawn, enterprise, home
from tests.search.words import draw, rare

SECTIONS: Final = ("企业概况", "实施背景", "实施过程", "实施成效")
FIRST_YEAR: Final = 2012
YEARS: Final = 12
TEXTLESS: Final = 20
"""Every so many cases, one is known from a list only: no text, and no title every second time."""
PROVINCIAL: Final = 10
"""Every so many cases, one belongs to a provincial programme."""
_BLOCKS: Final = (4, 6, 13, 5)
"""Pieces of text below each section."""
_LONG_RUN: Final = re.compile("[\u4e00-\u9fff]{9,}")


@dataclass(frozen=True, slots=True)
class Block:
    """A block of Markdown and the pieces of text that a reader sees there."""

    kind: str
    """heading, paragraph, list, table, caption, footnote, quotation or code."""
    markdown: str
    texts: tuple[str, ...]
    crossing: str = ""
    """Characters between which a tag stands."""


@dataclass(frozen=True, slots=True)
class Document:
    """A case."""

    id: str
    edition: str
    """`2021`, or `2021-provincial` for a programme below the national one."""
    year: int
    title: str
    enterprise: str
    others: tuple[str, ...]
    """The enterprise's other names."""
    fields: tuple[str, ...]
    methods: tuple[str, ...]
    recommender: str
    region: str
    city: str
    industry: str
    level: str
    summary: str
    indicators: tuple[str, ...]
    honours: tuple[str, ...]
    video: tuple[str, ...]
    """Title and parts of its video; empty for none."""
    blocks: tuple[Block, ...]

    def names(self) -> tuple[str, ...]:
        """Give title, enterprise and its other names."""
        return tuple(name for name in (self.title, self.enterprise, *self.others) if name)

    def pieces(self) -> tuple[str, ...]:
        """Give every piece of the case's own text; the names of its terms are not among them."""
        own = (*self.names(), self.summary, *self.indicators, *self.honours, *self.video)
        return (*own, *(text for block in self.blocks for text in block.texts))


class Author:
    """Writes blocks out of common words and of some that are the case's own."""

    def __init__(self, seed: str) -> None:
        self.random = random.Random(seed)
        self._topic = [rare(self.random) for _ in range(40)]
        self._words: list[str] = []

    def _next(self) -> str:
        if not self._words:
            self._words = draw(self.random, 256)
            for place in range(0, 256, 10):
                self._words[place] = self.random.choice(self._topic)
        return self._words.pop()

    def phrase(self, words: int) -> str:
        """Give words without punctuation."""
        return "".join(self._next() for _ in range(words))

    def sentence(self) -> str:
        """Give a sentence; every tenth is one of the clauses of the bench."""
        if self.random.random() < 0.1:
            return f"{self.random.choice(stock()['reason'])}，{self.phrase(4)}。"
        lengths = (self.random.randint(3, 8) for _ in range(self.random.randint(2, 4)))
        mark = self.random.choice("，，，、；")
        return mark.join(self.phrase(length) for length in lengths) + "。"

    def sentences(self, count: int) -> str:
        """Give sentences."""
        return "".join(self.sentence() for _ in range(count))

    def paragraph(self) -> Block:
        """Give three or four sentences; in every third paragraph a word is marked or broken."""
        text = self.sentences(self.random.randint(3, 4))
        run = _LONG_RUN.search(text)
        if run is None or self.random.random() > 0.35:
            return Block("paragraph", text, (text,))
        first = run.start() + self.random.randint(2, 3)
        before, inside, after = text[:first], text[first : first + 3], text[first + 3 :]
        form = self.random.choice(("**{}**", "*{}*", "[{}](#实施成效)", "`{}`", "\n{}"))
        crossing = text[first - 1 : first + 2]
        return Block("paragraph", before + form.format(inside) + after, (text,), crossing)

    def heading(self) -> Block:
        """Give a heading of the third level."""
        text = self.phrase(self.random.randint(2, 4))
        return Block("heading", f"### {text}", (text,))

    def bullets(self) -> Block:
        """Give a list; below its second item there is another."""
        items = [self.sentence() for _ in range(self.random.randint(4, 6))]
        lines = [f"- {item}" for item in items]
        lines[2] = f"  {lines[2]}"
        return Block("list", "\n".join(lines), tuple(items))

    def table(self) -> tuple[Block, Block]:
        """Give a caption and a table."""
        caption = f"{rare(self.random)}{self.phrase(2)}"
        rows = [[self.phrase(1), self.phrase(2), rare(self.random)] for _ in range(6)]
        lines = [rows[0], ["---"] * 3, *rows[1:]]
        markdown = "\n".join(f"| {' | '.join(cells)} |" for cells in lines)
        cells = tuple(cell for row in rows for cell in row)
        return Block("caption", f"表：{caption}", (caption,)), Block("table", markdown, cells)

    def quotation(self) -> Block:
        """Give a quotation in traditional characters."""
        text = _traditional().convert(self.sentences(2))
        return Block("quotation", f"> {text}", (text,))

    def noted(self, label: str) -> tuple[Block, Block]:
        """Give a paragraph that ends in the mark of a footnote, and the footnote."""
        text, note = self.sentences(3), f"{rare(self.random)}{self.phrase(5)}。"
        return (
            Block("paragraph", f"{text}[^{label}]", (text,)),
            Block("footnote", f"[^{label}]: {note}", (note,)),
        )

    def body(self) -> Iterator[Block]:
        """Yield the blocks of the whole text, footnotes last."""
        notes: list[Block] = []
        for number, (section, count) in enumerate(zip(SECTIONS, _BLOCKS, strict=True)):
            yield Block("heading", f"## {section}", (section,))
            for place in range(count):
                if place % 6 == 2:
                    yield self.heading()
                if place % 5 == 3:
                    marked, note = self.noted(f"{number}{place}")
                    notes.append(note)
                    yield marked
                else:
                    yield self.paragraph()
                if place == 4:
                    yield from (self.bullets(), *self.table()) if number else (self.quotation(),)
        code = f"{self.phrase(3)} = {self.random.randint(100, 9999)}"
        yield from (Block("code", f"```\n{code}\n```", (code,)), self.quotation(), *notes)


@cache
def _traditional() -> OpenCC:
    return OpenCC("s2t")


def make(index: int) -> Document:
    """Give the case of a number, from 0."""
    author = Author(f"search-{index}")
    source = author.random
    firm, others = enterprise(index // 3)
    methods = drawn(source, labels("methods"), source.randint(1, 3))
    region, recommender, industry = home(index)
    year, is_listed = FIRST_YEAR + index % YEARS, index % TEXTLESS == 7
    edition = f"{year}-provincial" if index % PROVINCIAL == 9 else str(year)
    about = source.choice((methods[0], source.choice(stock()["approach"]), author.phrase(2)))
    subject = source.choice((*stock()["object"], *stock()["subject"], rare(source)))
    opening, ending = source.choice(stock()["opening"]), source.choice(stock()["ending"])
    title = f"{opening}{about}的{author.phrase(1)}{subject}{ending}"
    return Document(
        id=f"{edition}-{index // YEARS + 1:03}",
        edition=edition,
        year=year,
        title="" if is_listed and index % (2 * TEXTLESS) == 7 else title,
        enterprise=firm,
        others=others,
        fields=drawn(source, labels("focus-areas"), source.randint(1, 2)),
        methods=methods,
        recommender=recommender,
        region=region,
        city=CITIES.get(region, ""),
        industry=industry,
        level="国家级" if edition == str(year) else "省级",
        summary="" if is_listed else author.sentences(3),
        indicators=()
        if is_listed
        else tuple(f"{rare(source)}{author.phrase(1)}" for _ in range(3)),
        honours=() if index % 4 else (f"{author.phrase(3)}奖",),
        video=() if index % 5 else (f"{author.phrase(3)}介绍", "企业形象", f"{rare(source)}讲解"),
        blocks=() if is_listed else tuple(author.body()),
    )


def documents(count: int) -> Iterator[Document]:
    """Yield the first cases."""
    return (make(index) for index in range(count))


def texts(count: int) -> Iterator[str]:
    """Yield what is found of each case as one text; folded, its pieces stand between separators."""
    return ("。\n".join(document.pieces()) for document in documents(count))


@dataclass(frozen=True, slots=True)
class Census:
    """How varied a corpus is."""

    words: int
    """Different words drawn."""
    pairs: int
    """Different pairs of folded characters."""
    pairs_of_a_case: float
    characters: float
    """Of a case."""


def census(count: int) -> Census:
    """Count what the first cases hold."""
    pairs: set[tuple[str, str]] = set()
    length = own = 0
    for text in texts(count):
        found = {pair for pair in pairwise(fold(text)) if "·" not in pair}
        pairs |= found
        own += len(found)
        length += len(text)
    source = random.Random("census")
    words = {word for _ in range(count) for word in draw(source, 2100)}
    return Census(len(words), len(pairs), own / count, length / count)


if __name__ == "__main__":
    print(census(int(sys.argv[1])))
