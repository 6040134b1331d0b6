"""Pictures lose what was written beside them, and not a pixel."""

import io
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, PngImagePlugin

from generator.intake.taking.picture_data import stripped

SECRET: Final = "KANARIE"


def image() -> Image.Image:
    return Image.effect_noise((60, 40), 60).convert("RGB")


def exif(turned: int = 1) -> Image.Exif:
    made = Image.Exif()
    made[0x010E] = SECRET
    made[0x0112] = turned
    made.get_ifd(0x8825)[1] = "N"
    return made


def saved(kind: str, **how: Any) -> bytes:
    stream = io.BytesIO()
    image().save(stream, kind, **how)
    return stream.getvalue()


def png() -> bytes:
    info = PngImagePlugin.PngInfo()
    info.add_text("Author", SECRET)
    info.add_itxt("XML:com.adobe.xmp", SECRET)
    return saved("PNG", pnginfo=info, exif=exif(), dpi=(96, 96)) + SECRET.encode()


def gif() -> bytes:
    frames = [image().quantize() for _ in range(2)]
    stream = io.BytesIO()
    frames[0].save(
        stream, "GIF", save_all=True, append_images=frames[1:], loop=0, comment=SECRET.encode()
    )
    return stream.getvalue()


MAKES: Final[Mapping[str, Callable[[], bytes]]] = {
    "jpeg": lambda: saved("JPEG", exif=exif(), comment=SECRET.encode()) + SECRET.encode(),
    "progressive": lambda: saved("JPEG", exif=exif(6), progressive=True),
    "png": png,
    "gif": gif,
    "webp": lambda: saved("WEBP", exif=exif(), xmp=SECRET.encode()),
    "webp-lossless": lambda: saved("WEBP", lossless=True, exif=exif()),
}


@cache
def made(make: str) -> bytes:
    return MAKES[make]()


def pixels(data: bytes) -> list[bytes]:
    with Image.open(io.BytesIO(data)) as opened:
        found = []
        for number in range(getattr(opened, "n_frames", 1)):
            opened.seek(number)
            found.append(opened.convert("RGB").tobytes())
    return found


@pytest.mark.parametrize("make", MAKES)
def test_nothing_but_the_picture_stays(make: str) -> None:
    data = made(make)
    assert SECRET.encode() in data
    bare = stripped(data)
    assert SECRET.encode() not in bare
    assert pixels(bare) == pixels(data)
    assert stripped(bare) == bare
    with Image.open(io.BytesIO(bare)) as opened:
        assert 0x8825 not in opened.getexif()


@pytest.mark.parametrize("turned", range(1, 9))
def test_a_photograph_stays_as_it_is_turned(turned: int) -> None:
    with Image.open(io.BytesIO(stripped(saved("JPEG", exif=exif(turned))))) as opened:
        assert opened.getexif().get(0x0112, 1) == turned


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "WEBP"])
def test_a_picture_without_any_is_the_same(kind: str) -> None:
    data = saved(kind)
    assert stripped(data) == data


def test_an_animation_goes_on_and_on() -> None:
    with Image.open(io.BytesIO(stripped(gif()))) as opened:
        assert opened.info["loop"] == 0


def test_a_profile_of_colours_stays() -> None:
    profile = b"\0" * 128
    for kind in ("PNG", "JPEG"):
        with Image.open(io.BytesIO(stripped(saved(kind, icc_profile=profile)))) as opened:
            assert opened.info["icc_profile"] == profile


def test_a_drawing_forgets_its_file() -> None:
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:i="urn:i" xmlns:xlink='
        f'"http://www.w3.org/1999/xlink" i:name="C:\\Users\\{SECRET}">'
        '<use xlink:href="#a"/></svg>'
    )
    bare = stripped(svg.encode()).decode()
    assert SECRET not in bare
    assert 'xlink:href="#a"' in bare


@given(st.sampled_from(sorted(MAKES)), st.data())
def test_damage_is_told_or_survived(make: str, data: st.DataObject) -> None:
    whole = bytearray(made(make))
    for _ in range(data.draw(st.integers(0, 4))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    cut = bytes(whole[: data.draw(st.integers(0, len(whole)))])
    try:
        stripped(cut)
    except ValueError:
        return
