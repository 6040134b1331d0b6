"""Synthetic cases for the bench: the same index gives the same case, whatever the library's size.

A case has about 6,000 Chinese characters, twenty headings, three tables with captions, lists,
footnotes, three to five indicators and seven facets. Its text is recombined from the clauses of
stock.toml, varied enough for a realistic index and a realistic compression.
"""

import random
import re
import shutil
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

import yaml

ROOT: Final = Path(__file__).resolve().parent.parent.parent
FIRST_YEAR: Final = 2012
YEARS: Final = 12
SECTIONS_OF_CHAPTER: Final = (0, 2, 4, 4, 3, 2)
"""Level-3 headings below each level-2 heading: 6 + 15 headings in all."""
_SLOT: Final = re.compile(r"\{([a-z]+)\}")


@dataclass(frozen=True, slots=True)
class SyntheticCase:
    """One case, before it is written in some program's layout."""

    id: str
    year: int
    title: str
    enterprise: str
    fields: tuple[str, ...]
    methods: tuple[str, ...]
    recommender: str
    region: str
    industry: str
    size: str
    summary: str
    indicators: tuple[Mapping[str, Any], ...]
    body: str
    """Markdown."""


@cache
def stock() -> Mapping[str, Any]:
    """Give the clauses."""
    return tomllib.loads(Path(__file__).with_name("stock.toml").read_text(encoding="utf-8"))


def form(name: str) -> Any:
    """Give one entry of the table that says how pieces are put together."""
    return stock()["form"][name]


@cache
def terms(vocabulary: str) -> tuple[Mapping[str, Any], ...]:
    """Give the terms of one of the library's own vocabularies."""
    path = ROOT / "cases/vocabulary" / f"{vocabulary}.yml"
    return tuple(yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader))


@cache
def labels(vocabulary: str, kind: str = "") -> tuple[str, ...]:
    """Give the labels of a vocabulary, or of one kind of its terms."""
    return tuple(
        term["label"] for term in terms(vocabulary) if term.get("kind", "") == kind or not kind
    )


class Writer:
    """Fills forms from the stock by its own random numbers."""

    def __init__(self, seed: str, year: int) -> None:
        self.random = random.Random(seed)
        self.year = year

    def fill(self, template: str) -> str:
        """Replace every {slot}, those of the pieces too."""
        return _SLOT.sub(self._piece, template)

    def _piece(self, match: re.Match[str]) -> str:
        name = match[1]
        if name == "n":
            return str(self.random.randint(2, 98))
        if name == "p":
            return f"{self.random.uniform(1, 60):.1f}"
        if name == "y":
            return str(self.year - self.random.randint(1, 3))
        return self.fill(self.random.choice(stock()[name]))

    def one(self, name: str) -> str:
        """Give a piece of one list."""
        return self.fill(self.random.choice(stock()[name]))

    def some(self, values: tuple[str, ...], least: int, most: int) -> tuple[str, ...]:
        """Give a few different values."""
        return tuple(self.random.sample(values, self.random.randint(least, most)))


def year_of(index: int) -> int:
    """Give the year of a case."""
    return FIRST_YEAR + index % YEARS


def id_of(index: int) -> str:
    """Give the id of a case."""
    return f"{year_of(index)}-{index // YEARS + 1:03}"


def _owner(index: int) -> Writer:
    return Writer(f"enterprise-{index // 3}", year_of(index))


def enterprises(count: int) -> Iterator[str]:
    """Yield the enterprises of the first cases; three cases have one, and some share a name."""
    return (_owner(index).fill(form("enterprise")) for index in range(0, count, 3))


def make_case(index: int) -> SyntheticCase:
    """Give the case of an index, from 0."""
    year = year_of(index)
    writer = Writer(f"case-{index}", year)
    owner = _owner(index)
    enterprise = owner.fill(form("enterprise"))
    manufacturing = tuple(
        term["label"] for term in terms("industries") if "13" <= term["slug"] <= "43"
    )
    return SyntheticCase(
        id=id_of(index),
        year=year,
        title=writer.fill(form("title")),
        enterprise=enterprise,
        fields=writer.some(labels("focus-areas"), 1, 2),
        methods=writer.some(labels("methods"), 2, 4),
        recommender=writer.random.choice(labels("recommenders")),
        region=owner.random.choice(labels("regions", "province")),
        industry=owner.random.choice(manufacturing),
        size=owner.random.choice(form("sizes")),
        summary=writer.fill(form("summary")),
        indicators=tuple(indicators(writer)),
        body=body(writer),
    )


