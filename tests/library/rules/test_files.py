"""Files, addresses, pictures and removed HTML."""

from typing import Any

import pytest

from generator.library.body import Body, Reference, Removal
from generator.library.rules.bodies import check_body
from generator.library.rules.files import check_files, is_published, is_web
from tests.library.rules.samples import case, context, lines

FILES = {"cases/2022/2022-001/a.png", "cases/2022/a.png"}
CONTEXT = context(exists=FILES.__contains__)


@pytest.mark.parametrize(
    ("attachment", "faults"),
    [
        ({"file": "2022-001/a.png"}, []),
        ({"url": "https://example.org/a.pdf"}, []),
        ({}, ["attachment-missing attachments.0 nothing"]),
        ({"file": "2022-001/b.png"}, ["attachment-missing attachments.0.file"]),
        ({"file": "a.png"}, ["attachment-missing attachments.0.file unpublished"]),
        ({"file": "../../../a.png"}, ["attachment-missing attachments.0.file outside"]),
        ({"file": "/etc/passwd"}, ["attachment-missing attachments.0.file outside"]),
        ({"file": "https://a.example/"}, ["attachment-missing attachments.0.file elsewhere"]),
        ({"file": "file:///etc/passwd"}, ["address-unsafe attachments.0.file"]),
        ({"url": "example.org/a.pdf"}, ["address-unsafe attachments.0.url url"]),
        ({"url": "JaVaScript:alert(1)"}, ["address-unsafe attachments.0.url"]),
        ({"url": "data:text/html,x"}, ["address-unsafe attachments.0.url"]),
        ({"url": "https://"}, ["address-unsafe attachments.0.url url"]),
    ],
)
def test_attachments(attachment: dict[str, Any], faults: list[str]) -> None:
    record = case(attachments=[{"title": "示例", **attachment}])
    assert lines(check_files(record, CONTEXT)) == faults


@pytest.mark.parametrize(
    ("video", "faults"),
    [
        ({"provider": "bilibili", "id": "BV1xx411c7mD"}, []),
        ({"provider": "youku", "id": "XNTk_-"}, []),
        ({"provider": "youku", "id": "x/../y"}, ["address-unsafe videos.0.id id"]),
        ({"provider": "tencent"}, ["attachment-missing videos.0 video-id"]),
        ({"provider": "file"}, ["attachment-missing videos.0 video-file"]),
        ({"provider": "file", "file": "https://example.org/a.mp4"}, []),
        ({"provider": "file", "file": "2022-001/a.mp4"}, ["attachment-missing videos.0.file"]),
        (
            {"provider": "file", "file": "2022-001/a.png", "captions": "x.vtt", "poster": "p.png"},
            ["attachment-missing videos.0.captions", "image-missing videos.0.poster"],
        ),
    ],
)
def test_videos(video: dict[str, Any], faults: list[str]) -> None:
    record = case(videos=[{"title": "示例", **video}])
    assert lines(check_files(record, CONTEXT)) == faults


def test_addresses_of_sources() -> None:
    record = case(sources=[{"title": "一"}, {"title": "二", "url": "vbscript:x"}])
    assert lines(check_files(record, CONTEXT)) == ["address-unsafe sources.1.url"]


@pytest.mark.parametrize(
    ("target", "text", "faults"),
    [
        ("2022-001/a.png", "流程", []),
        ("2022-001/a.png", " ", ["image-alt-missing 5:2"]),
        ("2022-001/A.png", "流程", ["image-missing 5:2"]),
        ("a.png", "流程", ["image-missing 5:2 unpublished"]),
        ("https://example.org/a.png", "流程", ["image-missing 5:2 elsewhere"]),
        ("//example.org/a.png", "流程", ["image-missing 5:2 elsewhere"]),
        ("/a.png", "流程", ["image-missing 5:2 outside"]),
        ("data:image/png;base64,x", "流程", ["address-unsafe 5:2"]),
    ],
)
def test_pictures(target: str, text: str, faults: list[str]) -> None:
    page = Body(html="<p>", images=(Reference(target, text, 5, 2),))
    assert lines(check_body("cases/2022/2022-001.md", page, CONTEXT)) == faults


@pytest.mark.parametrize("target", ["javascript:x", "DATA:x", "file:///x", " vbscript:x", "x:y"])
def test_unsafe_links(target: str) -> None:
    page = Body(html="<p>", links=(Reference(target, "", 5, 2),))
    assert lines(check_body("cases/2022/2022-001.md", page, CONTEXT)) == ["address-unsafe 5:2"]


def test_removed_html_is_told() -> None:
    page = Body(html="<p>", removals=(Removal("<script>", 7, 4), Removal("onclick", 8, 1)))
    assert lines(check_body("docs/a.md", page, CONTEXT)) == ["html-removed 7:4", "html-removed 8:1"]


@pytest.mark.parametrize(
    ("path", "published"),
    [
        ("cases/2022/2022-001/a.png", True),
        ("cases/2022/a.png", False),
        ("notices/2022-x/a.csv", True),
        ("notices/a.csv", False),
        ("docs/a.png", True),
        ("README.md", False),
        ("generator/strings/zh/cli.toml", False),
    ],
)
def test_published_folders(path: str, published: bool) -> None:
    assert is_published(path) is published


@pytest.mark.parametrize("address", ["https:example", "http://[", "//example.org", "ftp://a.b"])
def test_no_web_address(address: str) -> None:
    assert not is_web(address)
