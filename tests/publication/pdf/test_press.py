"""The press: what it refuses, and in which words."""

import os
from pathlib import Path

import pytest

from generator.errors import BiaoganError
from generator.library.paper import Typeface
from generator.publication.pdf import threads
from generator.publication.pdf.fonts import Face, Faces, Role, find_fonts
from generator.publication.pdf.press import Info, Press

INFO = Info("磨削过程控制")


def test_a_missing_glyph_is_named_with_document_and_package(press: Press) -> None:
    for words in ("正文\U000e1234", "\uf8fe"):
        with pytest.raises(BiaoganError) as caught:
            press.print(f'= x\n#"{words}"', info=INFO)
        said = str(caught.value)
        assert f"U+{ord(words[-1]):04X}" in said
        assert INFO.title in said
        assert "fonts-noto-cjk" in said


def test_a_missing_glyph_in_a_drawing_is_named(press: Press) -> None:
    svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><text>\U000e1234</text></svg>'
    with pytest.raises(BiaoganError, match=r"U\+E1234"):
        press.print('= x\n#image("/a.svg", alt: "a")', {"a.svg": svg.encode()}, info=INFO)


def test_a_role_without_a_font_is_told_when_a_document_asks_for_it(faces: Faces) -> None:
    found: dict[Role, Face] = {
        role: face for role, face in faces.found.items() if role is not Typeface.FANGSONG
    }
    press = Press(Faces(found, {Typeface.FANGSONG: "缺少仿宋字体"}))
    assert press.print("= 题", info=INFO)
    with pytest.raises(BiaoganError, match="缺少仿宋字体"):
        press.print('#import "/faces.typ": *\n#text(font: faces.fangsong)[x]', info=INFO)


@pytest.mark.parametrize(
    "source",
    ['#text(font: "Nobody Has It")[x]', "#nobody()", "= a\n=== c", '#image("/none.png")'],
)
def test_a_fault_of_ours_is_told_without_a_traceback(press: Press, source: str) -> None:
    with pytest.raises(BiaoganError, match=rf"《{INFO.title}》排不成 PDF"):
        press.print(source, info=INFO)


def test_a_picture_that_is_gone_is_named(press: Press, tmp_path: Path) -> None:
    with pytest.raises(BiaoganError, match=r"gone\.png"):
        press.print("x", {"a.png": tmp_path / "gone.png"}, info=INFO)


def test_a_process_forked_from_one_that_printed_refuses(
    press: Press, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert press.print("= a", info=INFO)
    monkeypatch.setattr(threads, "_OWNER", [os.getpid() + 1])
    with pytest.raises(BiaoganError, match="fork"):
        press.print("= a", info=INFO)


def test_nothing_on_the_disk_can_be_read(press: Press) -> None:
    for path in ("/etc/hostname", "../../etc/hostname", "/work/main/README.md"):
        with pytest.raises(BiaoganError):
            press.print(f'#read("{path}")', info=INFO)


def test_it_loads_the_chosen_fonts_only(press: Press) -> None:
    # Their folders have many more, Japanese and Korean ones of the same collection too.
    files = {Path(font.path).name for font in press.faces.fonts}
    loaded = {Path(font.path).name for font in press._fonts.fonts() if font.path}
    assert loaded == files


def test_no_font_is_looked_for_twice(memory: Path) -> None:
    first, second = find_fonts({}, (), memory), find_fonts({}, (), memory)
    assert first.digest == second.digest
