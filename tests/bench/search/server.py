"""A web server that counts: what a browser fetches, in bytes as a public host would send them."""

import gzip
import http.server
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http import HTTPStatus
from pathlib import Path
from typing import Any, Final

KINDS: Final[Mapping[str, str]] = {
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".wasm": "application/wasm",
}
"""What public hosts compress; anything else goes as it is."""


@dataclass
class Traffic:
    """What was fetched since the last look."""

    requests: int = 0
    size: int = 0
    """Bytes of the bodies, compressed where a public host would compress."""
    missing: list[str] = field(default_factory=list)
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _ready: dict[Path, bytes] = field(default_factory=dict)

    def count(self, data: bytes) -> None:
        """Note one answer."""
        with self._lock:
            self.requests += 1
            self.size += len(data)

    def taken(self) -> tuple[int, int]:
        """Give requests and bytes since the last look."""
        with self._lock:
            seen = self.requests, self.size
            self.requests = self.size = 0
        return seen

    def compressed(self, path: Path) -> bytes:
        """Give a file as gzip: made once, so that no query waits for it."""
        if path not in self._ready:
            self._ready[path] = gzip.compress(path.read_bytes(), 6)
        return self._ready[path]


class _Handler(http.server.SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    # Else the second write of an answer waits for the browser's word on the first: 40 ms.
    disable_nagle_algorithm = True
    wbufsize = -1

    def __init__(self, *args: Any, traffic: Traffic, **kwargs: Any) -> None:
        self._traffic = traffic
        super().__init__(*args, **kwargs)

    def do_GET(self) -> None:
        """Answer with a file; the browser may keep none, so that every use is counted."""
        path = Path(self.translate_path(self.path))
        kind = KINDS.get(path.suffix, "")
        found = path.is_file()
        data = (self._traffic.compressed(path) if kind else path.read_bytes()) if found else b""
        if not found and path.name != "favicon.ico":
            self._traffic.missing.append(self.path)
        self._traffic.count(data)
        self.send_response(HTTPStatus.OK if found else HTTPStatus.NOT_FOUND)
        self.send_header("Content-Type", kind or "application/octet-stream")
        self.send_header("Cache-Control", "no-store")
        if found and kind:
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)
        self.wfile.flush()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 -- the parent's name
        """Say nothing."""


class _Server(http.server.ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 64

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing when a browser hangs up."""


@contextmanager
def counting(folder: Path) -> Iterator[tuple[str, Traffic]]:
    """Serve a folder while the block runs; gives its address, ending in '/', and the count."""
    traffic = Traffic()
    server = _Server(("127.0.0.1", 0), partial(_Handler, directory=str(folder), traffic=traffic))
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/", traffic
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
