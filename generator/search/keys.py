"""Keys: what is looked up in the index, made from folded text and from the words of a query.

A key is a number of 32 bits over UTF-16 units, as a browser's strings have them. It never reaches
across the mark that folding puts between runs:

- every pair of neighbouring units: `first << 16 | second`;
- a run's last unit alone: `last << 16`, so that the keys of a first unit are all its occurrences;
- every three Latin letters or digits in a row: `65536 + ` their value to the base of 36. First unit
  1 is free for them: folding leaves no control character.
"""

from collections.abc import Iterator, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from generator.search.folding import APART

OFTEN: Final = 5
"""A key that occurs so many times in a document occurs often there (`segment.Mark`)."""
TRIGRAMS: Final = 1 << 16
"""The first key of three letters or digits."""
_BASE: Final = 36
_NO_DIGIT: Final = 255
_LAST_DIGIT: Final = ord("z")

UNIT: Final = 0xFFFF
DIGIT: Final = 24
"""Of a number of a flow: the bits of the unit, and how far up its value as a digit stands."""

Keys = NDArray[np.uint32]
Flow = NDArray[np.uint32]
"""A text as `flow.py` makes it: of every unit what it is, 0 for the mark between runs, and above it
its value as a digit. It ends in a mark."""
Units = NDArray[np.uint16]
Flags = NDArray[np.bool_]


def _digits() -> NDArray[np.uint8]:
    """Give for every unit its value as a digit to the base of 36."""
    table = np.full(1 << 16, _NO_DIGIT, np.uint8)
    for value in range(_BASE):
        table[ord("0123456789abcdefghijklmnopqrstuvwxyz"[value])] = value
    return table


DIGITS: Final = _digits()
"""For every unit its value as a digit to the base of 36, or 255."""


def units(text: str) -> Units:
    """Give the UTF-16 units of a text; a lone half of a pair stays what it is."""
    return np.frombuffer(text.encode("utf-16-le", "surrogatepass"), "<u2")


def _trigrams(text: Flow) -> Keys:
    """Give the keys of every three digits in a row."""
    digits = (text >> np.uint32(DIGIT)).astype(np.uint8)
    most = np.maximum(digits[:-2], digits[1:-1])
    at = np.flatnonzero(np.maximum(most, digits[2:]) < _BASE)
    keys = digits.take(at).astype(np.uint32)
    for more in (1, 2):
        keys *= np.uint32(_BASE)
        keys += digits.take(at + more)
    return keys + np.uint32(TRIGRAMS)


def keys_of(text: Flow) -> tuple[Keys, Flags]:
    """Give the keys of a text, in order, and which of them occur often.

    A text at a time, which is then in the processor's nearest memory, and of all its keys a third
    are different ones: 10,000 cases took 1.8 s with the texts of a pack all at once, now 0.5 s.
    """
    pairs = text << np.uint32(16)
    pairs[:-1] |= text[1:] & np.uint32(UNIT)
    keys = np.concatenate((pairs, _trigrams(text)))
    keys.sort()
    # In front of all stand those that begin with a mark: no keys.
    keys = keys[keys.searchsorted(np.uint32(TRIGRAMS)) :]
    # Places, then what stands there: to choose by flags takes three times as long.
    ends = np.flatnonzero(keys[1:] != keys[:-1]) + 1
    edges = np.concatenate(((0,), ends, (len(keys),))) if len(keys) else np.zeros(1, np.intp)
    first = edges[:-1]
    return keys.take(first), edges[1:] - first >= OFTEN


def is_among(few: Keys, keys: Keys) -> Flags:
    """Tell which of different sorted keys are among a few others."""
    at = np.searchsorted(keys, few)
    is_there = keys.take(at, mode="clip") == few if len(keys) else np.zeros(len(few), np.bool_)
    found = np.zeros(len(keys), np.bool_)
    found[at[is_there]] = True
    return found


def _of_run(run: Sequence[int]) -> Iterator[int]:
    """Yield the keys of a run of at least two units: three digits take the place of their pairs."""
    digits = [int(DIGITS[unit]) for unit in run]
    is_three = [_NO_DIGIT not in digits[at : at + 3] for at in range(len(run) - 2)] + [False] * 3
    for at in range(len(run)):
        if is_three[at]:
            first, second, third = digits[at : at + 3]
            yield TRIGRAMS + (first * _BASE + second) * _BASE + third
        elif at + 1 < len(run) and not is_three[at - 1]:
            yield run[at] << 16 | run[at + 1]


def wanted(word: str) -> tuple[tuple[int, int], ...]:
    """Give what a document must have to hold a folded word: of each span of keys at least one.

    A span is its first and last key. Most spans are one key. A unit that stands alone is a span of
    all keys that begin with it; in front of the mark between runs it is the one key of a run's end.
    """
    runs = [units(run).tolist() for run in word.split(APART)]
    found: list[tuple[int, int]] = []
    for place, run in enumerate(runs):
        if len(run) > 1:
            found += ((key, key) for key in _of_run(run))
        elif run:
            first = run[0] << 16
            found.append((first, first if place + 1 < len(runs) else first | 0xFFFF))
    return tuple(dict.fromkeys(found))


def is_exact(word: str) -> bool:
    """Tell whether the documents that have what is wanted are just those that hold the word."""
    run = units(word).tolist()
    is_trigram = len(run) == 3 and _NO_DIGIT not in DIGITS[run]
    return APART not in word and (len(run) <= 2 or is_trigram)
