"""Which fonts are found, and what is said where one is not."""

import sys
from pathlib import Path

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTCollection

from generator.errors import BiaoganError
from generator.library.paper import Typeface
from generator.publication.pdf import font_files
from generator.publication.pdf.coverage import coverage_of, missing, named
from generator.publication.pdf.font_files import FontFile, read_fonts, scan
from generator.publication.pdf.fonts import OPTIONAL, ROLES, Extra, Faces, find_fonts
from generator.publication.pdf.press import Press

SONG = "Noto Serif CJK SC"


def made(path: Path, family: str, letters: str = "ab", weight: int = 400) -> FontBuilder:
    builder = FontBuilder(1000)
    builder.setupGlyphOrder([".notdef", *(f"g{ord(one):X}" for one in letters)])
    builder.setupCharacterMap({ord(one): f"g{ord(one):X}" for one in letters})
    builder.setupGlyf(dict.fromkeys(builder.font.getGlyphOrder(), _empty()))
    builder.setupHorizontalMetrics(dict.fromkeys(builder.font.getGlyphOrder(), (500, 0)))
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": {"en": family, "zh": f"{family}中"}})
    builder.setupOS2(usWeightClass=weight)
    builder.setupPost()
    builder.save(path)
    return builder


def _empty() -> object:
    return TTGlyphPen(None).glyph()


