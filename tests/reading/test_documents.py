from pathlib import Path

from generator.reading.documents import read_document
from generator.reading.library import read_library
from tests.reading.toy import config_of, make_library, placed, plain_body, read_toy, shown

PAGE = "---\ntitle: 关于本站\n---\n\n正文。\n"


def test_a_page_has_a_title() -> None:
    outcome = read_document(PAGE, "docs/about.md")
    assert outcome.faults == ()
    assert outcome.value is not None
    assert outcome.value.record is not None
    assert outcome.value.record.front.title == "关于本站"
    assert outcome.value.source.body_line == 4


def test_a_page_without_title_is_none() -> None:
    text = "---\ntitel: 关于本站\n---\n"
    outcome = read_document(text, "docs/about.md")
    assert placed(outcome.faults, text) == ["1:1 key-missing", "2:1 key-unknown"]
    assert outcome.value is not None
    assert outcome.value.record is None
    assert placed(read_document("正文", "docs/about.md").faults, "") == ["1:1 front-matter-missing"]


def test_pages_are_read_from_folders_too_in_order(tmp_path: Path) -> None:
    reading = read_toy(
        tmp_path,
        {
            "docs/index.md": PAGE,
            "docs/guide/markdown.md": PAGE,
            "docs/about.md": PAGE,
            "docs/broken.md": PAGE.replace("title", "titel"),
            "docs/style.css": "",
        },
    )
    assert list(reading.library.documents) == [
        "docs/about.md",
        "docs/guide/markdown.md",
        "docs/index.md",
    ]
    assert shown(reading.findings) == [
        "docs/broken.md:1:1 key-missing",
        "docs/broken.md:2:1 key-unknown",
    ]


def test_pages_about_the_demonstration_go_with_it(tmp_path: Path) -> None:
    make_library(tmp_path, {"docs/tour.md": PAGE.replace("title", "demonstration: 是\ntitle")})
    without = read_library(config_of(tmp_path, demonstration=False), plain_body)
    assert without.library.documents == {}
    assert list(read_library(config_of(tmp_path), plain_body).library.documents) == ["docs/tour.md"]
