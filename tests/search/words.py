"""The words of the synthetic corpus: real Chinese words in frequencies as of a natural text.

Ranks follow Zipf and Mandelbrot: the word of rank r comes up in proportion to 1 / (r + 2.7). First
come function words, then the terms of quality management, then some 46,000 words of pypinyin's
dictionary of phrases, those of two characters on the whole before the longer ones. As in natural
texts most words come in turns of phrase that others use too: these are some made of such words, in
frequencies of the same law.
"""

import random
import re
import tomllib
from array import array
from collections.abc import Sequence
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Final

from pypinyin.phrases_dict import phrases_dict

from tests.bench.synthesis import labels, stock, terms

_BITS: Final = 20
_SHIFT: Final = 2.7
_TURNS: Final = 40_000
_LOOSE: Final = 8
"""One word in so many picks stands alone; the others are turns of phrase."""
_WORD: Final = re.compile("[\u4e00-\u9fff]{2,4}")
_SECRECY: Final = re.compile("密")
"""A public text that bears a mark of secrecy is refused, and rightly."""

_LISTS: Final = tomllib.loads(Path(__file__).with_name("words.toml").read_text(encoding="utf-8"))


def _numbers() -> list[str]:
    """Give figures with their units."""
    source = random.Random("numbers")
    whole = [
        f"{source.randint(2, 990)}{source.choice(_LISTS['units'].split())}" for _ in range(260)
    ]
    parts = [
        f"{source.uniform(0.2, 99):.1f}{source.choice(_LISTS['units'].split())}" for _ in range(340)
    ]
    return [*whole, *parts, *(f"{year} 年" for year in range(2009, 2024))]


@cache
def domain() -> tuple[str, ...]:
    """Give the terms of quality management, in an order of their own."""
    named = [
        name for term in terms("methods") for name in (term["label"], *term.get("aliases", ()))
    ]
    short = [name for name in named if len(name) <= 12 and "（" not in name]
    goods = [
        word for name in ("object", "tool", "metric", "process", "defect") for word in stock()[name]
    ]
    found = dict.fromkeys(
        [
            *_LISTS["terms"].split(),
            *_LISTS["latin"].split(),
            *_LISTS["spaced"],
            *short,
            *labels("focus-areas"),
            *goods,
            *_numbers(),
        ]
    )
    ordered = [word for word in found if not set("{}*_`[]<>|$~\\") & set(word)]
    random.Random("domain").shuffle(ordered)
    return tuple(ordered)


@cache
def phrases() -> tuple[str, ...]:
    """Give the dictionary's words of two to four characters, by falling frequency."""
    source = random.Random("phrases")
    found = [word for word in phrases_dict if _WORD.fullmatch(word) and not _SECRECY.search(word)]
    return tuple(sorted(sorted(found), key=lambda word: source.random() * len(word) ** 1.5))


@cache
def _table() -> Sequence[str]:
    """Give 2^20 places, of which every word holds as many as it is frequent, at least one."""
    common = phrases()[:1500]
    head = [word for pair in zip(domain(), common, strict=False) for word in pair]
    words = tuple(dict.fromkeys([*_LISTS["function"].split(), *head, *domain(), *phrases()]))
    weights = [1 / (rank + _SHIFT) for rank in range(1, len(words) + 1)]
    scale = (1 << _BITS) / sum(weights)
    table: list[str] = []
    for word, weight in zip(words, weights, strict=True):
        table += [word] * max(1, round(weight * scale))
    spare = len(table) - (1 << _BITS)
    return table[spare:] if spare > 0 else [*table, *table[:-spare]]


def loose(source: random.Random, count: int) -> list[str]:
    """Give words in their frequencies, each without regard to the one before."""
    table, mask = _table(), (1 << _BITS) - 1
    return [table[place & mask] for place in array("I", source.randbytes(4 * count))]


@cache
def _turns() -> tuple[tuple[str, ...], ...]:
    """Give turns of phrase of two to five words, the most frequent first."""
    source = random.Random("turns")
    words = iter(loose(source, 5 * _TURNS))
    return tuple(tuple(islice(words, source.randint(2, 5))) for _ in range(_TURNS))


def draw(source: random.Random, count: int) -> list[str]:
    """Give words as a text has them: most in turns of phrase."""
    turns, words = _turns(), iter(loose(source, count))
    found: list[str] = []
    while len(found) < count:
        if source.randrange(_LOOSE):
            # Of rank r in proportion to 1 / r: as likely in one octave of ranks as in another.
            found += turns[int(_TURNS ** source.random()) - 1]
        else:
            found.append(next(words))
    return found[:count]


def rare(source: random.Random) -> str:
    """Give one word of the dictionary, each as likely as any other."""
    return source.choice(phrases())