@pytest.fixture
def alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine that has only the fonts of one folder."""
    folder = tmp_path / "fonts"
    folder.mkdir()
    monkeypatch.setattr(font_files, "_SYSTEM", (str(folder),))
    monkeypatch.setattr(font_files, "_OWN", ())
    monkeypatch.setattr(sys, "prefix", str(tmp_path / "nowhere"))
    monkeypatch.delenv(font_files.ENVIRONMENT, raising=False)
    return folder


def test_this_machine_has_a_font_for_every_role(faces: Faces, press: Press) -> None:
    assert set(ROLES) - OPTIONAL <= faces.found.keys()
    assert press.families(Typeface.SONG)[-2:] == (SONG, "DejaVu Sans")
    # Typst cuts a family's name in its own way: its own name must be used.
    assert press.family(faces.face(Typeface.FANGSONG)) == "FandolFang R"
    assert faces.face(Typeface.SONG).has_bold
    assert not faces.face(Typeface.KAI).has_bold


def test_what_was_read_is_not_read_again(
    memory: Path, faces: Faces, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: str) -> tuple[FontFile, ...]:
        raise AssertionError(path)

    monkeypatch.setattr(font_files, "read_fonts", refuse)
    again = find_fonts({}, (), memory)
    assert again == faces
    assert again.digest == faces.digest


def test_without_a_song_nothing_can_be_printed(alone: Path) -> None:
    assert not list(alone.iterdir())
    with pytest.raises(BiaoganError, match="宋体") as caught:
        find_fonts({}, ())
    said = str(caught.value)
    assert SONG in said
    assert "apt install fonts-noto-cjk" in said
    assert "fonts: {song: " in said


def test_another_missing_role_is_an_error_once_it_is_asked_for(alone: Path) -> None:
    made(alone / "song.ttf", "SimSun", "质量")
    found = find_fonts({}, ())
    assert found.face(Typeface.SONG).fonts[0].path == str(alone / "song.ttf")
    with pytest.raises(BiaoganError, match="仿宋") as caught:
        found.face(Typeface.FANGSONG)
    assert "make fonts" in str(caught.value)
    assert "FandolFang" in str(caught.value)


def test_families_are_known_by_every_name(alone: Path) -> None:
    made(alone / "a.ttf", "Some Face")
    found = find_fonts({"song": "some face中", "kai": "Some Face"}, ())
    assert found.face(Typeface.SONG) != found.face(Typeface.KAI)
    assert found.face(Typeface.SONG).fonts == found.face(Typeface.KAI).fonts


def test_a_file_or_a_family_may_be_configured(alone: Path, tmp_path: Path) -> None:
    made(alone / "a.ttf", "SimSun")
    made(tmp_path / "own.ttf", "Own Face")
    found = find_fonts({"hei": str(tmp_path / "own.ttf")}, ())
    assert sorted(set(found.face(Typeface.HEI).fonts[0].families)) == ["Own Face", "Own Face中"]
    for wrong in ("No Such Face", str(tmp_path / "no.ttf")):
        with pytest.raises(BiaoganError, match=r"黑体（hei）") as caught:
            find_fonts({"hei": wrong}, ())
        assert wrong in str(caught.value)
    with pytest.raises(BiaoganError, match="songti"):
        find_fonts({"songti": "SimSun"}, ())


def test_the_errors_say_where_it_was_looked_and_what_to_write(
    alone: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made(alone / "song.ttf", "SimSun", "质量")
    monkeypatch.setenv(font_files.ENVIRONMENT, str(tmp_path))
    with pytest.raises(BiaoganError) as caught:
        find_fonts({"fangsong": "没有的字体"}, ())
    assert f"{tmp_path}、{alone}" in str(caught.value)
    assert "fonts: {hei: Noto Sans CJK SC}" in find_fonts({}, ()).missing[Typeface.HEI]


def test_an_earlier_folder_wins(
    alone: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made(alone / "a.ttf", "SimSun")
    for name in ("named", "environment"):
        (tmp_path / name).mkdir()
        made(tmp_path / name / "b.ttf", "SimSun")
    monkeypatch.setenv(font_files.ENVIRONMENT, str(tmp_path / "environment"))
    song = find_fonts({}, ()).face(Typeface.SONG).fonts[0].path
    assert song == str(tmp_path / "environment" / "b.ttf")
    song = find_fonts({}, [tmp_path / "named"]).face(Typeface.SONG).fonts[0].path
    assert song == str(tmp_path / "named" / "b.ttf")


def test_bold_is_found_and_a_broken_file_is_no_font(alone: Path) -> None:
    made(alone / "a.ttf", "SimSun", weight=700)
    made(alone / "b.ttf", "SimSun", weight=400)
    (alone / "broken.otf").write_bytes(b"OTTO and nothing")
    (alone / "empty.ttc").write_bytes(b"")
    (alone / "gone.ttf").symlink_to(alone / "nowhere.ttf")
    fonts = find_fonts({}, ()).face(Typeface.SONG).fonts
    assert [Path(font.path).name for font in fonts] == ["b.ttf", "a.ttf"]


def test_a_variable_font_counts_as_none(alone: Path) -> None:
    builder = made(alone / "v.ttf", "SimSun")
    builder.setupFvar([("wght", 100, 100, 900, "Weight")], [])
    builder.save(alone / "v.ttf")
    assert scan([alone]) == ()


def test_a_changed_file_is_read_again(alone: Path, tmp_path: Path) -> None:
    memory = tmp_path / "memory"
    made(alone / "a.ttf", "SimSun")
    before = find_fonts({}, (), memory).digest
    made(alone / "a.ttf", "SimSun", "abc")
    assert find_fonts({}, (), memory).digest != before


def test_coverage_of_a_collection_is_that_of_the_font(tmp_path: Path) -> None:
    one = made(tmp_path / "1.ttf", "One", "abx")
    two = made(tmp_path / "2.ttf", "Two", "bcd")
    collection = TTCollection()
    collection.fonts = [one.font, two.font]
    collection.save(tmp_path / "both.ttc")
    fonts = read_fonts(str(tmp_path / "both.ttc"))
    covered = [
        "".join(letter for letter in "abcdx" if ord(letter) in coverage_of(font, tmp_path))
        for font in fonts
    ]
    assert covered == ["abx", "bcd"]
    # Kept on disk, it is the same.
    assert coverage_of(fonts[0], tmp_path).bounds == (97, 99, 120, 121)


def test_what_no_font_has_is_named(faces: Faces) -> None:
    kai = faces.stack(Typeface.KAI)
    assert missing("镕喆☑\u200b\u3000\ufe0f\n中文", kai) == ()
    assert missing("镕喆", [faces.face(Typeface.KAI)]) == ("喆", "镕")
    lacking = missing("x\U000e1234中\ue5e5", faces.found.values())
    assert "U+E1234" in named(lacking)
    assert named("字" * 30).count("字") == 20


def test_roles_are_those_that_a_library_names() -> None:
    assert set(ROLES) == {*Typeface, *Extra}
    assert ROLES[0] is Typeface.SONG
