"""Names for readers who type letters."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypinyin import lazy_pinyin

from generator.search.pinyin import pinyin_file, sounds_like, syllables
from tests.search.javascript import run


@pytest.mark.parametrize(
    ("label", "spoken"),
    [
        ("海尔集团", "hai er ji tuan"),
        ("重庆长安汽车", "chong qing chang an qi che"),
        ("中国重型汽车", "zhong guo zhong xing qi che"),
        ("长沙银行", "chang sha yin hang"),
        ("5G+工业互联网", "5g gong ye hu lian wang"),
        ("ＴＣＬ科技（惠州）", "tcl ke ji hui zhou"),
        ("吕梁", "lv liang"),
        ("重慶", "chong qing"),
        ("DFSS", ""),
        ("", ""),
        ("……", ""),
    ],
)
def test_syllables(label: str, spoken: str) -> None:
    assert syllables(label) == spoken


@given(st.text())
def test_any_label_gives_plain_syllables(label: str) -> None:
    spoken = syllables(label)
    assert spoken.isascii()
    assert spoken == " ".join(spoken.lower().split())


@given(st.text(st.sampled_from("重庆长安汽车银行质量管理行业中国着得地和")))
def test_words_sound_as_they_do_in_their_run(run: str) -> None:
    assert syllables(run) == " ".join(lazy_pinyin(run))


def test_the_file_keeps_lists_and_their_order() -> None:
    assert pinyin_file({"method": ["六西格玛", "PDCA"], "region": []}) == {
        "method": ["liu xi ge ma", ""],
        "region": [],
    }


WORDS = {
    "haier": True,
    "hejt": True,
    "haierjt": True,
    "haie": True,
    "jituan": True,
    "erji": True,
    "er": True,
    "hjt": False,
    "h": False,
    "": False,
    "ierji": False,
    "haierjituanx": False,
}


@pytest.mark.parametrize(("word", "fits"), WORDS.items())
def test_letters_match_from_the_begin_of_a_syllable(word: str, fits: bool) -> None:
    assert sounds_like(word, "hai er ji tuan") is fits


def test_nothing_sounds_like_a_label_without_syllables() -> None:
    assert not sounds_like("ab", "")


LETTERS = st.text("aehinjt", max_size=8)
SPOKEN = st.lists(st.sampled_from(("hai", "er", "ji", "tuan", "a", "an", "nan", "5g")), max_size=6)


@settings(max_examples=8, deadline=None)
@given(st.lists(st.tuples(LETTERS, SPOKEN.map(" ".join)), max_size=400))
def test_the_browser_listens_as_python_does(pairs: list[tuple[str, str]]) -> None:
    body = "return given.map(function (pair) { return soundsLike(pair[0], pair[1]); });"
    asked = [*pairs, *((word, "hai er ji tuan") for word in WORDS)]
    assert run(["10-fold.js"], body, asked) == [sounds_like(*pair) for pair in asked]
