"""A row of a list as the front matter of a list entry. What no vocabulary knows is left out.

Nothing is guessed: a value is taken over when the vocabulary knows it by a label or an alias, with
the label written; otherwise the row stands without it, the editor is told, and the source's note
keeps the words of the list.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import urlsplit

from generator.intake.list_table import ListRow
from generator.intake.list_target import find_region, find_term
from generator.intake.list_words import pattern
from generator.intake.problems import Problem
from generator.library.edition import Edition
from generator.library.library import Library
from generator.library.lifecycle import Status
from generator.library.vocabulary import Term, VocabularyName, fold
from generator.strings import labels, text

_WEB: Final = frozenset({"http", "https"})


@dataclass(frozen=True, slots=True)
class Entry:
    """A row that can be taken over."""

    row: ListRow
    edition: Edition
    front: Mapping[str, object]
    remarks: tuple[Problem, ...]
    """What the row says and the entry does not."""

    @property
    def key(self) -> tuple[str, str, str]:
        """Give what makes it the same entry in a second run: edition, enterprise, title."""
        title = str(self.front.get("title", ""))
        return self.edition.id, fold(str(self.front["enterprise"])), fold(title)


@dataclass(slots=True)
class _Making:
    """An entry while its columns are read one by one."""

    row: ListRow
    edition: Edition
    library: Library
    front: dict[str, object] = field(default_factory=dict)
    remarks: list[Problem] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def cell(self, key: str) -> str:
        return self.row.cells.get(key, "")

    def find(self, name: VocabularyName, value: str) -> Term | None:
        return find_term(self.library, name, value)

    def leave_out(self, code: str, key: str, value: str) -> None:
        self.remarks.append(self.row.problem(code, key, value=value))
        column = text(f"intake.column.{key}")
        self.notes.append(text("intake.note.unlisted", column=column, value=value))


def row_problems(row: ListRow) -> Iterator[Problem]:
    """Tell why a row cannot be taken over whatever its edition: no firm, or no source."""
    enterprise = row.cells.get("enterprise", "")
    if not enterprise:
        yield row.problem("enterprise_missing", "enterprise")
    elif pattern("values", "enterprise_unclear").search(enterprise):
        yield row.problem("enterprise_unclear", "enterprise", value=enterprise)
    address, title = row.cells.get("source_url", ""), row.cells.get("source_title", "")
    if not address and not title:
        yield row.problem("source_missing", "source_url")
    elif _is_address(address) and not _host(address):
        yield row.problem("source_unsafe", "source_url", value=address)


def make_entry(
    row: ListRow, edition: Edition, library: Library, status: Status = Status.APPROVED
) -> Entry:
    """Make the entry of a row without problems."""
    making = _Making(row, edition, library)
    making.front |= {
        "year": edition.year,
        "title": making.cell("title"),
        "enterprise": making.cell("enterprise"),
        "level": labels("level")[edition.level.value],
        "group": making.cell("group"),
        "status": labels("status")[status.value],
    }
    for take in _TAKERS:
        take(making)
    making.front["sources"] = [_source(making)]
    return Entry(row, edition, making.front, tuple(making.remarks))


def _take_region(making: _Making) -> None:
    region = find_region(making.row, making.library)
    city = making.cell("city")
    if making.cell("region") and not making.find(VocabularyName.REGIONS, making.cell("region")):
        making.leave_out("region_unknown", "region", making.cell("region"))
    if region:
        making.front["region"] = region.label
    if city and making.find(VocabularyName.REGIONS, city) != region:
        making.front["city"] = city


def _take_fields(making: _Making) -> None:
    found = []
    for value in filter(None, pattern("values", "separators").split(making.cell("field"))):
        label = _field_label(making, value)
        if label:
            found.append(label)
            continue
        is_industry = making.find(VocabularyName.INDUSTRIES, value) or value.endswith(
            text("intake.industry_ending")
        )
        making.leave_out("field_industry" if is_industry else "field_unknown", "field", value)
    making.front["field"] = list(dict.fromkeys(found))


def _field_label(making: _Making, value: str) -> str:
    """Give a focus area's label, in the words of the edition where it has some."""
    wordings = making.edition.focus_areas
    for wording in wordings:
        if fold(value) in (fold(wording.label), wording.area):
            return wording.label
    term = making.find(VocabularyName.FOCUS_AREAS, value)
    if term is None:
        return ""
    return next((item.label for item in wordings if item.area == term.slug), term.label)


def _take_recommender(making: _Making) -> None:
    value = making.cell("recommender")
    if not value:
        return
    term = making.find(VocabularyName.RECOMMENDERS, value)
    if term is None:
        making.leave_out("recommender_unknown", "recommender", value)
        return
    printed = (item.printed for item in making.edition.recommenders if item.id == term.slug)
    making.front["recommender"] = next(printed, term.label)
    if fold(value) != fold(str(making.front["recommender"])):
        making.notes.append(text("intake.note.recommender", value=value))


def _take_industry(making: _Making) -> None:
    value = making.cell("industry")
    term = making.find(VocabularyName.INDUSTRIES, value) if value else None
    if term:
        making.front["industry"] = term.label
    elif value:
        making.leave_out("industry_unknown", "industry", value)


def _take_size(making: _Making) -> None:
    value = making.cell("size")
    known = {fold(label): label for label in labels("size").values()}
    if fold(value) in known:
        making.front["size"] = known[fold(value)]
    elif value:
        making.leave_out("size_unknown", "size", value)


def _take_number(making: _Making) -> None:
    value = making.cell("number")
    found = pattern("values", "number").match(value)
    if found and int(found["number"]):
        making.front["number"] = int(found["number"])
    elif value:
        making.remarks.append(making.row.problem("number_unknown", "number", value=value))


def _take_remark(making: _Making) -> None:
    value = making.cell("remark")
    if pattern("values", "remark_private").search(value):
        making.remarks.append(making.row.problem("remark_private", "remark"))
    elif value:
        stop = text("intake.note.stop")
        making.notes.append(text("intake.note.remark", value=value.rstrip(stop)) + stop)


_TAKERS: Final[tuple[Callable[[_Making], None], ...]] = (
    _take_fields,
    _take_recommender,
    _take_region,
    _take_industry,
    _take_size,
    _take_number,
    _take_remark,
)
"""What is read of a row, in the order in which an editor is told of what was left out."""


def _source(making: _Making) -> dict[str, str]:
    written, title = making.cell("source_url"), making.cell("source_title")
    host = _host(written)
    url = written if host else ""
    named = title or (text("intake.note.title", host=host) if host else written)
    source = {"title": named, "url": url, "note": "".join(making.notes)}
    return {key: value for key, value in source.items() if value}


def _is_address(written: str) -> bool:
    """Tell an address from the name of a document."""
    return ":" in written and written.isascii()


def _host(written: str) -> str:
    """Give the host of an http(s) address, else nothing."""
    try:
        parts = urlsplit(written)
        return (parts.hostname or "") if parts.scheme.lower() in _WEB else ""
    except ValueError:
        return ""
