"""An address to its answer, without a word about sockets."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from http import HTTPStatus
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urlsplit

from generator.pages import routes
from generator.pages.planned import PlannedPage
from generator.serving import own_pages
from generator.serving.board import State
from generator.serving.content_types import HTML, content_type
from generator.serving.problems import of_error
from generator.serving.snapshot import Snapshot

NO_STORE: Final = "no-store"
"""Of what is made when it is asked for."""
REVALIDATE: Final = "no-cache"
"""Of files: a browser asks each time, and is mostly told that nothing changed."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What is sent."""

    kind: str
    """Content-Type."""
    data: bytes = b""
    path: Path | None = None
    """A file to send in place of the data."""
    status: HTTPStatus = HTTPStatus.OK
    location: str = ""
    """Where to go instead."""

    @property
    def caching(self) -> str:
        """Give the Cache-Control."""
        return REVALIDATE if self.path else NO_STORE


FindFile = Callable[[str], Path | None]
"""Gives a file of the search by its uri."""


@dataclass(frozen=True, slots=True)
class Question:
    """What a browser asks for."""

    uri: str
    """Decoded, relative to the root."""
    query: str

    @classmethod
    def of(cls, target: str) -> "Question":
        """Read the target of a request line; what is no address leads nowhere."""
        try:
            # Not a host: two slashes at the beginning are an address of ours all the same.
            parts = urlsplit("/" + target.lstrip("/") if target.startswith("/") else target)
            return cls(unquote(parts.path, errors="strict").removeprefix("/"), parts.query)
        except ValueError:
            return cls("\0", "")


def answer(question: Question, state: State, search_file: FindFile) -> Answer:
    """Give the answer to a question; every published file and page is found in the snapshot."""
    uri = question.uri
    if uri in own_pages.RESOURCES:
        return Answer(content_type(uri), own_pages.resource(uri))
    snapshot = state.snapshot
    if snapshot is None:
        page = own_pages.problems_page if state.problems else own_pages.waiting_page
        return _html(page(state), HTTPStatus.SERVICE_UNAVAILABLE)
    if uri == own_pages.DRAFTS:
        return _html(own_pages.drafts_page(state, snapshot.drafts.cases if snapshot.drafts else ()))
    try:
        return _from(snapshot, question, state, search_file)
    except Exception as error:  # noqa: BLE001 -- a template can raise anything
        problems = of_error(error, snapshot.project.theme_path)
        html = own_pages.problems_page(state, problems)
        return _html(html, HTTPStatus.INTERNAL_SERVER_ERROR)


def _from(snapshot: Snapshot, question: Question, state: State, search_file: FindFile) -> Answer:
    uri = question.uri
    if planned := snapshot.page(uri):
        return _page(snapshot, planned, state)
    if uri in snapshot.made:
        return Answer(content_type(uri), snapshot.made[uri])
    if path := snapshot.file(uri) or search_file(uri):
        return Answer(content_type(uri), path=path)
    if snapshot.drafts and (planned := snapshot.drafts.page(uri)):
        notice = partial(own_pages.with_notice, case=snapshot.drafts.case(uri))
        return _page(snapshot, planned, state, notice)
    if uri and not uri.endswith("/") and snapshot.has_page(f"{uri}/"):
        there = "/" + routes.encoded(f"{uri}/") + (f"?{question.query}" if question.query else "")
        return Answer(HTML, status=HTTPStatus.FOUND, location=there)
    html = own_pages.with_reload(snapshot.not_found(), state)
    return _html(html, HTTPStatus.NOT_FOUND)


def _page(
    snapshot: Snapshot, planned: PlannedPage, state: State, mark: Callable[[str], str] = str
) -> Answer:
    html, kind = snapshot.html(planned), content_type(planned.uri)
    if kind == HTML:
        html = own_pages.with_reload(mark(html), state)
    return Answer(kind, _encoded(html))


def _html(text: str, status: HTTPStatus = HTTPStatus.OK) -> Answer:
    return Answer(HTML, _encoded(text), status=status)


def _encoded(text: str) -> bytes:
    """Give the bytes that a build would write."""
    return text.encode("utf-8", errors="xmlcharrefreplace")
