"""A case: an approved typical experience, or the list entry of one whose text is not published.

`CaseFrontMatter` is what an editor types (Chinese labels); `Case` is what the program works with
(slugs). The JSON Schema of the first is what editors' tools complete and check.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from operator import attrgetter
from typing import Any, Final

from pydantic import Field

from generator.library.body import EMPTY_BODY, AnyBody
from generator.library.ids import CaseId, EditionId, NoticeId, is_demonstration_id
from generator.library.lifecycle import (
    Direction,
    Level,
    RevocationGround,
    Size,
    Status,
    VideoProvider,
)
from generator.library.record import Record


class Source(Record):
    """Where a fact comes from."""

    title: str
    """Name of the document, page or news item."""
    url: str = ""
    """Its http(s) address; empty for a printed document."""
    note: str = ""
    """What the source does and does not say."""


class Attachment(Record):
    """A file or page that belongs to a case or a notice."""

    title: str
    file: str = ""
    """Path relative to the Markdown file; the file is published beside the page."""
    url: str = ""
    """http(s) address when the attachment lies elsewhere."""


class VideoPart(Record):
    """A part of a video, a chapter of the player."""

    title: str
    minutes: float = Field(gt=0, le=600)


class Video(Record):
    """A video of the case; its parts follow the rule of the edition (2 + 28, or 1 + 28 + 1)."""

    title: str
    provider: VideoProvider
    """Typed in Chinese: 本站文件, 哔哩哔哩, 腾讯视频, 优酷."""
    file: str = ""
    """Provider file: path relative to the Markdown file, or an http(s) address."""
    id: str = ""
    """Other providers: the id of the video there (BV…)."""
    minutes: float | None = Field(default=None, gt=0, le=600)
    """Whole length; the parts must add up to it."""
    parts: tuple[VideoPart, ...] = ()
    captions: str = ""
    """WebVTT file, relative to the Markdown file."""
    poster: str = ""
    """Still image, relative to the Markdown file."""
    published_on: date | None = None


class Indicator(Record):
    """A result measured over the three years before the application, beside its industry."""

    name: str
    unit: str = ""
    values: dict[int, float]
    """Year → value, e.g. {2019: 96.1, 2020: 97.4, 2021: 98.8}."""
    industry_average: float | None = None
    industry_best: float | None = None
    rank: int | None = Field(default=None, ge=1)
    """The enterprise's place in its industry, 1 is best."""
    direction: Direction = Direction.HIGHER
    """Typed in Chinese: 越大越好, 越小越好."""
    note: str = ""


class Revocation(Record):
    """The end of a title (management rules, article 24). All three facts are needed."""

    revoked_on: date
    ground: RevocationGround
    """Typed in Chinese: 申报材料弄虚作假, 发生重大责任事故."""
    notice: str
    """Id of the 撤销公告."""


class CaseFrontMatter(Record):
    """The front matter of a case, in the order in which an editor meets the keys."""

    year: int = Field(ge=2000, le=2100)
    """Year of the edition; equals the folder's."""
    field: tuple[str, ...] = ()
    """Focus areas, by the edition's or the permanent label."""
    method: tuple[str, ...] = ()
    """Quality methods, by label or alias."""
    recommender: str = ""
    """Recommender, as that edition prints it."""
    title: str = ""
    """Title; empty where the list did not publish one."""
    enterprise: str = Field(min_length=1)
    """Full name of the enterprise."""
    enterprise_aliases: tuple[str, ...] = ()
    """Former names, short names, English names."""
    level: Level = Level.NATIONAL
    """Whose benchmark it is."""
    region: str = ""
    """Province, city with a separate plan, or the corps."""
    city: str = ""
    """City below the region."""
    industry: str = ""
    """Division of GB/T 4754-2017: two-digit code or label."""
    size: Size | None = None
    """Size of the enterprise."""
    group: str = ""
    """Group in the printed result list."""
    number: int | None = Field(default=None, ge=1)
    """Running number in the printed result list."""
    status: Status = Status.DRAFT
    """State of the case."""
    publicity_on: date | None = None
    """First day of the publicity period."""
    approved_on: date | None = None
    """Day of the result notice."""
    revocation: Revocation | None = None
    """Only for a revoked case: all that ends a title."""
    summary: str = ""
    """Summary, a section of its own in 2014 to 2021."""
    videos: tuple[Video, ...] = ()
    """Videos."""
    indicators: tuple[Indicator, ...] = ()
    """Results of three years."""
    honours: tuple[str, ...] = ()
    """Honours that concern this experience."""
    attachments: tuple[Attachment, ...] = ()
    """Files of the case."""
    lineage: tuple[str, ...] = ()
    """Ids of the cases that it grew from."""
    notices: tuple[str, ...] = ()
    """Ids of the notices that named it."""
    sources: tuple[Source, ...] = ()
    """Where the facts come from; needed for a real entry."""
    demonstration: bool = False
    """True for a fictional case."""
    schema_: str = Field(default="", alias="$schema")
    """JSON Schema for editors' tools."""


@dataclass(frozen=True, slots=True)
class Case:
    """A case whose labels are resolved to slugs."""

    id: CaseId
    edition: EditionId
    path: str
    """The file, '/'-separated, relative to the root."""
    front: CaseFrontMatter
    fields: tuple[str, ...] = ()
    """Slugs of focus areas, in the order typed, without repetition."""
    methods: tuple[str, ...] = ()
    recommender: str = ""
    """Slug of the recommender, or empty."""
    region: str = ""
    """Slug of the region, or empty."""
    industry: str = ""
    """Two-digit code, or empty."""
    body: AnyBody = EMPTY_BODY

    def __reduce__(self) -> tuple[Any, ...]:
        """Give how to make it again: a third of the time of a dataclass's own way."""
        return Case, _values(self)

    @property
    def is_demonstration(self) -> bool:
        """Tell whether the case is fictional."""
        return self.front.demonstration or is_demonstration_id(self.id)

    @property
    def is_listed(self) -> bool:
        """Tell whether the case stands in catalogues, counts, feeds and search."""
        return self.front.status is Status.APPROVED

    @property
    def named_in(self) -> tuple[NoticeId, ...]:
        """Give the ids of the notices that the front matter names."""
        return tuple(NoticeId(text) for text in self.front.notices)


CaseIndex = Mapping[CaseId, Case]
"""Cases by id."""


_values: Final = attrgetter(*(one.name for one in fields(Case)))
