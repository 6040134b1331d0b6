"""Pictures for Word and PowerPoint."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from generator.errors import BiaoganError
from generator.publication import pictures
from generator.publication.picture_sizes import Size, shown_size
from generator.publication.pictures import DENSITY, for_word
from generator.publication.svg_fonts import with_families

HEAD = '<svg xmlns="http://www.w3.org/2000/svg"'


def opened(data: bytes) -> Image.Image:
    image = Image.open(BytesIO(data))
    image.load()
    return image


def drawing(path: Path, text: str, family: str = "PingFang SC, sans-serif") -> Path:
    path.write_text(
        f'{HEAD} viewBox="0 0 96 48"><rect width="96" height="48" fill="#fff"/>'
        f'<text x="4" y="36" font-size="40" font-family="{family}">{text}</text></svg>',
        encoding="utf-8",
    )
    return path


def test_a_drawing_becomes_a_png_that_prints_well(tmp_path: Path) -> None:
    image = opened(for_word(drawing(tmp_path / "a.svg", "质量")))
    assert image.format == "PNG"
    # 96 CSS pixels are an inch.
    assert image.size == (DENSITY, DENSITY // 2)
    assert tuple(round(one) for one in image.info["dpi"]) == (DENSITY, DENSITY)


def test_chinese_text_shows_whatever_font_was_asked_for(tmp_path: Path) -> None:
    pixels = set()
    for number, family in enumerate(("sans-serif", "微软雅黑", "Arial, Helvetica", "Nobody")):
        image = opened(for_word(drawing(tmp_path / f"{number}.svg", "质", family)))
        pixels.add(image.tobytes())
    assert len(pixels) == 1
    other = opened(for_word(drawing(tmp_path / "other.svg", "量", "sans-serif")))
    assert other.tobytes() not in pixels


def test_png_and_jpeg_stay_as_they_are(tmp_path: Path) -> None:
    for name in ("a.png", "a.jpg"):
        Image.new("RGB", (30, 20), "red").save(tmp_path / name)
        assert for_word(tmp_path / name) == (tmp_path / name).read_bytes()


@pytest.mark.parametrize("ending", ["webp", "gif", "bmp", "tiff"])
def test_others_become_png(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"a.{ending}"
    Image.new("RGB", (30, 20), "red").save(path)
    data = for_word(path)
    image = opened(data)
    assert (image.format, image.size, image.mode) == ("PNG", (30, 20), "RGB")
    assert data == for_word(path)


def test_transparency_stays(tmp_path: Path) -> None:
    path = tmp_path / "a.webp"
    Image.new("RGBA", (30, 20), (255, 0, 0, 90)).save(path, lossless=True)
    assert opened(for_word(path)).getpixel((3, 3)) == (255, 0, 0, 90)


def test_a_turned_photograph_is_set_upright(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    path = tmp_path / "a.jpg"
    Image.new("RGB", (30, 20), "red").save(path, exif=exif)
    image = opened(for_word(path))
    assert (image.format, image.size) == ("JPEG", (20, 30))


@pytest.mark.parametrize("name", ["a.svg", "a.png", "a.jpg", "a.webp", "a.unknown"])
def test_a_broken_picture_is_named(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    with pytest.raises(BiaoganError, match=name):
        for_word(path)
    for data in (b"", b"<svg", b"\x89PNG\r\n\x1a\n\x00\x00", b"RIFF\x00\x00\x00\x00WEBPVP8 "):
        path.write_bytes(data)
        with pytest.raises(BiaoganError, match=name):
            for_word(path)


def test_a_cut_photograph_is_broken(tmp_path: Path) -> None:
    path = tmp_path / "a.jpg"
    Image.effect_noise((200, 200), 90).save(path)
    path.write_bytes(path.read_bytes()[:3000])
    with pytest.raises(BiaoganError, match=r"a\.jpg"):
        for_word(path)


def test_a_huge_picture_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pictures, "LARGEST", 1_000_000)
    Image.new("1", (1200, 1000)).save(tmp_path / "a.png")
    (tmp_path / "a.svg").write_text(f'{HEAD} width="9000" height="9000"/>', encoding="utf-8")
    for name in ("a.png", "a.svg"):
        with pytest.raises(BiaoganError, match="100 万像素") as caught:
            for_word(tmp_path / name)
        assert name in str(caught.value)


def test_a_character_that_no_font_has_is_named(tmp_path: Path) -> None:
    with pytest.raises(BiaoganError, match=r"a\.svg.*U\+E1234"):
        for_word(drawing(tmp_path / "a.svg", "&#xE1234;"))


@pytest.mark.parametrize(
    ("attributes", "size"),
    [
        ('width="700" height="470"', Size(700, 470)),
        ('viewBox="0 0 700 470"', Size(700, 470)),
        ('viewBox="0,0,700,350" width="350px"', Size(350, 175)),
        ('viewBox="0 0 700 350" height="1in"', Size(192, 96)),
        ('viewBox="0 0 70 35" width="100%"', Size(70, 35)),
        ('width="25.4mm" height="72pt"', Size(96, 96)),
        ("", Size(300, 150)),
        ('viewBox="a b c d"', Size(300, 150)),
    ],
)
def test_sizes_of_drawings(tmp_path: Path, attributes: str, size: Size) -> None:
    path = tmp_path / "a.svg"
    path.write_text(f"{HEAD} {attributes}></svg>", encoding="utf-8")
    found = shown_size(path)
    assert (round(found.width, 6), round(found.height, 6)) == (size.width, size.height)


def test_families_of_drawings_are_replaced_in_attributes_and_styles() -> None:
    svg = (
        b"<svg style=\"font-family: 'A, B', serif; x: y\"><style>t{font-family:Consolas}</style>"
        b"<text font-family='\xe5\xae\x8b'>font-family: x</text></svg>"
    )
    changed = with_families(svg, lambda role: (role.value.upper(),)).decode()
    assert "font-family: 'SONG'; x: y" in changed
    assert "t{font-family:'MONO'}" in changed
    assert "font-family=\"'HEI'\"" in changed
    assert with_families(b"<svg/>", lambda role: (role.value,)) == b"<svg/>"
