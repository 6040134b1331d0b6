"""The hosts of videos: the addresses of a video's page and of its player there.

No page of ours connects to them by itself: their addresses stand in links, and in the attributes of
a player that a script loads after a click which names the host.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from generator.library.case import Video
from generator.library.lifecycle import VideoProvider
from generator.pages.values import web_address

_ID: Final = re.compile(r"[A-Za-z0-9_-]{1,64}={0,2}")
"""What hosts call their videos; nothing else becomes part of an address."""
_FRAGMENT: Final = "#t="
"""What browsers understand after the address of a file (https://www.w3.org/TR/media-frags/)."""


@dataclass(frozen=True, slots=True)
class Provider:
    """A host of videos; {id} stands for the video."""

    watch: str
    """The page that shows a video."""
    player: str
    """The player that another page may frame."""
    watch_at: str = ""
    """What is added, before the second, to begin there; empty: the host offers no such thing."""
    player_at: str = ""


PROVIDERS: Final[Mapping[VideoProvider, Provider]] = MappingProxyType(
    {
        # Without autoplay=0 its player begins by itself.
        VideoProvider.BILIBILI: Provider(
            "https://www.bilibili.com/video/{id}",
            "https://player.bilibili.com/player.html"
            "?isOutside=true&bvid={id}&p=1&autoplay=0&danmaku=0",
            "?t=",
            "&t=",
        ),
        VideoProvider.TENCENT: Provider(
            "https://v.qq.com/x/page/{id}.html", "https://v.qq.com/txp/iframe/player.html?vid={id}"
        ),
        VideoProvider.YOUKU: Provider(
            "https://v.youku.com/v_show/id_{id}.html", "https://player.youku.com/embed/{id}"
        ),
    }
)
"""The shell's policy lets exactly the hosts of these players be framed."""


def watch_address(video: Video) -> str:
    """Give where a video that is no file of ours is shown; "" when nothing safe is known."""
    provider = PROVIDERS.get(video.provider)
    if provider is None:
        return web_address(video.file)
    return provider.watch.format(id=video.id) if _ID.fullmatch(video.id) else ""


def player_address(video: Video) -> str:
    """Give the player that may be framed; "" for a file, or when nothing safe is known."""
    provider = PROVIDERS.get(video.provider)
    if provider is None or not _ID.fullmatch(video.id):
        return ""
    return provider.player.format(id=video.id)


def watch_at(video: Video, address: str, second: int) -> str:
    """Give an address of the video from a second on; "" when its host offers no such thing."""
    provider = PROVIDERS.get(video.provider)
    at = provider.watch_at if provider else _FRAGMENT
    return f"{address}{at}{second}" if address and at else ""


def player_at(video: Video) -> str:
    """Give what is added to the player's address, before the second, to begin there, or ""."""
    provider = PROVIDERS.get(video.provider)
    return provider.player_at if provider else ""
