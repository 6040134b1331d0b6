"""Every published kind of file has its type; a page's address has none of a file."""

import pytest

from generator.serving.content_types import content_type


@pytest.mark.parametrize(
    ("uri", "kind"),
    [
        ("", "text/html; charset=utf-8"),
        ("cases/2022-015/", "text/html; charset=utf-8"),
        ("404.html", "text/html; charset=utf-8"),
        ("assets/biaogan.js", "text/javascript; charset=utf-8"),
        ("sitemap.xml", "application/xml; charset=utf-8"),
        ("robots.txt", "text/plain; charset=utf-8"),
        ("notices/a/session.ics", "text/calendar; charset=utf-8"),
        ("cases/a/video-1-chapters.vtt", "text/vtt; charset=utf-8"),
        ("cases/a/a.MP4", "video/mp4"),
        ("cases/a/流程.png", "image/png"),
        ("cases/a/form.pdf", "application/pdf"),
        ("search/data/0a.bin", "application/octet-stream"),
        ("cases/a/noending", "application/octet-stream"),
    ],
)
def test_types(uri: str, kind: str) -> None:
    assert content_type(uri) == kind