def indicators(writer: Writer) -> Iterator[Mapping[str, Any]]:
    """Yield three to five results of three years."""
    for name in writer.some(tuple(stock()["metric"]), 3, 5):
        start = round(writer.random.uniform(60, 90), 1)
        rising = writer.random.random() < 0.7
        step = round(writer.random.uniform(1, 3), 1) * (1 if rising else -1)
        years = range(writer.year - 3, writer.year)
        yield {
            "name": name,
            "unit": writer.one("unit"),
            "values": {year: round(start + step * turn, 1) for turn, year in enumerate(years)},
            "industry_average": start,
            "industry_best": round(start + 4 * step, 1),
            "rank": writer.random.randint(1, 9),
            "direction": form("higher" if rising else "lower"),
        }


def body(writer: Writer) -> str:
    """Give the Markdown of a case."""
    blocks: list[str] = []
    tables = iter((role_table, year_table, plan_table))
    notes: list[str] = []
    for number, title in enumerate(stock()["chapter"]):
        numeral = form("numbers")[number]
        blocks += [form("chapter").format(number=numeral, title=title), paragraph(writer, notes)]
        for below in range(SECTIONS_OF_CHAPTER[number]):
            heading = form("section").format(
                number=form("numbers")[below], title=writer.one("heading")
            )
            blocks += [heading, paragraph(writer, notes), paragraph(writer, notes)]
            if below == 1:
                blocks.append(bullets(writer, ordered=number % 2 == 0))
            if below == 2:
                blocks += next(tables)(writer)
    return "\n\n".join([*blocks, *notes]) + "\n"


def paragraph(writer: Writer, notes: list[str]) -> str:
    """Give three or four sentences; every fifth paragraph carries a footnote."""
    text = "".join(writer.one("sentence") for _ in range(writer.random.randint(3, 4)))
    if writer.random.random() < 0.2:
        label = f"[^{len(notes) + 1}]"
        notes.append(f"{label}: {writer.one('footnote')}")
        text += label
    return text


def bullets(writer: Writer, *, ordered: bool) -> str:
    """Give a list of four to six items."""
    count = writer.random.randint(4, 6)
    return "\n".join(
        f"{f'{number}.' if ordered else '-'} {writer.one('bullet')}"
        for number in range(1, count + 1)
    )


def table(writer: Writer, head: list[str], rows: list[list[str]]) -> list[str]:
    """Give a caption and a table."""
    lines = [head, ["---"] * len(head), *rows]
    caption = form("caption").format(title=writer.one("caption"))
    return [caption, "\n".join(f"| {' | '.join(cells)} |" for cells in lines)]


def role_table(writer: Writer) -> list[str]:
    """Give who does what how often."""
    pieces = ("object", "actor", "frequency", "role")
    return table(writer, form("role_table"), [[writer.one(p) for p in pieces] for _ in range(6)])


def plan_table(writer: Writer) -> list[str]:
    """Give what was planned and how far it is."""
    rows = [
        [writer.one("object"), writer.one("process"), writer.one("state"), writer.fill("{n}")]
        for _ in range(7)
    ]
    return table(writer, form("plan_table"), rows)


def year_table(writer: Writer) -> list[str]:
    """Give figures of three years."""
    years = [form("year").format(year=writer.year - back) for back in (3, 2, 1)]
    rows = [
        [writer.one("metric"), writer.one("unit"), *(writer.fill("{n}") for _ in years)]
        for _ in range(5)
    ]
    return table(writer, [*form("year_table"), *years], rows)


def make_cases(count: int) -> Iterator[SyntheticCase]:
    """Yield the first cases, one at a time: 10,000 of them take 200 MB."""
    return (make_case(index) for index in range(count))


def front_matter(values: Mapping[str, Any]) -> str:
    """Give a YAML block between its marks."""
    block = yaml.dump(
        dict(values), Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=10**6
    )
    return f"---\n{block}---\n"


def write(path: Path, text: str) -> None:
    """Write a file and the folders above it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


def write_new(root: Path) -> None:
    """Empty a folder that the bench made before."""
    shutil.rmtree(root, ignore_errors=True)
    root.mkdir(parents=True)
