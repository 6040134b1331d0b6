"""The web server: types, parts, conditions, and that nothing unpublished goes out."""

import socket
from http.client import HTTPConnection

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.serving.answers import Question
from tests.serving.tools import CASE, Running, running


def a_file(preview: Running) -> str:
    """Give the address of a published picture."""
    page = preview.ask("/assets/biaogan.svg")
    assert page.status == 200
    return "/assets/biaogan.svg"


def test_pages_are_never_kept_and_files_are_asked_after(looked_at: Running) -> None:
    page, file = looked_at.ask("/cases/2020-001/"), looked_at.ask(a_file(looked_at))
    assert page.headers["Cache-Control"] == "no-store"
    assert page.headers["Content-Type"] == "text/html; charset=utf-8"
    assert file.headers["Cache-Control"] == "no-cache"
    assert file.headers["Content-Type"] == "image/svg+xml"
    again = looked_at.ask(a_file(looked_at), If_None_Match=file.headers["ETag"])
    assert (again.status, again.data) == (304, b"")


def test_parts_of_a_file(looked_at: Running) -> None:
    path = a_file(looked_at)
    whole = looked_at.ask(path)
    size = len(whole.data)
    assert whole.headers["Accept-Ranges"] == "bytes"
    part = looked_at.ask(path, Range="bytes=3-6")
    assert (part.status, part.data) == (206, whole.data[3:7])
    assert part.headers["Content-Range"] == f"bytes 3-6/{size}"
    beyond = looked_at.ask(path, Range=f"bytes={size}-")
    assert (beyond.status, beyond.headers["Content-Range"]) == (416, f"bytes */{size}")
    changed = looked_at.ask(path, Range="bytes=3-6", If_Range='"of an earlier file"')
    assert (changed.status, changed.data) == (200, whole.data)


def test_headers_alone(looked_at: Running) -> None:
    for path in ("/", a_file(looked_at), "/no/such/page/"):
        head, got = looked_at.ask(path, "HEAD"), looked_at.ask(path)
        assert (head.status, head.data) == (got.status, b"")
        assert head.headers["Content-Length"] == str(len(got.data))


def test_an_address_without_its_slash_leads_to_the_page(looked_at: Running) -> None:
    reply = looked_at.ask("/cases/2020-001?q=%E8%B4%A8")
    assert (reply.status, reply.headers["Location"]) == (302, "/cases/2020-001/?q=%E8%B4%A8")
    assert looked_at.ask("//evil.example/cases/2020-001").status == 404


@pytest.mark.parametrize(
    "path",
    [
        "/../mkdocs.yml",
        "/%2e%2e/mkdocs.yml",
        "/cases/2020-001/../../../mkdocs.yml",
        "/cases/2020/2020-001.md",
        "/search/../../../etc/passwd",
        "/search/data/..%2f..%2findex.json",
        "/.biaogan/../../mkdocs.yml",
        "/.biaogan/page.html",
        "/%00",
        "/%ff%fe",
        "/etc/passwd",
    ],
)
def test_nothing_unpublished_goes_out(looked_at: Running, path: str) -> None:
    connection = HTTPConnection("127.0.0.1", looked_at.port, timeout=60)
    connection.putrequest("GET", path, skip_host=False)
    connection.endheaders()
    reply = connection.getresponse()
    assert reply.status == 404
    assert b"use_directory_urls" not in reply.read()
    connection.close()


@given(st.text(st.characters(min_codepoint=33, max_codepoint=126)))
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_asked_for_gets_an_answer(looked_at: Running, path: str) -> None:
    assert looked_at.ask("/" + path).status in (200, 302, 404)


@given(st.text())
def test_every_target_is_read(target: str) -> None:
    assert isinstance(Question.of(target).uri, str)


def test_a_page_elsewhere_cannot_read_the_preview_by_a_name_of_its_own(looked_at: Running) -> None:
    assert looked_at.ask("/", Host="evil.example").status == 421
    assert looked_at.ask("/", Host=f"localhost:{looked_at.port}").status == 200
    assert looked_at.ask("/", Host="[::1]:8000").status == 200


def test_a_browser_that_hangs_up_disturbs_nobody(looked_at: Running) -> None:
    with socket.create_connection(("127.0.0.1", looked_at.port)) as connection:
        connection.sendall(b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")
    with socket.create_connection(("127.0.0.1", looked_at.port)) as connection:
        connection.sendall(b"nonsense\r\n\r\n")
        assert connection.recv(100)
    assert looked_at.ask("/").status == 200


def test_a_published_picture_of_a_case_is_served_and_its_neighbours_are_not(
    looked_at: Running,
) -> None:
    folder = (looked_at.root / CASE).with_suffix("")
    names = {path.name for path in folder.iterdir()}
    served = {name for name in names if looked_at.ask(f"/cases/2020-001/{name}").status == 200}
    assert served
    (folder / "original.docx").write_bytes(b"not for the public")
    with running(looked_at.root) as preview:
        assert preview.ready().ask("/cases/2020-001/original.docx").status == 404
