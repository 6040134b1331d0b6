"""The web server of the preview: pages and files to browsers, and the word that a page is old."""

import contextlib
import os
import socket
import socketserver
from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from ipaddress import ip_address
from typing import BinaryIO, Final
from urllib.parse import parse_qs, urlsplit

from generator.serving import own_pages
from generator.serving.answers import Answer, FindFile, Question, answer
from generator.serving.board import Board
from generator.serving.content_types import JSON
from generator.serving.ranges import UnsatisfiableError, wanted_part

PATIENCE: Final = 25.0
"""Seconds after which a page that waits for a change is told that there was none."""
_CHUNK: Final = 64 * 1024


@dataclass(frozen=True, slots=True)
class Desk:
    """All that an answer is made from."""

    board: Board
    search_file: FindFile


class Handler(BaseHTTPRequestHandler):
    """Answers one connection."""

    protocol_version = "HTTP/1.1"
    timeout = 60
    """Seconds of silence after which a connection is closed."""
    server: "Server"

    def do_GET(self) -> None:
        """Answer with a page, a file, or what has changed."""
        if not self._is_addressed():
            self._send(Answer("text/plain", status=HTTPStatus.MISDIRECTED_REQUEST))
            return
        question, desk = Question.of(self.path), self.server.desk
        if question.uri == own_pages.CHANGES:
            since = parse_qs(question.query).get("since", [""])[0]
            state = desk.board.wait(since, PATIENCE)
            self._send(Answer(JSON, own_pages.changes(state)))
            return
        self._send(answer(question, desk.board.state, desk.search_file))

    def do_HEAD(self) -> None:
        """Answer with the headers alone."""
        self.do_GET()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 -- the parent's name
        """Say nothing: the terminal is for what the editor should read."""

    def _is_addressed(self) -> bool:
        """Tell whether the request names this machine.

        A page elsewhere may lead its own name to 127.0.0.1 to read drafts; it cannot send ours.
        """
        name = urlsplit(f"//{self.headers.get('Host', '')}").hostname or ""
        return not self.server.is_private or name == "localhost" or _is_number(name)

    def _send(self, given: Answer) -> None:
        with contextlib.suppress(ConnectionError, TimeoutError):
            if given.path is None:
                self._headers(given, {"Content-Length": str(len(given.data))})
                self._body(BytesIO(given.data), len(given.data))
                return
            try:
                file = given.path.open("rb")
            except OSError:
                self._send(Answer("text/plain", status=HTTPStatus.NOT_FOUND))
                return
            with file:
                self._file(given, file)

    def _file(self, given: Answer, file: BinaryIO) -> None:
        """Send a file, the part of it that a player asks for, or the word that it is the same."""
        facts = os.fstat(file.fileno())
        size, tag = facts.st_size, f'"{facts.st_mtime_ns:x}-{facts.st_size:x}"'
        known = {"ETag": tag, "Accept-Ranges": "bytes"}
        if self.headers.get("If-None-Match") == tag:
            self._headers(given, known, HTTPStatus.NOT_MODIFIED)
            return
        is_same = self.headers.get("If-Range", tag) == tag
        try:
            part = wanted_part(self.headers.get("Range", ""), size) if is_same else None
        except UnsatisfiableError:
            nothing = {"Content-Range": f"bytes */{size}", "Content-Length": "0"}
            self._headers(given, nothing, HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE)
            return
        if part is None:
            self._headers(given, {**known, "Content-Length": str(size)})
            self._body(file, size)
            return
        there = f"bytes {part.start}-{part.stop - 1}/{size}"
        sizes = {"Content-Range": there, "Content-Length": str(len(part))}
        self._headers(given, {**known, **sizes}, HTTPStatus.PARTIAL_CONTENT)
        file.seek(part.start)
        self._body(file, len(part))

    def _headers(
        self, given: Answer, more: Mapping[str, str], status: HTTPStatus | None = None
    ) -> None:
        self.send_response(status or given.status)
        self.send_header("Content-Type", given.kind)
        self.send_header("Cache-Control", given.caching)
        self.send_header("X-Content-Type-Options", "nosniff")
        if given.location:
            self.send_header("Location", given.location)
        for name, value in more.items():
            self.send_header(name, value)
        self.end_headers()

    def _body(self, file: BinaryIO, length: int) -> None:
        if self.command == "HEAD":
            return
        while length and (data := file.read(min(length, _CHUNK))):
            self.wfile.write(data)
            length -= len(data)
        if length:  # cut short while it was sent: the browser must not wait for the rest
            self.close_connection = True


class Server(ThreadingHTTPServer):
    """Listens from the moment it is made; raises OSError when it cannot."""

    daemon_threads = True
    # Elsewhere it would let two programs listen at one port.
    allow_reuse_address = os.name == "posix"

    def __init__(self, host: str, port: int, desk: Desk) -> None:
        self.desk: Final = desk
        if ":" in host:
            self.address_family = socket.AF_INET6
        super().__init__((host, port), Handler)

    def server_bind(self) -> None:
        """Bind without asking for the host's name, which may take seconds."""
        socketserver.TCPServer.server_bind(self)
        self.server_name, self.server_port = str(self.server_address[0]), self.server_address[1]

    @property
    def is_private(self) -> bool:
        """Tell whether only this machine is answered."""
        host = str(self.server_address[0])
        return _is_number(host) and ip_address(host).is_loopback

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing when a browser hangs up: it may leave a page before all has come."""


def _is_number(name: str) -> bool:
    try:
        ip_address(name)
    except ValueError:
        return False
    return True
