"""Patterns and lists of words by which documents are understood, from the strings files."""

import re
from collections.abc import Mapping
from functools import cache

from generator.errors import StringsError
from generator.strings import table, text


@cache
def pattern(key: str) -> re.Pattern[str]:
    """Give the pattern at a dotted key (`intake_word.pattern.caption`), compiled."""
    return re.compile(text(key))


@cache
def words(key: str) -> tuple[str, ...]:
    """Give the list of words at a dotted key, as written."""
    name, *parts = key.split(".")
    node: object = table(name)
    for part in parts:
        node = node.get(part) if isinstance(node, Mapping) else None
    if not isinstance(node, list):
        raise StringsError(f"no list {key}")
    return tuple(map(str, node))
