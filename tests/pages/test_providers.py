"""The hosts of videos: whatever is typed as an id, no address leads to another host."""

from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.library.case import Video
from generator.library.lifecycle import VideoProvider
from generator.pages.providers import PROVIDERS, player_address, player_at, watch_address, watch_at
from generator.pages.shell import POLICY

HOSTS = {
    VideoProvider.BILIBILI: ("www.bilibili.com", "player.bilibili.com"),
    VideoProvider.TENCENT: ("v.qq.com", "v.qq.com"),
    VideoProvider.YOUKU: ("v.youku.com", "player.youku.com"),
}
HOSTILE = (
    "",
    "../../evil",
    "BV1?x=1",
    "BV1&autoplay=1",
    "BV1#t=1",
    "//evil.example/",
    "https://evil.example/",
    "javascript:alert(1)",
    '"><script>',
    "BV1\n",
    "@evil.example/",
    "{id}",
    "视频",
    "x" * 65,
)


def video(provider: VideoProvider, id_: str) -> Video:
    return Video.model_construct(title="x", provider=provider, id=id_, file="")


def test_every_provider_but_a_file_has_its_addresses() -> None:
    assert set(PROVIDERS) == set(HOSTS) == set(VideoProvider) - {VideoProvider.FILE}


def test_the_players_are_those_that_may_be_framed() -> None:
    (frames,) = (part for part in POLICY.split("; ") if part.startswith("frame-src "))
    assert set(frames.split()[1:]) == {f"https://{player}" for _, player in HOSTS.values()}


def test_the_player_of_bilibili_does_not_begin_by_itself() -> None:
    address = player_address(video(VideoProvider.BILIBILI, "BV1xx411c7mD"))
    assert address == (
        "https://player.bilibili.com/player.html"
        "?isOutside=true&bvid=BV1xx411c7mD&p=1&autoplay=0&danmaku=0"
    )


@pytest.mark.parametrize("provider", HOSTS)
@pytest.mark.parametrize("id_", HOSTILE)
def test_what_is_no_id_makes_no_address(provider: VideoProvider, id_: str) -> None:
    assert watch_address(video(provider, id_)) == ""
    assert player_address(video(provider, id_)) == ""


@given(st.sampled_from(sorted(HOSTS)), st.text())
def test_an_address_is_always_on_the_hosts_of_its_provider(
    provider: VideoProvider, id_: str
) -> None:
    typed = video(provider, id_)
    addresses = watch_address(typed), player_address(typed)
    for address, host in zip(addresses, HOSTS[provider], strict=True):
        parts = urlsplit(address)
        assert not address or (parts.scheme, parts.netloc) == ("https", host)


def test_only_bilibili_begins_at_a_second() -> None:
    films = {provider: video(provider, "XNDkzNTM0MA==") for provider in HOSTS}
    pages = {p: watch_at(film, watch_address(film), 120) for p, film in films.items()}
    assert pages == {
        VideoProvider.BILIBILI: "https://www.bilibili.com/video/XNDkzNTM0MA==?t=120",
        VideoProvider.TENCENT: "",
        VideoProvider.YOUKU: "",
    }
    assert [player_at(film) for film in films.values()] == ["&t=", "", ""]


def test_a_file_begins_at_a_second_by_a_media_fragment() -> None:
    film = video(VideoProvider.FILE, "")
    assert watch_at(film, "cases/x/film.mp4", 120) == "cases/x/film.mp4#t=120"
    assert watch_at(film, "", 120) == ""
    assert player_at(film) == ""


def test_a_file_elsewhere_is_shown_at_its_own_address() -> None:
    film = video(VideoProvider.FILE, "")
    there = film.model_copy(update={"file": "https://example.org/film.mp4"})
    assert watch_address(there) == "https://example.org/film.mp4"
    assert player_address(there) == ""
    bad = film.model_copy(update={"file": "javascript:alert(1)"})
    assert watch_address(bad) == ""
