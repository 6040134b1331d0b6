"""A published library for the tests of answers, and its answers in both languages."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Final

from generator.catalogue.catalogue import Catalogue
from generator.cli.project import load_settings
from generator.rendering.text import blocks
from generator.search import names, store
from generator.search.answer import Answer, answer
from generator.search.columns import LIMIT
from generator.search.folding import fold
from generator.search.publish import Publication, write_search
from generator.search.query import parse
from generator.search.reader import Index
from generator.search.sources import IndexSource, case_sources
from generator.search.table import table_of
from generator.site import read
from tests.search.javascript import run
from tests.search.library import library

FILES: Final = (
    "10-fold.js",
    "20-store.js",
    "30-index.js",
    "40-columns.js",
    "50-query.js",
    "52-answer.js",
    "56-nearest.js",
)
_OPEN: Final = """
const fs = require("fs");
globalThis.fetch = (url) => Promise.resolve().then(() => {
  const asked = given.asked = given.asked || [];
  asked.push(url);
  const data = fs.readFileSync(url);
  return {
    ok: true,
    json: () => Promise.resolve(JSON.parse(data)),
    arrayBuffer: () => Promise.resolve(new Uint8Array(data).buffer),
  };
});
rootAddress = given.site + "/";
openStore();
return Promise.all([getManifest(), getJson("columns")]).then((got) => {
  setFolding(got[0].folding);
  const columns = openColumns(got[1]);
  %s
});
"""


@dataclass(frozen=True)
class Published:
    """A library whose finder's data is written."""

    site: Path
    catalogue: Catalogue

    @cached_property
    def index(self) -> Index:
        """The index, read anew."""
        return Index(self.site / "search")

    def file(self, key: str) -> Any:
        """Give a value of the manifest's."""
        return store.get_json(self.site / store.FOLDER, self.index.manifest[key])

    @cached_property
    def searched(self) -> names.Searched:
        """The names of the cases."""
        return names.cases(self.file("columns"))

    @cached_property
    def pieces(self) -> list[list[str]]:
        """The folded pieces of every row, each by itself."""
        table = table_of(self.catalogue.library, self.catalogue)
        return [
            [fold(one) for one in (*source.names, *source.labels, *passages(source))]
            for source in case_sources(self.catalogue, table)
        ]

    def answer(self, text: str) -> Answer:
        """Answer in Python."""
        return answer(parse(text), self.index, self.searched, self.file("pinyin"))

    def proved(self, found: Answer) -> list[int]:
        """Give the rows that are left when their texts were read."""
        return [
            row
            for row in found.rows
            if all(
                any(word.folded in piece for piece in self.pieces[row]) != word.is_not
                for word in found.unproven(row)
            )
        ]

    def in_browser(self, body: str, **given: Any) -> Any:
        """Give what JavaScript returns that sees `columns` and `given`."""
        return run(FILES, _OPEN % body, {"site": str(self.site), **given})

    def words(self, seed: int, count: int) -> list[str]:
        """Give words that stand in the texts and names, and some that do not."""
        chance = random.Random(seed)
        found: list[str] = []
        while len(found) < count:
            piece = chance.choice(chance.choice(self.pieces))
            start = chance.randrange(len(piece))
            word = piece[start : start + chance.choice((1, 2, 2, 3, 4, 4, 6, 9))].strip("·")
            found += [word] if word else []
            if chance.random() < 0.05:
                found.append("".join(chance.sample("质量标杆海尔铸造管理六西格玛数", 3)))
        return found

    def queries(self, seed: int, count: int) -> list[str]:
        """Give queries of one to four words, some of them negative."""
        chance = random.Random(seed)
        words = self.words(seed, 4 * count)
        return [_query(chance, words) for _ in range(count)]


def passages(source: IndexSource) -> list[str]:
    """Give what a document tells: the pieces beside the body, then the body block by block."""
    lines = (" ".join(block.split()) for block in blocks(source.body.html))
    return [*source.told, *filter(None, lines)]


def _query(chance: random.Random, words: Sequence[str]) -> str:
    chosen = chance.sample(words, chance.choice((1, 1, 2, 2, 3, 4)))
    signs = [chance.choice(("", "", "", "-")) for _ in chosen]
    marks = [chance.choice(("", "", '"')) for _ in chosen]
    return " ".join(
        f"{sign}{mark}{word}{mark}" for sign, mark, word in zip(signs, marks, chosen, strict=True)
    )


def published(folder: Path, count: int, limit: int = LIMIT) -> Published:
    """Write a library of `count` cases and the finder's data of it.

    The columns hold the names of up to `limit` cases.
    """
    library(folder, count)
    config = load_settings(str(folder / "mkdocs.yml"))
    catalogue = Catalogue.of(read(config).library)
    write_search(catalogue, config, Publication(folder / "site", None, limit=limit))
    return Published(folder / "site", catalogue)
