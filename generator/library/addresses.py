"""Addresses as authors write them, resolved inside the project."""

import posixpath
from typing import Final
from urllib.parse import unquote, urlsplit

_SAFE_SCHEMES: Final = frozenset({"http", "https", "mailto"})


def source_target(path: str, target: str) -> tuple[str, str] | None:
    """Resolve a relative address written in the source file `path`.

    Gives (source path of the target, anchor); the path is `path` itself for a mere `#anchor`.
    None for an absolute address (`https://…`, `mailto:…`, `//host`, `/root`, percent-encoded or
    not) and for one that climbs out of the project.
    """
    try:
        parts = urlsplit(target)
    except ValueError:
        return None
    decoded = unquote(parts.path)
    if parts.scheme or parts.netloc or decoded.startswith(("/", "\\")):
        return None
    anchor = unquote(parts.fragment)
    if not decoded:
        return path, anchor
    joined = posixpath.normpath(posixpath.join(posixpath.dirname(path), decoded))
    return None if joined.startswith("..") else (joined, anchor)


def is_safe(address: str) -> bool:
    """Tell whether an absolute address may be published: http, https or mailto, or no scheme."""
    try:
        scheme = urlsplit(address.strip()).scheme.lower()
    except ValueError:
        return False
    return not scheme or scheme in _SAFE_SCHEMES
