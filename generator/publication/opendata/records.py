"""The records of `library.json`: cases and the pieces that records share.

They are a contract with readers, apart from the library's own records: a field is added with a new
minor version, taken away or given another meaning only with a new major one. The published JSON
Schema is made from them; what each field means is said in strings/zh/publication_opendata.toml.
"""

from typing import Annotated, Final, Literal

from pydantic import BaseModel, ConfigDict, Field

from generator.library.lifecycle import Direction, Level, Size, VideoProvider

SCHEMA_VERSION: Final = "1.0"
"""Of the records; goes into `library.json`."""


Day = Annotated[str, Field(json_schema_extra={"format": "date"})]
"""An ISO day: 2022-10-20."""
Address = Annotated[str, Field(json_schema_extra={"format": "uri-reference"})]
"""Absolute; relative to the site's root where the site does not know its own address."""


class Open(BaseModel):
    """A record of the open data: every field is always there."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class TermRef(Open):
    """A term of a vocabulary."""

    id: str
    label: str


class PrintedRef(Open):
    """A term under the permanent label and as the case's round prints it."""

    id: str
    label: str
    printed: str


class EnterpriseRef(Open):
    """An enterprise: equal ids are one enterprise, whatever the name."""

    id: str
    name: str
    aliases: tuple[str, ...]


class YearValue(Open):
    """A value of an indicator."""

    year: int
    value: float


class IndicatorRecord(Open):
    """A result of three years."""

    name: str
    unit: str
    values: tuple[YearValue, ...]
    industry_average: float | None
    industry_best: float | None
    rank: int | None
    direction: Direction
    note: str


class VideoRecord(Open):
    """A video of a case."""

    title: str
    provider: VideoProvider
    address: Address
    minutes: float | None
    published_on: Day | None


class FileRecord(Open):
    """An attachment: its title and where it is."""

    title: str
    address: Address


class SourceRecord(Open):
    """Where a fact comes from."""

    title: str
    url: str
    note: str


class CaseRecord(Open):
    """A listed case."""

    id: str
    year: int
    edition: str
    level: Level
    demonstration: bool
    title: str
    enterprise: EnterpriseRef
    region: TermRef | None
    city: str
    focus_areas: tuple[PrintedRef, ...]
    methods: tuple[TermRef, ...]
    recommender: PrintedRef | None
    industry: TermRef | None
    size: Size | None
    group: str
    number: int | None
    status: Literal["approved"]
    publicity_on: Day | None
    approved_on: Day | None
    summary: str
    has_text: bool
    indicators: tuple[IndicatorRecord, ...]
    honours: tuple[str, ...]
    videos: tuple[VideoRecord, ...]
    attachments: tuple[FileRecord, ...]
    lineage: tuple[str, ...]
    notices: tuple[str, ...]
    sources: tuple[SourceRecord, ...]
    address: Address
