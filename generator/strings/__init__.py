"""Every text that a person sees, in one place: the TOML files of `strings/zh/`.

Each file is one table of dotted keys. `text("cli.check.clean", count=3)` fills {placeholders};
an unknown key is a fault of ours and raises `StringsError`.
"""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from generator.errors import StringsError


@cache
def table(name: str) -> Mapping[str, object]:
    """Give one file of texts (`findings`, `cli`, `pages`, `labels`, …) as a read-only mapping."""
    source = files("generator.strings").joinpath("zh", f"{name}.toml")
    try:
        return MappingProxyType(tomllib.loads(source.read_text(encoding="utf-8")))
    except FileNotFoundError as error:
        raise StringsError(f"no strings file {name}.toml") from error


def text(key: str, /, **values: object) -> str:
    """Give the text at a dotted key, first part the file's name, with its placeholders filled."""
    found = _unfilled(key)
    return found.format(**values) if values else found


@cache
def _unfilled(key: str) -> str:
    name, *parts = key.split(".")
    node: object = table(name)
    for part in parts:
        if not isinstance(node, Mapping) or part not in node:
            raise StringsError(f"no text {key}")
        node = node[part]
    if not isinstance(node, str):
        raise StringsError(f"{key} is a table, not a text")
    return node


@cache
def labels(name: str) -> Mapping[str, str]:
    """Give the Chinese labels of a closed list: enum value → label (`labels("status")`)."""
    node = table("labels").get(name)
    if not isinstance(node, Mapping):
        raise StringsError(f"no labels {name}")
    return MappingProxyType({str(key): str(value) for key, value in node.items()})
