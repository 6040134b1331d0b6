"""Which files of the content folders stand beside the pages.

Only files that a built page names are published: an editor may keep the original Word file or the
evidence of an application in the same folder, and it must not go out by accident.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.library.addresses import source_target
from generator.library.body import AnyBody
from generator.library.case import Attachment, Case
from generator.library.library import Library
from generator.library.notice import Notice
from generator.pages import routes


@dataclass(frozen=True, slots=True, order=True)
class PublishedFile:
    """A file of the project and the address it is published at."""

    path: str
    """'/'-separated, relative to the root."""
    uri: str


def published_files(library: Library) -> tuple[PublishedFile, ...]:
    """Give every file that a listed case, a notice or a document names, sorted by path."""
    named: set[PublishedFile] = set()
    for case in library.cases.values():
        if case.is_listed:
            named.update(_resolve(case.path, _of_case(case)))
    for notice in library.notices.values():
        named.update(_resolve(notice.path, _of_notice(notice)))
    return tuple(sorted(named))


def _of_case(case: Case) -> Iterator[str]:
    yield from _of_body(case.body)
    yield from _files(case.front.attachments)
    for video in case.front.videos:
        yield from (address for address in (video.file, video.captions, video.poster) if address)


def _of_notice(notice: Notice) -> Iterator[str]:
    yield from _of_body(notice.body)
    yield from _files(notice.front.attachments)
    if notice.front.session and notice.front.session.recording:
        yield notice.front.session.recording


def _of_body(body: AnyBody) -> Iterator[str]:
    yield from (reference.target for reference in (*body.images, *body.links))


def _files(attachments: tuple[Attachment, ...]) -> Iterator[str]:
    yield from (attachment.file for attachment in attachments if attachment.file)


def _resolve(path: str, targets: Iterator[str] | tuple[str, ...]) -> Iterator[PublishedFile]:
    for target in targets:
        resolved = source_target(path, target)
        if resolved is None or resolved[0] == path or resolved[0].lower().endswith(".md"):
            continue
        uri = routes.asset_of_source(resolved[0])
        if uri is not None and not resolved[0].startswith("docs/"):
            yield PublishedFile(resolved[0], uri)
