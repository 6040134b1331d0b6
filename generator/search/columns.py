"""The metadata of all listed cases in columns: what the finder filters, counts, sorts and draws.

A column compresses far better than a record a case: one file holds up to `LIMIT` cases. In a
larger library the names (titles and enterprises) lie in files of `BLOCK` cases, of which a browser
fetches those it shows; there the index marks what stands in names. `theme/finder/40-columns.js`
reads what is written here.
"""

import re
from collections.abc import Sequence
from typing import Any, Final, NamedTuple

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.ordering import label_key
from generator.catalogue.terms import TermEntry
from generator.library.case import Case
from generator.library.ids import CaseId, edition_of
from generator.library.library import Library
from generator.search.facets import Facet, FacetName, Table
from generator.search.packing import pack
from generator.search.store import Shelf, put_json

LIMIT: Final = 20_000
"""Cases whose names still stand in the one file."""
BLOCK: Final = 500
"""Cases of a file of names."""
VIDEO: Final = 1
TEXT: Final = 2
DEMONSTRATION: Final = 4
_NUMBER: Final = re.compile(r"(.*\D)(\d+)", re.ASCII)
_BREAKS: Final = {ord(character): " " for character in "\t\n\r"}
"""They part the names in a column; a browser shows them as spaces anyway."""


def has_whole_names(count: int, limit: int = LIMIT) -> bool:
    """Tell whether the one file holds the names of so many cases."""
    return count <= limit


class ColumnFiles(NamedTuple):
    """The names of the files that were written."""

    columns: str
    order: str
    blocks: tuple[str, ...]
    """Files of names, where the columns do not hold them."""


def write_columns(
    shelf: Shelf, table: Table, catalogue: Catalogue, limit: int = LIMIT
) -> ColumnFiles:
    """Write the columns and the orders; raises OSError."""
    whole = has_whole_names(len(table.ids), limit)
    parts = [] if whole else name_blocks(table, catalogue)
    blocks = tuple(put_json(shelf, part) for part in parts)
    known = columns(table, catalogue.library, catalogue, blocks)
    orders = order(table, catalogue, whole=whole)
    return ColumnFiles(put_json(shelf, known), put_json(shelf, orders), blocks)


def columns(
    table: Table, library: Library, catalogue: Catalogue, blocks: Sequence[str] = ()
) -> dict[str, Any]:
    """Give the one file; `blocks` names the files of names where they are not in it."""
    cases = [library.cases[case_id] for case_id in table.ids]
    flags = [
        VIDEO * video + TEXT * text + DEMONSTRATION * case.is_demonstration
        for case, video, text in zip(cases, table.has_video, table.has_text, strict=True)
    ]
    names = {"block": BLOCK, "blocks": blocks} if blocks else {"names": _names(cases, catalogue)}
    return {
        "count": len(cases),
        "ids": id_runs(table.ids),
        "facets": {str(name): _facet(facet) for name, facet in table.facets.items()},
        "flags": pack(flags),
        "printed": _printed(table, library),
        **names,
    }


def name_blocks(table: Table, catalogue: Catalogue) -> list[dict[str, Any]]:
    """Give the names of all cases in files of `BLOCK`, the oldest cases first."""
    cases = [catalogue.library.cases[case_id] for case_id in table.ids]
    starts = range(0, len(cases), BLOCK)
    return [_names(cases[start : start + BLOCK], catalogue) for start in starts]


def order(table: Table, catalogue: Catalogue, *, whole: bool = True) -> dict[str, str]:
    """Give the rows by title, as a reader looks them up; equal titles the newest first.

    A case without a title stands where the name of its enterprise does: that is what is shown.
    Where the columns do not hold the enterprises the rows by enterprise are given too.
    """
    cases = [catalogue.library.cases[case_id] for case_id in table.ids]
    keys = [label_key(case.front.title or case.front.enterprise, "") for case in cases]
    found = {"title": pack(_sorted(keys))}
    if not whole:
        found["enterprise"] = pack(_sorted([catalogue.enterprise(case.id).place for case in cases]))
    return found


def id_runs(ids: Sequence[CaseId]) -> list[list[str | int]]:
    """Give ids as runs: what stands before the number, then pairs of a number and a count.

    So many ids begin at the number, each one less than the one before: a round numbers its cases
    without gaps, and the oldest first is the catalogue's order reversed. A number keeps its zeros.
    """
    runs: list[list[str | int]] = []
    head = following = ""
    for case_id in ids:
        match = _NUMBER.fullmatch(case_id)
        assert match is not None, "a CaseId ends in a number"
        if not runs or match[1] != head:
            head, following = match[1], ""
            runs.append([head])
        if match[2] != following:
            runs[-1] += [match[2], 0]
        runs[-1][-1] = int(runs[-1][-1]) + 1
        following = f"{int(match[2]) - 1:0{len(match[2])}}"
    return runs


def _facet(facet: Facet) -> dict[str, Any]:
    """Give a facet's terms, how many each row has, and which, row by row."""
    return {
        "nodes": [[node.value, node.label, node.parent, *node.others] for node in facet.nodes],
        "counts": pack([len(places) for places in facet.of]),
        "places": pack([place for places in facet.of for place in places]),
    }


def _names(cases: Sequence[Case], catalogue: Catalogue) -> dict[str, Any]:
    """Give titles and enterprises; `said` holds the rows whose case names its firm otherwise.

    A firm stands with its other names; the firms are in the reader's order, so that in a whole
    file their codes sort the rows.
    """
    entries = {case.id: catalogue.enterprise(case.id) for case in cases}
    firms = sorted({entry.slug: entry for entry in entries.values()}.values(), key=_place)
    codes = {entry.slug: code for code, entry in enumerate(firms)}
    said = {
        row: _line(case.front.enterprise)
        for row, case in enumerate(cases)
        if case.front.enterprise != entries[case.id].label
    }
    return {
        "titles": "\n".join(_line(case.front.title) for case in cases),
        "firms": "\n".join(_firm(entry) for entry in firms),
        "firm": pack([codes[entries[case.id].slug] for case in cases]),
        "said": said,
    }


def _place(entry: TermEntry) -> int:
    return entry.place


def _firm(entry: TermEntry) -> str:
    others = entry.enterprise.other_names if entry.enterprise else ()
    return "\t".join(map(_line, (entry.label, *others)))


def _line(text: str) -> str:
    return text.translate(_BREAKS)


def _printed(table: Table, library: Library) -> dict[str, dict[int, str]]:
    """Give, by edition, the offices that it prints under another name than the vocabulary's."""
    offices = enumerate(table.facets[FacetName.RECOMMENDER].nodes)
    codes = {node.value: (code, node.label) for code, node in offices}
    held = {edition_of(case_id) for case_id in table.ids}
    found = {
        str(edition_id): {
            codes[named.id][0]: named.printed
            for named in edition.recommenders
            if named.id in codes and named.printed not in ("", codes[named.id][1])
        }
        for edition_id, edition in library.editions.items()
        if edition_id in held
    }
    return {edition_id: names for edition_id, names in found.items() if names}


def _sorted(keys: Sequence[Any]) -> list[int]:
    """Give the rows by their keys, the newest of equal ones first."""
    return sorted(range(len(keys) - 1, -1, -1), key=keys.__getitem__)
