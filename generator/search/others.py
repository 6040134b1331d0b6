"""What the search page finds beside cases: notices, videos, and the terms that have a page.

One file, looked through by name; the texts of notices are in the index as well. A record is a list
of texts, for it is read by a script: name, address, what is shown beside it, its other names (one a
line) and what only its kind has.
"""

from collections.abc import Iterable, Iterator
from typing import Final

from generator.catalogue.dimensions import Dimension
from generator.catalogue.terms import TermEntry
from generator.catalogue.videos import VideoEntry
from generator.library.lifecycle import Status
from generator.library.notice import Notice
from generator.pages import routes
from generator.pages.chapters import chapters_of, length_of
from generator.pages.inputs import Inputs
from generator.pages.lists import counted
from generator.pages.notices import notice_row
from generator.pages.values import minutes
from generator.search.sources import notices_in_order
from generator.strings import labels, text

Record = list[str]
TERMS: Final = (
    Dimension.METHOD,
    Dimension.FOCUS_AREA,
    Dimension.ENTERPRISE,
    Dimension.RECOMMENDER,
    Dimension.INDUSTRY,
    Dimension.REGION,
)
"""The dimensions whose terms are found, in the order in which they are shown."""


def others(inputs: Inputs) -> dict[str, list[Record]]:
    """Give everything but cases that the search page finds.

    `notices`: title, address, about, other names, kind, year; in the order of the index.
    `videos`: title, address, about, other names. `terms`: name, address, group, note, other names.
    """
    return {
        "notices": [_notice(inputs, notice) for notice in notices_in_order(inputs.catalogue)],
        "videos": [_video(inputs, entry) for entry in inputs.catalogue.videos],
        "terms": list(_terms(inputs)),
    }


def _notice(inputs: Inputs, notice: Notice) -> Record:
    row = notice_row(inputs, notice)
    about = _beside((row.mark, row.kind, row.date, row.issuer))
    names = _lines((notice.front.document_number, notice.front.issuer))
    return [row.link.label, row.link.uri, about, names, row.kind, notice.dated[:4]]


def _video(inputs: Inputs, entry: VideoEntry) -> Record:
    case = inputs.library.cases[entry.case_id]
    row, video = inputs.row(case), entry.video
    length = length_of(video)
    about = _beside((row.mark, row.link.label, row.enterprise.label, length and minutes(length)))
    firm = inputs.catalogue.enterprises[case.id]
    names = (
        *(chapter.title for chapter in chapters_of(video)),
        case.front.title,
        firm.name,
        *firm.other_names,
    )
    uri = f"{row.uri}#{routes.video_anchor(entry.number)}"
    return [video.title, uri, about, _lines(names)]


def _terms(inputs: Inputs) -> Iterator[Record]:
    for dimension in TERMS:
        group = text(f"pages.dimension.{dimension}.short")
        for slug, entry in inputs.entries[dimension].items():
            uri = inputs.term(dimension, slug).uri
            yield [entry.label, uri, group, _held(entry), _lines(_names(entry))]


def _names(entry: TermEntry) -> tuple[str, ...]:
    if entry.enterprise:
        return entry.enterprise.other_names
    return entry.term.aliases if entry.term else ()


def _held(entry: TermEntry) -> str:
    """Say how many cases a term has, or that an enterprise lost all its titles."""
    if entry.count:
        return str(counted(entry.counted))
    return labels("status")[Status.REVOKED] if entry.revoked_ids else ""


def _beside(parts: Iterable[object]) -> str:
    return text("pages.format.beside").join(str(part) for part in parts if part)


def _lines(names: Iterable[str]) -> str:
    return "\n".join(dict.fromkeys(" ".join(name.split()) for name in names if name.strip()))
