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

Keys = NDArray[np.uint32]
Units = NDArray[np.uint16]
Flags = NDArray[np.bool_]


def _digits() -> NDArray[np.uint8]:
    """Give for every unit its value as a digit to the base of 36."""
    table = np.full(1 << 16, _NO_DIGIT, np.uint8)
    for value in range(_BASE):
        table[ord("0123456789abcdefghijklmnopqrstuvwxyz"[value])] = value
    return table


_DIGITS: Final = _digits()


def units(text: str) -> Units:
    """Give the UTF-16 units of a text; a lone half of a pair stays what it is."""
    return np.frombuffer(text.encode("utf-16-le", "surrogatepass"), "<u2")


def _trigrams(text: Units) -> tuple[NDArray[np.intp], Keys]:
    """Give where three digits begin, and their keys."""
    at = np.flatnonzero(text[:-2] <= _LAST_DIGIT)
    first, second, third = (_DIGITS[text[at + more]] for more in range(3))
    is_three = np.maximum(np.maximum(first, second), third) < _BASE
    values = (one[is_three].astype(np.uint32) for one in (first, second, third))
    key = np.full(int(is_three.sum()), 0, np.uint32)
    for value in values:
        key = key * np.uint32(_BASE) + value
    return at[is_three], key + np.uint32(TRIGRAMS)


def _values(text: Units, number: Units) -> NDArray[np.uint64]:
    """Give `key << 16 | number` for every key of a text that ends in a mark.

    `number` is that of the document to which each unit belongs.
    """
    values = text.astype(np.uint64)
    values <<= np.uint64(16)
    values[:-1] |= np.where(text[1:] == ord(APART), np.uint16(0), text[1:])
    values <<= np.uint64(16)
    values |= number
    at, keys = _trigrams(text)
    trigrams = keys.astype(np.uint64) << np.uint64(16) | number[at]
    return np.concatenate((values[text != ord(APART)], trigrams))


def once(values: NDArray[np.uint64]) -> tuple[NDArray[np.uint64], Flags]:
    """Give the different values of a sorted array, and which of them occur often."""
    is_first = np.ones(len(values), np.bool_)
    np.not_equal(values[1:], values[:-1], out=is_first[1:])
    is_often = np.zeros(len(values), np.bool_)
    last = OFTEN - 1
    np.equal(values[last:], values[:-last], out=is_often[:-last])
    return values[is_first], is_often[is_first]


def _of_texts(texts: Sequence[str]) -> NDArray[np.uint64]:
    """Give `key << 16 | number of its text` for every key of folded texts, sorted."""
    if not texts:
        return np.empty(0, np.uint64)
    parts = [units(text + APART) for text in texts]
    number = np.repeat(np.arange(len(parts), dtype=np.uint16), [len(part) for part in parts])
    values = _values(np.concatenate(parts), number)
    values.sort()
    return values


def _is_among(few: NDArray[np.uint64], values: NDArray[np.uint64]) -> Flags:
    """Tell which of different sorted values are among a few others."""
    at = np.searchsorted(values, few)
    is_there = values.take(at, mode="clip") == few
    found = np.zeros(len(values), np.bool_)
    found[at[is_there]] = True
    return found


def keys_of_all(
    texts: Sequence[str], named: Sequence[str] | None = None
) -> tuple[Keys, Units, Flags]:
    """Give the keys of up to 65,536 folded texts, sorted: key, number of its text, marked there.

    Marked are those that occur often; where `named` gives the names in each text, those in them.
    """
    values, is_marked = once(_of_texts(texts))
    if named is not None:
        is_marked = _is_among(_of_texts(named), values)
    return (values >> np.uint64(16)).astype(np.uint32), values.astype(np.uint16), is_marked


def _of_run(run: Sequence[int]) -> Iterator[int]:
    """Yield the keys of a run of at least two units: three digits take the place of their pairs."""
    digits = [int(_DIGITS[unit]) for unit in run]
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
    is_trigram = len(run) == 3 and _NO_DIGIT not in _DIGITS[run]
    return APART not in word and (len(run) <= 2 or is_trigram)
