"""What is written of a session afterwards: its recording, the cases that were shown."""

from typing import Any

import pytest

from generator.library.document import Document, DocumentFrontMatter
from generator.library.notice import Notice
from generator.library.rules.collisions import check_collisions
from generator.library.rules.files import check_files
from generator.library.rules.redirects import check_redirects
from generator.library.rules.references import check_references
from generator.library.rules.standing import check_standing
from generator.pages.files import published_files
from tests.library.rules.samples import case, context, library, lines, notice

ID = "2023-12-07-session"
FILES = {f"notices/{ID}/film.mp4", f"notices/{ID}/film.avi", "notices/film.mp4"}
CONTEXT = context(exists=FILES.__contains__)


def session(**values: Any) -> Notice:
    known = {"number": 1, "starts_on": "2023-12-07", "place": "示例"}
    return notice(ID, "session", session={**known, **values})


@pytest.mark.parametrize(
    ("recording", "faults"),
    [
        ("", []),
        (f"{ID}/film.mp4", []),
        ("https://example.org/watch?v=1", []),
        (f"{ID}/FILM.MP4", ["attachment-missing session.recording"]),
        (f"{ID}/film.avi", ["recording-format session.recording"]),
        ("film.mp4", ["attachment-missing session.recording unpublished"]),
        ("../../film.mp4", ["attachment-missing session.recording outside"]),
        (
            "javascript:alert(1)",
            ["address-unsafe session.recording", "recording-format session.recording"],
        ),
    ],
)
def test_recordings(recording: str, faults: list[str]) -> None:
    assert lines(check_files(session(recording=recording), CONTEXT)) == faults


def test_a_recording_beside_the_notice_is_published_and_an_address_is_not() -> None:
    beside = library(session(recording=f"{ID}/film.mp4"))
    assert [file.uri for file in published_files(beside)] == [f"notices/{ID}/film.mp4"]
    assert published_files(library(session(recording="https://example.org/film.mp4"))) == ()


def test_cases_that_were_shown_exist_once() -> None:
    held = library(
        case("2022-001", status="approved"), session(shown=["2022-001", "2022-1", "2022-001"])
    )
    assert lines(check_references(held, CONTEXT)) == [
        "reference-repeated session.shown.2",
        "reference-unknown session.shown.1 case",
    ]


def test_a_draft_was_not_shown() -> None:
    held = library(case("2022-001", status="draft"), session(shown=["2022-001"]))
    (fault,) = lines(check_standing(held))
    assert fault.startswith("notice-case-status session.shown.0")


@pytest.mark.parametrize("path", ["docs/s/2023-1.md", "docs/s.md", "docs/S/x.md"])
def test_no_hand_written_page_stands_among_short_addresses(path: str) -> None:
    page = Document(path, DocumentFrontMatter(title="页"))
    assert lines(check_collisions(library(page))) == ["url-collision 1:1 generated"]


def test_no_redirect_takes_a_short_address() -> None:
    programme = [{"title": "讲", "case": "2022-001"}]
    moved = {f"s/2023-{name}/": f"notices/{ID}/" for name in ("1", "1/1", "1207")}
    held = library(
        case("2022-001", status="approved"), session(programme=programme), redirects=moved
    )
    assert lines(check_redirects(held)) == [
        "redirect-collision s/2023-1/",
        "redirect-collision s/2023-1/1/",
    ]
