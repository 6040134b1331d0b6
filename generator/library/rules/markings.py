"""Words and patterns of strings/zh/markings.toml, made ready for the rules."""

import re
from functools import cache

from generator.library.vocabulary import fold
from generator.strings import table, text

Hit = tuple[int, str, str]
"""Offset in a text, code of the fault, what was found."""


@cache
def words(name: str) -> tuple[str, ...]:
    """Give a list of words in its order."""
    found = table("markings")[name]
    assert isinstance(found, list), name
    return tuple(str(word) for word in found)


@cache
def folded(name: str) -> frozenset[str]:
    """Give a list of words as `fold` makes them, for asking whether a word is among them."""
    return frozenset(fold(word) for word in words(name))


@cache
def pattern(name: str) -> re.Pattern[str]:
    """Give a pattern by its dotted name below the file."""
    return re.compile(text(f"markings.{name}"))
