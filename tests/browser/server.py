"""A small web server of files and made pages, as a public host would serve them."""

import gzip
import http.server
import re
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http import HTTPStatus
from pathlib import Path
from typing import Any, Final
from urllib.parse import unquote

STRICT_POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "media-src 'self'; connect-src 'self'; manifest-src 'self'; "
    "frame-src https://player.bilibili.com https://v.qq.com https://player.youku.com; "
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
"""What an operator is advised to send. Written out here: were the site's own policy to grow laxer,
the pages would still be tried under this one."""

_RANGE: Final = re.compile(r"bytes=(\d+)-(\d*)")
_COMPRESSED: Final = ("text/", "application/json", "application/xml", "image/svg+xml")


@dataclass(frozen=True, slots=True)
class Manner:
    """How a server answers."""

    headers: Mapping[str, str] = field(default_factory=dict)
    """Sent with every answer."""
    compress: bool = False
    """Send text compressed to browsers that take gzip."""
    made: Mapping[str, str] = field(default_factory=dict)
    """Path → HTML of pages that are no files."""


class _Handler(http.server.SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    extensions_map: Final = {  # type: ignore[misc]  # the parent does not say that it is constant
        **http.server.SimpleHTTPRequestHandler.extensions_map,
        ".js": "text/javascript; charset=utf-8",
        ".html": "text/html; charset=utf-8",
        ".css": "text/css; charset=utf-8",
        ".svg": "image/svg+xml",
        ".vtt": "text/vtt",
        ".ics": "text/calendar",
    }

    def __init__(self, *args: Any, manner: Manner, **kwargs: Any) -> None:
        self._manner = manner
        super().__init__(*args, **kwargs)

    def do_GET(self) -> None:
        """Answer with a made page, a file, or the page for lost addresses."""
        made = self._manner.made.get(unquote(self.path.partition("?")[0]))
        path = Path(self.translate_path(self.path))
        if made is not None:
            self._answer(made.encode("utf-8", errors="replace"), "text/html; charset=utf-8")
        elif path.is_dir() and not self.path.partition("?")[0].endswith("/"):
            self._answer(b"", "text/plain", 301, {"Location": self.path + "/"})
        elif (path := path / "index.html" if path.is_dir() else path).is_file():
            self._file(path.read_bytes(), self.guess_type(str(path)))
        else:
            lost = Path(self.directory, "404.html")
            data = lost.read_bytes() if lost.is_file() else b""
            self._answer(data, "text/html; charset=utf-8", HTTPStatus.NOT_FOUND)

    def _file(self, data: bytes, kind: str) -> None:
        """Send a file, or the part of it that a player asks for."""
        wanted = _RANGE.fullmatch(self.headers.get("Range", ""))
        if wanted is None:
            self._answer(data, kind, extra={"Accept-Ranges": "bytes"})
            return
        first = int(wanted[1])
        last = min(int(wanted[2] or len(data)), len(data) - 1)
        there = {"Content-Range": f"bytes {first}-{last}/{len(data)}"}
        self._answer(data[first : last + 1], kind, HTTPStatus.PARTIAL_CONTENT, there)

    def _answer(
        self, data: bytes, kind: str, status: int = 200, extra: Mapping[str, str] | None = None
    ) -> None:
        headers = {"Content-Type": kind, **self._manner.headers, **(extra or {})}
        takes_gzip = "gzip" in self.headers.get("Accept-Encoding", "")
        if self._manner.compress and takes_gzip and kind.startswith(_COMPRESSED):
            data = gzip.compress(data, 6)
            headers["Content-Encoding"] = "gzip"
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 -- the parent's name
        """Say nothing."""


class _Server(http.server.ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing when a browser hangs up: it may leave a page before all has come."""


@contextmanager
def served(folder: Path, manner: Manner | None = None) -> Iterator[str]:
    """Serve a folder while the block runs; gives the address of its root, ending in '/'."""
    handler = partial(_Handler, directory=str(folder), manner=manner or Manner())
    server = _Server(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
