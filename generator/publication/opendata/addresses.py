"""Where the files of the open data stand, and addresses as their records write them."""

from collections.abc import Iterable
from datetime import date
from typing import Final

from generator.library.case import Attachment, Source
from generator.pages import routes
from generator.pages.inputs import Inputs
from generator.pages.values import attachment_views, web_address
from generator.publication.opendata.records import FileRecord, SourceRecord

SCHEMA: Final = "schema/library.schema.json"
"""Uri of the JSON Schema of `library.json`."""


def address(inputs: Inputs, uri: str) -> str:
    """Give the absolute address of a uri (not encoded); relative to the site where it has none."""
    return inputs.config.site_url + routes.encoded(uri)


def iso(on: date | None) -> str | None:
    """Give a day, and the hour where there is one, as ISO 8601; None for none."""
    return on.isoformat() if on else None


def file_records(
    inputs: Inputs, path: str, attachments: Iterable[Attachment]
) -> tuple[FileRecord, ...]:
    """Give the attachments of the record whose source file is `path`."""
    site = inputs.config.site_url
    return tuple(
        FileRecord(title=view.title, address=site + view.uri if view.uri else view.url)
        for view in attachment_views(path, attachments)
    )


def source_records(sources: Iterable[Source]) -> tuple[SourceRecord, ...]:
    """Give the sources of a record; an address that may not be published is left out."""
    return tuple(
        SourceRecord(title=one.title, url=web_address(one.url), note=one.note) for one in sources
    )
