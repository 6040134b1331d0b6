"""Files and addresses that a front matter names."""

from collections.abc import Iterator
from typing import Final
from urllib.parse import urlsplit

from generator.findings import Fault, KeyPath
from generator.library.addresses import is_safe, source_target
from generator.library.case import Attachment, Case, Source, Video
from generator.library.lifecycle import VideoProvider
from generator.library.notice import PLAYED, Notice
from generator.library.rules.context import Context
from generator.library.rules.placing import at_key

_WEB: Final = frozenset({"http", "https"})
_FOLDER_DEPTH: Final = {"cases": 4, "notices": 3, "docs": 2}
"""Top folder → how many steps a path of a published file has at least."""


def check_files(record: Case | Notice, context: Context) -> Iterator[Fault]:
    """Let files that a front matter names lie in the project, and addresses be http(s).

    Our own rule: an attachment or a video without its file is a dead link on the page.
    """
    front = record.front
    yield from _check_attachments(record.path, front.attachments, context)
    yield from check_source_addresses(record.path, front.sources)
    if isinstance(record, Case):
        for number, video in enumerate(record.front.videos):
            yield from _check_video(record.path, ("videos", number), video, context)
    elif record.front.session and record.front.session.recording:
        yield from _check_recording(record.path, record.front.session.recording, context)


def check_source_addresses(path: str, sources: tuple[Source, ...]) -> Iterator[Fault]:
    """Let the addresses of sources be http or https."""
    for number, source in enumerate(sources):
        yield from _check_url(path, ("sources", number, "url"), source.url)


def _check_attachments(
    path: str, attachments: tuple[Attachment, ...], context: Context
) -> Iterator[Fault]:
    for number, attachment in enumerate(attachments):
        key = ("attachments", number)
        yield from _check_url(path, (*key, "url"), attachment.url)
        if attachment.file:
            yield from _check_file(path, (*key, "file"), attachment.file, context)
        elif not attachment.url:
            yield at_key(path, "attachment-missing", key, name=attachment.title, variant="nothing")


def _check_video(path: str, key: KeyPath, video: Video, context: Context) -> Iterator[Fault]:
    if video.provider is VideoProvider.FILE:
        if not video.file:
            yield at_key(path, "attachment-missing", key, name=video.title, variant="video-file")
        elif not is_web(video.file):
            yield from _check_file(path, (*key, "file"), video.file, context)
    elif not video.id:
        yield at_key(path, "attachment-missing", key, name=video.title, variant="video-id")
    elif not video.id.isascii() or not video.id.replace("-", "").replace("_", "").isalnum():
        yield at_key(path, "address-unsafe", (*key, "id"), address=video.id, variant="id")
    if video.captions:
        yield from _check_file(path, (*key, "captions"), video.captions, context)
    if video.poster:
        yield from _check_file(path, (*key, "poster"), video.poster, context, "image-missing")


def _check_recording(path: str, recording: str, context: Context) -> Iterator[Fault]:
    """Let a recording be an http(s) address, or a file beside the notice that browsers play."""
    key: KeyPath = ("session", "recording")
    if is_web(recording):
        return
    yield from _check_file(path, key, recording, context)
    if not recording.lower().endswith(PLAYED):
        yield at_key(path, "recording-format", key, name=recording, expected=PLAYED)


def _check_url(path: str, key: KeyPath, url: str) -> Iterator[Fault]:
    if url and not is_web(url):
        variant = "url" if is_safe(url) else ""
        yield at_key(path, "address-unsafe", key, address=url, variant=variant)


def _check_file(
    path: str, key: KeyPath, file: str, context: Context, code: str = "attachment-missing"
) -> Iterator[Fault]:
    if not is_safe(file):
        yield at_key(path, "address-unsafe", key, address=file)
        return
    fault = shortcoming(path, file, context)
    if fault is not None:
        yield at_key(path, code, key, name=file, variant=fault)


def shortcoming(path: str, target: str, context: Context) -> str | None:
    """Say why a file named in the source `path` cannot be published: a variant, None if it can."""
    if is_web(target) or target.startswith("//"):
        return "elsewhere"
    resolved = source_target(path, target)
    if resolved is None:
        return "outside"
    file, _ = resolved
    if not context.exists(file):
        return ""
    return None if is_published(file) else "unpublished"


def is_published(file: str) -> bool:
    """Tell whether a file lies where pictures and attachments are published from.

    An index.html would overwrite the page of its folder.
    """
    steps = file.split("/")
    deep = len(steps) >= _FOLDER_DEPTH.get(steps[0], len(steps) + 1)
    return deep and steps[-1].casefold() != "index.html"


def is_web(address: str) -> bool:
    """Tell whether an address is a full http or https address."""
    try:
        parts = urlsplit(address.strip())
    except ValueError:
        return False
    return parts.scheme.lower() in _WEB and bool(parts.netloc)
