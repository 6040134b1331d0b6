"""A video of a case, as a reader sees it."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final
from urllib.parse import quote

from generator.library.case import Video
from generator.library.lifecycle import VideoProvider
from generator.pages import routes
from generator.pages.values import day, host_of, minutes, web_address
from generator.strings import labels, text

_WATCH: Final[Mapping[VideoProvider, str]] = MappingProxyType(
    {
        VideoProvider.BILIBILI: "https://www.bilibili.com/video/{id}",
        VideoProvider.TENCENT: "https://v.qq.com/x/page/{id}.html",
        VideoProvider.YOUKU: "https://v.youku.com/v_show/id_{id}.html",
    }
)
"""Where a provider shows a video. A link only: no page of ours connects to another host."""


@dataclass(frozen=True, slots=True)
class VideoView:
    """A video: played from this site, or a link to where it is."""

    title: str
    minutes: str
    """Whole length, or empty."""
    parts: tuple[str, ...]
    """Each part with its length."""
    uri: str
    """The file inside the site, or empty."""
    captions: str
    poster: str
    url: str
    """http(s) address elsewhere, or empty."""
    provider: str
    host: str
    published_on: str


def video_view(path: str, video: Video) -> VideoView:
    """Give a video of the case whose file is `path`."""
    inside = _beside(path, video.file) if video.provider is VideoProvider.FILE else ""
    url = "" if inside else _watch_address(video)
    return VideoView(
        title=video.title,
        minutes=minutes(video.minutes) if video.minutes else "",
        parts=tuple(
            text("pages.format.part", title=part.title, minutes=minutes(part.minutes))
            for part in video.parts
        ),
        uri=inside,
        captions=_beside(path, video.captions),
        poster=_beside(path, video.poster),
        url=url,
        provider=labels("provider")[video.provider],
        host=host_of(url),
        published_on=day(video.published_on),
    )


def _beside(path: str, target: str) -> str:
    inside = routes.beside(path, target)
    return routes.encoded(inside) if inside else ""


def _watch_address(video: Video) -> str:
    if video.provider is VideoProvider.FILE:
        return web_address(video.file)
    return _WATCH[video.provider].format(id=quote(video.id, safe="")) if video.id else ""
