"""Pages in a real browser: a server of files and made pages, and headless Chromium that visits it.

A *probe* is a page of ours whose script opens other pages of the same server in frames, looks at
them, and posts what it found to the server.
"""

import functools
import http.server
import json
import queue
import subprocess
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

SECONDS = 90
_QUIET = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--hide-scrollbars",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--remote-debugging-port=0",
    "--window-size=1400,1000",
]


class _Handler(http.server.SimpleHTTPRequestHandler):
    def __init__(
        self, *args: object, made: Mapping[str, str], found: queue.Queue[object], **kwargs: object
    ) -> None:
        self._made = made
        self._found = found
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        """Answer with a made page, else with a file."""
        page = self._made.get(unquote(self.path.partition("?")[0]))
        if page is None:
            super().do_GET()
        else:
            self._answer(page.encode("utf-8", errors="replace"))

    def do_POST(self) -> None:
        """Take what a probe found."""
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self._answer(b"")
        self._found.put(json.loads(body))

    def _answer(self, data: bytes) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 -- the parent's name
        """Say nothing."""


@dataclass(frozen=True, slots=True)
class Server:
    """A server on this machine."""

    address: str
    found: queue.Queue[object]

    def visit(self, path: str, profile: Path) -> object:
        """Open a probe page in Chromium and give what it posted."""
        arguments = ["chromium", *_QUIET, f"--user-data-dir={profile}", self.address + path]
        with subprocess.Popen(
            arguments, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        ) as browser:
            try:
                return self.found.get(timeout=SECONDS)
            finally:
                browser.kill()


@contextmanager
def served(folder: Path, made: Mapping[str, str]) -> Iterator[Server]:
    """Serve a folder and made pages (path → HTML)."""
    found: queue.Queue[object] = queue.Queue()
    handler = functools.partial(_Handler, directory=str(folder), made=made, found=found)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield Server(f"http://127.0.0.1:{server.server_address[1]}", found)
    finally:
        server.shutdown()
        server.server_close()


def probe(script: str, **values: object) -> str:
    """Give a probe page: `script` is the body of an async function that returns what it found."""
    known = "".join(f"const {name} = {json.dumps(value)};" for name, value in values.items())
    known = known.replace("<", "\\u003c")
    return (
        '<!doctype html><meta charset="utf-8"><body><script>const send = fetch.bind(window);'
        f"{known}(async () => {{ {script} }})()"
        ".catch(error => ({failed: String(error)}))"
        ".then(found => send('/found', {method: 'POST', body: JSON.stringify(found)}));"
        "</script>"
    )
