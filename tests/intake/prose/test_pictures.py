import gzip
import io
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from generator.intake.prose.metafiles import plain_svg, unpacked
from generator.intake.prose.pictures import MAX_BYTES, Pictures, meaningful, sniff
from generator.intake.prose.saying import Report
from generator.intake.prose.tree import image
from tests.intake.corpus.pictures import emf, wmf
from tests.intake.prose.documents import BODY, Word, keys, markdown, painted

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9"/>%s</svg>'


def taken(tmp_path: Path, data: bytes, name: str = "image1.png") -> tuple[Pictures, str]:
    """Give the pictures after one file was taken, and the target in the draft."""
    media = tmp_path / "media"
    media.mkdir(exist_ok=True)
    (media / name).write_bytes(data)
    pictures = Pictures(media, "2022-059", Report())
    node = pictures.take(image("", str(media / name)), "此处")
    return pictures, node["c"][2][0] if node else ""


def told(pictures: Pictures) -> list[str]:
    return [each.key.removeprefix("intake_prose.remark.") for each in pictures.report.remarks]


@pytest.mark.parametrize(
    ("kind", "ending"), [("PNG", "png"), ("JPEG", "jpg"), ("GIF", "gif"), ("WEBP", "webp")]
)
def test_pictures_of_the_web_are_taken_as_they_are(kind: str, ending: str, tmp_path: Path) -> None:
    data = painted("red", kind=kind)
    pictures, target = taken(tmp_path, data, "image1.emf")
    assert target == f"2022-059/tu-1.{ending}"
    content = pictures.files[f"tu-1.{ending}"]
    assert isinstance(content, Path)
    assert content.read_bytes() == data


@pytest.mark.parametrize("kind", ["BMP", "TIFF"])
def test_other_pictures_become_png_of_the_same_look(kind: str, tmp_path: Path) -> None:
    pictures, target = taken(tmp_path, painted("#123456", kind=kind))
    content = pictures.files["tu-1.png"]
    assert target == "2022-059/tu-1.png"
    assert isinstance(content, bytes)
    with Image.open(io.BytesIO(content)) as made:
        assert (made.format, made.size, made.getpixel((5, 5))) == ("PNG", (64, 48), (18, 52, 86))


@pytest.mark.parametrize(
    "make", [lambda: emf(1).data, lambda: wmf(1).data, lambda: gzip.compress(emf(2).data)]
)
def test_drawings_become_svg_with_their_words(make: Callable[[], bytes], tmp_path: Path) -> None:
    pictures, target = taken(tmp_path, make(), "image1.wmf")
    assert target == "2022-059/tu-1.svg"
    content = pictures.files["tu-1.svg"]
    assert isinstance(content, bytes)
    assert b"<metadata" not in content
    assert b"<script" not in content
    assert told(pictures) == ["picture_drawn"]


@pytest.mark.parametrize(
    "inside",
    [
        b"<script>alert(1)</script>",
        b'<rect onload="alert(1)"/>',
        b'<image href="https://example.com/a.png"/>',
        b'<image href="data:image/svg+xml;base64,AAAA"/>',
        b'<a href="javascript:alert(1)"><text>x</text></a>',
        b"<foreignObject><p>x</p></foreignObject>",
        b"<style>@import url(https://example.com/a.css)</style>",
        b'<rect style="fill:url(https://example.com/a)"/>',
        b'<set attributeName="onload" to="alert(1)"/>',
        b'<p xmlns="http://www.w3.org/1999/xhtml">x</p>',
    ],
)
def test_an_svg_that_does_more_than_draw_is_not_taken(inside: bytes, tmp_path: Path) -> None:
    pictures, target = taken(tmp_path, SVG % inside)
    assert (target, told(pictures), pictures.files) == ("", ["picture_svg"], {})


def test_an_svg_that_only_draws_is_taken_without_metadata() -> None:
    made = plain_svg(SVG % b'<metadata>x</metadata><!-- y --><circle r="1" fill="url(#a)"/>')
    assert b"circle" in made
    assert b"metadata" not in made
    assert b"y" not in made.replace(b"xmlns", b"")


def test_entities_and_types_of_documents_are_refused() -> None:
    bomb = b'<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>' + SVG % b"<text>&b;</text>"
    assert plain_svg(bomb) == b""


def test_a_bomb_of_gzip_gives_nothing() -> None:
    assert unpacked(gzip.compress(bytes(40 * 1024 * 1024))) == b""


def test_tiny_and_broken_and_unknown_pictures_are_told(tmp_path: Path) -> None:
    broken = painted("red")[:60]
    for data, name in (
        (painted("red", (8, 8)), "picture_tiny"),
        (painted("red", (600, 2)), "picture_tiny"),
        (broken, "picture_broken"),
        (b"MZ\x90 no picture", "picture_unknown"),
        (b"", "picture_large"),
        (b"\x01\0\0\0" + bytes(36) + b" EMF" + bytes(20), "picture_metafile"),
    ):
        pictures, target = taken(tmp_path, data)
        assert (target, told(pictures)) == ("", [name])


