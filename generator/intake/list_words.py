"""The names and patterns by which a list is understood, from strings/zh/list_columns.toml."""

import re
from collections.abc import Mapping
from functools import cache

from generator.errors import StringsError
from generator.library.vocabulary import fold
from generator.strings import table


@cache
def column_names() -> Mapping[str, str]:
    """Map every folded title of a column to the column's key."""
    return {
        fold(str(title)): key
        for key, titles in _part("columns").items()
        for title in (titles if isinstance(titles, list) else ())
    }


@cache
def words(part: str, key: str) -> tuple[str, ...]:
    """Give a list of folded words."""
    found = _part(part).get(key)
    return tuple(fold(str(word)) for word in found) if isinstance(found, list) else ()


@cache
def pattern(part: str, key: str) -> re.Pattern[str]:
    """Give a pattern, compiled."""
    return re.compile(str(_part(part)[key]))


@cache
def level_names() -> Mapping[str, str]:
    """Map the folded names of levels that lists use besides the labels to their values."""
    return {fold(name): str(value) for name, value in _part("levels").items()}


def _part(name: str) -> Mapping[str, object]:
    found = table("list_columns").get(name)
    if not isinstance(found, Mapping):
        raise StringsError(f"no table {name} in list_columns.toml")
    return found
