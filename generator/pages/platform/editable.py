"""Data that editors change by hand (strings/zh): read so that it is told where it is wrong."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.errors import ConfigurationError
from generator.strings import text


@dataclass(frozen=True, slots=True)
class Editable:
    """A file of such data. All that reads from it raises ConfigurationError for what is wrong."""

    broken: str
    """Key of the texts that say what is wrong; `message` is the sentence around them."""

    def wrong(self, place: str, what: str) -> ConfigurationError:
        """Give the error: where, as keys and numbers from 1, and what should stand there."""
        said = text(f"{self.broken}.{what}")
        return ConfigurationError(text(f"{self.broken}.message", key=place, what=said))

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
