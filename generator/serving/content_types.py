"""What a file is, by its ending: the same on every machine, whatever its own tables say."""

import mimetypes
from typing import Final

HTML: Final = "text/html; charset=utf-8"
JSON: Final = "application/json; charset=utf-8"
_TYPES: Final = {
    "css": "text/css; charset=utf-8",
    "csv": "text/csv; charset=utf-8",
    "html": HTML,
    "ics": "text/calendar; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "json": JSON,
    "m4v": "video/mp4",
    "md": "text/markdown; charset=utf-8",
    "mp4": "video/mp4",
    "svg": "image/svg+xml",
    "txt": "text/plain; charset=utf-8",
    "vtt": "text/vtt; charset=utf-8",
    "webm": "video/webm",
    "webmanifest": "application/manifest+json",
    "webp": "image/webp",
    "xml": "application/xml; charset=utf-8",
}


def content_type(uri: str) -> str:
    """Give the Content-Type of what is published at an address; a page's ends in '/'."""
    name = uri.rpartition("/")[2]
    ending = name.rpartition(".")[2].lower() if "." in name else ""
    known = HTML if not name else _TYPES.get(ending)
    return known or mimetypes.guess_type(name, strict=False)[0] or "application/octet-stream"
