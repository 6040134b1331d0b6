"""Long lists in pages of bounded length."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from generator.pages import routes
from generator.pages.values import Link
from generator.strings import text

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Pager:
    """Where a page stands in its list; a list of one page has none."""

    position: str
    """第 3 页，共 12 页."""
    first: Link | None
    previous: Link | None
    next: Link | None
    last: Link | None


@dataclass(frozen=True, slots=True)
class Part(Generic[Item]):
    """One page of a list."""

    number: int
    """From 1."""
    uri: str
    items: Sequence[Item]
    pager: Pager | None


def parts(items: Sequence[Item], size: int, uri: str) -> Iterator[Part[Item]]:
    """Cut a list into pages; an empty list has one empty page."""
    step = max(1, size)
    total = max(1, -(-len(items) // step))
    for number in range(1, total + 1):
        shown = items[(number - 1) * step : number * step]
        yield Part(number, routes.paged(uri, number), shown, _pager(uri, number, total))


def titled(title: str, number: int) -> str:
    """Give the title of a list's page; from the second on it says which."""
    return title if number == 1 else text("pages.pager.titled", title=title, number=number)


def _pager(uri: str, number: int, total: int) -> Pager | None:
    if total == 1:
        return None
    position = text("pages.pager.position", number=number, total=total)
    return Pager(
        position,
        _link("first", uri, 1) if number > 2 else None,
        _link("previous", uri, number - 1) if number > 1 else None,
        _link("next", uri, number + 1) if number < total else None,
        _link("last", uri, total) if number < total - 1 else None,
    )


def _link(key: str, uri: str, number: int) -> Link:
    return Link(text(f"pages.pager.{key}"), routes.encoded(routes.paged(uri, number)))
