"""Make the command line's library speak Chinese.

Click translates through gettext functions that each of its modules imports by name. Message
catalogues are binary files chosen by the machine's locale; our users' terminals are Chinese
whatever the locale says, so we put our own functions in their place, with the texts of
strings/zh/click.toml.
"""

import importlib
from collections.abc import Mapping
from typing import Final, cast

import click

from generator.strings import table

_MODULES: Final = (
    "core",
    "decorators",
    "exceptions",
    "formatting",
    "parser",
    "termui",
    "types",
    "utils",
)


def speak_chinese() -> None:
    """Replace Click's texts by ours for this process."""
    for name in _MODULES:
        module = importlib.import_module(f"click.{name}")
        for function, ours in (("_", _one), ("ngettext", _one_or_many)):
            if hasattr(module, function):
                setattr(module, function, ours)


def metavars() -> dict[str, str]:
    """Give the words that stand for options and commands in a usage line."""
    words = cast("Mapping[str, str]", table("click")["metavars"])
    return {"options_metavar": words["options"], "subcommand_metavar": words["command"]}


def _one(message: str) -> str:
    return cast("Mapping[str, str]", table("click")["texts"]).get(message, message)


def _one_or_many(singular: str, plural: str, n: int) -> str:
    return _one(singular if n == 1 else plural)


class ChineseCommand(click.Command):
    """A command whose usage line is Chinese."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        kwargs.setdefault("options_metavar", metavars()["options_metavar"])
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]


class ChineseGroup(click.Group):
    """A group of commands whose usage lines are Chinese."""

    command_class = ChineseCommand

    def __init__(self, *args: object, **kwargs: object) -> None:
        for name, word in metavars().items():
            kwargs.setdefault(name, word)
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]


ChineseGroup.group_class = ChineseGroup
