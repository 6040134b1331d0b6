"""Data that editors change by hand: read so that it is told where it is wrong.

The program brings a file of its own (strings/zh); a library that wants another puts it into
docs/services/ under the same name.
"""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from generator.errors import ConfigurationError
from generator.strings import table, text

_PLACE: Final = re.compile(r"line (\d+), column (\d+)")


@dataclass(frozen=True, slots=True)
class Editable:
    """A file of such data. All that reads from it raises ConfigurationError for what is wrong."""

    name: str
    """Of the file, without its ending."""
    broken: str
    """Key of the texts that say what is wrong; `message` is the sentence around them."""

    def wrong(self, place: str, what: str) -> ConfigurationError:
        """Give the error: where, as keys and numbers from 1, and what should stand there."""
        said = text(f"{self.broken}.{what}")
        return ConfigurationError(text(f"{self.broken}.message", key=place, what=said))

    def source(self, own: str) -> Mapping[str, object]:
        """Give what the library's file says, or where that is empty the program's."""
        if not own:
            return table(self.name)
        try:
            return tomllib.loads(own)
        except tomllib.TOMLDecodeError as error:
            found = _PLACE.search(str(error))
            line, column = found.groups() if found else (str(own.count("\n") + 1), "1")
            path = f"docs/services/{self.name}.toml"
            said = text("cli.config.syntax_toml", path=path, line=line, column=column)
            raise ConfigurationError(said) from None

    def version(self, source: Mapping[str, object]) -> int:
        """Give the version, which is 1 or more."""
        return self.number(source.get("version"), "version")

    def number(self, found: object, place: str) -> int:
        """Give a whole number from 1."""
        if not isinstance(found, int) or isinstance(found, bool) or found < 1:
            raise self.wrong(place, "number")
        return found

    def table(self, item: object, place: str) -> Mapping[str, object]:
        """Give a table."""
        if not isinstance(item, Mapping):
            raise self.wrong(place, "list")
        return item

    def listed(self, source: Mapping[str, object], key: str, place: str) -> list[object]:
        """Give a list that is not empty; `place` ends with a dot or is empty."""
        found = source.get(key)
        if not isinstance(found, list) or not found:
            raise self.wrong(f"{place}{key}", "list")
        return found

    def sentence(self, found: object, place: str) -> str:
        """Give a text that is not empty."""
        if not isinstance(found, str) or not found.strip():
            raise self.wrong(place, "text")
        return found.strip()

    def unique(self, names: Iterable[str], place: str, key: str) -> None:
        """See that no name returns in a list."""
        seen: set[str] = set()
        for number, name in enumerate(names, 1):
            if name in seen:
                raise self.wrong(f"{place}[{number}].{key}", "double")
            seen.add(name)
