"""YAML as text, lists and mappings, straight from libyaml's events.

Events instead of PyYAML's composer and constructor, for four reasons: depth, aliases, tags and
duplicate keys are seen before anything is built, so nothing recurses or multiplies; every scalar
stays the text that was typed (`06` is "06", `2022-02-30` no exception, `12:30` no number), for the
records know what each key means; places are at hand; and it takes a third of the time.

What most files hold `plain_yaml` reads in a third of that again: without places, so that a fault
makes the text be read a second time here.
"""

from dataclasses import dataclass
from typing import Final

from yaml._yaml import CParser
from yaml.error import YAMLError
from yaml.events import (
    AliasEvent,
    DocumentEndEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
)

from generator.findings import Fault, KeyPath, Place
from generator.reading.outcome import Outcome
from generator.reading.plain_yaml import NULLS, read_plain
from generator.reading.source import CONTROL
from generator.reading.yaml_errors import syntax_fault

MAX_DEPTH: Final = 20
MAX_FAULTS: Final = 100
"""More faults than this in one YAML text are not listed: it is no text that somebody typed."""

Spots = dict[KeyPath, tuple[Place, Place]]
"""Key path → where the key stands and where its value stands, in lines of the file."""


@dataclass(frozen=True, slots=True)
class Document:
    """What a YAML text holds: text, None, lists and mappings with text as keys."""

    root: object


class _Stop(Exception):  # noqa: N818 -- no error: reading ends, the fault is noted
    """Reading cannot go on; the fault is noted."""


def read_yaml(text: str, path: str, first_line: int = 1) -> Outcome[Document]:
    """Read one YAML document; `first_line` is the line of the file on which the text begins."""
    plain = read_plain(text)
    if plain is not None:
        return Outcome(Document(plain))
    return _Reader(text, path, first_line, None).read()


def find_spots(text: str, path: str, first_line: int = 1) -> Spots:
    """Give the places of all keys and values, as far as the text can be read."""
    spots: Spots = {}
    _Reader(text, path, first_line, spots).read()
    return spots


class _Reader:
    """One walk over the events of one text."""

    def __init__(self, text: str, path: str, first_line: int, spots: Spots | None) -> None:
        self._text, self._path, self._first_line = text, path, first_line
        self._spots = spots
        self._parser = CParser(text)
        self._faults: list[Fault] = []
        self._usable = True

    def read(self) -> Outcome[Document]:
        document: Document | None = None
        try:
            document = Document(self._document())
        except YAMLError as error:
            self._faults.append(syntax_fault(self._path, self._text, error, self._first_line))
        except _Stop:
            pass
        finally:
            self._parser.dispose()
        return Outcome(document if self._usable else None, tuple(self._faults))

    def _next(self) -> Event:
        event = self._parser.get_event()
        if event is None:
            raise _Stop
        return event

    def _document(self) -> object:
        self._next()
        if isinstance(self._next(), StreamEndEvent):
            return None
        event = self._next()
        root = self._value(event, (), event)
        event = self._next()
        if isinstance(event, DocumentEndEvent):
            event = self._next()
        if not isinstance(event, StreamEndEvent):
            self._fault("yaml-syntax", event, variant="documents")
            self._usable = False
        return root

    def _value(self, event: Event, path: KeyPath, key: Event) -> object:
        if isinstance(event, ScalarEvent):
            return self._scalar(event, path, key)
        if isinstance(event, AliasEvent):
            self._fault("yaml-alias", event)
            self._usable = False
            return None
        self._note(path, key, event)
        if len(path) >= MAX_DEPTH:
            self._fault("yaml-too-deep", event, limit=MAX_DEPTH)
            self._usable = False
            raise _Stop
        self._check_properties(event)
        if isinstance(event, MappingStartEvent):
            return self._mapping(path)
        return self._sequence(path)

    def _scalar(self, event: ScalarEvent, path: KeyPath, key: Event) -> str | None:
        if event.tag is not None or event.anchor is not None:
            self._check_properties(event)
        value: str = event.value
        plain = event.implicit[0]
        if plain and value in NULLS:
            self._note(path, key, key)
            return None
        self._note(path, key, event)
        if not plain:
            self._check_escapes(event)
        return value

    def _mapping(self, path: KeyPath) -> dict[str, object]:
        mapping: dict[str, object] = {}
        while not isinstance(event := self._next(), MappingEndEvent):
            name = self._key(event)
            known = name in mapping
            if known:
                self._fault("yaml-duplicate-key", event, key=name)
            value = self._value(self._next(), (*path, name), event)
            if not known:
                mapping[name] = value
        return mapping

    def _key(self, event: Event) -> str:
        if not isinstance(event, ScalarEvent):
            self._fault("yaml-syntax", event, variant="key")
            self._usable = False
            raise _Stop
        if event.tag is not None or event.anchor is not None:
            self._check_properties(event)
        if not event.implicit[0]:
            self._check_escapes(event)
        return event.value

    def _sequence(self, path: KeyPath) -> list[object]:
        items: list[object] = []
        while not isinstance(event := self._next(), SequenceEndEvent):
            items.append(self._value(event, (*path, len(items)), event))
        return items

    def _check_escapes(self, event: ScalarEvent) -> None:
        """Refuse in quoted text what no file may hold, for an escape can write it."""
        if match := CONTROL.search(event.value):
            self._fault("file-control-character", event, character=f"U+{ord(match[0]):04X}")

    def _check_properties(self, event: Event) -> None:
        if getattr(event, "tag", None) is not None:
            self._fault("yaml-tag", event)
        if getattr(event, "anchor", None) is not None:
            self._fault("yaml-alias", event)

    def _note(self, path: KeyPath, key: Event, value: Event) -> None:
        if self._spots is not None:
            self._spots.setdefault(path, (self._place(key), self._place(value)))

    def _place(self, event: Event) -> Place:
        mark = event.start_mark
        assert mark is not None, "libyaml marks every event"
        return Place(line=self._first_line + mark.line, column=mark.column + 1)

    def _fault(self, code: str, event: Event, **values: object) -> None:
        if len(self._faults) < MAX_FAULTS:
            self._faults.append(Fault(self._path, code, self._place(event), values))