def test_too_many_pixels_are_not_unpacked(tmp_path: Path) -> None:
    file = io.BytesIO()
    Image.new("1", (8_000, 8_000)).save(file, "PNG")
    pictures, _ = taken(tmp_path, file.getvalue())
    assert told(pictures) == ["picture_large"]
    assert len(file.getvalue()) < MAX_BYTES


def test_a_photograph_that_tells_its_place_is_told(tmp_path: Path) -> None:
    file = io.BytesIO()
    exif = Image.Exif()
    exif.get_ifd(0x8825)[1] = "N"
    exif[0x8825] = {1: "N"}
    Image.new("RGB", (64, 48)).save(file, "JPEG", exif=exif)
    pictures, target = taken(tmp_path, file.getvalue())
    assert target
    assert told(pictures) == ["picture_place"]


@pytest.mark.parametrize(
    "target", ["/etc/passwd", "../secret.png", "https://example.com/a.png", "a\0b", "media"]
)
def test_no_other_file_is_ever_read(target: str, tmp_path: Path) -> None:
    (tmp_path / "secret.png").write_bytes(painted("red"))
    media = tmp_path / "media"
    media.mkdir()
    (media / "link.png").symlink_to(tmp_path / "secret.png")
    pictures = Pictures(media, "x", Report())
    assert pictures.take(image("", target), "") is None
    assert pictures.take(image("", "link.png"), "") is None
    assert told(pictures) == ["picture_missing"] * 2


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(
        [
            b"",
            b"\x89PNG\r\n\x1a\n",
            b"\xff\xd8\xff",
            b"GIF89a",
            b"BM",
            b"II*\0",
            b"\x1f\x8b",
            b"\xd7\xcd\xc6\x9a",
            b"<svg ",
        ]
    ),
    st.binary(max_size=200),
)
def test_any_bytes_are_survived(
    tmp_path_factory: pytest.TempPathFactory, head: bytes, rest: bytes
) -> None:
    pictures, target = taken(tmp_path_factory.mktemp("any"), head + rest)
    assert bool(target) == bool(pictures.files)
    assert target or told(pictures)


def test_the_same_bytes_are_kept_once(tmp_path: Path) -> None:
    made = Word().sections().picture().text("图1 甲").picture().text("图2 乙", BODY).taken(tmp_path)
    assert list(made.pictures) == ["tu-1.png"]
    assert "![甲](2022-059/tu-1.png)" in markdown(made)
    assert "![乙](2022-059/tu-1.png)" in markdown(made)


def test_a_picture_without_title_is_told(tmp_path: Path) -> None:
    made = Word().sections().picture().text(BODY).taken(tmp_path)
    assert "![](2022-059/tu-1.png)" in markdown(made)
    assert "picture_untitled" in keys(made)


def test_a_picture_in_a_table_keeps_its_place(tmp_path: Path) -> None:
    word = Word().sections()
    table = word.table(("部件", "照片"), ("内圈", ""))
    table.cell(1, 1).paragraphs[0].add_run().add_picture(io.BytesIO(painted("red")))
    made = word.taken(tmp_path)
    assert "| 内圈" in markdown(made)
    assert "(2022-059/tu-1.png) |" in markdown(made)


@pytest.mark.parametrize("below", [("图1 改进前", "图2 改进后"), ("（1）改进前", "（2）改进后")])
def test_a_layout_of_pictures_is_taken_apart(below: tuple[str, str], tmp_path: Path) -> None:
    word = Word().sections()
    table = word.table(("", ""), below)
    for column, colour in enumerate(("red", "blue")):
        table.cell(0, column).paragraphs[0].add_run().add_picture(io.BytesIO(painted(colour)))
    text = markdown(word.taken(tmp_path))
    assert "![改进前](2022-059/tu-1.png)" in text
    assert "![改进后](2022-059/tu-2.png)" in text
    assert "|" not in text


@pytest.mark.parametrize(
    "words",
    [
        "",
        "图片 1",
        "Picture 12",
        "IMG_2033.JPG",
        "微信图片_20220101",
        "一张图片，描述已自动生成",
        "C:\\a\\b.png",
        "0f3a9c12-88aa",
        "123",
    ],
)
def test_words_that_say_nothing(words: str) -> None:
    assert meaningful(words) == ""


@pytest.mark.parametrize("words", ["沟道直径控制图", "图像识别系统的界面", "SPC 流程"])
def test_words_that_say_something(words: str) -> None:
    assert meaningful(words) == words


def test_the_first_bytes_tell() -> None:
    assert [sniff(painted("red", kind=kind)) for kind in ("PNG", "JPEG", "TIFF")] == [
        "png",
        "jpg",
        "tif",
    ]
